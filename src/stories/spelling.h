// SPDX-License-Identifier: Apache-2.0
// Quick hashes of a word's bytes. Private to stories.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/hash.h"

namespace ql::stories {

/// Hashes the words of one text; elsewhere they may be others. Words of up to 24 bytes are taken as three numbers of
/// eight bytes, the first byte lowest; the upper bits of a hash depend on all of its word.
class Spelling {
 public:
  /// The text must outlive it.
  explicit Spelling(std::string_view text)
      : text_(text.data()),
        last_(text.size() < kShortBytes ? -1 : static_cast<std::int64_t>(text.size() - kShortBytes)) {}

  /// Of the bytes as they stand.
  [[nodiscard]] std::uint64_t of(std::uint32_t begin, std::uint32_t end) const {
    const std::size_t size = end - begin;
    if (!is_short(begin, size)) [[unlikely]]
      return of_any({text_ + begin, size});
    return Parts(text_ + begin, size).hash();
  }
  /// Of the word in lower case, if it is ASCII and short; else 0.
  [[nodiscard]] std::uint64_t of_lower_case(std::uint32_t begin, std::uint32_t end) const {
    const std::size_t size = end - begin;
    if (!is_short(begin, size)) [[unlikely]]
      return 0;
    Parts parts(text_ + begin, size);
    return parts.lower() ? parts.hash() : 0;
  }
  /// The same of a word that stands anywhere.
  static std::uint64_t of_any(std::string_view word) {
    if (word.size() > kShortBytes) return hash64(word);
    std::array<char, kShortBytes> copy{};
    std::copy(word.begin(), word.end(), copy.begin());
    return Parts(copy.data(), word.size()).hash();
  }

 private:
  static constexpr std::size_t kShortBytes = 24;
  static_assert(std::endian::native == std::endian::little);

  /// Which bytes of such a number belong to a word of which it holds i - 16 bytes: none below 16, all from 24 on.
  static constexpr std::array<std::uint64_t, 2 * kShortBytes> kMasks = [] {
    std::array<std::uint64_t, 2 * kShortBytes> masks{};
    for (std::size_t i = 0; i < masks.size(); ++i) {
      const std::size_t size = i < 16 ? 0 : std::min<std::size_t>(8, i - 16);
      masks[i] = size == 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << 8 * size) - 1;
    }
    return masks;
  }();

  /// The three numbers of a word; what stands behind it is cleared.
  class Parts {
   public:
    /// Reads kShortBytes.
    Parts(const char* bytes, std::size_t size)
        : first_(eight_bytes(bytes) & kMasks[size + 16]),
          second_(eight_bytes(bytes + 8) & kMasks[size + 8]),
          third_(eight_bytes(bytes + 16) & kMasks[size]),
          size_(size) {}
    [[nodiscard]] std::uint64_t hash() const {
      return first_ * 0x9E3779B97F4A7C15U + second_ * 0xBF58476D1CE4E5B9U + third_ * 0x94D049BB133111EBU;
    }
    /// Letters to lower case, digits as they are. False if there are others than those of ASCII.
    [[nodiscard]] bool lower() {
      constexpr std::uint64_t kCase = 0x2020202020202020U, kBeyond = 0x8080808080808080U;
      const bool ascii = ((first_ | second_ | third_) & kBeyond) == 0;
      first_ |= kCase & kMasks[size_ + 16];
      second_ |= kCase & kMasks[size_ + 8];
      third_ |= kCase & kMasks[size_];
      return ascii;
    }

   private:
    static std::uint64_t eight_bytes(const char* bytes) {
      std::uint64_t number = 0;
      std::memcpy(&number, bytes, sizeof number);
      return number;
    }
    std::uint64_t first_, second_, third_;
    std::size_t size_;
  };

  [[nodiscard]] bool is_short(std::uint32_t begin, std::size_t size) const {
    return size <= kShortBytes && begin <= last_;
  }

  const char* text_;
  std::int64_t last_;  // where a word may begin that is read at once
};

}  // namespace ql::stories
