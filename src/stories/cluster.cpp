// SPDX-License-Identifier: Apache-2.0
// Links -> groups. Every group keeps its links to other groups as sums; a heap yields the closest pair. A joined group
// becomes a new node whose links are those of both parts added up; entries of dead nodes are recognised when they come
// up. Sums are added in the order of node numbers, so the result is the same everywhere. Tested by cluster_test.cpp.
#include "stories/cluster.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <queue>

namespace ql::stories {
namespace {

struct Edge {
  std::uint32_t to = 0;
  double sum = 0;
};

/// A pair of groups that may be joined; the closest first, then the smaller numbers.
struct Offer {
  double mean = 0;
  std::uint32_t a = 0, b = 0;
  friend bool operator<(const Offer& x, const Offer& y) {
    if (x.mean != y.mean) return x.mean < y.mean;
    return x.a != y.a ? x.a > y.a : x.b > y.b;
  }
};

class Agglomeration {
 public:
  Agglomeration(std::uint32_t nodes, std::span<const Link> links, float least, float breadth)
      : least_(least), power_(breadth / 2) {
    parent_.resize(nodes);
    std::iota(parent_.begin(), parent_.end(), 0U);
    scale_.assign(nodes, 1);
    inner_.assign(nodes, 1);
    size_.assign(nodes, 1);
    edges_.resize(nodes);
    for (const Link& link : links) {
      edges_[link.a].push_back({link.b, link.likeness});
      edges_[link.b].push_back({link.a, link.likeness});
      if (link.likeness >= least_) offers_.push({link.likeness, link.a, link.b});
    }
  }

  void run() {
    while (!offers_.empty()) {
      const Offer offer = offers_.top();
      offers_.pop();
      if (parent_[offer.a] == offer.a && parent_[offer.b] == offer.b) join(offer.a, offer.b);
    }
  }

  std::uint32_t find(std::uint32_t node) {
    while (parent_[node] != node) node = parent_[node] = parent_[parent_[node]];
    return node;
  }

 private:
  void join(std::uint32_t a, std::uint32_t b) {
    const auto joined = static_cast<std::uint32_t>(parent_.size());
    double between = 0;
    for (const Edge& edge : edges_[a]) between += find(edge.to) == b ? edge.sum : 0;
    parent_.push_back(joined);
    parent_[a] = parent_[b] = joined;
    size_.push_back(size_[a] + size_[b]);
    inner_.push_back(inner_[a] + inner_[b] + 2 * between);
    scale_.push_back(scale_of(joined));
    std::vector<Edge> edges = std::move(edges_[a]);
    edges.insert(edges.end(), edges_[b].begin(), edges_[b].end());
    edges_[a] = {};
    edges_[b] = {};
    for (Edge& edge : edges) edge.to = find(edge.to);
    std::stable_sort(edges.begin(), edges.end(), [](const Edge& x, const Edge& y) { return x.to < y.to; });
    std::vector<Edge> summed;
    for (const Edge& edge : edges) {
      if (edge.to == joined) continue;
      if (summed.empty() || summed.back().to != edge.to) summed.push_back({edge.to, 0});
      summed.back().sum += edge.sum;
    }
    for (const Edge& edge : summed) {
      const double mean = edge.sum / (scale_[joined] * scale_[edge.to]);
      if (mean >= least_) offers_.push({mean, std::min(joined, edge.to), std::max(joined, edge.to)});
    }
    edges_.push_back(std::move(summed));
  }

  /// What sums of links are divided by: the size of the group, or less for a group whose members differ.
  [[nodiscard]] double scale_of(std::uint32_t group) const {
    const double size = size_[group];
    return size * std::pow(inner_[group] / (size * size), power_);
  }

