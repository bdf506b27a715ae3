// SPDX-License-Identifier: Apache-2.0
// How rare is a stem? The language's word list as a hash table. Private to stories.
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "lang/word_frequency.h"

namespace ql::stories {

constexpr std::uint8_t kUnknownRarity = 160;

/// -20 log10 of a stem's frequency, at least 1; kUnknownRarity for stems that the list lacks. Cost: a search.
std::uint8_t rarity_of(const lang::WordFrequency& frequency, std::uint32_t stem);

/// rarity_of() for many stems. 2 MiB.
class Rarities {
 public:
  /// Cost: one pass over the list, a few milliseconds.
  explicit Rarities(const lang::WordFrequency& frequency);
  /// Cost: one line of memory.
  [[nodiscard]] std::uint8_t of(std::uint32_t stem) const;
  /// The rarity of a stem that is not rarer than kMostCommon; 0 for all others, most of which one bit refuses.
  [[nodiscard]] std::uint8_t of_common(std::uint32_t stem) const {
    if ((common_[stem / 64 % common_.size()] >> stem % 64 & 1U) == 0) return 0;
    const std::uint8_t rarity = of(stem);
    return rarity <= kMostCommon ? rarity : 0;
  }

  /// One of a million words.
  static constexpr std::uint8_t kMostCommon = 120;

 private:
  /// The stems with the same last bits: their other bits, and the rarity in the lowest byte; 0 = free.
  struct alignas(64) Bucket {
    std::array<std::uint32_t, 16> entries{};
  };
  void add(std::uint32_t stem, std::uint8_t rarity);

  std::vector<Bucket> buckets_;
  std::vector<std::uint64_t> common_;                             // one bit for each value of a stem's last bits
  std::vector<std::pair<std::uint32_t, std::uint8_t>> overflow_;  // of full buckets, ascending by stem
};

}  // namespace ql::stories
