// SPDX-License-Identifier: Apache-2.0
// The neighbours of groups: a joined group has those of both parts, each of which hears of it; who has too many keeps
// the closest. Tested by grouping_test.cpp.
#include <algorithm>

#include "stories/grouping.h"

namespace ql::stories {

/// The groups among the neighbours of both, and what is known of their products with both together.
Grouping::Neighbours Grouping::neighbours_of(std::uint32_t a, std::uint32_t b) const {
  const Neighbours &left = neighbours_[a], &right = neighbours_[b];
  Neighbours all;
  all.reserve(left.size() + right.size());
  const auto add = [&](std::uint32_t node, float known, float norm_of_unknown) {
    if (is_group(node)) all.push_back(Neighbour::at_most(node, known + norm_of_unknown * nodes_[node].norm));
  };
  auto x = left.begin();
  auto y = right.begin();
  while (x != left.end() || y != right.end()) {
    if (y == right.end() || (x != left.end() && x->node() < y->node())) {
      add(x->node(), x->product(), nodes_[b].norm);
      ++x;
    } else if (x == left.end() || y->node() < x->node()) {
      add(y->node(), y->product(), nodes_[a].norm);
      ++y;
    } else {
      add(x->node(), x->product() + y->product(), 0);
      ++x;
      ++y;
    }
  }
  return all;
}

void Grouping::announce(std::uint32_t group) {
  constexpr std::size_t kFarAhead = 8, kAhead = 4;
  const Neighbours& others = neighbours_[group];
  for (std::size_t i = 0; i < others.size(); ++i) {
    if (i + kFarAhead < others.size()) __builtin_prefetch(&neighbours_[others[i + kFarAhead].node()]);
    if (i + kAhead < others.size()) {
      const Neighbours& next = neighbours_[others[i + kAhead].node()];
      __builtin_prefetch(next.data() + next.size());
    }
    append(others[i].node(), others[i].seen_from(group));
  }
}

/// Entries that name no group any more make room before the list grows.
void Grouping::append(std::uint32_t node, Neighbour neighbour) {
  Neighbours& all = neighbours_[node];
  if (all.size() == all.capacity()) drop_dead_neighbours(all);
  all.push_back(neighbour);
}

void Grouping::drop_dead_neighbours(Neighbours& all) const {
  std::erase_if(all, [&](const Neighbour& old) { return !is_group(old.node()); });
}

void Grouping::drop_far_neighbours(std::uint32_t node) {
  Neighbours& all = neighbours_[node];
  drop_dead_neighbours(all);
  if (all.size() <= kMostNeighbours) return;
  lay_open(node);
  std::vector<std::pair<float, Neighbour>> ranked;
  ranked.reserve(all.size());
  for (const Neighbour& other : all) {
    const float exact = product(other.node());
    ranked.emplace_back(-mean(node, other.node(), exact), Neighbour::exactly(other.node(), exact));
  }
  std::nth_element(ranked.begin(), ranked.begin() + kKeptNeighbours, ranked.end(), [](const auto& x, const auto& y) {
    return x.first != y.first ? x.first < y.first : x.second.node() < y.second.node();
  });
  all.clear();
  for (std::size_t i = 0; i < kKeptNeighbours; ++i) all.push_back(ranked[i].second);
  std::sort(all.begin(), all.end(), by_node);
}

}  // namespace ql::stories
