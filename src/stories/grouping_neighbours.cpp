// SPDX-License-Identifier: Apache-2.0
// The neighbours of groups: a joined group has those of both parts, each of which hears of it; who has too many keeps
// the closest. Tested by grouping_test.cpp.
#include <algorithm>

#include "stories/grouping.h"

namespace ql::stories {

/// Who keeps its closest neighbours only may have dropped one that still knows it.
Grouping::Neighbour Grouping::neighbour(std::uint32_t a, std::uint32_t b) const {
  for (const auto& [one, other] : {std::pair(a, b), std::pair(b, a)}) {
    const Neighbours& all = neighbours_[one];
    const auto known = std::lower_bound(all.begin(), all.end(), other,
                                        [](const Neighbour& x, std::uint32_t node) { return x.node < node; });
    if (known == all.end() || known->node != other) continue;
    Neighbour found = *known;
    found.node = b;
    return found;
  }
  return {b};
}

Grouping::Neighbours Grouping::neighbours_of(std::uint32_t a, std::uint32_t b) const {
  const Neighbours &left = neighbours_[a], &right = neighbours_[b];
  Neighbours all;
  all.reserve(left.size() + right.size());
  auto x = left.begin();
  auto y = right.begin();
  while (x != left.end() || y != right.end()) {
    Neighbour next;
    if (y == right.end() || (x != left.end() && x->node < y->node)) {
      next = *x++;
    } else if (x == left.end() || y->node < x->node) {
      next = *y++;
    } else {
      next = *x++;
      next.links += y->links;
      for (std::size_t i = 0; i < next.sums.size(); ++i) next.sums[i] += y->sums[i];
      ++y;
    }
    if (is_group(next.node)) all.push_back(next);
  }
  return all;
}

void Grouping::announce(std::uint32_t group) {
  constexpr std::size_t kFarAhead = 8, kAhead = 4;
  const Neighbours& others = neighbours_[group];
  for (std::size_t i = 0; i < others.size(); ++i) {
    if (i + kFarAhead < others.size()) __builtin_prefetch(&neighbours_[others[i + kFarAhead].node]);
    if (i + kAhead < others.size()) {
      const Neighbours& next = neighbours_[others[i + kAhead].node];
      __builtin_prefetch(next.data() + next.size());
    }
    append(others[i].node, {group, others[i].links, others[i].sums});
  }
}

/// Entries that name no group any more make room before the list grows.
void Grouping::append(std::uint32_t node, const Neighbour& neighbour) {
  Neighbours& all = neighbours_[node];
  if (all.size() == all.capacity()) drop_dead_neighbours(all);
  all.push_back(neighbour);
}

void Grouping::drop_dead_neighbours(Neighbours& all) const {
  std::erase_if(all, [&](const Neighbour& old) { return !is_group(old.node); });
}

void Grouping::drop_far_neighbours(std::uint32_t node) {
  Neighbours& all = neighbours_[node];
  drop_dead_neighbours(all);
  if (all.size() <= kMostNeighbours) return;
  const auto closer = [&](const Neighbour& x, const Neighbour& y) {
    const float one = mean(node, x, rule_.measure), other = mean(node, y, rule_.measure);
    return one != other ? one > other : x.node < y.node;
  };
  std::nth_element(all.begin(), all.begin() + kKeptNeighbours, all.end(), closer);
  all.resize(kKeptNeighbours);
  std::sort(all.begin(), all.end(), [](const Neighbour& x, const Neighbour& y) { return x.node < y.node; });
}

}  // namespace ql::stories
