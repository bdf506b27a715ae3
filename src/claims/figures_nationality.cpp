// SPDX-License-Identifier: Apache-2.0
// Reads back over at most two sentences for a noun of the same kind with an adjective of nationality.
// Cost: linear in these sentences. Tested by figures_test.cpp and by the seeds.
#include "claims/figures_nationality.h"

#include <algorithm>

#include "lang/lexemes.h"

namespace ql::claims {

using annotate::Quantity;
using lang::FigureWord;

namespace {

constexpr std::size_t kSentencesBack = 2;

std::string nationality_before(const FigureContext& context, const Quantity& quantity, std::string_view lemma,
                               bool force) {
  const std::size_t first = quantity.sentence.index() > kSentencesBack ? quantity.sentence.index() - kSentencesBack : 0;
  constexpr std::uint32_t kReach = 200;  // tokens
  const std::uint32_t begin = quantity.tokens.begin;
  const std::uint32_t stop = std::max(context.notes().sentences[first].tokens.begin, begin - std::min(begin, kReach));
  for (std::uint32_t at = quantity.tokens.begin; at-- > stop;) {
    if (!context.is_noun(at) || at == 0 || !context.is_adjective(at - 1)) continue;
    const bool same = force ? context.lemma_is(at, FigureWord::Force) : context.lemma(at) == lemma;
    if (!same) continue;
    const TextRange adjective = context.token(at - 1).text;
    const auto& mentions = context.notes().mentions;
    const auto mention = std::partition_point(
        mentions.begin(), mentions.end(), [&](const annotate::Mention& m) { return m.text.end <= adjective.begin; });
    const bool demonym = mention != mentions.end() && mention->text.overlaps(adjective) &&
                         mention->form == annotate::MentionForm::Adjective;
    if (demonym || force) return plural_adjective(context.language(), context.written(at - 1));
  }
  return {};
}

}  // namespace

std::string plural_adjective(const lang::Language& language, std::string_view word) {
  for (const std::string& ending : language.counted_words.adjective_endings()) {
    if (ending.size() > 1 && word.size() > 5 && word.ends_with(ending)) {
      return std::string(word.substr(0, word.size() - 1));
    }
  }
  return std::string(word);
}

void add_nationality(const FigureContext& context, const Quantity& quantity, Counted& counted) {
  if (counted.text.empty() || quantity.measured) return;
  const std::size_t blank = counted.text.find(' ');
  const std::string first = counted.text.substr(0, blank);
  std::string lemma = counted.lemma;
  lang::lower_in_place(lemma);
  std::string first_lower = first;
  lang::lower_in_place(first_lower);
  if (first == first_lower) return;  // It has a modifier of its own.
  const bool force = context.is_word(lemma, FigureWord::Force) || context.is_word(first_lower, FigureWord::Force);
  const std::string nationality = nationality_before(context, quantity, lemma, force);
  if (!nationality.empty()) counted.text = nationality + ' ' + counted.text;
}

}  // namespace ql::claims
