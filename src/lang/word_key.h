// SPDX-License-Identifier: Apache-2.0
// Words as numbers: a folded word is hashed letter by letter, so that the hash of its stem is one of the hashes on
// the way. Shared by the stories stage and by train/word_frequency.py, which must agree to the bit.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ql::lang {

/// Hashes of a folded word (lower case; umlauts as ae, oe, ue; sharp s as ss).
struct WordKey {
  std::uint64_t word = 0;
  std::uint64_t stem = 0;  ///< Of the word without its inflectional ending; two unlike words may share a stem.
};

constexpr std::uint64_t kWordHashStart = 0xCBF29CE484222325U;  ///< FNV-1a, 64 bit
constexpr std::uint64_t kWordHashPrime = 0x100000001B3U;

/// Letters of the inflectional ending (-ern, -en, -er, -es, -em, -e, -s, -n) of a word of `length` letters; at least
/// four letters stay. `last` holds the last letters, the very last in its lowest byte.
constexpr std::size_t ending_length(std::size_t length, std::uint32_t last) {
  constexpr std::size_t kShortestStem = 4;
  if (length <= kShortestStem) return 0;
  const std::uint32_t letter = last & 0xFFU;
  const std::uint32_t before = last >> 8U & 0xFFU;
  if (length > kShortestStem + 2 && letter == 'n' && before == 'r' && (last >> 16U & 0xFFU) == 'e') return 3;
  if (before == 'e' && (letter == 'm' || letter == 'n' || letter == 'r' || letter == 's')) {
    return length > kShortestStem + 1 ? 2 : 1;
  }
  return letter == 'e' || letter == 's' || letter == 'n' ? 1 : 0;
}

constexpr std::size_t ending_length(std::string_view folded) {
  std::uint32_t last = 0;
  for (const char letter : folded.substr(folded.size() < 3 ? 0 : folded.size() - 3)) {
    last = last << 8U | static_cast<unsigned char>(letter);
  }
  return ending_length(folded.size(), last);
}

/// FNV-1a, 64 bit, of the stem and, going on from there, of the whole word.
constexpr WordKey word_key(std::string_view folded) {
  std::uint64_t key = kWordHashStart;
  const auto extend = [&key](std::string_view letters) {
    for (const char letter : letters) key = (key ^ static_cast<unsigned char>(letter)) * kWordHashPrime;
  };
  const std::size_t stem = folded.size() - ending_length(folded);
  WordKey result;
  extend(folded.substr(0, stem));
  result.stem = key;
  extend(folded.substr(stem));
  result.word = key;
  return result;
}

/// Appends one lower-case letter in folded form: umlauts as ae, oe, ue, sharp s as ss, others as their bytes.
void append_folded(std::string& out, char32_t lower);

/// A whole word in folded form.
std::string fold_word(std::string_view word);

}  // namespace ql::lang
