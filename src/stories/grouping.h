// SPDX-License-Identifier: Apache-2.0
// Groups of reports that are about one thing, grown from links. Private to stories.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "stories/neighbours.h"

namespace ql::stories {

/// What of a link counts.
enum class Measure : std::uint8_t { OneStory, Likeness };

/// Joins groups, the closest first. How close two groups are is the mean of a measure over the pairs of their reports.
/// A pair without a link counts as 0; the less so the larger the groups, since a report is compared with some others
/// only: a story of hundreds is not torn. The result depends on the set of links, not on their order.
class Grouping {
 public:
  /// When two groups are joined. `breadth` 0 takes the mean; 1 divides it by the root of each group's own inner mean,
  /// so that a story of many different reports keeps its reach; values between are between.
  struct Rule {
    Measure measure = Measure::OneStory;
    float least = 0;
    float breadth = 0;
  };

  /// When a loner joins a group: mean likeness at least `least`, and `lead` times that to any other group whose own
  /// mean likeness to the first is below `unlike`.
  struct Domination {
    float least = 0, lead = 0, unlike = 0;
  };

  /// One group for each of so many reports. `loners` (may be empty, else one for each report) take no part in join().
  Grouping(std::size_t reports, std::span<const Link> links, const std::vector<bool>& loners);

  /// Joins as long as two groups fulfil the rule. Cost: O(links log links), and for each join that of going through the
  /// neighbours of both.
  void join(Rule rule);
  /// Gives loners to the group that dominates them, all at once; a group that got one may be joined again.
  void attach_loners(Domination rule);
  /// Gives single reports (no loners) to the group that they are closest to, if nothing competes: closeness under the
  /// rule of the last join() at least `least`, and `lead` times that to any other group. All at once, so the order does
  /// not matter.
  void attach_singles(float least, float lead);

  /// For each report the smallest report of its group.
  [[nodiscard]] std::vector<std::uint32_t> groups();

 private:
  /// A group that has more neighbours than this keeps the closest ones under the rule at hand.
  static constexpr std::size_t kMostNeighbours = 640, kKeptNeighbours = 320;

  using Sums = std::array<float, 2>;  ///< Over pairs of reports, by Measure.
  /// A group that has links to another one. 16 bytes.
  struct Neighbour {
    std::uint32_t node = 0;
    std::uint32_t links = 0;
    Sums sums{};
  };
  using Neighbours = std::vector<Neighbour>;
  /// A node of the tree of joins: a report, or two joined nodes.
  struct Node {
    std::uint32_t size = 1;
    Sums inner{1, 1};  ///< Over all pairs of its reports, each with itself (1) and both ways.
    float scale = 1;   ///< What closeness is divided by under the rule at hand.
  };
  /// A pair of groups that may be joined; the closest first, then the smaller numbers.
  struct Offer {
    float closeness = 0;
    std::uint32_t a = 0, b = 0;
    friend bool operator<(const Offer& x, const Offer& y) {
      if (x.closeness != y.closeness) return x.closeness < y.closeness;
      return x.a != y.a ? x.a > y.a : x.b > y.b;
    }
  };

  /// The group that a node belongs to. Shortens the way there.
  std::uint32_t root(std::uint32_t node);
  [[nodiscard]] bool is_group(std::uint32_t node) const { return parents_[node] == node; }
  [[nodiscard]] bool is_loner(std::uint32_t node) const { return node < loners_.size() && loners_[node]; }
  [[nodiscard]] std::size_t reports() const { return loners_.size(); }
  /// How many pairs of reports of a group and a neighbour the mean of a measure is taken over.
  [[nodiscard]] float counted_pairs(std::uint32_t group, const Neighbour& other, Measure measure) const;
  /// Mean of a measure over them.
  [[nodiscard]] float mean(std::uint32_t group, const Neighbour& other, Measure measure) const;
  /// The mean likeness of two groups.
  [[nodiscard]] float mean_likeness(std::uint32_t a, std::uint32_t b) const;
  /// What decides whether two groups are joined.
  [[nodiscard]] float closeness(std::uint32_t group, const Neighbour& other) const;
  [[nodiscard]] float scale(std::uint32_t node) const;
  /// What group `a` knows of `b`; nothing if they are no neighbours.
  [[nodiscard]] Neighbour neighbour(std::uint32_t a, std::uint32_t b) const;
  /// A new node for both; announce() must follow.
  std::uint32_t merge(std::uint32_t a, std::uint32_t b);
  /// The groups among the neighbours of both.
  [[nodiscard]] Neighbours neighbours_of(std::uint32_t a, std::uint32_t b) const;
  /// Makes a new group known to its neighbours.
  void announce(std::uint32_t group);
  void append(std::uint32_t node, const Neighbour& neighbour);
  /// Appends an offer of `node` to each of its neighbours that is an older group and fulfils the rule with it.
  void offer_all(std::uint32_t node);
  /// Drops those that are no groups any more.
  void drop_dead_neighbours(Neighbours& all) const;
  /// Drops the dead, and if there are too many others all but the closest.
  void drop_far_neighbours(std::uint32_t node);
  [[nodiscard]] std::uint32_t best_group(std::uint32_t single, float least, float lead) const;
  /// The group that dominates a loner, itself if there is none.
  [[nodiscard]] std::uint32_t dominant_group(std::uint32_t loner, Domination rule) const;

  std::vector<bool> loners_;
  std::vector<std::uint32_t> parents_;  // of each node; groups are their own
  std::vector<Node> nodes_;
  std::vector<Neighbours> neighbours_;  // of each node that is a group, ascending; may name nodes that are none
  Rule rule_;
  std::vector<Offer> offers_;  // a heap while groups are joined
};

/// For each report its mean likeness to the reports of its group, itself included; 0 for single reports.
/// `groups` as Grouping::groups() gives them.
std::vector<float> centralities(std::span<const std::uint32_t> groups, std::span<const Link> links);

}  // namespace ql::stories
