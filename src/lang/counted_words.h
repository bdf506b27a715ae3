// SPDX-License-Identifier: Apache-2.0
// Reader of lexicons/xx/counted_words.tsv: words around a counted noun that are no part of it.
#pragma once

#include <optional>
#include <string_view>

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
  Minus
};

class CountedWords {
 public:
  CountedWords() = default;
  explicit CountedWords(std::string_view text);
  /// True if `word` (lower case) is listed with this kind; a word may have several.
  [[nodiscard]] bool is(std::string_view word, CountedWord kind) const;

 private:
  PhraseMap<unsigned> kinds_;  // bit set of CountedWord
};

}  // namespace ql::lang
