// SPDX-License-Identifier: Apache-2.0
// Readers of lexicons/xx/units.tsv and currencies.tsv: measures with their SI factor, and money.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lang/lexemes.h"

namespace ql::lang {

enum class UnitKind : std::uint8_t { Measure, Money, Share, Points, Time, Times };

struct Unit {
  std::string code;  ///< What the dossier prints: "EUR", "%", "m".
  UnitKind kind = UnitKind::Measure;
  std::string si_unit;  ///< "" = no conversion.
  double si_factor = 0, si_offset = 0;
  double sub_factor = 0;  ///< Weight of a bare number behind the unit ("3 Meter 92"); 0 = none.
  std::string
      large_form;  ///< The form of the unit that this one is with large numbers ("pfund sterling"); "" = itself.
};

class Units {
 public:
  Units() = default;
  Units(std::string_view units_text, std::string_view currencies_text);
  /// The unit whose lexemes joined by blanks are `lower` (words, any case) or `exact` (symbols, as written).
  [[nodiscard]] const Unit* find(std::string_view lower, std::string_view exact) const;
  /// The first lexemes of all forms: words in lower case, symbols as written.
  [[nodiscard]] const PhraseMap<char>& first_words() const { return word_starts_; }
  [[nodiscard]] const PhraseMap<char>& first_symbols() const { return symbol_starts_; }
  /// The nouns that find_currency() knows, in lower case.
  [[nodiscard]] const PhraseMap<char>& currency_nouns() const { return currency_nouns_; }
  /// The currency `noun` (lower case) after the adjective `adjective`, inflected with one of `endings`
  /// ("kanadischen" "dollar").
  [[nodiscard]] const Unit* find_currency(std::string_view adjective, std::string_view noun,
                                          const std::vector<std::string>& endings) const;
  [[nodiscard]] std::size_t longest() const { return longest_; }  ///< Lexemes of the longest form.

 private:
  void add_measures(std::string_view text);
  void add_currencies(std::string_view text);
  void note(std::string_view key, PhraseMap<char>& starts);

  PhraseMap<Unit> words_, symbols_;
  PhraseMap<Unit> currencies_by_adjective_;  // "kanadisch dollar"
  PhraseMap<char> word_starts_, symbol_starts_, currency_nouns_;
  std::size_t longest_ = 0;
};

}  // namespace ql::lang
