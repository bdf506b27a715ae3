// SPDX-License-Identifier: Apache-2.0
// Sorting by hashes. Private to stories.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace ql::stories {

/// Sorts items by less(); stable. `spread` gives of each item a number that is spread evenly over 32 bits and never
/// falls from an item to a greater one. Items are dealt into about as many buckets as there are items, after which
/// hardly any stands far from its place: no branch has to be foreseen as in a sort by comparing. Cost: linear for
/// spread numbers, that of a sort by comparing for others.
template <class T, class Spread, class Less>
void sort_spread(std::span<T> items, std::vector<T>& scratch, Spread spread, Less less) {
  constexpr unsigned kMostBits = 12;
  constexpr std::size_t kMostInBucket = 32;
  if (items.size() < 2) return;
  const unsigned bits = std::min(kMostBits, static_cast<unsigned>(std::bit_width(items.size() - 1)));
  const auto bucket_of = [&](const T& item) { return std::uint32_t{spread(item)} >> (32U - bits); };
  std::array<std::uint32_t, (std::size_t{1} << kMostBits) + 1> begins;
  std::fill_n(begins.begin(), (std::size_t{1} << bits) + 1, 0U);
  for (const T& item : items) ++begins[bucket_of(item) + 1];
  std::size_t most = 0;
  for (std::size_t i = 1; i <= std::size_t{1} << bits; ++i) {
    most = std::max<std::size_t>(most, begins[i]);
    begins[i] += begins[i - 1];
  }
  scratch.assign(items.begin(), items.end());
  for (const T& item : scratch) items[begins[bucket_of(item)]++] = item;
  for (std::size_t i = 0; most > kMostInBucket && i < std::size_t{1} << bits; ++i) {  // begins are ends now
    const std::size_t begin = i > 0 ? begins[i - 1] : 0;
    if (begins[i] - begin <= kMostInBucket) continue;
    const std::span<T> bucket = items.subspan(begin, begins[i] - begin);
    if (!std::is_sorted(bucket.begin(), bucket.end(), less)) std::stable_sort(bucket.begin(), bucket.end(), less);
  }
  for (std::size_t i = 1; i < items.size(); ++i) {
    if (!less(items[i], items[i - 1])) continue;
    const T item = items[i];
    std::size_t to = i;
    for (; to > 0 && less(item, items[to - 1]); --to) items[to] = items[to - 1];
    items[to] = item;
  }
}

}  // namespace ql::stories
