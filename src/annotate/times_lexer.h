// SPDX-License-Identifier: Apache-2.0
// Text -> lexemes for the time grammar. They are finer than tokens ("14-18 Uhr" has four, "5." two), and carry what
// the time lexicon knows of the word. Private to the times layer.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "lang/time_grammar.h"

namespace ql::annotate {

/// A word, a number or a mark.
struct Lexeme {
  TextRange text;
  lang::TimeClasses classes;
  double number = 0;        ///< Of digits, and of words that stand for a number.
  std::string_view code;    ///< TIMEX3 code of the lexicon entry ("EV", "P1D"), which outlives it.
  std::uint64_t hash = 0;   ///< Of the lower-case word; 0 for digits and marks.
  std::uint8_t digits = 0;  ///< How many digits; 0 = not a number in digits.
  char mark = 0;            ///< The mark, if it is one ASCII byte.
  bool space_before = true;
  bool capitalised = false;
  bool is_word = false;
};

/// Cuts text[range] into lexemes and looks them up. Phrases of the lexicon ("Tag der Arbeit") become one lexeme.
/// Appends to `out`. Cost: linear; one hash lookup per word.
void append_lexemes(std::string_view text, TextRange range, const lang::TimeGrammar& grammar, std::vector<Lexeme>& out);

}  // namespace ql::annotate
