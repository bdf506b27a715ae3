// SPDX-License-Identifier: Apache-2.0
// The word list as a hash table of lines of memory, since its entries are asked for in no order: a search in the list
// touches four lines. Of the many ways to cut a compound most give no common word: a bit that stays in the cache says
// so. Tested by words_test.cpp.
#include "stories/rarities.h"

#include <algorithm>
#include <cmath>

namespace ql::stories {
namespace {

/// German has 250,000 stems, eight in a bucket of sixteen; of its 33,000 common ones, as many in a bucket, one of
/// sixteen bits is set.
constexpr unsigned kBits = 15, kCommonTableBits = 12;
constexpr std::size_t kCommonBits = 1U << 19U;

}  // namespace

std::uint8_t rarity_of(const lang::WordFrequency& frequency, std::uint32_t stem) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(-20 * std::log10(frequency.of(stem)), 1.0, 255.0)));
}

void RarityTable::add(std::uint32_t stem, std::uint8_t rarity) {
  auto& entries = buckets_[stem & (buckets_.size() - 1)].entries;
  const auto free = std::find(entries.begin(), entries.end(), 0U);
  if (free != entries.end()) {
    *free = stem >> bits_ << 8U | rarity;
  } else {
    overflow_.emplace_back(stem, rarity);
  }
}

std::uint8_t RarityTable::of(std::uint32_t stem) const {
  const auto& entries = buckets_[stem & (buckets_.size() - 1)].entries;
  const std::uint32_t rest_of_stem = stem >> bits_;
  std::uint32_t found = 0;
  for (const std::uint32_t entry : entries) found |= entry >> 8U == rest_of_stem ? entry & 0xFFU : 0U;
  if (found != 0 || entries.back() == 0) return static_cast<std::uint8_t>(found);
  const auto rest = std::lower_bound(overflow_.begin(), overflow_.end(), stem,
                                     [](const auto& entry, std::uint32_t other) { return entry.first < other; });
  return rest != overflow_.end() && rest->first == stem ? rest->second : std::uint8_t{0};
}

Rarities::Rarities(const lang::WordFrequency& frequency)
    : all_(kBits), common_(kCommonTableBits), common_bits_(kCommonBits / 64) {
  for (std::uint32_t i = 0; i < frequency.size(); ++i) {
    const std::uint32_t stem = frequency.stem_at(i);
    const std::uint8_t rarity = std::max<std::uint8_t>(1, frequency.rarity_at(i));
    all_.add(stem, rarity);
    if (rarity > kMostCommon) continue;
    common_.add(stem, rarity);
    common_bits_[stem / 64 % common_bits_.size()] |= std::uint64_t{1} << stem % 64;
  }
}

}  // namespace ql::stories
