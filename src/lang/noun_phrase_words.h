// SPDX-License-Identifier: Apache-2.0
// Small words of the noun phrase: determiners, titles, pronouns. Compiled from noun_phrase.tsv.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lang/name_lexicon.h"

namespace ql::lang {

enum class PhraseWord : std::uint8_t {
  None,
  Definite,
  Indefinite,
  Possessive,
  Demonstrative,
  Contraction,  ///< im, vom, zur: a preposition with its article.
  Quantifier,
  Title,
  Pronoun,
  BeforeGenitive,  ///< Prepositions that join a role with a body: von, aus, bei.
  NoAdjective,
  PlaceStart  ///< Opens names of places: Sankt.
};

class NounPhraseWords {
 public:
  NounPhraseWords() = default;
  /// Requires the embedded lexicon of the language.
  explicit NounPhraseWords(const std::string& language_code);

  /// The class of a word, upper or lower case at its start. O(length).
  [[nodiscard]] PhraseWord find(std::string_view word) const;
  /// Gender of a personal pronoun; Unknown for other words.
  [[nodiscard]] NounGender pronoun_gender(std::string_view word) const;

 private:
  ViewIndex words_;  ///< Value: class | gender << 8.
};

/// True for articles, possessives and demonstratives.
constexpr bool is_determiner(PhraseWord word) {
  return word == PhraseWord::Definite || word == PhraseWord::Indefinite || word == PhraseWord::Possessive ||
         word == PhraseWord::Demonstrative;
}

}  // namespace ql::lang
