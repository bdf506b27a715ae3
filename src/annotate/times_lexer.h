// SPDX-License-Identifier: Apache-2.0
// Lexemes -> lexemes of the time grammar: each with its classes; decimals, thousands and phrases of the lexicon are
// joined. Private to the times layer.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "annotate/lexemes.h"
#include "base/span.h"
#include "lang/time_grammar.h"

namespace ql::annotate {

/// A word, a number or a mark as the rules of times see it.
struct TimeLexeme {
  TextRange text;
  lang::TimeClasses classes;
  double number = 0;                         ///< Of digits, and of words that stand for a number.
  std::string_view code;                     ///< TIMEX3 code of the lexicon entry ("EV", "P1D"), which outlives it.
  const lang::LexemeFacts* facts = nullptr;  ///< Of a single lexeme; null if it was joined.
  std::uint8_t digits = 0;                   ///< How many digits, at most 9; 0 = not a number in digits.
  char mark = 0;                             ///< The mark, if it is one ASCII byte.
  bool space_before = true;
  bool capitalised = false;
  bool is_word = false;
};

/// Classifies the lexemes of one block and appends them to `out`. Phrases of the lexicon ("Tag der Arbeit"), decimals
/// (3,5) and thousands (10.000) become one lexeme: no date or clock time is written like these. Cost: linear.
void append_time_lexemes(std::string_view text, std::span<const Lexeme> lexemes, const lang::Language& language,
                         std::vector<TimeLexeme>& out);

}  // namespace ql::annotate
