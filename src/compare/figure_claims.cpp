// SPDX-License-Identifier: Apache-2.0
// 1. Figures of one measure. Same dimension, same thing counted, same state, equally real; and sentences that speak of
//    the same thing, the less the more the state already says. The same number is no reason to join, a different
//    place, role or order of magnitude is one to keep apart.
// 2. Within a claim, values in the order of their time. Compatible values of different origins agree; a later value
//    of the same side updates; incompatible values of different sides, or without a known order, differ. A toll that
//    grows over half a day updates whoever counts. "weitere" and "darunter" refine.
// 3. A claim whose sides differ is given once more per side, if that side's own values evolve.
//
// Tested by compare_test.cpp.
#include "compare/figure_claims.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "compare/clusters.h"
#include "compare/measure.h"

namespace ql::compare {
namespace {

using claims::FigureRole;

constexpr float kStateSays = 0.45F;  // similarity that an equal state is worth
constexpr float kSameMeasure = 0.5F;
constexpr double kMagnitude = 6;          // values further apart than this factor are not one measure
constexpr double kMagnitudeOfTolls = 50;  // but tolls of a catastrophe grow by orders
constexpr double kMagnitudeWithoutState = 4;
constexpr std::size_t kScopesShown = 4;  // neighbours whose places are compared; a table of places is no finding
constexpr std::size_t kMostPairs = 400;  // figures of one key that are compared with one another

double middle(const Bounds& bounds) {
  if (std::isinf(bounds.low)) return bounds.high;
  if (std::isinf(bounds.high)) return bounds.low;
  return (bounds.low + bounds.high) / 2;
}

/// The figures of one story.
class FigureComparison {
 public:
  FigureComparison(const Context& context, std::span<const ReportId> reports, Comparison& out)
      : context_(context), out_(out), measures_(measures_of(context, reports)) {}

  void run() {
    for (const std::vector<std::uint32_t>& group : groups()) {
      add_claim(group);
    }
  }

 private:
  [[nodiscard]] FigureRole role(const Measure& measure) const { return figure_of(context_, measure.item).role; }

  // ---- which figures are one measure

  /// How surely two figures measure the same thing; 0 = certainly not.
  [[nodiscard]] float same_measure(const Measure& one, const Measure& other) const {
    const bool places_differ = one.place.valid() && other.place.valid() && one.place != other.place;
    if (places_differ || one.is_part != other.is_part || one.counted.empty()) {
      return 0;
    }
    if (one.bounds.known && other.bounds.known && far_apart(one, other)) {
      return 0;
    }
    if (listed_side_by_side(one, other)) {
      return 0;
    }
    const float words = similarity(one.context_terms, other.context_terms);
    return std::min(1.0F, (one.state.empty() ? 0.15F : kStateSays) + words);
  }

  /// "Zwei Frauen und ein Mann": one sentence counts two things of one kind.
  [[nodiscard]] bool listed_side_by_side(const Measure& one, const Measure& other) const {
    const claims::Figure &a = figure_of(context_, one.item), &b = figure_of(context_, other.item);
    return one.item.report == other.item.report && a.sentence == b.sentence && a.counted_lemma != b.counted_lemma;
  }

  /// One speaker in one report counts the same thing at two places: no conflict, another scope.
  static bool differ_in_scope(const Measure& one, const Measure& other) {
    return one.item.report == other.item.report && one.voice == other.voice && one.place.valid() &&
           other.place.valid() && one.place != other.place && !compatible(one.bounds, other.bounds);
  }

  void add_scope_relation(const Measure& one, const Measure& other) {
    Relation relation{RelationType::DiffersScope,      one.item, other.item, "compare.figure.scope.01",
                      "same measure at another place", {}};
    relation.slots.push_back({"place", context_.actors.actors[one.place.index()].name,
                              context_.actors.actors[other.place.index()].name, Side::None});
    relation.slots.push_back(
        {"value", words_of(context_, one.item, 80), words_of(context_, other.item, 80), Side::None});
    out_.relations.push_back(std::move(relation));
  }

  static bool far_apart(const Measure& one, const Measure& other) {
    const double a = std::abs(middle(one.bounds)), b = std::abs(middle(other.bounds));
    const bool toll = one.state == "dead" || one.state == "injured" || one.state == "missing";
    const double factor = one.state.empty() ? kMagnitudeWithoutState : toll ? kMagnitudeOfTolls : kMagnitude;
    return std::max(a, b) > factor * std::min(a, b) && std::max(a, b) > 10;
  }