  double least_;
  double power_;
  std::vector<double> scale_;
  std::vector<double> inner_;  // likeness over all pairs of members, each with itself and both ways
  std::vector<std::uint32_t> parent_;
  std::vector<std::uint32_t> size_;
  std::vector<std::vector<Edge>> edges_;
  std::priority_queue<Offer> offers_;
};

std::vector<std::uint32_t> group_sizes(std::span<const std::uint32_t> group_of) {
  std::vector<std::uint32_t> sizes(group_of.size(), 0);
  for (const std::uint32_t group : group_of) ++sizes[group];
  return sizes;
}

}  // namespace

std::vector<std::uint32_t> average_link(std::uint32_t nodes, std::span<const Link> links, float least, float breadth) {
  Agglomeration agglomeration(nodes, links, least, breadth);
  agglomeration.run();
  std::vector<std::uint32_t> smallest(nodes * 2, UINT32_MAX), group_of(nodes);
  for (std::uint32_t node = 0; node < nodes; ++node) {
    std::uint32_t& first = smallest[agglomeration.find(node)];
    first = std::min(first, node);
    group_of[node] = first;
  }
  return group_of;
}

void attach_singles(std::span<const Link> links, float least, float lead, std::vector<std::uint32_t>& group_of) {
  const std::vector<std::uint32_t> sizes = group_sizes(group_of);
  struct Pull {
    std::uint32_t single = 0, group = 0;
    double sum = 0;
  };
  std::vector<Pull> pulls;
  const auto pull = [&](std::uint32_t single, std::uint32_t other, float likeness) {
    if (sizes[group_of[single]] == 1) pulls.push_back({single, group_of[other], likeness});
  };
  for (const Link& link : links) {
    pull(link.a, link.b, link.likeness);
    pull(link.b, link.a, link.likeness);
  }
  std::stable_sort(pulls.begin(), pulls.end(), [](const Pull& x, const Pull& y) {
    return x.single != y.single ? x.single < y.single : x.group < y.group;
  });
  std::vector<std::uint32_t> result = group_of;
  for (std::size_t begin = 0, end = 0; begin < pulls.size(); begin = end) {
    const std::uint32_t single = pulls[begin].single;
    double best = 0, second = 0;
    std::uint32_t group = single;
    while (end < pulls.size() && pulls[end].single == single) {
      const std::uint32_t candidate = pulls[end].group;
      double sum = 0;
      for (; end < pulls.size() && pulls[end].single == single && pulls[end].group == candidate; ++end) {
        sum += pulls[end].sum;
      }
      const double mean = sum / sizes[candidate];
      second = std::max(second, std::min(mean, best));
      if (mean > best) {
        best = mean;
        group = candidate;
      }
    }
    if (best >= least && best >= lead * second && sizes[group] > 1) result[single] = group;
  }
  group_of = std::move(result);
  // A single may be smaller than the group's name.
  std::vector<std::uint32_t> first(group_of.size(), UINT32_MAX);
  for (std::uint32_t node = 0; node < group_of.size(); ++node) {
    first[group_of[node]] = std::min(first[group_of[node]], node);
  }
  for (std::uint32_t& group : group_of) group = first[group];
}

std::vector<Link> group_links(std::span<const Link> links, std::span<const std::uint32_t> group_of) {
  const std::vector<std::uint32_t> sizes = group_sizes(group_of);
  std::vector<Link> between;
  for (const Link& link : links) {
    const std::uint32_t a = group_of[link.a], b = group_of[link.b];
    if (a == b) continue;
    const auto pairs = static_cast<float>(static_cast<double>(sizes[a]) * sizes[b]);
    between.push_back({std::min(a, b), std::max(a, b), link.likeness / pairs});
  }
  std::stable_sort(between.begin(), between.end(),
                   [](const Link& x, const Link& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
  std::vector<Link> summed;
  for (const Link& link : between) {
    if (summed.empty() || summed.back().a != link.a || summed.back().b != link.b) summed.push_back({link.a, link.b, 0});
    summed.back().likeness += link.likeness;
  }
  return summed;
}

}  // namespace ql::stories
