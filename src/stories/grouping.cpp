// SPDX-License-Identifier: Apache-2.0
// Links -> groups. A heap yields the closest pair; a joined group is a new node with the neighbours of both, and what
// links it with one of them is the sum of what linked the parts; offers that name nodes that are no groups any more are
// recognised when they come up. A group keeps its closest neighbours only, so that a join costs the same in a large
// story as in a small one. Everything is done in the order of node numbers, so the result is the same everywhere. Who
// is whose neighbour stands in grouping_neighbours.cpp. Tested by grouping_test.cpp.
#include "stories/grouping.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "stories/release.h"

namespace ql::stories {
namespace {

std::size_t index_of(Measure measure) { return static_cast<std::size_t>(measure); }

}  // namespace

Grouping::Grouping(std::size_t reports, std::span<const Link> links, const std::vector<bool>& loners)
    : loners_(loners), parents_(reports), nodes_(reports), neighbours_(reports) {
  loners_.resize(reports, false);
  std::iota(parents_.begin(), parents_.end(), 0U);
  std::vector<std::uint32_t> counts(reports);
  for (const Link& link : links) {
    ++counts[link.a];
    ++counts[link.b];
  }
  for (std::uint32_t i = 0; i < reports; ++i) neighbours_[i].reserve(counts[i]);
  for (const Link& link : links) {
    const Sums sums{link.one_story, link.likeness};
    neighbours_[link.a].push_back({link.b, 1, sums});
    neighbours_[link.b].push_back({link.a, 1, sums});
  }
  const auto by_node = [](const Neighbour& x, const Neighbour& y) { return x.node < y.node; };
  for (Neighbours& all : neighbours_) {
    if (!std::is_sorted(all.begin(), all.end(), by_node)) std::sort(all.begin(), all.end(), by_node);
  }
}

std::uint32_t Grouping::root(std::uint32_t node) {
  while (parents_[node] != node) {
    parents_[node] = parents_[parents_[node]];
    node = parents_[node];
  }
  return node;
}

/// A report sees the kMostCandidates likest ones before it, so in two groups that are larger together, pairs that have
/// no link may just not have been looked at. They count the less for the probability, which is low for most links, but
/// never so little that one link joins a report to a story of thousands; every link is alike, so that for likeness only
/// as many are left out as cannot have been looked at.
float Grouping::counted_pairs(std::uint32_t group, const Neighbour& other, Measure measure) const {
  constexpr auto kAllSeen = static_cast<float>(kMostCandidates);
  const auto x = static_cast<float>(nodes_[group].size), y = static_cast<float>(nodes_[other.node].size);
  const auto links = static_cast<float>(other.links);
  if (measure == Measure::Likeness) return std::max(links, x * y * std::min(1.0F, 2 * kAllSeen / (x + y)));
  const float seen = std::min(1.0F, kAllSeen / (x + y));
  const float least = std::min(x * y, kAllSeen / 4 * std::min(x, y));
  return std::max(least, links + (x * y - links) * seen * seen);
}

float Grouping::mean(std::uint32_t group, const Neighbour& other, Measure measure) const {
  return other.links == 0 ? 0 : other.sums[index_of(measure)] / counted_pairs(group, other, measure);
}

float Grouping::mean_likeness(std::uint32_t a, std::uint32_t b) const {
  return mean(a, neighbour(a, b), Measure::Likeness);
}

float Grouping::closeness(std::uint32_t group, const Neighbour& other) const {
  return mean(group, other, rule_.measure) / (nodes_[group].scale * nodes_[other.node].scale);
}

float Grouping::scale(std::uint32_t node) const {
  if (rule_.breadth == 0 || nodes_[node].size == 1) return 1;
  const auto size = static_cast<float>(nodes_[node].size);
  return std::pow(nodes_[node].inner[index_of(rule_.measure)] / (size * size), rule_.breadth / 2);
}

std::uint32_t Grouping::merge(std::uint32_t a, std::uint32_t b) {
  const auto joined = static_cast<std::uint32_t>(nodes_.size());
  const Neighbour between = neighbour(a, b);
  const float pairs = static_cast<float>(nodes_[a].size) * static_cast<float>(nodes_[b].size);
  Node node;
  node.size = nodes_[a].size + nodes_[b].size;
  for (const Measure measure : {Measure::OneStory, Measure::Likeness}) {
    const std::size_t i = index_of(measure);
    node.inner[i] = nodes_[a].inner[i] + nodes_[b].inner[i] + 2 * pairs * mean(a, between, measure);
  }
  nodes_.push_back(node);
  nodes_[joined].scale = scale(joined);
  parents_.push_back(joined);
  parents_[a] = parents_[b] = joined;
  neighbours_.push_back(neighbours_of(a, b));
  release(neighbours_[a]);
  release(neighbours_[b]);
  return joined;
}

void Grouping::offer_all(std::uint32_t node) {
  if (is_loner(node)) return;
  if (neighbours_[node].size() > kMostNeighbours) drop_far_neighbours(node);
  for (const Neighbour& other : neighbours_[node]) {
    if (other.node >= node) break;
    if (!is_group(other.node) || is_loner(other.node)) continue;
    const float close = closeness(node, other);
    if (close >= rule_.least) offers_.push_back({close, other.node, node});
  }
}

void Grouping::join(Rule rule) {
  rule_ = rule;
  for (std::uint32_t node = 0; node < nodes_.size(); ++node) nodes_[node].scale = scale(node);
  for (std::uint32_t node = 0; node < nodes_.size(); ++node) {
    if (is_group(node)) offer_all(node);
  }
  std::make_heap(offers_.begin(), offers_.end());
  while (!offers_.empty()) {
    std::pop_heap(offers_.begin(), offers_.end());
    const Offer closest = offers_.back();
    offers_.pop_back();
    if (!is_group(closest.a) || !is_group(closest.b)) continue;
    const std::uint32_t joined = merge(closest.a, closest.b);
    const std::size_t before = offers_.size();
    offer_all(joined);
    for (std::size_t end = before + 1; end <= offers_.size(); ++end) {
      std::push_heap(offers_.begin(), offers_.begin() + static_cast<std::ptrdiff_t>(end));
    }
    announce(joined);
  }
}

std::uint32_t Grouping::dominant_group(std::uint32_t loner, Domination rule) const {
  std::vector<std::pair<float, std::uint32_t>> ranked;
  for (const Neighbour& other : neighbours_[loner]) {
    if (!is_group(other.node) || is_loner(other.node)) continue;
    ranked.emplace_back(mean(loner, other, Measure::Likeness), other.node);
  }
  const auto best = std::max_element(ranked.begin(), ranked.end(), [](const auto& x, const auto& y) {
    return x.first != y.first ? x.first < y.first : x.second > y.second;
  });
  if (best == ranked.end() || best->first < rule.least) return loner;
  const bool rivalled = std::any_of(ranked.begin(), ranked.end(), [&](const auto& other) {
    return other.second != best->second && other.first * rule.lead > best->first &&
           mean_likeness(best->second, other.second) < rule.unlike;
  });
  return rivalled ? loner : best->second;
}

void Grouping::attach_loners(Domination rule) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> wishes;
  for (std::uint32_t loner = 0; loner < reports(); ++loner) {
    if (!loners_[loner] || !is_group(loner)) continue;
    const std::uint32_t group = dominant_group(loner, rule);
    if (group != loner) wishes.emplace_back(loner, group);
  }
  for (const auto& [loner, group] : wishes) announce(merge(root(group), loner));
}

