// SPDX-License-Identifier: Apache-2.0
// Resolved matches of a block, and what belongs together among them. Private to the times layer.
#pragma once

#include <initializer_list>
#include <span>
#include <vector>

#include "annotate/times_match.h"
#include "annotate/times_resolve.h"

namespace ql::annotate {

/// A resolved match on its way into the annotations.
struct Found {
  TimeMatch match;
  Resolved meaning;
  TextRange text;
  std::uint32_t sentence = 0;
};

/// True if from `begin` to `end` stand only lexemes of the given classes, `most` at the most.
bool only_between(std::span<const TimeLexeme> lexemes, std::uint32_t begin, std::uint32_t end, std::uint32_t most,
                  std::initializer_list<lang::TimeClass> allowed);
/// "vom 3. bis 5. Mai", "zwischen Montag und Freitag": one match leads to the next.
bool is_range(std::span<const TimeLexeme> lexemes, const TimeMatch& from, const TimeMatch& to);
/// "1 Jahr, 2 Monate und 3 Tage" is one length: units descend, only commas and "und" between. Linear.
void join_durations(std::span<const TimeLexeme> lexemes, std::vector<Found>& found);
/// Both ends of "vom 3. bis 5. Mai" carry the bounds of the whole range: something happens between them. Linear.
void complete_ranges(std::span<const TimeLexeme> lexemes, std::vector<Found>& found);

}  // namespace ql::annotate
