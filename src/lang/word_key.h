// SPDX-License-Identifier: Apache-2.0
// Words as numbers: a folded word is hashed letter by letter, so that the hash of its stem is one of the hashes on
// the way. Shared by the stories stage and by train/word_frequency.py, which must agree to the bit.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace ql::lang {

/// FNV-1a, 64 bit, one byte at a time.
constexpr std::uint64_t kWordKeyStart = 0xCBF29CE484222325U;
constexpr std::uint64_t extend_word_key(std::uint64_t key, char byte) {
  return (key ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
}

/// Collects one folded word (lower case; umlauts as ae, oe, ue; sharp s as ss) and knows its last letters.
class WordKey {
 public:
  void clear() { *this = WordKey(); }
  void add(char byte) {
    keys_[length_ % kKept] = key_ = extend_word_key(key_, byte);
    last_[length_ % kKept] = byte;
    ++length_;
  }
  [[nodiscard]] std::uint32_t length() const { return length_; }
  /// Hash of the whole word.
  [[nodiscard]] std::uint64_t word() const { return key_; }
  /// Hash of the word without its inflectional ending (-en, -er, -es, -s ...); at least four letters stay.
  /// Two unlike words may share a stem; the stem is a feature, never shown.
  [[nodiscard]] std::uint64_t stem() const {
    const std::uint32_t ending = ending_length();
    return ending == 0 ? key_ : keys_[(length_ - ending - 1) % kKept];
  }

 private:
  static constexpr std::uint32_t kKept = 8;
  static constexpr std::uint32_t kShortestStem = 4;

  [[nodiscard]] char from_end(std::uint32_t back) const { return last_[(length_ - back) % kKept]; }
  [[nodiscard]] std::uint32_t ending_length() const {
    if (length_ <= kShortestStem) return 0;
    const char last = from_end(1);
    const bool after_e = from_end(2) == 'e';
    if (last == 'n' && length_ > kShortestStem + 2 && from_end(2) == 'r' && from_end(3) == 'e') return 3;
    if (after_e && (last == 'm' || last == 'n' || last == 'r' || last == 's')) {
      return length_ > kShortestStem + 1 ? 2 : 1;
    }
    return last == 'e' || last == 's' || last == 'n' ? 1 : 0;
  }

  std::uint64_t key_ = kWordKeyStart;
  std::array<std::uint64_t, kKept> keys_{};
  std::array<char, kKept> last_{};
  std::uint32_t length_ = 0;
};

/// Stem hash of a word that is folded already (tests, lexicons of ASCII words).
inline std::uint64_t stem_key(std::string_view folded) {
  WordKey key;
  for (const char byte : folded) key.add(byte);
  return key.stem();
}

}  // namespace ql::lang
