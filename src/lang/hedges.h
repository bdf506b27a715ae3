// SPDX-License-Identifier: Apache-2.0
// Reader of lexicons/xx/hedges.tsv: words that loosen a number or turn it into a bound.
#pragma once

#include <string_view>

#include "lang/lexemes.h"

namespace ql::lang {

/// What a hedge does to its number; None: only a word that may stand between a hedge and its number.
enum class HedgeKind : std::uint8_t { None, Exact, About, AtLeast, AtMost, MoreThan, LessThan };
enum class HedgePlace : std::uint8_t { Before, After, Between };

struct HedgeEntry {
  HedgeKind kind = HedgeKind::About;
  HedgePlace place = HedgePlace::Before;
  bool needs_measure = false;  ///< Only before a number with a unit of measure.
  bool needs_numeral = false;  ///< Not before the article "ein".
};

class Hedges {
 public:
  Hedges() = default;
  explicit Hedges(std::string_view text);
  /// The entry whose lexemes, in lower case and joined by blanks, are `phrase` and that may stand at `place`.
  [[nodiscard]] const HedgeEntry* find(std::string_view phrase, HedgePlace place) const;
  /// False if no phrase that stands before a number ends with `word`, in lower case.
  [[nodiscard]] bool may_end_before(std::string_view word) const { return last_words_.contains(word); }
  /// The last lexemes of what stands before a number, the first ones of what stands behind, in lower case.
  [[nodiscard]] const PhraseMap<char>& last_words_before() const { return last_words_; }
  [[nodiscard]] const PhraseMap<char>& first_words_behind() const { return first_words_; }
  /// What may stand between a hedge and its number.
  [[nodiscard]] const PhraseMap<HedgeEntry>& between() const {
    return places_[static_cast<std::size_t>(HedgePlace::Between)];
  }
  [[nodiscard]] std::size_t longest() const { return longest_; }  ///< Lexemes of the longest phrase.

 private:
  PhraseMap<HedgeEntry> places_[3];
  PhraseMap<char> last_words_, first_words_;
  std::size_t longest_ = 0;
};

}  // namespace ql::lang
