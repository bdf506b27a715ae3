// SPDX-License-Identifier: Apache-2.0
// What a pattern of the time grammar cannot say: a match that is none after all. Private to the times layer.
#pragma once

#include <span>
#include <vector>

#include "annotate/times_match.h"

namespace ql::annotate {

/// Judges matches by what stands around them. Refers to the lexemes and to the matches so far; both outlive it.
class Refusals {
 public:
  Refusals(std::span<const TimeLexeme> lexemes, const std::vector<TimeMatch>& matches)
      : lexemes_(lexemes), matches_(matches) {}

  /// True if the match is a count, a name, a score ... Cost: constant.
  [[nodiscard]] bool refused(const TimeMatch& match) const;
  /// Digits that go on to the left: "1.10.", "0471-20".
  [[nodiscard]] bool part_of_number(std::uint32_t begin) const;

 private:
  [[nodiscard]] bool count_follows(std::uint32_t next, bool noun_counts) const;
  [[nodiscard]] bool counts_with_adjective(const TimeMatch& match) const;
  [[nodiscard]] bool compound_follows(std::uint32_t next) const;
  [[nodiscard]] bool refused_season(const TimeMatch& match) const;
  [[nodiscard]] bool refused_rate(const TimeMatch& match) const;
  [[nodiscard]] bool refused_year_end(const TimeMatch& match) const;
  [[nodiscard]] bool is_title(const TimeMatch& match) const;
  [[nodiscard]] bool refused_month(const TimeMatch& match) const;
  [[nodiscard]] bool name_follows(const TimeMatch& match) const;
  [[nodiscard]] bool refused_clock(const TimeMatch& match) const;
  [[nodiscard]] bool is_about_a_year(std::uint32_t preposition) const;
  [[nodiscard]] bool refused_year(const TimeMatch& match) const;
  [[nodiscard]] bool refused_age(const TimeMatch& match) const;
  [[nodiscard]] const TimeLexeme* lexeme_at(std::uint32_t index) const {
    return index < lexemes_.size() ? &lexemes_[index] : nullptr;
  }
  [[nodiscard]] bool has(std::uint32_t index, lang::TimeClass c) const {
    return index < lexemes_.size() && lexemes_[index].classes.has(c);
  }

  std::span<const TimeLexeme> lexemes_;
  const std::vector<TimeMatch>& matches_;
};

}  // namespace ql::annotate