std::uint32_t Grouping::best_group(std::uint32_t single, float least, float lead) const {
  float best = 0, second = 0;
  std::uint32_t group = single;
  for (const Neighbour& other : neighbours_[single]) {
    if (!is_group(other.node) || is_loner(other.node)) continue;
    const float close = closeness(single, other);
    second = std::max(second, std::min(close, best));
    if (close <= best) continue;
    best = close;
    group = other.node;
  }
  return best >= least && best >= lead * second && nodes_[group].size > 1 ? group : single;
}

void Grouping::attach_singles(float least, float lead) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> wishes;
  for (std::uint32_t single = 0; single < reports(); ++single) {
    if (loners_[single] || !is_group(single)) continue;
    const std::uint32_t group = best_group(single, least, lead);
    if (group != single) wishes.emplace_back(single, group);
  }
  for (const auto& [single, group] : wishes) announce(merge(root(group), single));
}

std::vector<std::uint32_t> Grouping::groups() {
  std::vector<std::uint32_t> smallest(nodes_.size(), UINT32_MAX), group_of(reports());
  for (std::uint32_t report = 0; report < reports(); ++report) {
    std::uint32_t& first = smallest[root(report)];
    first = std::min(first, report);
    group_of[report] = first;
  }
  return group_of;
}

std::vector<float> centralities(std::span<const std::uint32_t> groups, std::span<const Link> links) {
  std::vector<float> sums(groups.size(), 0);
  std::vector<std::uint32_t> sizes(groups.size(), 0);
  for (const std::uint32_t group : groups) ++sizes[group];
  for (const Link& link : links) {
    if (groups[link.a] != groups[link.b]) continue;
    sums[link.a] += link.likeness;
    sums[link.b] += link.likeness;
  }
  for (std::size_t report = 0; report < groups.size(); ++report) {
    const auto size = static_cast<float>(sizes[groups[report]]);
    sums[report] = size > 1 ? (1 + sums[report]) / size : 0;
  }
  return sums;
}

}  // namespace ql::stories
