// SPDX-License-Identifier: Apache-2.0
// Ascending 32-bit numbers in few bits each. Private to stories.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace ql::stories {

/// Ascending numbers as the Rice code of their distances: n numbers that are spread evenly take about 34 - log2(n)
/// bits each (46 of them 28). A view; the words belong to somebody else.
class PackedNumbers {
 public:
  /// The code is a row of words of so many bits.
  static constexpr unsigned kWordBits = 32;

  PackedNumbers() = default;
  /// `words` as append() wrote them, for so many numbers. One more word must be readable behind them; what it holds
  /// does not matter.
  PackedNumbers(const std::uint32_t* words, std::uint32_t count) : words_(words), count_(count) {}

  /// Appends the code of `numbers` (ascending, each once), in whole words.
  static void append(std::span<const std::uint32_t> numbers, std::vector<std::uint32_t>& out);

  [[nodiscard]] std::uint32_t size() const { return count_; }

  /// Calls use(number) for each number in [from, limit), ascending.
  template <class Use>
  void for_each(std::uint64_t from, std::uint64_t limit, const Use& use) const {
    decode(from, limit, use);
  }
  /// How many words the code takes. Linear.
  [[nodiscard]] std::size_t words() const {
    return (decode(0, ~std::uint64_t{0}, [](std::uint32_t) {}) + kWordBits - 1) / kWordBits;
  }

 private:
  /// Returns the bits that were read.
  template <class Use>
  std::uint64_t decode(std::uint64_t from, std::uint64_t limit, const Use& use) const {
    const unsigned low_bits = low_bits_of(count_);
    std::uint64_t at = 0, number = ~std::uint64_t{0};
    for (std::uint32_t i = 0; i < count_; ++i) {
      std::uint64_t high = 0;
      for (std::uint32_t ahead = bits_at(at); ahead == 0; ahead = bits_at(at)) {
        high += kWordBits;
        at += kWordBits;
      }
      const auto zeros = static_cast<unsigned>(std::countr_zero(bits_at(at)));
      at += zeros + 1;
      const std::uint64_t low = bits_at(at) & ((std::uint64_t{1} << low_bits) - 1);
      at += low_bits;
      number += ((high + zeros) << low_bits | low) + 1;
      if (number >= limit) break;
      if (number >= from) use(static_cast<std::uint32_t>(number));
    }
    return at;
  }
  /// Of a distance so many bits are written as they are, the rest in unary.
  static constexpr unsigned low_bits_of(std::size_t count) {
    return kWordBits - std::max(1U, static_cast<unsigned>(std::bit_width(count)));
  }
  [[nodiscard]] std::uint32_t bits_at(std::uint64_t at) const {
    const std::uint64_t word = at / kWordBits;
    const std::uint64_t both = words_[word] | std::uint64_t{words_[word + 1]} << kWordBits;
    return static_cast<std::uint32_t>(both >> at % kWordBits);
  }

  const std::uint32_t* words_ = nullptr;
  std::uint32_t count_ = 0;
};

}  // namespace ql::stories
