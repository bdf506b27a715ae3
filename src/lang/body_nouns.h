// SPDX-License-Identifier: Apache-2.0
// Nouns for organisations by which a report takes up one that it has named. Compiled from body_nouns.tsv and
// organisation_words.tsv.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lang/lexemes.h"

namespace ql::lang {

/// A noun for an organisation: "Wasserverband" -> verband, modifier "Wasser".
struct BodyNoun {
  std::string noun;     ///< Lower case, folded no further.
  std::string body;     ///< Kind in institutions.tsv, or "".
  char gender = ' ';    ///< m, f, n, or p for a noun in the plural only.
  bool speaks = false;  ///< An actor even without a name.
  bool proper = false;  ///< Part of proper names (Landgericht Halle), not only a word for the kind (Konzern).
  std::size_t modifier_bytes = 0;
};

class BodyNouns {
 public:
  BodyNouns() = default;
  /// Requires the embedded lexicon of the language.
  explicit BodyNouns(const std::string& language_code);

  /// The noun that a word is or ends in (also in the genitive). O(length).
  [[nodiscard]] std::optional<BodyNoun> find(std::string_view word) const;
  /// The kind of organisation that a word of its name tells (AG: company, FC: club), "" when none. O(length).
  [[nodiscard]] std::string_view kind_of_name_word(std::string_view word) const;

 private:
  const BodyNoun* find_ending(std::string_view lower, std::size_t& begin) const;

  StringMap<std::string> name_words_;
  StringMap<BodyNoun> nouns_;
};

}  // namespace ql::lang
