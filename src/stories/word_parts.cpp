// SPDX-License-Identifier: Apache-2.0
// Word -> two known stems. Every place that leaves four letters on both sides is tried; both stems must be common
// words of the list, and of several places the one wins whose rarer part is the most common. Linking letters
// (Regierung-s-bank, Klasse-n-fahrt) go with the stem's ending. Tested by word_parts_test.cpp.
#include "stories/word_parts.h"

#include <algorithm>
#include <array>

#include "lang/word_key.h"

namespace ql::stories {
namespace {

constexpr std::size_t kLeastPart = 4;
constexpr std::size_t kMostLetters = 40;

/// The stems of all beginnings of a word, from one pass over it.
class Beginnings {
 public:
  explicit Beginnings(std::string_view letters) : letters_(letters) {
    hashes_[0] = lang::kWordHashStart;
    for (std::size_t i = 0; i < letters.size(); ++i) {
      hashes_[i + 1] = (hashes_[i] ^ static_cast<unsigned char>(letters[i])) * lang::kWordHashPrime;
    }
  }
  [[nodiscard]] std::uint32_t stem(std::size_t length) const {
    const std::size_t ending = lang::ending_length(letters_.substr(0, length));
    return static_cast<std::uint32_t>(hashes_[length - ending] >> 32U);
  }

 private:
  std::string_view letters_;
  std::array<std::uint64_t, kMostLetters + 1> hashes_{};
};

}  // namespace

std::uint32_t stem_of(std::string_view folded) {
  return static_cast<std::uint32_t>(lang::word_key(folded).stem >> 32U);
}

WordParts parts_of(std::string_view folded, const Rarities& rarities) {
  if (folded.size() > kMostLetters) return {};
  const Beginnings beginnings(folded);
  WordParts best;
  std::uint8_t least = Rarities::kMostCommon + 1;
  for (std::size_t at = kLeastPart; at + kLeastPart <= folded.size(); ++at) {
    const std::uint32_t head = beginnings.stem(at);
    const std::uint8_t head_rarity = rarities.of_common(head);
    if (head_rarity == 0 || head_rarity >= least) continue;
    const std::uint32_t tail = stem_of(folded.substr(at));
    const std::uint8_t tail_rarity = rarities.of_common(tail);
    if (tail_rarity == 0 || tail_rarity >= least) continue;
    least = std::max(tail_rarity, head_rarity);
    best = {head, tail, head_rarity, tail_rarity};
  }
  return best;
}

}  // namespace ql::stories
