// SPDX-License-Identifier: Apache-2.0
// Links -> groups. A heap yields the closest pair; a joined group is a new node with the sum of both vectors and the
// neighbours of both; offers that name nodes that are no groups any more are recognised when they come up. A sum keeps
// its heaviest terms only and a group its closest neighbours only, so that a join costs the same in a large story as in
// a small one. Everything is done in the order of node numbers, so the result is the same everywhere.
// Tested by grouping_test.cpp.
#include "stories/grouping.h"

#include <algorithm>
#include <cmath>

namespace ql::stories {
namespace {

constexpr std::size_t kMostSumTerms = 160;
/// A group that has more neighbours than this keeps the closest ones.
constexpr std::size_t kMostNeighbours = 640, kKeptNeighbours = 320;
/// No two reports' product is more: vectors have about length 1, a little more with rare actors.
constexpr float kMostProduct = 1.3F;
/// Bounds are sums; they grow by what rounding may have taken.
constexpr float kRounding = 1.0001F;

constexpr auto kTermKey = [](const Term& term) { return term.key(); };
constexpr auto kTermValue = [](const Term& term) { return term.weight(); };
constexpr auto kSumKey = [](const auto& weight) { return weight.key; };
constexpr auto kSumValue = [](const auto& weight) { return weight.value; };

}  // namespace

Grouping::Grouping(std::span<const Dated> reports, std::span<const Link> links, const std::vector<bool>& loners)
    : reports_(reports), loners_(loners) {
  loners_.resize(reports.size(), false);
  nodes_.resize(reports.size());
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
    Node& node = nodes_[i];
    node.parent = i;
    if (!reports[i].time) continue;
    node.dated = 1;
    node.days = reports[i].time->day();
  }
  for (const Link& link : links) {
    nodes_[link.a].neighbours.push_back({link.b, link.product});
    nodes_[link.b].neighbours.push_back({link.a, link.product});
  }
  for (Node& node : nodes_) {
    std::sort(node.neighbours.begin(), node.neighbours.end(),
              [](const Neighbour& x, const Neighbour& y) { return x.node < y.node; });
  }
}

std::uint32_t Grouping::root(std::uint32_t node) {
  while (nodes_[node].parent != node) {
    nodes_[node].parent = nodes_[nodes_[node].parent].parent;
    node = nodes_[node].parent;
  }
  return node;
}

void Grouping::lay_open(std::uint32_t node) {
  opened_ = node;
  if (node < reports_.size()) {
    vector_.fill(reports_[node].features->terms(), kTermKey, kTermValue);
  } else {
    vector_.fill(nodes_[node].sum, kSumKey, kSumValue);
  }
}

OpenVector::Product Grouping::product(std::uint32_t other) const {
  const float most = kMostOfOneTerm * static_cast<float>(nodes_[opened_].size) * static_cast<float>(nodes_[other].size);
  return other < reports_.size() ? vector_.product(reports_[other].features->terms(), kTermKey, kTermValue, most)
                                 : vector_.product(nodes_[other].sum, kSumKey, kSumValue, most);
}

float Grouping::mean(std::uint32_t a, std::uint32_t b, float product) const {
  const Node& x = nodes_[a];
  const Node& y = nodes_[b];
  const float pairs = static_cast<float>(x.size) * static_cast<float>(y.size);
  float fresh = kUndatedFreshness;
  if (x.dated > 0 && y.dated > 0) {
    const float dated = static_cast<float>(x.dated) * static_cast<float>(y.dated) / pairs;
    const double apart = std::abs(static_cast<double>(x.days) / x.dated - static_cast<double>(y.days) / y.dated);
    fresh = dated * freshness(apart) + (1 - dated) * kUndatedFreshness;
  }
  return product * fresh / pairs;
}

float Grouping::mean_to(std::uint32_t other) const { return mean(opened_, other, product(other).capped); }

float Grouping::scale(std::uint32_t node, float breadth) const {
  if (breadth == 0 || node < reports_.size()) return 1;
  const auto size = static_cast<float>(nodes_[node].size);
  return std::pow(nodes_[node].inner / (size * size), breadth / 2);
}

float Grouping::likeness(std::uint32_t a, std::uint32_t b, float product, Rule rule) const {
  return mean(a, b, product) / (scale(a, rule.breadth) * scale(b, rule.breadth));
}

/// The later of two groups has met the other one as it is now, so its note on it holds.
float Grouping::most_of(std::uint32_t a, std::uint32_t b) const {
  const auto [first, later] = std::minmax(a, b);
  const std::vector<Neighbour>& notes = nodes_[later].neighbours;
  const auto note = std::lower_bound(notes.begin(), notes.end(), first,
                                     [](const Neighbour& x, std::uint32_t node) { return x.node < node; });
  if (note != notes.end() && note->node == first) return note->most;
  return kMostProduct * static_cast<float>(nodes_[a].size) * static_cast<float>(nodes_[b].size);
}

