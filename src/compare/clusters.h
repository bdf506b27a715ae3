// SPDX-License-Identifier: Apache-2.0
// Average-link clustering over a sparse list of similar pairs. Private to this folder.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "compare/profile.h"

namespace ql::compare {

/// Groups 0..count-1. Pairs of at least `link_at_least` are taken best first; two groups are joined when `may_link`
/// holds for every pair across them and their mean similarity (pairs not listed count 0) is at least `mean_at_least`.
/// Returns the groups with their members ascending, ordered by first member. Deterministic for a given order of pairs.
/// Cost: O(pairs x group size).
std::vector<std::vector<std::uint32_t>> cluster(std::size_t count, const std::vector<SimilarPair>& pairs,
                                                float link_at_least, float mean_at_least,
                                                const std::function<bool(std::uint32_t, std::uint32_t)>& may_link);

}  // namespace ql::compare
