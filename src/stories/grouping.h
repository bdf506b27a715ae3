// SPDX-License-Identifier: Apache-2.0
// Groups of reports that are about one thing, grown from links. Private to stories.
#pragma once

#include <cstdint>
#include <queue>
#include <span>
#include <vector>

#include "stories/neighbours.h"
#include "stories/open_vector.h"

namespace ql::stories {

/// Joins groups, the most alike first. A group is the sum of its reports' vectors, so how like two groups are never
/// depends on which links were found: links only say what is worth a look. The result depends on the reports and the
/// set of links, not on the order of the links.
class Grouping {
 public:
  /// When two groups are joined. `breadth` 0 takes the mean likeness of their reports; 1 takes the cosine of the
  /// groups' vectors, so that a story of many different reports keeps its reach; values between are between.
  struct Rule {
    float least = 0;
    float breadth = 0;
  };

  /// When a loner joins a group: mean likeness at least `least`, and `lead` times that to any other group whose own
  /// mean likeness to the first is below `unlike`.
  struct Domination {
    float least = 0, lead = 0, unlike = 0;
  };

  /// One group for each report. `loners` (may be empty, else one for each report) take no part in join().
  Grouping(std::span<const Dated> reports, std::span<const Link> links, const std::vector<bool>& loners);

  /// Joins as long as two groups fulfil the rule. Cost: O(links log links) comparisons of vectors.
  void join(Rule rule);
  /// Gives loners to the group that dominates them, all at once; a group that got one may be joined again.
  void attach_loners(Domination rule);
  /// Gives single reports (no loners) to the group that they are closest to, if nothing competes: mean likeness at
  /// least `least`, and `lead` times that to any other group. All at once, so the order does not matter.
  void attach_singles(float least, float lead);

  /// For each report the smallest report of its group.
  [[nodiscard]] std::vector<std::uint32_t> groups();
  /// Mean likeness of a report to the reports of its group, itself included, whatever the days.
  [[nodiscard]] float centrality(std::uint32_t report);

 private:
  struct Weight {
    std::uint32_t key = 0;
    float value = 0;
  };
  /// A group that is worth a look.
  struct Neighbour {
    std::uint32_t node = 0;
    float most = 0;  ///< The product of both sums is at most this if both still are groups.
  };
  /// A node of the tree of joins: a report, or two joined nodes.
  struct Node {
    std::uint32_t parent = 0;
    std::uint32_t size = 1;
    std::uint32_t dated = 0;  ///< Reports with a day, and the sum of their days.
    std::int64_t days = 0;
    float inner = 1;                    ///< Likeness over all pairs of its reports, each with itself (1) and both ways.
    std::vector<Weight> sum;            ///< Ascending by key; empty for a report, whose terms are used.
    std::vector<Neighbour> neighbours;  ///< Ascending by node.
  };
  /// A pair of groups that may be joined; the closest first, then the smaller numbers.
  struct Offer {
    float likeness = 0;
    std::uint32_t a = 0, b = 0;
    bool exact = false;  ///< False: they are at most so like.
    friend bool operator<(const Offer& x, const Offer& y) {
      if (x.likeness != y.likeness) return x.likeness < y.likeness;
      return x.a != y.a ? x.a > y.a : x.b > y.b;
    }
  };

  /// The group that a node belongs to. Shortens the way there.
  std::uint32_t root(std::uint32_t node);
  /// Makes `node` the one that means are taken with.
  void lay_open(std::uint32_t node);
  /// Product of the sums of the node laid open and another one.
  [[nodiscard]] OpenVector::Product product(std::uint32_t other) const;
  /// Mean likeness over all pairs of reports of two groups, if this is the product of their sums.
  [[nodiscard]] float mean(std::uint32_t a, std::uint32_t b, float product) const;
  /// Mean likeness of the node laid open and another one.
  [[nodiscard]] float mean_to(std::uint32_t other) const;
  [[nodiscard]] float scale(std::uint32_t node, float breadth) const;
  /// What decides whether two groups are joined.
  [[nodiscard]] float likeness(std::uint32_t a, std::uint32_t b, float product, Rule rule) const;
  /// What is known of the product of two groups, without looking at their vectors.
  [[nodiscard]] float most_of(std::uint32_t a, std::uint32_t b) const;
  void keep_most(std::uint32_t a, std::uint32_t b, float most);
  [[nodiscard]] bool is_loner(std::uint32_t node) const { return node < loners_.size() && loners_[node]; }
  [[nodiscard]] std::vector<Weight> weights_of(std::uint32_t node) const;
  [[nodiscard]] std::vector<Weight> sum_of(std::uint32_t a, std::uint32_t b) const;
  std::uint32_t merge(std::uint32_t a, std::uint32_t b);
  [[nodiscard]] std::vector<Neighbour> neighbours_of(std::uint32_t a, std::uint32_t b);
  /// Offers a pair if it may fulfil the rule for all that is known.
  void offer(std::uint32_t a, std::uint32_t b, float most, Rule rule);
  /// Compares the vectors of an offered pair and offers it anew if it does fulfil the rule.
  void look_closer(const Offer& pair, Rule rule);
  void drop_far_neighbours(std::uint32_t node);
  void offer_all(std::uint32_t node, Rule rule);
  /// The groups that hold neighbours of a single report, ascending; no loners.
  std::vector<std::uint32_t> groups_around(std::uint32_t single);
  [[nodiscard]] std::uint32_t best_group(std::uint32_t single, float least, float lead);
  /// The group that dominates a loner, itself if there is none.
  std::uint32_t dominant_group(std::uint32_t loner, Domination rule);

  std::span<const Dated> reports_;
  std::vector<bool> loners_;
  std::vector<Node> nodes_;
  static constexpr std::uint32_t kNone = UINT32_MAX;
  std::uint32_t opened_ = kNone;
  OpenVector vector_;  // of opened_
  std::priority_queue<Offer> offers_;
};

}  // namespace ql::stories