  std::vector<std::vector<std::uint32_t>> groups() {
    std::map<std::string, std::vector<std::uint32_t>> by_key;
    for (std::uint32_t i = 0; i < measures_.size(); ++i) {
      const Measure& m = measures_[i];
      by_key[m.dimension + '|' + m.counted + '|' + m.state + (m.realised ? "|" : "|planned") +
             (m.is_base ? "|base" : "")]
          .push_back(i);
    }
    std::vector<SimilarPair> pairs;
    for (const auto& [key, members] : by_key) {
      for (std::size_t i = 0; i < members.size(); ++i) {
        for (std::size_t j = i + 1; j < std::min(members.size(), i + kMostPairs); ++j) {
          const float value = same_measure(measures_[members[i]], measures_[members[j]]);
          if (value >= kSameMeasure) pairs.push_back({members[i], members[j], value});
          if (j - i < kScopesShown && differ_in_scope(measures_[members[i]], measures_[members[j]])) {
            add_scope_relation(measures_[members[i]], measures_[members[j]]);
          }
        }
      }
    }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const SimilarPair& a, const SimilarPair& b) { return a.similarity > b.similarity; });
    const auto compatible_measures = [this](std::uint32_t a, std::uint32_t b) {
      return same_measure(measures_[a], measures_[b]) > 0;
    };
    return cluster(measures_.size(), pairs, kSameMeasure / 2, compatible_measures);
  }

  // ---- how the values of one measure relate

  void add_claim(std::vector<std::uint32_t> group) {
    std::stable_sort(group.begin(), group.end(), [this](std::uint32_t a, std::uint32_t b) {
      return order_of(measures_[a].when, measures_[b].when) == Order::Before;
    });
    const ClaimStatus status = relate(group, true);
    push_claim(group, status);
    if (status != ClaimStatus::Differs) {
      return;
    }
    std::map<std::uint64_t, std::vector<std::uint32_t>> by_side;
    for (const std::uint32_t i : group) {
      if (measures_[i].voice != 0) by_side[measures_[i].voice].push_back(i);
    }
    for (const auto& [side, members] : by_side) {
      if (members.size() > 1 && members.size() < group.size() && relate(members, false) == ClaimStatus::Evolves) {
        push_claim(members, ClaimStatus::Evolves);
      }
    }
  }

  void push_claim(const std::vector<std::uint32_t>& group, ClaimStatus status) {
    Claim claim;
    claim.kind = ClaimKind::Figure;
    claim.label = label(measures_[group.front()]);
    for (const std::uint32_t i : group) claim.members.push_back(measures_[i].item);
    std::sort(claim.members.begin(), claim.members.end());
    claim.origins = count_origins(context_, claim.members);
    claim.status = group.size() == 1 ? ClaimStatus::Single : status;
    if (claim.status == ClaimStatus::Agrees && claim.origins < 2) {
      claim.status = ClaimStatus::Single;
    }
    out_.claims.push_back(std::move(claim));
  }

  [[nodiscard]] std::string label(const Measure& measure) const {
    const claims::Figure& figure = figure_of(context_, measure.item);
    std::string text = figure.counted.empty() ? words_of(context_, measure.item, 80) : figure.counted;
    if (!figure.state.empty()) {
      text += ", " + figure.state;
    }
    return text;
  }

  /// Compares every figure with the last few earlier ones that say something else; returns what the group is as a
  /// whole.
  ClaimStatus relate(const std::vector<std::uint32_t>& group, bool emit) {
    constexpr std::size_t kCompared = 4;
    bool differs = false, evolves = false;
    std::vector<std::uint32_t> earlier_values;  // one figure per side and value, the latest last
    for (const std::uint32_t current : group) {
      const std::size_t first = earlier_values.size() - std::min(earlier_values.size(), kCompared);
      for (std::size_t i = first; i < earlier_values.size(); ++i) {
        const Measure& earlier = measures_[earlier_values[i]];
        const RelationType found = relation_type(earlier, measures_[current]);
        const bool sum = found == RelationType::Differs && adds_up(group, earlier, measures_[current]);
        const RelationType type = sum ? RelationType::Refines : found;
        differs = differs || type == RelationType::Differs;
        evolves = evolves || type == RelationType::Updates;
        if (emit) add_relation(type, earlier, measures_[current]);
      }
      std::erase_if(earlier_values, [&](std::uint32_t i) { return says_the_same(measures_[i], measures_[current]); });
      earlier_values.push_back(current);
    }
    return differs ? ClaimStatus::Differs : evolves ? ClaimStatus::Evolves : ClaimStatus::Agrees;
  }

  /// True if an increment of the group makes one value the other: 1.500 and a further 1.500 are 3.000.
  [[nodiscard]] bool adds_up(const std::vector<std::uint32_t>& group, const Measure& one, const Measure& other) const {
    const double smaller = std::min(middle(one.bounds), middle(other.bounds));
    const double larger = std::max(middle(one.bounds), middle(other.bounds));
    return std::any_of(group.begin(), group.end(), [&](std::uint32_t i) {
      return role(measures_[i]) == FigureRole::Increment && measures_[i].item.report == other.item.report &&
             smaller + middle(measures_[i].bounds) == larger;
    });
  }

