// SPDX-License-Identifier: Apache-2.0
// Groups of reports that are about one thing, grown from links. Private to stories.
#pragma once

#include <bit>
#include <cstdint>
#include <memory>
#include <queue>
#include <span>
#include <vector>

#include "stories/neighbours.h"
#include "stories/open_vector.h"
#include "stories/outlet_counts.h"

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
  /// Gives single reports (no loners) to the group that they are closest to, if nothing competes: likeness under the
  /// rule of the last join() at least `least`, and `lead` times that to any other group. All at once, so the order does
  /// not matter.
  void attach_singles(float least, float lead);

  /// For each report the smallest report of its group.
  [[nodiscard]] std::vector<std::uint32_t> groups();
  /// For each report its mean likeness to the reports of its group, itself included, whatever the days; 0 for single
  /// reports.
  [[nodiscard]] std::vector<float> centralities();

 private:
  /// A group that has more neighbours than this keeps the closest ones.
  static constexpr std::size_t kMostNeighbours = 640, kKeptNeighbours = 320;

  /// A term of a group: the sum of its reports' weights.
  class SumTerm {
   public:
    SumTerm(std::uint32_t key, float weight) : key_(key), weight_(weight) {}
    [[nodiscard]] std::uint32_t key() const { return key_; }
    [[nodiscard]] float weight() const { return weight_; }
    void add(float weight) { weight_ += weight; }

   private:
    std::uint32_t key_ = 0;
    float weight_ = 0;
  };
  /// The terms of a group in one block: all keys, ascending, then all weights, since a product with another vector
  /// reads all keys and few weights.
  class Sum {
   public:
    Sum() = default;
    explicit Sum(std::span<const SumTerm> terms);
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] SumTerm operator[](std::size_t i) const {
      return {numbers_[i], std::bit_cast<float>(numbers_[size_ + i])};
    }
    [[nodiscard]] std::span<const std::uint32_t> keys() const { return {numbers_.get(), size_}; }

   private:
    std::unique_ptr<std::uint32_t[]> numbers_;
    std::size_t size_ = 0;
  };
  /// A group that is worth a look, as seen from another one, and what is known of the product of both sums. 8 bytes.
  class Neighbour {
   public:
    static Neighbour exactly(std::uint32_t node, float product) { return {node, product}; }
    static Neighbour at_most(std::uint32_t node, float product) { return {node, -product}; }
    [[nodiscard]] std::uint32_t node() const { return node_; }
    [[nodiscard]] bool exact() const { return known_ >= 0; }
    /// At most this if not exact().
    [[nodiscard]] float product() const { return known_ >= 0 ? known_ : -known_; }
    /// The same of another group.
    [[nodiscard]] Neighbour seen_from(std::uint32_t node) const { return {node, known_}; }

   private:
    Neighbour(std::uint32_t node, float known) : node_(node), known_(known) {}
    std::uint32_t node_ = 0;
    float known_ = 0;  // negative: a bound
  };
  using Neighbours = std::vector<Neighbour>;
  /// A node of the tree of joins: a report, or two joined nodes.
  struct Node {
    std::uint32_t size = 1;
    std::uint32_t dated = 0;  ///< Reports with a day, and the sum and mean of their days.
    std::int64_t days = 0;
    double mean_day = 0;
    float norm = 1;   ///< Length of its sum, or a little more.
    float inner = 1;  ///< Likeness over all pairs of its reports, each with itself (1) and both ways.
    float scale = 1;  ///< What likeness is divided by under the rule at hand.
  };
  /// A pair of groups that may be joined; the closest first, then the smaller numbers.
  struct Offer {
    float likeness = 0;
    std::uint32_t a = 0, b = 0;
    friend bool operator<(const Offer& x, const Offer& y) {
      if (x.likeness != y.likeness) return x.likeness < y.likeness;
      return x.a != y.a ? x.a > y.a : x.b > y.b;
    }
  };

  /// The group that a node belongs to. Shortens the way there.
  std::uint32_t root(std::uint32_t node);
  [[nodiscard]] bool is_group(std::uint32_t node) const { return parents_[node] == node; }
  [[nodiscard]] bool is_loner(std::uint32_t node) const { return node < loners_.size() && loners_[node]; }
  [[nodiscard]] bool is_report(std::uint32_t node) const { return node < terms_.size(); }
  [[nodiscard]] const Sum& sum(std::uint32_t group) const { return sums_[group - terms_.size()]; }
  void read_weights(std::uint32_t node, std::vector<SumTerm>& weights) const;
  /// The heaviest terms of both together.
  Sum sum_of(std::uint32_t a, std::uint32_t b);
  /// Makes `node` the one that products are taken with.
  void lay_open(std::uint32_t node);
  /// Product of the sums of the node laid open and another one.
  [[nodiscard]] float product(std::uint32_t other) const;
  /// Fetches where fetch() is going to look.
  void fetch_place(std::uint32_t other) const;
  /// Fetches what product() is going to read.
  void fetch(std::uint32_t other) const;
  /// Mean over all pairs of reports of two groups of what the days leave of likeness, if this is the product of their
  /// sums; and mean likeness, which is less if reports are of one outlet.
  [[nodiscard]] float aged(std::uint32_t a, std::uint32_t b, float product) const;
  [[nodiscard]] float mean(std::uint32_t a, std::uint32_t b, float product) const;
  /// Share of the pairs of reports of two groups that are of one outlet.
  [[nodiscard]] float share_of_one_outlet(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] std::span<const OutletCount> outlets(std::uint32_t node) const;
  /// What decides whether two groups are joined, if this is the product of their sums: what fulfils the rule is exact,
  /// other values may be too high.
  [[nodiscard]] float likeness(std::uint32_t a, std::uint32_t b, float product) const;
  [[nodiscard]] float scale(std::uint32_t node) const;
  /// Product of the sums of two groups.
  [[nodiscard]] float known_product(std::uint32_t a, std::uint32_t b);
  /// A new node for both; announce() must follow.
  std::uint32_t merge(std::uint32_t a, std::uint32_t b);
  /// Makes a new group known to its neighbours.
  void announce(std::uint32_t group);
  void append(std::uint32_t node, Neighbour neighbour);
  [[nodiscard]] Neighbours neighbours_of(std::uint32_t a, std::uint32_t b) const;
  /// Offers `node` to those of its neighbours that are older groups and fulfil the rule with it.
  void offer_all(std::uint32_t node);
  void offer(std::uint32_t node, const Neighbour& other);
  static bool by_node(const Neighbour& x, const Neighbour& y) { return x.node() < y.node(); }
  /// Drops those that are no groups any more.
  void drop_dead_neighbours(Neighbours& all) const;
  /// Drops the dead, and if there are too many others all but the closest.
  void drop_far_neighbours(std::uint32_t node);
  [[nodiscard]] std::uint32_t best_group(std::uint32_t single, float least, float lead);
  /// The group that dominates a loner, itself if there is none.
  std::uint32_t dominant_group(std::uint32_t loner, Domination rule);

  std::vector<std::span<const Term>> terms_;  // of each report
  std::vector<bool> loners_;
  std::vector<std::uint32_t> parents_;  // of each node; groups are their own
  std::vector<Node> nodes_;
  std::vector<Neighbours> neighbours_;       // of each node that is a group, ascending; may name nodes that are none
  std::vector<Sum> sums_;                    // of the nodes that are no reports; empty once joined to another
  std::vector<OutletCount> report_outlets_;  // of each report; outlet 0 if it is not known
  std::vector<std::vector<OutletCount>> group_outlets_;  // of the nodes that are no reports, ascending by outlet
  Rule rule_;
  OpenVector vector_;
  std::priority_queue<Offer> offers_;
  std::vector<std::size_t> unsure_;               // scratch
  std::vector<SumTerm> left_, right_, together_;  // scratch
};

}  // namespace ql::stories
