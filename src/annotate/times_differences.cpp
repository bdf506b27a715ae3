// SPDX-License-Identifier: Apache-2.0
// A comparative behind the number tells, or a verb of change beside a noun that has a number. A verb of change alone
// does not: "um drei fiel der Strom aus". Tested by times_test.cpp.
#include "annotate/times_differences.h"

#include <algorithm>

#include "base/utf8.h"

namespace ql::annotate {

using lang::FigureWord;

namespace {

/// "kleiner", not "satt": an adjective that is no attribute is inflected only where it compares.
bool is_comparative(std::span<const TimeLexeme> lexemes, std::uint32_t at, const Token& token,
                    const Annotations& notes) {
  if (token.word_class != WordClass::Adj || token.capitalised) return false;
  const bool attribute = at + 1 < lexemes.size() && lexemes[at + 1].is_word && lexemes[at + 1].capitalised;
  const std::size_t length = token.text.end - token.text.begin;
  return !attribute && notes.lemmas.view(token.lemma).size() < length;
}

bool number_changes(std::span<const Token> tokens, const lang::FigureRoles& roles, const Annotations& notes) {
  bool change = false, number = false;
  for (const Token& token : tokens) {
    const bool verb = token.word_class == WordClass::Verb, noun = token.word_class == WordClass::Noun;
    if (!verb && !noun) continue;
    const std::uint64_t kinds = roles.kinds_of(to_lower_utf8(notes.lemmas.view(token.lemma)));
    change = change || (verb && lang::FigureRoles::holds(kinds, FigureWord::ChangeVerb));
    number = number || (noun && (lang::FigureRoles::holds(kinds, FigureWord::NumberNoun) ||
                                 lang::FigureRoles::holds(kinds, FigureWord::MeasureNoun)));
  }
  return change && number;
}

}  // namespace

bool is_difference(std::string_view text, std::span<const TimeLexeme> lexemes, const TimeMatch& match,
                   const lang::FigureRoles& roles, const Annotations& notes) {
  const bool bare = match.rule->meaning == lang::TimeMeaning::k_clock && match.end == match.begin + 1;
  if (!bare || match.begin == 0) return false;
  const TimeLexeme& before = lexemes[match.begin - 1];
  if (before.facts == nullptr || !before.facts->is(FigureWord::ChangeBy)) return false;
  const auto at = std::partition_point(notes.tokens.begin(), notes.tokens.end(), [&](const Token& token) {
    return token.text.begin < lexemes[match.begin].text.begin;
  });
  const auto index = static_cast<std::size_t>(at - notes.tokens.begin());
  if (index + 1 < notes.tokens.size() && match.end < lexemes.size() &&
      notes.tokens[index + 1].text.begin == lexemes[match.end].text.begin) {
    const Token& next = notes.tokens[index + 1];
    const bool compared = roles.is(slice(text, next.text), FigureWord::Comparison);
    if (compared || is_comparative(lexemes, match.end, next, notes)) return true;
  }
  constexpr std::size_t kReach = 20;  // tokens to either side, within the sentence
  const auto sentence = std::partition_point(notes.sentences.begin(), notes.sentences.end(),
                                             [&](const Sentence& each) { return each.tokens.end <= index; });
  if (sentence == notes.sentences.end()) return false;
  const std::size_t begin = std::max<std::size_t>(sentence->tokens.begin, index - std::min(index, kReach));
  const std::size_t end = std::min<std::size_t>(sentence->tokens.end, index + kReach);
  if (begin >= end) return false;
  return number_changes(std::span(notes.tokens).subspan(begin, end - begin), roles, notes);
}

}  // namespace ql::annotate
