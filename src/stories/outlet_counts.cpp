// SPDX-License-Identifier: Apache-2.0
// Rows of outlets, merged. Tested by grouping_test.cpp.
#include "stories/outlet_counts.h"

#include <algorithm>
#include <iterator>

namespace ql::stories {

std::vector<OutletCount> add_counts(std::span<const OutletCount> one, std::span<const OutletCount> other) {
  std::vector<OutletCount> all;
  all.reserve(one.size() + other.size());
  std::merge(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(all),
             [](const OutletCount& x, const OutletCount& y) { return x.outlet < y.outlet; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (kept > 0 && all[kept - 1].outlet == all[i].outlet) {
      all[kept - 1].count += all[i].count;
    } else {
      all[kept++] = all[i];
    }
  }
  all.resize(kept);
  return all;
}

std::uint64_t pairs_of_one_outlet(std::span<const OutletCount> one, std::span<const OutletCount> other) {
  std::uint64_t pairs = 0;
  for (auto x = one.begin(), y = other.begin(); x != one.end() && y != other.end();) {
    if (x->outlet == y->outlet) pairs += std::uint64_t{x->count} * y->count;
    x->outlet < y->outlet ? ++x : ++y;
  }
  return pairs;
}

}  // namespace ql::stories
