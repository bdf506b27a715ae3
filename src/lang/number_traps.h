// SPDX-License-Identifier: Apache-2.0
// Reader of lexicons/xx/number_traps.tsv: words that show that a number counts nothing (ages, ranks, dates ...).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lang/lexemes.h"

namespace ql::lang {

/// What a number is that nothing is counted with; the names are those of the column `kind`.
enum class TrapKind : std::uint8_t {
  Rank,
  Identifier,
  Paragraph,
  Phone,
  HouseNumber,
  ClockTime,
  Age,
  Month,
  Year,
  Duration,
  Other
};

/// Where the word stands; the names are those of the column `place`.
enum class TrapPlace : std::uint8_t {
  Label,
  LabelSuffix,
  After,
  Suffix,
  BeforeYears,
  Month,
  YearCue,
  BeforeTime,
  AfterTime,
  AgeBound,
  AgeLead,
  AgeVerb,
  AgeBare,
  Idiom,
  Pronoun,
  Ratio,
  BeforeHour,
  LabelWhole,
  LabelMeasure
};

class NumberTraps {
 public:
  NumberTraps() = default;
  explicit NumberTraps(std::string_view text);
  /// The first (last) lexemes of all phrases, each with its set of TrapPlace.
  [[nodiscard]] const PhraseMap<unsigned>& first_words() const { return first_words_; }
  [[nodiscard]] const PhraseMap<unsigned>& last_words() const { return last_words_; }
  /// The trap that `phrase` (lexemes in lower case, joined by blanks) marks at `place`.
  [[nodiscard]] std::optional<TrapKind> find(std::string_view phrase, TrapPlace place) const;
  /// As find(), for a word that only ends in a form of LabelSuffix ("zahnradweg").
  [[nodiscard]] std::optional<TrapKind> find_label_suffix(std::string_view word) const;
  /// The longest form of Suffix that `word` ends in, or "" ("achtjährige" -> "jährige").
  [[nodiscard]] std::string_view grown_suffix(std::string_view word) const;

 private:
  struct Ending {
    std::string form;
    TrapKind kind;
  };

  static constexpr std::size_t kPlaceCount = 19;
  PhraseMap<TrapKind> places_[kPlaceCount];
  PhraseMap<unsigned> first_words_, last_words_;                 ///< Bit sets of TrapPlace.
  std::vector<Ending> label_endings_, grown_endings_;            // longest first
  std::vector<bool> grown_ends_ = std::vector<bool>(1U << 16U);  ///< By the last two bytes of Suffix forms; 0 for one.
};

}  // namespace ql::lang
