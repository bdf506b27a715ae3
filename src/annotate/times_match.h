// SPDX-License-Identifier: Apache-2.0
// The recogniser of the time grammar: lexemes -> matches of rules. Private to the times layer.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "annotate/times_lexer.h"
#include "lang/time_grammar.h"

namespace ql::annotate {

constexpr std::uint32_t kNoLexeme = 0xFFFFFFFFU;

/// A rule that fits, with the lexeme that each place of its pattern took.
struct TimeMatch {
  static constexpr std::size_t kMostElements = 12;
  const lang::TimeRule* rule = nullptr;
  std::array<std::uint32_t, kMostElements> taken{};  ///< kNoLexeme for an optional place that took none.
  std::uint32_t begin = 0, end = 0;                  ///< Lexemes of the expression.
  std::uint32_t next = 0;                            ///< First lexeme behind the whole pattern.
  /// Of "10." in "am 10. und 11. Mai": the index of the match that completes it; its own parts are `day`, `hour`
  /// and `minute` or `count`.
  std::uint32_t completed_by = kNoLexeme;
  std::uint32_t own_number = kNoLexeme, own_minute = kNoLexeme;
};

/// Finds the expressions from left to right: the longest match at a lexeme wins, then the earlier rule. Matches do
/// not overlap. Elliptic members of lists and ranges follow from the full expression behind them. Cost: linear; a
/// rule looks at most kMostElements lexemes ahead.
std::vector<TimeMatch> match_times(std::span<const TimeLexeme> lexemes, const lang::TimeGrammar& grammar);

/// The lexeme that the pattern took as `c`, one of the expression before one of its context; or null.
const TimeLexeme* slot(const TimeMatch& match, std::span<const TimeLexeme> lexemes, lang::TimeClass c);

}  // namespace ql::annotate
