// SPDX-License-Identifier: Apache-2.0
// The layer in three steps: where names stand (name_spans), what phrase each heads (name_phrases), which of them are
// one (entities). Look-ups by token use that mentions are in text order and that a phrase is short. Input: tokens and
// sentences; output: mentions and entities. Cost: linear. Tested by names_test.cpp.
#include "annotate/names.h"

#include <algorithm>

#include "annotate/descriptions.h"
#include "annotate/entities.h"
#include "annotate/name_lines.h"
#include "annotate/name_phrases.h"

namespace ql::annotate {
namespace {

/// No phrase reaches further than this from its first token; bounds the look-back of mention_at.
constexpr std::size_t kLookBack = 24;

int rank(MentionForm form) {
  switch (form) {
    case MentionForm::Name:
      return 0;
    case MentionForm::Description:
    case MentionForm::Pronoun:
      return 1;
    case MentionForm::Demonym:
      return 2;
    case MentionForm::Adjective:
      return 3;
    case MentionForm::Part:
      return 4;
  }
  return 5;
}

std::uint32_t overlap(TokenRange a, TokenRange b) {
  const std::uint32_t begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
  return begin < end ? end - begin : 0;
}

/// "Thalhoffs Anwalt": the name before the noun tells whose it is, not who.
bool is_possessor(const Annotations& notes, const Mention& mention, TokenRange tokens) {
  if (mention.form != MentionForm::Name || mention.tokens.end >= tokens.end) return false;
  const Token& name = notes.tokens[mention.tokens.end - 1];
  const Token& next = notes.tokens[mention.tokens.end];
  return name.morphology.grammatical_case == Case::Gen && next.word_class == WordClass::Noun;
}

}  // namespace

void find_names(const clean::Report& report, const lang::Language& language, const NameReading& reading,
                Annotations& notes) {
  EntityBuilder builder(report, language, notes);
  std::size_t sentence = 0;
  for (const NameSpan& span : find_name_spans(report, language, reading, notes)) {
    while (notes.sentences[sentence].tokens.end <= span.tokens.begin) ++sentence;
    TokenRange range = notes.sentences[sentence].tokens;
    range.end = std::max(range.end, span.tokens.end);  // a name may run over a stray paragraph break
    const bool whole = span.form == MentionForm::Name;
    builder.add(span, whole ? phrase_around(report, language, reading.words, notes, span, range)
                            : NamePhrase{span.tokens, {}, {}});
  }
  builder.finish(notes);
  find_descriptions(report, language, reading.words, notes);
  find_names_in_lines(report, notes);
}

std::optional<MentionId> mention_in(const Annotations& notes, TokenRange tokens) {
  const std::uint32_t from = tokens.begin > kLookBack ? tokens.begin - static_cast<std::uint32_t>(kLookBack) : 0;
  auto at = std::lower_bound(notes.mentions.begin(), notes.mentions.end(), from,
                             [](const Mention& mention, std::uint32_t token) { return mention.tokens.begin < token; });
  std::optional<MentionId> best;
  for (; at != notes.mentions.end() && at->tokens.begin < tokens.end; ++at) {
    if (overlap(at->tokens, tokens) == 0 || is_possessor(notes, *at, tokens)) continue;
    const MentionId id(static_cast<std::size_t>(at - notes.mentions.begin()));
    if (best) {
      const Mention& old = notes.mentions[best->index()];
      const auto key = [&](const Mention& m) { return std::pair(-rank(m.form), overlap(m.tokens, tokens)); };
      if (key(*at) <= key(old)) continue;
    }
    best = id;
  }
  return best;
}

std::optional<MentionId> mention_at(const Annotations& notes, TokenId token) {
  return mention_in(notes, {token.value, token.value + 1});
}

}  // namespace ql::annotate
