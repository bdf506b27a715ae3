// SPDX-License-Identifier: Apache-2.0
// A quick hash of a word's bytes as they stand. Private to stories.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/hash.h"

namespace ql::stories {

/// A hash of the bytes of a word in a text; it need not be the same elsewhere. Words of up to 24 bytes are taken as
/// three numbers of eight bytes, the first byte lowest.
class Spelling {
 public:
  static std::uint64_t of(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    const std::size_t size = end - begin;
    if (size > kShortBytes || begin + kShortBytes > text.size()) return of_any(text.substr(begin, size));
    return of_short(text.data() + begin, size);
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

  static std::uint64_t eight_bytes(const char* bytes) {
    std::uint64_t number = 0;
    std::memcpy(&number, bytes, sizeof number);
    return number;
  }
  static constexpr std::uint64_t mixed(std::uint64_t hash, std::uint64_t part) {
    hash = (hash ^ part) * 0x9E3779B97F4A7C15U;
    return hash ^ hash >> 29U;
  }
  /// Reads kShortBytes; what stands behind the word is cleared.
  static std::uint64_t of_short(const char* bytes, std::size_t size) {
    std::uint64_t hash = mixed(0, eight_bytes(bytes) & kMasks[size + 16]);
    hash = mixed(hash, eight_bytes(bytes + 8) & kMasks[size + 8]);
    return mixed(hash, eight_bytes(bytes + 16) & kMasks[size]);
  }
  static std::uint64_t of_any(std::string_view word) {
    if (word.size() > kShortBytes) return hash64(word);
    std::array<char, kShortBytes> copy{};
    std::copy(word.begin(), word.end(), copy.begin());
    return of_short(copy.data(), word.size());
  }
};

}  // namespace ql::stories
