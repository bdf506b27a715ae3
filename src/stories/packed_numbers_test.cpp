// SPDX-License-Identifier: Apache-2.0
#include "stories/packed_numbers.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace ql::stories {
namespace {

std::vector<std::uint32_t> unpacked(const std::vector<std::uint32_t>& numbers, std::uint64_t from,
                                    std::uint64_t limit) {
  std::vector<std::uint32_t> words, out;
  PackedNumbers::append(numbers, words);
  words.push_back(0xDEADBEEF);  // what stands behind is not read as a number
  PackedNumbers(words.data(), static_cast<std::uint32_t>(numbers.size())).for_each(from, limit, [&](std::uint32_t n) {
    out.push_back(n);
  });
  return out;
}

constexpr std::uint64_t kAll = std::uint64_t{1} << 32U;

TEST(PackedNumbers, ComeBackAsTheyWere) {
  std::mt19937 random(1);
  for (const std::size_t count : {0U, 1U, 2U, 3U, 31U, 46U, 64U, 1000U, 65535U}) {
    std::set<std::uint32_t> numbers;
    while (numbers.size() < count) numbers.insert(static_cast<std::uint32_t>(random()));
    const std::vector<std::uint32_t> all(numbers.begin(), numbers.end());
    EXPECT_EQ(unpacked(all, 0, kAll), all);
  }
}

TEST(PackedNumbers, MayLieAtTheEndsOrClose) {
  for (const std::vector<std::uint32_t>& numbers :
       {std::vector<std::uint32_t>{0}, {UINT32_MAX}, {0, UINT32_MAX}, {0, 1, 2, 3, UINT32_MAX - 1, UINT32_MAX}}) {
    EXPECT_EQ(unpacked(numbers, 0, kAll), numbers);
  }
  std::vector<std::uint32_t> close(500);
  for (std::uint32_t i = 0; i < close.size(); ++i) close[i] = UINT32_MAX - 499 + i;
  EXPECT_EQ(unpacked(close, 0, kAll), close);
}

TEST(PackedNumbers, GiveARangeOnly) {
  EXPECT_EQ(unpacked({5, 10, 20, 4'000'000'000U}, 10, 20), (std::vector<std::uint32_t>{10}));
  EXPECT_EQ(unpacked({5, 10, 20, 4'000'000'000U}, 11, kAll), (std::vector<std::uint32_t>{20, 4'000'000'000U}));
}

TEST(PackedNumbers, TakeFewerBitsTheMoreThereAre) {
  std::mt19937 random(2);
  std::set<std::uint32_t> numbers;
  while (numbers.size() < 46) numbers.insert(static_cast<std::uint32_t>(random()));
  std::vector<std::uint32_t> words;
  PackedNumbers::append(std::vector<std::uint32_t>(numbers.begin(), numbers.end()), words);
  EXPECT_LE(words.size() * 4, 46U * 4 * 29 / 32);
}

}  // namespace
}  // namespace ql::stories
