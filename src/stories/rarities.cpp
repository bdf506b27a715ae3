// SPDX-License-Identifier: Apache-2.0
// The word list as a hash table of lines of memory, since its entries are asked for in no order: a search in the list
// touches four lines. Of the many ways to cut a compound most give no common word: a bit that stays in the cache says
// so. Tested by words_test.cpp.
#include "stories/rarities.h"

#include <algorithm>
#include <cmath>

namespace ql::stories {
namespace {

/// German has 250,000 stems, eight in a bucket of sixteen; of its 33,000 common ones one of sixteen bits is set.
constexpr unsigned kBucketBits = 15;
constexpr std::size_t kCommonBits = 1U << 19U;

}  // namespace

std::uint8_t rarity_of(const lang::WordFrequency& frequency, std::uint32_t stem) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(-20 * std::log10(frequency.of(stem)), 1.0, 255.0)));
}

Rarities::Rarities(const lang::WordFrequency& frequency)
    : buckets_(std::size_t{1} << kBucketBits), common_(kCommonBits / 64) {
  for (std::uint32_t i = 0; i < frequency.size(); ++i) {
    add(frequency.stem_at(i), std::max<std::uint8_t>(1, frequency.rarity_at(i)));
  }
}

void Rarities::add(std::uint32_t stem, std::uint8_t rarity) {
  if (rarity <= kMostCommon) common_[stem / 64 % common_.size()] |= std::uint64_t{1} << stem % 64;
  auto& entries = buckets_[stem % buckets_.size()].entries;
  const auto free = std::find(entries.begin(), entries.end(), 0U);
  if (free != entries.end()) {
    *free = stem >> kBucketBits << 8U | rarity;
  } else {
    overflow_.emplace_back(stem, rarity);
  }
}

std::uint8_t Rarities::of(std::uint32_t stem) const {
  const auto& entries = buckets_[stem % buckets_.size()].entries;
  std::uint32_t found = 0;
  for (const std::uint32_t entry : entries) found |= entry >> 8U == stem >> kBucketBits ? entry & 0xFFU : 0U;
  if (found != 0) return static_cast<std::uint8_t>(found);
  if (entries.back() == 0) return kUnknownRarity;
  const auto rest = std::lower_bound(overflow_.begin(), overflow_.end(), stem,
                                     [](const auto& entry, std::uint32_t other) { return entry.first < other; });
  return rest != overflow_.end() && rest->first == stem ? rest->second : kUnknownRarity;
}

}  // namespace ql::stories
