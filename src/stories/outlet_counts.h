// SPDX-License-Identifier: Apache-2.0
// Of which outlets the reports of a group are. Private to stories.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace ql::stories {

/// How many reports are of one known outlet.
struct OutletCount {
  std::uint32_t outlet = 0, count = 0;
};

/// The counts of two groups together; all rows ascending by outlet. Linear.
std::vector<OutletCount> add_counts(std::span<const OutletCount> one, std::span<const OutletCount> other);

/// Pairs of a report of each group that are of one outlet. Linear.
std::uint64_t pairs_of_one_outlet(std::span<const OutletCount> one, std::span<const OutletCount> other);

}  // namespace ql::stories