  static bool says_the_same(const Measure& one, const Measure& other) {
    return one.voice == other.voice && one.bounds.low == other.bounds.low && one.bounds.high == other.bounds.high;
  }

  [[nodiscard]] RelationType relation_type(const Measure& earlier, const Measure& later) const {
    if (role(later) == FigureRole::Increment || role(earlier) == FigureRole::Increment) {
      return RelationType::Refines;
    }
    if (compatible(earlier.bounds, later.bounds)) {
      return is_sharper_successor(earlier, later) ? RelationType::Updates : RelationType::Agrees;
    }
    if (is_replaced(context_, earlier, later)) {
      return RelationType::Updates;
    }
    const Order order = order_of(earlier.when, later.when);
    const bool open_side = earlier.voice == 0 || later.voice == 0;
    if (order == Order::Before && (earlier.voice == later.voice || open_side || is_growing_toll(earlier, later))) {
      return RelationType::Updates;
    }
    return RelationType::Differs;
  }

  /// "bis zu 3.000", later 2.400, or "mindestens sechs", later "mindestens zw\u00f6lf": the first bound was not wrong,
  /// the later value replaces it.
  static bool is_sharper_successor(const Measure& earlier, const Measure& later) {
    const Bounds &a = earlier.bounds, &b = later.bounds;
    if (order_of(earlier.when, later.when) != Order::Before || !a.known || !b.known || middle(a) == middle(b)) {
      return false;
    }
    const bool was_open = std::isinf(a.low) || std::isinf(a.high);
    const bool same_direction = std::isinf(a.low) == std::isinf(b.low) && std::isinf(a.high) == std::isinf(b.high);
    return was_open && (b.low == b.high || same_direction);
  }

  /// Dead and missing are counted on by whoever is in charge; within a factor of three that is no quarrel.
  static bool is_growing_toll(const Measure& earlier, const Measure& later) {
    const double before = middle(earlier.bounds), after = middle(later.bounds);
    const bool toll = earlier.state == "missing" || (earlier.state == "dead" && after >= before);
    return toll && std::max(before, after) <= 3 * std::max(1.0, std::min(before, after));
  }

  void add_relation(RelationType type, const Measure& earlier, const Measure& later) {
    const bool one_origin =
        context_.origin_of[earlier.item.report.index()] == context_.origin_of[later.item.report.index()];
    if (type == RelationType::Agrees && one_origin) {
      return;
    }
    Relation relation;
    relation.type = type;
    relation.from = earlier.item;
    relation.to = later.item;
    if (type == RelationType::Refines && role(later) == FigureRole::Increment) {
      std::swap(relation.from, relation.to);
    }
    explain(relation);
    relation.slots.push_back(
        {"value", words_of(context_, relation.from, 80), words_of(context_, relation.to, 80), weaker_side(relation)});
    if (earlier.when != later.when) {
      relation.slots.push_back({"time", std::string(relation.from == earlier.item ? earlier.when : later.when),
                                std::string(relation.from == earlier.item ? later.when : earlier.when), Side::None});
    }
    out_.relations.push_back(std::move(relation));
  }

  static void explain(Relation& relation) {
    switch (relation.type) {
      case RelationType::Agrees:
        relation.rule = "compare.figure.agrees.01";
        relation.reason = "same measure, compatible values, different origins";
        break;
      case RelationType::Updates:
        relation.rule = "compare.figure.updates.01";
        relation.reason = "same measure, later value";
        break;
      case RelationType::Refines:
        relation.rule = "compare.figure.refines.01";
        relation.reason = "an addition to the same measure";
        break;
      default:
        relation.rule = "compare.figure.differs.01";
        relation.reason = "same measure, incompatible values, not resolved by time and speaker";
    }
  }

  /// The side with a hedge commits itself less than an exact one.
  [[nodiscard]] Side weaker_side(const Relation& relation) const {
    const bool from_exact = quantity_of(context_, relation.from).hedge == annotate::Hedge::Exact;
    const bool to_exact = quantity_of(context_, relation.to).hedge == annotate::Hedge::Exact;
    return from_exact == to_exact ? Side::None : from_exact ? Side::To : Side::From;
  }

  const Context& context_;
  Comparison& out_;
  std::vector<Measure> measures_;
};

}  // namespace

void compare_figures(const Context& context, std::span<const ReportId> reports, Comparison& comparison) {
  FigureComparison(context, reports, comparison).run();
}

}  // namespace ql::compare
