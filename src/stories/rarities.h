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

/// Stems with a rarity each, as a hash table of lines of memory.
class RarityTable {
 public:
  /// Room for 16 << bits stems, of which twice as many as expected go well.
  explicit RarityTable(unsigned bits) : bits_(bits), buckets_(std::size_t{1} << bits) {}
  void add(std::uint32_t stem, std::uint8_t rarity);
  /// 0 for stems that it lacks. Cost: one line of memory.
  [[nodiscard]] std::uint8_t of(std::uint32_t stem) const;
  void fetch(std::uint32_t stem) const { __builtin_prefetch(&buckets_[stem & (buckets_.size() - 1)]); }

 private:
  /// The stems with the same last bits: their other bits, and the rarity in the lowest byte; 0 = free.
  struct alignas(64) Bucket {
    std::array<std::uint32_t, 16> entries{};
  };

  unsigned bits_;  // at least 8
  std::vector<Bucket> buckets_;
  std::vector<std::pair<std::uint32_t, std::uint8_t>> overflow_;  // of full buckets, ascending by stem if added so
};

/// rarity_of() for many stems. 2.3 MiB.
class Rarities {
 public:
  /// Cost: one pass over the list, a few milliseconds.
  explicit Rarities(const lang::WordFrequency& frequency);
  /// Cost: one line of memory.
  [[nodiscard]] std::uint8_t of(std::uint32_t stem) const {
    const std::uint8_t rarity = all_.of(stem);
    return rarity != 0 ? rarity : kUnknownRarity;
  }
  /// Fetches what of() is going to read.
  void fetch(std::uint32_t stem) const { all_.fetch(stem); }
  /// The rarity of a stem that is not rarer than kMostCommon; 0 for all others, most of which one bit refuses.
  [[nodiscard]] std::uint8_t of_common(std::uint32_t stem) const {
    return (common_bits_[stem / 64 % common_bits_.size()] >> stem % 64 & 1U) == 0 ? 0 : common_.of(stem);
  }

  /// One of a million words.
  static constexpr std::uint8_t kMostCommon = 120;

 private:
  RarityTable all_, common_;                // the common ones once more, so that they stay in the cache
  std::vector<std::uint64_t> common_bits_;  // one bit for each value of a stem's last bits
};

}  // namespace ql::stories
