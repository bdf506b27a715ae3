// SPDX-License-Identifier: Apache-2.0
// Word -> two known stems. Every place that leaves four letters on both sides is tried; both stems must be common
// words of the list, and of several places the one wins whose rarer part is the most common. Linking letters
// (Regierung-s-bank, Klasse-n-fahrt) go with the stem's ending. Tested by word_parts_test.cpp.
#include "stories/word_parts.h"

#include <algorithm>

#include "lang/word_key.h"
#include "stories/words.h"

namespace ql::stories {
namespace {

constexpr std::size_t kLeastPart = 4;
constexpr std::size_t kMostLetters = 40;
/// Rarity up to which a stem can be part of a compound: one of a million words.
constexpr std::uint8_t kMostRarity = 120;
constexpr std::size_t kSlots = 1U << 16U, kRarities = 1U << 15U;

std::uint32_t stem_of(std::string_view folded) {
  return static_cast<std::uint32_t>(lang::word_key(folded).stem >> 32U);
}

}  // namespace

WordParts::WordParts(const lang::WordFrequency& frequency)
    : frequency_(frequency), slots_(kSlots), rarities_(kRarities) {}

std::uint8_t WordParts::rarity_of_stem(std::uint32_t stem) {
  Rarity& latest = rarities_[stem % kRarities];
  if (latest.rarity == 0 || latest.stem != stem) latest = {stem, rarity_of(frequency_, stem)};
  return latest.rarity;
}

WordParts::Parts WordParts::of(std::uint64_t key, std::string_view word) {
  Slot& slot = slots_[(key >> 40U) % kSlots];
  if (!slot.filled || slot.key != key) slot = {key, true, split(word)};
  return slot.parts;
}

WordParts::Parts WordParts::split(std::string_view word) {
  folded_ = lang::fold_word(word);
  if (folded_.size() > kMostLetters) return {};
  const std::string_view letters = folded_;
  Parts best;
  std::uint8_t least = kMostRarity + 1;
  for (std::size_t at = kLeastPart; at + kLeastPart <= letters.size(); ++at) {
    const std::uint32_t tail = stem_of(letters.substr(at));
    const std::uint8_t tail_rarity = rarity_of_stem(tail);
    if (tail_rarity >= least) continue;
    const std::uint32_t head = stem_of(letters.substr(0, at));
    const std::uint8_t head_rarity = rarity_of_stem(head);
    if (head_rarity >= least) continue;
    least = std::max(tail_rarity, head_rarity);
    best = {head, tail, head_rarity, tail_rarity};
  }
  return best;
}

}  // namespace ql::stories
