// SPDX-License-Identifier: Apache-2.0
// From a name outwards. To the left: nouns of role directly before it, titles, adjectives, one determiner. To the
// right: a party or acronym in brackets and an apposition between commas that opens with a role. The walk stops at the
// first word that does not belong, so it costs the length of the phrase. Tested by names_test.cpp.
#include "annotate/name_phrases.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace ql::annotate {
namespace {

using lang::PhraseWord;
constexpr std::size_t kMaxAdjectives = 3;
constexpr std::size_t kMaxBracketTokens = 4;
constexpr std::size_t kMaxAppositionTokens = 14;

class PhraseReader {
 public:
  PhraseReader(const clean::Report& report, const lang::Language& language, WordSpan words, const Annotations& notes,
               TokenRange sentence)
      : text_(report.text), language_(language), words_(words), notes_(notes), sentence_(sentence) {}

  NamePhrase read(const NameSpan& span) {
    phrase_.tokens = span.tokens;
    extend_left();
    if (span.type == EntityType::Person && !phrase_.role.valid()) extend_over_comma();
    extend_right(span);
    return phrase_;
  }

 private:
  std::string_view word(std::size_t token) const { return slice(text_, notes_.tokens[token].text); }
  PhraseWord kind(std::size_t token) const { return phrase_word(words_[token], language_); }
  bool looks_like_adjective(std::size_t token) const;
  bool is_noun_before_name(std::size_t token) const;
  void note_role(std::size_t token);
  void extend_left();
  void take_determiner(std::size_t first);
  void extend_over_comma();
  void extend_right(const NameSpan& span);
  void take_apposition(std::size_t comma);

  std::string_view text_;
  const lang::Language& language_;
  WordSpan words_;
  const Annotations& notes_;
  TokenRange sentence_;
  NamePhrase phrase_;
};

bool PhraseReader::looks_like_adjective(std::size_t token) const {
  const Token& entry = notes_.tokens[token];
  if (entry.word_class == WordClass::Adj) return true;
  if (entry.word_class != WordClass::X) return false;
  const std::string_view form = word(token);
  if (language_.name_lexicon.adjective(form) != lang::kNoName) return true;
  if (entry.capitalised || form.size() < 4 || kind(token) != PhraseWord::None) return false;
  constexpr std::array<std::string_view, 5> kEndings = {"e", "er", "en", "em", "es"};
  return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) { return form.ends_with(ending); });
}

/// "Minister", "Landkreis", "US-Praesident": a capitalised common noun directly before the name.
bool PhraseReader::is_noun_before_name(std::size_t token) const {
  const Token& entry = notes_.tokens[token];
  if (!entry.capitalised || is_determiner(kind(token)) || kind(token) == PhraseWord::Pronoun) return false;
  const std::string_view form = word(token);
  if (role_of(words_[token], language_)) return true;
  if (token == sentence_.begin && entry.word_class != WordClass::Noun) {
    return (language_.gazetteer.flags(lang::hash_word(form)) & lang::kCommonNoun) != 0;
  }
  return entry.word_class == WordClass::Noun || entry.word_class == WordClass::X;
}

void PhraseReader::note_role(std::size_t token) {
  if (phrase_.role.valid()) return;
  if (const auto role = role_of(words_[token], language_)) {
    phrase_.role = TokenId(token);
    phrase_.gender = role->gender;
  }
}

void PhraseReader::extend_left() {
  std::size_t first = phrase_.tokens.begin;
  bool nouns = false;
  while (first > sentence_.begin) {
    const std::size_t before = first - 1;
    if (kind(before) == PhraseWord::Title || (is_noun_before_name(before) && !looks_like_adjective(before))) {
      note_role(before);
      nouns = true;
      first = before;
    } else {
      break;
    }
  }
  phrase_.tokens.begin = static_cast<std::uint32_t>(first);
  std::size_t adjectives = first;
  while (adjectives > sentence_.begin && first - adjectives < kMaxAdjectives && looks_like_adjective(adjectives - 1)) {
    --adjectives;
  }
  const bool determined = adjectives > sentence_.begin && is_determiner(kind(adjectives - 1));
  if (nouns || determined) phrase_.tokens.begin = static_cast<std::uint32_t>(adjectives);
  if (nouns || determined) take_determiner(adjectives);
}

void PhraseReader::take_determiner(std::size_t first) {
  if (first > sentence_.begin && is_determiner(kind(first - 1))) {
    phrase_.tokens.begin = static_cast<std::uint32_t>(first - 1);
  }
}

/// "Die Sprecherin der Polizei, Anna Muster,": the role stands before the comma.
void PhraseReader::extend_over_comma() {
  const std::size_t name = phrase_.tokens.begin;
  if (name < sentence_.begin + 2 || word(name - 1) != ",") return;
  std::size_t first = name - 1;
  std::size_t role = name;
  while (first > sentence_.begin && name - first < kMaxAppositionTokens) {
    const std::size_t before = first - 1;
    const PhraseWord word_kind = kind(before);
    const bool inside = notes_.tokens[before].capitalised || is_determiner(word_kind) || looks_like_adjective(before) ||
                        word_kind == PhraseWord::Contraction || word_kind == PhraseWord::BeforeGenitive;
    if (!inside) break;
    first = before;
    if (role_of(words_[before], language_)) role = before;
  }
  if (role == name) return;
  note_role(role);
  std::size_t begin = role;
  while (begin > first && looks_like_adjective(begin - 1)) --begin;
  phrase_.tokens.begin = static_cast<std::uint32_t>(begin);
  take_determiner(begin);
}

void PhraseReader::extend_right(const NameSpan& span) {
  const std::size_t end = phrase_.tokens.end;
  if (end + 1 < sentence_.end && word(end) == "(") {
    for (std::size_t i = end + 1; i < std::min<std::size_t>(end + 2 + kMaxBracketTokens, sentence_.end); ++i) {
      if (word(i) != ")") continue;
      const char opening = word(end + 1).front();
      const bool age = opening >= '0' && opening <= '9';
      if (notes_.tokens[end + 1].capitalised || age) phrase_.tokens.end = static_cast<std::uint32_t>(i + 1);
      break;
    }
  }
  const std::size_t comma = phrase_.tokens.end;
  if (span.type == EntityType::Person && comma + 2 < sentence_.end && word(comma) == ",") take_apposition(comma);
}

void PhraseReader::take_apposition(std::size_t comma) {
  std::size_t head = comma + 1;
  if (is_determiner(kind(head)) && kind(head) != PhraseWord::Possessive) ++head;
  while (head < sentence_.end && looks_like_adjective(head)) ++head;
  if (head >= sentence_.end || !notes_.tokens[head].capitalised) return;
  const auto role = role_of(words_[head], language_);
  if (!role || role->plural) return;
  for (std::size_t i = head + 1; i < std::min<std::size_t>(comma + kMaxAppositionTokens, sentence_.end); ++i) {
    const std::string_view form = word(i);
    if (form == ",") {
      note_role(head);
      phrase_.tokens.end = static_cast<std::uint32_t>(i);
      return;
    }
    if (form == ":" || form == ";" || form == "." || form.front() == '"') return;
  }
}

}  // namespace

NamePhrase phrase_around(const clean::Report& report, const lang::Language& language, WordSpan words,
                         const Annotations& notes, const NameSpan& span, TokenRange sentence) {
  return PhraseReader(report, language, words, notes, sentence).read(span);
}

}  // namespace ql::annotate
