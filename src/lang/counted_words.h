// SPDX-License-Identifier: Apache-2.0
// Reader of lexicons/xx/counted_words.tsv: words around a counted noun that are no part of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lang/lexemes.h"

namespace ql::lang {

enum class CountedWord : std::uint8_t {
  Function,
  Genitive,
  Pronoun,
  Adverb,
  Marker,
  Per,
  PerLink,
  PerUnit,
  From,
  To,
  Ratio,
  Minus,
  Between,
  Until,
  NoRange,
  And,
  Or,
  Of,
  OfAll,
  VagueOf,
  Difference,
  PartAdverb,
  Definite,
  OrdinalLead
};

class CountedWords {
 public:
  CountedWords() = default;
  explicit CountedWords(std::string_view text);
  /// All words in lower case, each with its set of CountedWord.
  [[nodiscard]] const PhraseMap<unsigned>& words() const { return kinds_; }
  /// True if `word` (lower case) is listed with this kind; a word may have several.
  [[nodiscard]] bool is(std::string_view word, CountedWord kind) const;
  /// Endings of adjectives in lower case, longest first ("en", "e").
  [[nodiscard]] const std::vector<std::string>& adjective_endings() const { return adjective_endings_; }
  /// True for a word in lower case that ends like an adjective made of a place ("Berliner").
  [[nodiscard]] bool ends_as_demonym(std::string_view word) const;

 private:
  PhraseMap<unsigned> kinds_;  // bit set of CountedWord
  std::vector<std::string> adjective_endings_, demonym_endings_;
};

}  // namespace ql::lang
