// SPDX-License-Identifier: Apache-2.0
#include "stories/spread_sort.h"

#include <gtest/gtest.h>

#include <random>
#include <utility>

namespace ql::stories {
namespace {

using Item = std::pair<std::uint32_t, std::uint32_t>;

void expect_sorted(std::vector<Item> items) {
  std::vector<Item> expected = items, scratch;
  const auto less = [](const Item& x, const Item& y) { return x.first < y.first; };
  std::stable_sort(expected.begin(), expected.end(), less);
  sort_spread(std::span(items), scratch, [](const Item& item) { return item.first; }, less);
  EXPECT_EQ(items, expected);
}

TEST(SpreadSort, SortsAsAStableSortDoes) {
  std::mt19937 random(1);
  for (const std::size_t size : {0U, 1U, 2U, 3U, 16U, 17U, 56U, 300U, 5000U, 70000U}) {
    std::vector<Item> items;
    for (std::uint32_t i = 0; i < size; ++i) items.emplace_back(static_cast<std::uint32_t>(random()), i);
    expect_sorted(items);
    for (Item& item : items) item.first %= 7;  // not spread at all
    expect_sorted(items);
    for (Item& item : items) item.first *= 0x20000000U;  // many equal ones
    expect_sorted(items);
  }
}

}  // namespace
}  // namespace ql::stories
