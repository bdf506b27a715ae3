// SPDX-License-Identifier: Apache-2.0
// The file is made by train/word_frequency.py: "QLWF", a count, sorted 32-bit keys, and one byte per key with
// -20 log10 of the frequency; integers are little endian, as on every machine that we build for.
// Tested by stories/stories_test.cpp.
#include "lang/word_frequency.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "base/check.h"

namespace ql::lang {
namespace {

constexpr std::size_t kHeadBytes = 8;
constexpr double kStepsPerDecade = 20;
constexpr std::uint32_t kFirstStep = 8;

}  // namespace

WordFrequency::WordFrequency(std::string_view file) {
  QL_CHECK(file.size() >= kHeadBytes && file.substr(0, 4) == "QLWF");
  std::memcpy(&count_, file.data() + 4, sizeof count_);
  QL_CHECK(file.size() == kHeadBytes + count_ * (sizeof(std::uint32_t) + 1));
  keys_ = file.data() + kHeadBytes;
  values_ = keys_ + count_ * sizeof(std::uint32_t);
}

std::uint32_t WordFrequency::stem_at(std::uint32_t index) const {
  std::uint32_t key = 0;
  std::memcpy(&key, keys_ + index * sizeof key, sizeof key);
  return key;
}

// Keys are hashes and so spread evenly: a key stands close to where its size lets expect, within a few times the root
// of the number of keys. How far the key found there is off says where to look next, again within a few times the root
// of the distance; from there the search widens until the key is enclosed. A look-up touches few lines of the cache.
double WordFrequency::of(std::uint32_t stem) const {
  static const std::array<double, 256> kFrequencies = [] {
    std::array<double, 256> frequencies{};
    for (std::size_t i = 0; i < frequencies.size(); ++i) {
      frequencies[i] = std::pow(10.0, -static_cast<double>(i) / kStepsPerDecade);
    }
    return frequencies;
  }();
  if (count_ == 0) return kUnknown;
  auto expected = static_cast<std::uint32_t>(std::uint64_t{stem} * count_ >> 32U);
  const std::int64_t off = (std::int64_t{stem} - stem_at(expected)) * count_ / (std::int64_t{1} << 32U);
  expected = static_cast<std::uint32_t>(std::clamp<std::int64_t>(expected + off, 0, std::int64_t{count_} - 1));
  std::uint32_t low = expected, high = expected, step = kFirstStep;
  while (low > 0 && stem_at(low) > stem) {
    low -= std::min(low, step);
    step *= 2;
  }
  for (step = kFirstStep; high < count_ && stem_at(high) < stem; step *= 2) high += std::min(count_ - high, step);
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (stem_at(middle) < stem) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == count_ || stem_at(low) != stem) return kUnknown;
  return kFrequencies[static_cast<unsigned char>(values_[low])];
}

}  // namespace ql::lang