void Grouping::keep_most(std::uint32_t a, std::uint32_t b, float most) {
  const auto [first, later] = std::minmax(a, b);
  std::vector<Neighbour>& notes = nodes_[later].neighbours;
  const auto note = std::lower_bound(notes.begin(), notes.end(), first,
                                     [](const Neighbour& x, std::uint32_t node) { return x.node < node; });
  if (note != notes.end() && note->node == first) note->most = most;
}

std::vector<Grouping::Weight> Grouping::weights_of(std::uint32_t node) const {
  if (node >= reports_.size()) return nodes_[node].sum;
  std::vector<Weight> weights;
  for (const Term term : reports_[node].features->terms()) weights.push_back({term.key(), term.weight()});
  return weights;
}

std::vector<Grouping::Weight> Grouping::sum_of(std::uint32_t a, std::uint32_t b) const {
  const std::vector<Weight> left = weights_of(a), right = weights_of(b);
  std::vector<Weight> sum;
  sum.reserve(left.size() + right.size());
  auto next = right.begin();
  for (const Weight& weight : left) {
    for (; next != right.end() && next->key < weight.key; ++next) sum.push_back(*next);
    sum.push_back(weight);
    if (next != right.end() && next->key == weight.key) sum.back().value += (next++)->value;
  }
  sum.insert(sum.end(), next, right.end());
  if (sum.size() <= kMostSumTerms) return sum;
  std::nth_element(sum.begin(), sum.begin() + kMostSumTerms, sum.end(), [](const Weight& x, const Weight& y) {
    return x.value != y.value ? x.value > y.value : x.key < y.key;
  });
  sum.resize(kMostSumTerms);
  std::sort(sum.begin(), sum.end(), [](const Weight& x, const Weight& y) { return x.key < y.key; });
  return sum;
}

std::uint32_t Grouping::merge(std::uint32_t a, std::uint32_t b) {
  const auto joined = static_cast<std::uint32_t>(nodes_.size());
  Node node;
  node.parent = joined;
  node.size = nodes_[a].size + nodes_[b].size;
  node.dated = nodes_[a].dated + nodes_[b].dated;
  node.days = nodes_[a].days + nodes_[b].days;
  node.sum = sum_of(a, b);
  const float pairs = static_cast<float>(nodes_[a].size) * static_cast<float>(nodes_[b].size);
  lay_open(a);
  node.inner = nodes_[a].inner + nodes_[b].inner + 2 * pairs * mean(a, b, product(b).capped);
  node.neighbours = neighbours_of(a, b);
  nodes_[a].parent = nodes_[b].parent = joined;
  for (const std::uint32_t part : {a, b}) {
    nodes_[part].sum = {};
    nodes_[part].neighbours = {};
  }
  nodes_.push_back(std::move(node));
  return joined;
}

