// SPDX-License-Identifier: Apache-2.0
// Average-link clustering of a sparse graph. Private to stories.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stories/neighbours.h"

namespace ql::stories {

/// Joins groups of nodes as long as the mean likeness between two groups (0 for pairs without link) reaches `least`;
/// the most alike first. `breadth` 0 takes the mean as it is; with 1 it is divided by the lengths of the groups' mean
/// vectors (the cosine of centroids), so that a story of many different reports keeps its reach; values between are
/// between. Returns for each node the smallest node of its group. The result depends on the links alone, not on their
/// order. Cost: O(links log links).
std::vector<std::uint32_t> average_link(std::uint32_t nodes, std::span<const Link> links, float least, float breadth);

/// Gives single nodes to the group that they are closest to, if nothing competes: mean likeness at least `least`, and
/// `lead` times that to any other group. Changes `group_of` in place.
void attach_singles(std::span<const Link> links, float least, float lead, std::vector<std::uint32_t>& group_of);

/// Links between groups: the mean likeness over all pairs of members. `group_of` as average_link returns it.
std::vector<Link> group_links(std::span<const Link> links, std::span<const std::uint32_t> group_of);

}  // namespace ql::stories
