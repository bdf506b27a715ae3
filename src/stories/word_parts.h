// SPDX-License-Identifier: Apache-2.0
// Long words that the language's list hardly knows, taken apart: Osterruhe is about Easter and about rest, and another
// report writes Ruhetage. Private to stories.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lang/word_frequency.h"

namespace ql::stories {

/// Splits compounds in two by the word list alone and remembers the latest answers. Not thread-safe.
class WordParts {
 public:
  /// Stems of the parts; both 0 for a word that is no compound of known words.
  struct Parts {
    std::uint32_t head = 0, tail = 0;
    std::uint8_t head_rarity = 0, tail_rarity = 0;  ///< As rarity_of() says.
  };

  explicit WordParts(const lang::WordFrequency& frequency);
  /// `key` is the word's hash, `word` its letters. Cost: quadratic in the word (at most 40 letters are read) when it is
  /// not remembered.
  Parts of(std::uint64_t key, std::string_view word);

  /// Words of fewer letters are not split.
  static constexpr std::uint32_t kLeastLetters = 9;

 private:
  struct Slot {
    std::uint64_t key = 0;
    bool filled = false;
    Parts parts;
  };
  /// How rare a stem is, and the latest answers: endings of words come again and again.
  struct Rarity {
    std::uint32_t stem = 0;
    std::uint8_t rarity = 0;  ///< 0: not filled
  };
  Parts split(std::string_view word);
  [[nodiscard]] std::uint8_t rarity_of_stem(std::uint32_t stem);

  lang::WordFrequency frequency_;
  std::vector<Slot> slots_;
  std::vector<Rarity> rarities_;
  std::string folded_;
};

}  // namespace ql::stories
