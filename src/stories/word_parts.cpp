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
/// Frequency from which a stem can be part of a compound.
constexpr double kLeastFrequency = 1e-6;
constexpr std::size_t kSlots = 1U << 16U;

std::uint32_t stem_of(std::string_view folded) {
  return static_cast<std::uint32_t>(lang::word_key(folded).stem >> 32U);
}

}  // namespace

WordParts::WordParts(const lang::WordFrequency& frequency) : frequency_(frequency), slots_(kSlots) {}

double WordParts::known(std::uint32_t stem) const {
  const double frequency = frequency_.of(stem);
  return frequency >= kLeastFrequency ? frequency : 0;
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
  double best_frequency = 0;
  for (std::size_t at = kLeastPart; at + kLeastPart <= letters.size(); ++at) {
    const std::uint32_t tail = stem_of(letters.substr(at));
    const double tail_frequency = known(tail);
    if (tail_frequency <= best_frequency) continue;
    const std::uint32_t head = stem_of(letters.substr(0, at));
    const double frequency = std::min(tail_frequency, known(head));
    if (frequency <= best_frequency) continue;
    best_frequency = frequency;
    best = {head, tail, 0, 0};
  }
  if (best.tail != 0) {
    best.head_rarity = rarity_of(frequency_, best.head);
    best.tail_rarity = rarity_of(frequency_, best.tail);
  }
  return best;
}

}  // namespace ql::stories
