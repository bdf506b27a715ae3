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
  Parts split(std::string_view word);
  /// How common a stem is, 0 if too rare to be a part.
  [[nodiscard]] double known(std::uint32_t stem) const;

  lang::WordFrequency frequency_;
  std::vector<Slot> slots_;
  std::string folded_;
};

}  // namespace ql::stories
