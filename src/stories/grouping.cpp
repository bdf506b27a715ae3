// SPDX-License-Identifier: Apache-2.0
// Links -> groups. A heap yields the closest pair; a joined group is a new node with the sum of both vectors and the
// neighbours of both; offers that name nodes that are no groups any more are recognised when they come up.
// A product of two sums is the sum of the products of their parts. So most neighbours of a new group are refused by
// what their products with its parts were (a part that they were no neighbours of may give the product of both
// lengths); the vectors of the others are compared at once, while the new one is laid open, so that the heap holds only
// pairs that fulfil the rule. A sum keeps its heaviest terms only and a group its closest neighbours only, so that a
// join costs the same in a large story as in a small one. Everything is done in the order of node numbers, so the
// result is the same everywhere. Who is whose neighbour stands in grouping_neighbours.cpp. Tested by grouping_test.cpp.
#include "stories/grouping.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "stories/release.h"

namespace ql::stories {
namespace {

constexpr std::size_t kMostSumTerms = 384;
/// Bounds are sums; they grow by what rounding may have taken.
constexpr float kRounding = 1.0001F;
/// Neighbours ahead of the one compared whose terms are fetched.
constexpr std::size_t kFetchAhead = 4, kLineBytes = 64;

}  // namespace

Grouping::Grouping(std::span<const Dated> reports, std::span<const Link> links, const std::vector<bool>& loners)
    : loners_(loners), parents_(reports.size()), nodes_(reports.size()), neighbours_(reports.size()) {
  loners_.resize(reports.size(), false);
  terms_.reserve(reports.size());
  report_outlets_.reserve(reports.size());
  std::iota(parents_.begin(), parents_.end(), 0U);
  for (std::uint32_t i = 0; i < reports.size(); ++i) {
    terms_.push_back(reports[i].terms);
    report_outlets_.push_back({reports[i].outlet, 1});
    float square = 0;
    for (const Term term : reports[i].terms) square += term.weight() * term.weight();
    nodes_[i].norm = std::sqrt(square) * kRounding;
    if (!reports[i].day) continue;
    nodes_[i].dated = 1;
    nodes_[i].days = *reports[i].day;
    nodes_[i].mean_day = static_cast<double>(nodes_[i].days);
  }
  std::vector<std::uint32_t> counts(reports.size());
  for (const Link& link : links) {
    ++counts[link.a];
    ++counts[link.b];
  }
  for (std::uint32_t i = 0; i < reports.size(); ++i) neighbours_[i].reserve(counts[i]);
  for (const Link& link : links) {
    neighbours_[link.a].push_back(Neighbour::exactly(link.b, link.product));
    neighbours_[link.b].push_back(Neighbour::exactly(link.a, link.product));
  }
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

void Grouping::lay_open(std::uint32_t node) {
  if (is_report(node)) {
    vector_.fill(terms_[node]);
  } else {
    vector_.fill(sum(node));
  }
}

float Grouping::product(std::uint32_t other) const {
  return is_report(other) ? vector_.product(terms_[other]) : vector_.product(sum(other));
}

void Grouping::fetch_place(std::uint32_t other) const {
  __builtin_prefetch(is_report(other) ? static_cast<const void*>(&terms_[other]) : &sum(other));
}

void Grouping::fetch(std::uint32_t other) const {
  const auto fetch_all = [](const auto keys) {
    const char* const data = reinterpret_cast<const char*>(keys.data());
    const std::size_t bytes = keys.size_bytes();
    for (std::size_t at = 0; at < bytes; at += kLineBytes) __builtin_prefetch(data + at);
    __builtin_prefetch(data + bytes - 1);
  };
  is_report(other) ? fetch_all(terms_[other]) : fetch_all(sum(other).keys());
}

float Grouping::aged(std::uint32_t a, std::uint32_t b, float product) const {
  const Node& x = nodes_[a];
  const Node& y = nodes_[b];
  const float pairs = static_cast<float>(x.size) * static_cast<float>(y.size);
  float fresh = kUndatedFreshness;
  if (x.dated > 0 && y.dated > 0) {
    const float dated = static_cast<float>(x.dated) * static_cast<float>(y.dated) / pairs;
    fresh = dated * freshness(std::abs(x.mean_day - y.mean_day)) + (1 - dated) * kUndatedFreshness;
  }
  return product * fresh / pairs;
}

std::span<const OutletCount> Grouping::outlets(std::uint32_t node) const {
  if (!is_report(node)) return group_outlets_[node - terms_.size()];
  return {&report_outlets_[node], report_outlets_[node].outlet != 0 ? 1U : 0U};
}

float Grouping::share_of_one_outlet(std::uint32_t a, std::uint32_t b) const {
  const auto pairs = static_cast<float>(pairs_of_one_outlet(outlets(a), outlets(b)));
  return pairs / (static_cast<float>(nodes_[a].size) * static_cast<float>(nodes_[b].size));
}

float Grouping::mean(std::uint32_t a, std::uint32_t b, float product) const {
  return aged(a, b, product) - kOutletLoss * share_of_one_outlet(a, b);
}

float Grouping::likeness(std::uint32_t a, std::uint32_t b, float product) const {
  const float scales = nodes_[a].scale * nodes_[b].scale;
  const float most = aged(a, b, product);
  if (most < rule_.least * scales) return most / scales;
  return (most - kOutletLoss * share_of_one_outlet(a, b)) / scales;
}

float Grouping::scale(std::uint32_t node) const {
  if (rule_.breadth == 0 || is_report(node)) return 1;
  const auto size = static_cast<float>(nodes_[node].size);
  return std::pow(nodes_[node].inner / (size * size), rule_.breadth / 2);
}

Grouping::Sum::Sum(std::span<const SumTerm> terms)
    : numbers_(new std::uint32_t[2 * terms.size()]), size_(terms.size()) {
  for (std::size_t i = 0; i < size_; ++i) {
    numbers_[i] = terms[i].key();
    numbers_[size_ + i] = std::bit_cast<std::uint32_t>(terms[i].weight());
  }
}

void Grouping::read_weights(std::uint32_t node, std::vector<SumTerm>& weights) const {
  weights.clear();
  const auto read = [&](const auto& terms) {
    for (std::size_t i = 0; i < terms.size(); ++i) weights.emplace_back(terms[i].key(), terms[i].weight());
  };
  is_report(node) ? read(terms_[node]) : read(sum(node));
}

Grouping::Sum Grouping::sum_of(std::uint32_t a, std::uint32_t b) {
  read_weights(a, left_);
  read_weights(b, right_);
  together_.clear();
  auto next = right_.begin();
  for (const SumTerm& term : left_) {
    for (; next != right_.end() && next->key() < term.key(); ++next) together_.push_back(*next);
    together_.push_back(term);
    if (next != right_.end() && next->key() == term.key()) together_.back().add((next++)->weight());
  }
  together_.insert(together_.end(), next, right_.end());
  if (together_.size() <= kMostSumTerms) return Sum(together_);
  const auto heavier = [](const SumTerm& x, const SumTerm& y) {
    return x.weight() != y.weight() ? x.weight() > y.weight() : x.key() < y.key();
  };
  left_ = together_;
  std::nth_element(left_.begin(), left_.begin() + kMostSumTerms, left_.end(), heavier);
  const SumTerm first_dropped = left_[kMostSumTerms];
  std::erase_if(together_, [&](const SumTerm& term) { return !heavier(term, first_dropped); });
  return Sum(together_);
}

/// What one of them knows of the other is as exact as a new product: all are added up in the order of keys.
float Grouping::known_product(std::uint32_t a, std::uint32_t b) {
  const auto [older, newer] = std::minmax(a, b);
  const Neighbours& all = neighbours_[newer];
  const auto known = std::lower_bound(all.begin(), all.end(), older,
                                      [](const Neighbour& x, std::uint32_t node) { return x.node() < node; });
  if (known != all.end() && known->node() == older && known->exact()) return known->product();
  lay_open(a);
  return product(b);
}

std::uint32_t Grouping::merge(std::uint32_t a, std::uint32_t b) {
  const auto joined = static_cast<std::uint32_t>(nodes_.size());
  Node node;
  node.size = nodes_[a].size + nodes_[b].size;
  node.dated = nodes_[a].dated + nodes_[b].dated;
  node.days = nodes_[a].days + nodes_[b].days;
  if (node.dated > 0) node.mean_day = static_cast<double>(node.days) / node.dated;
  const float pairs = static_cast<float>(nodes_[a].size) * static_cast<float>(nodes_[b].size);
  const float both = known_product(a, b);
  node.inner = nodes_[a].inner + nodes_[b].inner + 2 * pairs * mean(a, b, both);
  node.norm = std::sqrt(nodes_[a].norm * nodes_[a].norm + nodes_[b].norm * nodes_[b].norm + 2 * both) * kRounding;
  nodes_.push_back(node);
  sums_.push_back(sum_of(a, b));
  group_outlets_.push_back(add_counts(outlets(a), outlets(b)));
  nodes_[joined].scale = scale(joined);
  parents_.push_back(joined);
  parents_[a] = parents_[b] = joined;
  neighbours_.push_back(neighbours_of(a, b));
  for (const std::uint32_t part : {a, b}) {
    release(neighbours_[part]);
    if (is_report(part)) continue;
    sums_[part - terms_.size()] = Sum();
    release(group_outlets_[part - terms_.size()]);
  }
  return joined;
}

void Grouping::offer(std::uint32_t node, const Neighbour& other) {
  const float close = likeness(node, other.node(), other.product());
  if (close >= rule_.least) offers_.push({close, std::min(node, other.node()), std::max(node, other.node())});
}

void Grouping::offer_all(std::uint32_t node) {
  if (is_loner(node)) return;
  Neighbours& all = neighbours_[node];
  if (all.size() > kMostNeighbours) drop_far_neighbours(node);
  unsure_.clear();
  for (std::size_t i = 0; i < all.size() && all[i].node() < node; ++i) {
    const Neighbour& other = all[i];
    if (!is_group(other.node()) || is_loner(other.node())) continue;
    if (other.exact()) {
      offer(node, other);
    } else if (likeness(node, other.node(), other.product()) * kRounding >= rule_.least) {
      unsure_.push_back(i);
      fetch_place(other.node());
    }
  }
  if (unsure_.empty()) return;
  lay_open(node);
  for (std::size_t i = 0; i < unsure_.size(); ++i) {
    if (i + kFetchAhead < unsure_.size()) fetch(all[unsure_[i + kFetchAhead]].node());
    Neighbour& other = all[unsure_[i]];
    other = Neighbour::exactly(other.node(), product(other.node()));
    offer(node, other);
  }
}

void Grouping::join(Rule rule) {
  rule_ = rule;
  for (std::uint32_t node = 0; node < nodes_.size(); ++node) nodes_[node].scale = scale(node);
  for (std::uint32_t node = 0; node < nodes_.size(); ++node) {
    if (is_group(node)) offer_all(node);
  }
  while (!offers_.empty()) {
    const Offer closest = offers_.top();
    offers_.pop();
    if (!is_group(closest.a) || !is_group(closest.b)) continue;
    const std::uint32_t joined = merge(closest.a, closest.b);
    offer_all(joined);
    announce(joined);
  }
}

std::uint32_t Grouping::dominant_group(std::uint32_t loner, Domination rule) {
  std::vector<std::pair<float, std::uint32_t>> ranked;
  lay_open(loner);
  for (const Neighbour& other : neighbours_[loner]) {
    if (!is_group(other.node()) || is_loner(other.node())) continue;
    ranked.emplace_back(mean(loner, other.node(), product(other.node())), other.node());
  }
  const auto best = std::max_element(ranked.begin(), ranked.end(), [](const auto& x, const auto& y) {
    return x.first != y.first ? x.first < y.first : x.second > y.second;
  });
  if (best == ranked.end() || best->first < rule.least) return loner;
  lay_open(best->second);
  const bool rivalled = std::any_of(ranked.begin(), ranked.end(), [&](const auto& other) {
    return other.second != best->second && other.first * rule.lead > best->first &&
           mean(best->second, other.second, product(other.second)) < rule.unlike;
  });
  return rivalled ? loner : best->second;
}

void Grouping::attach_loners(Domination rule) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> wishes;
  for (std::uint32_t loner = 0; loner < terms_.size(); ++loner) {
    if (!loners_[loner] || !is_group(loner)) continue;
    const std::uint32_t group = dominant_group(loner, rule);
    if (group != loner) wishes.emplace_back(loner, group);
  }
  for (const auto& [loner, group] : wishes) announce(merge(root(group), loner));
}

/// Vectors are compared only where what is known leaves open whether the neighbour comes first or second.
std::uint32_t Grouping::best_group(std::uint32_t single, float least, float lead) {
  bool opened = false;
  float best = 0, second = 0;
  std::uint32_t group = single;
  for (const Neighbour& other : neighbours_[single]) {
    if (!is_group(other.node()) || is_loner(other.node())) continue;
    const float scale = nodes_[other.node()].scale;
    float close = mean(single, other.node(), other.product()) / scale;
    if (!other.exact()) {
      if (close * kRounding < second) continue;
      if (!opened) lay_open(single);
      opened = true;
      close = mean(single, other.node(), product(other.node())) / scale;
    }
    second = std::max(second, std::min(close, best));
    if (close <= best) continue;
    best = close;
    group = other.node();
  }
  return best >= least && best >= lead * second && nodes_[group].size > 1 ? group : single;
}

void Grouping::attach_singles(float least, float lead) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> wishes;
  for (std::uint32_t single = 0; single < terms_.size(); ++single) {
    if (loners_[single] || !is_group(single)) continue;
    const std::uint32_t group = best_group(single, least, lead);
    if (group != single) wishes.emplace_back(single, group);
  }
  for (const auto& [single, group] : wishes) announce(merge(root(group), single));
}

std::vector<std::uint32_t> Grouping::groups() {
  std::vector<std::uint32_t> smallest(nodes_.size(), UINT32_MAX), group_of(terms_.size());
  for (std::uint32_t report = 0; report < terms_.size(); ++report) {
    std::uint32_t& first = smallest[root(report)];
    first = std::min(first, report);
    group_of[report] = first;
  }
  return group_of;
}

std::vector<float> Grouping::centralities() {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> members;  // group, report
  for (std::uint32_t report = 0; report < terms_.size(); ++report) {
    if (const std::uint32_t group = root(report); group != report) members.emplace_back(group, report);
  }
  std::sort(members.begin(), members.end());
  std::vector<float> centralities(terms_.size(), 0);
  std::uint32_t opened = UINT32_MAX;
  for (const auto& [group, report] : members) {
    if (group != opened) lay_open(group);
    opened = group;
    centralities[report] = product(report) / static_cast<float>(nodes_[group].size);
  }
  return centralities;
}

}  // namespace ql::stories
