// SPDX-License-Identifier: Apache-2.0
// Reader of lexicons/xx/figure_roles.tsv: words that say how a figure adds up, what it measures and when it holds.
#pragma once

#include <cstdint>
#include <string_view>

#include "lang/lexemes.h"

namespace ql::lang {

/// The names are those of the column `kind`.
enum class FigureWord : std::uint8_t {
  Increment,
  Part,
  Total,
  Change,
  ChangeVerb,
  Cap,
  NumberNoun,
  AmountLink,
  Now,
  OpenTime,
  Person,
  Toll,
  TollNoun,
  Force,
  PressRelease,
  Comparison,
  Than,
  PartPronoun,
  PartPreposition,
  ReachLink,
  LevelVerb,
  CountingVerb,
  Former,
  MeasureNoun,
  ChangeBy,
  ChangeOf,
  How,
  Many,
  UntilHour,
  Each,
  Dimension,
  Purpose,
  ScaleNoun,
  Direction,
  GivenWith
};

class FigureRoles {
 public:
  FigureRoles() = default;
  explicit FigureRoles(std::string_view text);
  /// All words and phrases in lower case, each with its set of FigureWord.
  [[nodiscard]] const PhraseMap<std::uint64_t>& words() const { return kinds_; }
  /// True if `word` (a form or a lemma in lower case, as the kind asks) is listed with this kind.
  [[nodiscard]] bool is(std::string_view word, FigureWord kind) const { return holds(kinds_of(word), kind); }
  /// All kinds of `word` as a set of bits for holds().
  [[nodiscard]] std::uint64_t kinds_of(std::string_view word) const {
    const auto found = kinds_.find(word);
    return found == kinds_.end() ? 0 : found->second;
  }
  static constexpr bool holds(std::uint64_t kinds, FigureWord kind) {
    return ((kinds >> static_cast<unsigned>(kind)) & 1U) != 0;
  }

 private:
  PhraseMap<std::uint64_t> kinds_;  // bit set of FigureWord
};

}  // namespace ql::lang