/// The neighbours of both, and what is known of their products with both together: the sum of the products, which is
/// at most what is left when a long sum has been cut.
std::vector<Grouping::Neighbour> Grouping::neighbours_of(std::uint32_t a, std::uint32_t b) {
  std::vector<std::uint32_t> all;
  for (const std::uint32_t part : {a, b}) {
    for (const Neighbour& neighbour : nodes_[part].neighbours) all.push_back(root(neighbour.node));
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  std::vector<Neighbour> neighbours;
  neighbours.reserve(all.size());
  for (const std::uint32_t node : all) {
    if (node != a && node != b) neighbours.push_back({node, most_of(a, node) + most_of(b, node)});
  }
  return neighbours;
}

void Grouping::offer(std::uint32_t a, std::uint32_t b, float most, Rule rule) {
  if (is_loner(a) || is_loner(b)) return;
  const float most_likeness = likeness(a, b, most, rule) * kRounding;
  if (most_likeness >= rule.least) offers_.push({most_likeness, std::min(a, b), std::max(a, b), false});
}

void Grouping::look_closer(const Offer& pair, Rule rule) {
  if (opened_ != pair.b) lay_open(pair.b);  // the later one, which is likely to be asked for again
  const OpenVector::Product both = product(pair.a);
  keep_most(pair.a, pair.b, both.whole);
  const float exact = likeness(pair.a, pair.b, both.capped, rule);
  if (exact >= rule.least) offers_.push({exact, pair.a, pair.b, true});
}

void Grouping::drop_far_neighbours(std::uint32_t node) {
  std::vector<Neighbour>& neighbours = nodes_[node].neighbours;
  lay_open(node);
  std::vector<std::pair<float, Neighbour>> ranked;
  for (const Neighbour& other : neighbours) {
    const OpenVector::Product both = product(other.node);
    ranked.emplace_back(-mean(node, other.node, both.capped), Neighbour{other.node, both.whole});
  }
  std::nth_element(ranked.begin(), ranked.begin() + kKeptNeighbours, ranked.end(), [](const auto& x, const auto& y) {
    return x.first != y.first ? x.first < y.first : x.second.node < y.second.node;
  });
  neighbours.clear();
  for (std::size_t i = 0; i < kKeptNeighbours; ++i) neighbours.push_back(ranked[i].second);
  std::sort(neighbours.begin(), neighbours.end(),
            [](const Neighbour& x, const Neighbour& y) { return x.node < y.node; });
}

void Grouping::offer_all(std::uint32_t node, Rule rule) {
  std::vector<Neighbour>& neighbours = nodes_[node].neighbours;
  if (neighbours.size() > kMostNeighbours) drop_far_neighbours(node);
  for (const Neighbour& other : neighbours) offer(node, other.node, other.most, rule);
}

void Grouping::join(Rule rule) {
  opened_ = kNone;
  for (std::uint32_t node = 0; node < nodes_.size(); ++node) {
    if (nodes_[node].parent != node) continue;
    for (const Neighbour& neighbour : nodes_[node].neighbours) {
      // The earlier notes of a group may name parts of later groups; those have a note on it themselves.
      if (nodes_[neighbour.node].parent == neighbour.node && neighbour.node < node) {
        offer(node, neighbour.node, neighbour.most, rule);
      }
    }
  }
  while (!offers_.empty()) {
    const Offer closest = offers_.top();
    offers_.pop();
    if (nodes_[closest.a].parent != closest.a || nodes_[closest.b].parent != closest.b) continue;
    if (closest.exact) {
      offer_all(merge(closest.a, closest.b), rule);
    } else {
      look_closer(closest, rule);
    }
  }
}

std::vector<std::uint32_t> Grouping::groups_around(std::uint32_t single) {
  std::vector<std::uint32_t> groups;
  for (const Neighbour& neighbour : nodes_[single].neighbours) groups.push_back(root(neighbour.node));
  std::sort(groups.begin(), groups.end());
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
  std::erase_if(groups, [&](std::uint32_t group) { return is_loner(group); });
  return groups;
}

std::uint32_t Grouping::dominant_group(std::uint32_t loner, Domination rule) {
  std::vector<std::pair<float, std::uint32_t>> ranked;
  lay_open(loner);
  for (const std::uint32_t group : groups_around(loner)) ranked.emplace_back(mean_to(group), group);
  const auto best = std::max_element(ranked.begin(), ranked.end(), [](const auto& x, const auto& y) {
    return x.first != y.first ? x.first < y.first : x.second > y.second;
  });
  if (best == ranked.end() || best->first < rule.least) return loner;
  lay_open(best->second);
  const bool rivalled = std::any_of(ranked.begin(), ranked.end(), [&](const auto& other) {
    return other.second != best->second && other.first * rule.lead > best->first && mean_to(other.second) < rule.unlike;
  });
  return rivalled ? loner : best->second;
}

void Grouping::attach_loners(Domination rule) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> wishes;
  for (std::uint32_t loner = 0; loner < reports_.size(); ++loner) {
    if (!loners_[loner] || nodes_[loner].parent != loner) continue;
    const std::uint32_t group = dominant_group(loner, rule);
    if (group != loner) wishes.emplace_back(loner, group);
  }
  for (const auto& [loner, group] : wishes) merge(root(group), loner);
}

std::uint32_t Grouping::best_group(std::uint32_t single, float least, float lead) {
  const std::vector<std::uint32_t> groups = groups_around(single);
  lay_open(single);
  float best = 0, second = 0;
  std::uint32_t group = single;
  for (const std::uint32_t candidate : groups) {
    const float close = mean_to(candidate);
    second = std::max(second, std::min(close, best));
    if (close <= best) continue;
    best = close;
    group = candidate;
  }
  return best >= least && best >= lead * second && nodes_[group].size > 1 ? group : single;
}

void Grouping::attach_singles(float least, float lead) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> wishes;
  for (std::uint32_t single = 0; single < reports_.size(); ++single) {
    if (loners_[single] || nodes_[single].parent != single) continue;
    const std::uint32_t group = best_group(single, least, lead);
    if (group != single) wishes.emplace_back(single, group);
  }
  for (const auto& [single, group] : wishes) merge(root(group), single);
}

std::vector<std::uint32_t> Grouping::groups() {
  std::vector<std::uint32_t> smallest(nodes_.size(), UINT32_MAX), group_of(reports_.size());
  for (std::uint32_t report = 0; report < reports_.size(); ++report) {
    std::uint32_t& first = smallest[root(report)];
    first = std::min(first, report);
    group_of[report] = first;
  }
  return group_of;
}

float Grouping::centrality(std::uint32_t report) {
  const std::uint32_t group = root(report);
  lay_open(report);
  return product(group).capped / static_cast<float>(nodes_[group].size);
}

}  // namespace ql::stories
