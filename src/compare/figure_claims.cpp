// SPDX-License-Identifier: Apache-2.0
// Within a measure, values in the order of their time. Compatible values of different origins agree; a later value of
// the same side updates; incompatible values of different sides, or without a known order, differ. What grows for days
// (a toll, troops sent) is updated by whoever counts later. "weitere" and "darunter" refine. A heading is set against
// the text below it. A claim whose sides differ is given once more per side, if that side's own values evolve.
//
// Each figure is compared with a handful of earlier ones that say something else: relations grow with the figures,
// not with their square, and the claim holds every member. Tested by figure_claims_test.cpp.
#include "compare/figure_claims.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "base/utf8.h"
#include "compare/figure_groups.h"

namespace ql::compare {
namespace {

using claims::FigureRole;

constexpr std::size_t kCompared = 4;     // earlier values that a figure is compared with
constexpr std::size_t kScopesShown = 4;  // neighbours whose places are compared; a table of places is no finding
constexpr double kTollFactor = 3;        // a toll that grows by more within a day is a quarrel

class FigureComparison {
 public:
  FigureComparison(const Context& context, std::span<const ReportId> reports, Comparison& out)
      : context_(context), out_(out), measures_(measures_of(context, reports)) {}

  void run() {
    add_scope_relations();
    for (const std::vector<std::uint32_t>& group : group_measures(context_, measures_)) {
      add_claim(group);
    }
  }

 private:
  [[nodiscard]] FigureRole role(const Measure& measure) const { return figure_of(context_, measure.item).role; }

  // ---- the same thing counted at two places

  void add_scope_relations() {
    std::map<std::string, std::vector<std::uint32_t>> by_key;
    for (std::uint32_t i = 0; i < measures_.size(); ++i) {
      const Measure& m = measures_[i];
      if (m.place.valid()) by_key[m.dimension + '|' + m.counted + '|' + m.state].push_back(i);
    }
    for (const auto& [key, members] : by_key) {
      for (std::size_t i = 0; i < members.size(); ++i) {
        for (std::size_t j = i + 1; j < std::min(members.size(), i + kScopesShown); ++j) {
          const Measure &one = measures_[members[i]], &other = measures_[members[j]];
          if (differ_in_scope(one, other)) add_scope_relation(one, other);
        }
      }
    }
  }

  /// One speaker in one report counts the same thing at two places: no conflict, another scope.
  static bool differ_in_scope(const Measure& one, const Measure& other) {
    return one.item.report == other.item.report && one.realised == other.realised && is_one_voice(one, other) &&
           one.place != other.place && !compatible(one.bounds, other.bounds);
  }

  static bool is_one_voice(const Measure& one, const Measure& other) {
    return share_a_side(one.voice, other.voice) || (one.voice.empty() && other.voice.empty());
  }

  /// Where a report does not say whose figure it is, a larger later value is taken for the same count going on.
  static bool may_be_one_voice(const Measure& earlier, const Measure& later) {
    const bool one_open = !earlier.attributed || !later.attributed;
    return one_open && (earlier.grows || middle(later.bounds) >= middle(earlier.bounds));
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
    for (const std::vector<std::uint32_t>& side : by_side(group)) {
      if (side.size() > 1 && side.size() < group.size() && relate(side, false) == ClaimStatus::Evolves) {
        push_claim(side, ClaimStatus::Evolves);
      }
    }
  }

  /// The group's figures by whom they belong to, those of nobody left out; each in the order of the group.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> by_side(const std::vector<std::uint32_t>& group) const {
    std::vector<std::pair<Sides, std::vector<std::uint32_t>>> sides;
    for (const std::uint32_t i : group) {
      if (measures_[i].voice.empty()) continue;
      const auto known = std::find_if(sides.begin(), sides.end(),
                                      [&](const auto& side) { return share_a_side(side.first, measures_[i].voice); });
      if (known == sides.end()) {
        sides.emplace_back(measures_[i].voice, std::vector<std::uint32_t>{i});
      } else {
        known->second.push_back(i);
      }
    }
    std::vector<std::vector<std::uint32_t>> members;
    for (auto& side : sides) members.push_back(std::move(side.second));
    return members;
  }

  void push_claim(const std::vector<std::uint32_t>& group, ClaimStatus status) {
    Claim claim;
    claim.kind = ClaimKind::Figure;
    claim.label = label(group);
    for (const std::uint32_t i : group) claim.members.push_back(measures_[i].item);
    std::sort(claim.members.begin(), claim.members.end());
    claim.origins = count_origins(context_, claim.members);
    claim.status = group.size() == 1 ? ClaimStatus::Single : status;
    if (claim.status == ClaimStatus::Agrees && claim.origins < 2) {
      claim.status = ClaimStatus::Single;
    }
    out_.claims.push_back(std::move(claim));
  }

  /// What is counted, in the shortest form that a member writes it, and the first short state that no cue is part of.
  [[nodiscard]] std::string label(const std::vector<std::uint32_t>& group) const {
    const claims::Figure& first = figure_of(context_, measures_[group.front()].item);
    std::string noun = first.counted, state;
    for (const std::uint32_t i : group) {
      const claims::Figure& figure = figure_of(context_, measures_[i].item);
      if (noun.empty()) noun = figure.counted;
      if (figure.counted.empty() || figure.counted_lemma != first.counted_lemma) continue;
      if (figure.counted.size() < noun.size()) noun = figure.counted;
      if (state.empty() && names_a_state(measures_[i].item)) state = figure.state;
    }
    if (noun.empty()) return words_of(context_, measures_[group.front()].item, 80);
    return state.empty() ? noun : noun + ", " + state;
  }

  /// True for "verletzt worden", "nach Russland entsandt"; false for clauses ("Die Polizei sprach von").
  [[nodiscard]] bool names_a_state(Item item) const {
    constexpr std::size_t kMostBytes = 48;
    const claims::Figure& figure = figure_of(context_, item);
    const AnalysedReport& report = context_.reports[item.report.index()];
    if (figure.state.empty() || figure.state.size() > kMostBytes || is_upper(decode_utf8(figure.state, 0).value)) {
      return false;
    }
    bool ends_in_participle = false;
    for (const annotate::Token& token : report.notes.tokens) {
      if (!figure.state_span.contains(token.text)) continue;
      if (token.morphology.verb_form == annotate::VerbForm::Finite || token.word_class == annotate::WordClass::Num)
        return false;
      ends_in_participle = token.morphology.verb_form == annotate::VerbForm::Participle;
    }
    return ends_in_participle;
  }

  /// Compares every figure with the last few earlier ones that say something else; returns what the group is as a
  /// whole.
  ClaimStatus relate(const std::vector<std::uint32_t>& group, bool emit) {
    bool differs = false, evolves = false;
    std::vector<std::uint32_t> earlier_values;  // one figure per side and value, the latest last
    for (const std::uint32_t current : group) {
      for (const std::uint32_t i : to_compare(earlier_values, current)) {
        const Measure& earlier = measures_[i];
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

  /// The last earlier values, the last one of the same side, and the one that the same sentence replaces.
  [[nodiscard]] std::vector<std::uint32_t> to_compare(const std::vector<std::uint32_t>& earlier,
                                                      std::uint32_t current) const {
    constexpr std::size_t kLookedAt = 64;
    std::vector<std::uint32_t> chosen;
    bool own_side = false;
    const Measure& now = measures_[current];
    for (std::size_t back = 0; back < std::min(earlier.size(), kLookedAt); ++back) {
      const std::uint32_t i = earlier[earlier.size() - 1 - back];
      const bool own = !own_side && share_a_side(measures_[i].voice, now.voice);
      own_side = own_side || own;
      if (back < kCompared || own || is_replaced(context_, measures_[i], now)) chosen.push_back(i);
    }
    std::reverse(chosen.begin(), chosen.end());
    return chosen;
  }

  /// True if an increment of the group makes one value the other: 1.500 and a further 1.500 are 3.000.
  [[nodiscard]] bool adds_up(const std::vector<std::uint32_t>& group, const Measure& one, const Measure& other) const {
    const double smaller = std::min(middle(one.bounds), middle(other.bounds));
    const double larger = std::max(middle(one.bounds), middle(other.bounds));
    return std::any_of(group.begin(), group.end(), [&](std::uint32_t i) {
      return role(measures_[i]) == FigureRole::Increment &&
             (measures_[i].item.report == other.item.report || measures_[i].item.report == one.item.report) &&
             smaller + middle(measures_[i].bounds) == larger;
    });
  }

  static bool says_the_same(const Measure& one, const Measure& other) {
    return is_one_voice(one, other) && one.bounds.low == other.bounds.low && one.bounds.high == other.bounds.high;
  }

  [[nodiscard]] RelationType relation_type(const Measure& earlier, const Measure& later) const {
    if (is_replaced(context_, earlier, later)) {
      return RelationType::Updates;
    }
    if (role(later) == FigureRole::Increment || role(earlier) == FigureRole::Increment) {
      return RelationType::Refines;
    }
    if (compatible(earlier.bounds, later.bounds)) {
      return is_sharper_successor(earlier, later) ? RelationType::Updates : RelationType::Agrees;
    }
    const Order order = order_of(earlier.when, later.when);
    if (order == Order::Before &&
        (is_one_voice(earlier, later) || may_be_one_voice(earlier, later) || is_growing(earlier, later))) {
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

  /// Whoever is in charge counts on. Tolls of one event that grow by orders are a quarrel; the missing may only get
  /// fewer or a few more.
  static bool is_growing(const Measure& earlier, const Measure& later) {
    const double before = middle(earlier.bounds), after = middle(later.bounds);
    if (earlier.state == "dead" || earlier.state == "missing") {
      const bool within = std::max(before, after) <= kTollFactor * std::max(1.0, std::min(before, after));
      return (earlier.state == "missing" || after >= before) && within;
    }
    return earlier.grows && after >= before;
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
    explain(relation, earlier, later);
    relation.slots.push_back(
        {"value", words_of(context_, relation.from, 80), words_of(context_, relation.to, 80), weaker_side(relation)});
    if (earlier.when != later.when) {
      relation.slots.push_back({"time", std::string(relation.from == earlier.item ? earlier.when : later.when),
                                std::string(relation.from == earlier.item ? later.when : earlier.when), Side::None});
    }
    out_.relations.push_back(std::move(relation));
  }

  void explain(Relation& relation, const Measure& earlier, const Measure& later) const {
    const bool against_heading = earlier.item.report == later.item.report && earlier.in_heading != later.in_heading;
    switch (relation.type) {
      case RelationType::Agrees:
        relation.rule = "compare.figure.agrees.01";
        relation.reason = "same measure, compatible values, different origins";
        break;
      case RelationType::Updates:
        relation.rule = "compare.figure.updates.01";
        relation.reason = middle(later.bounds) < middle(earlier.bounds)
                              ? "same measure, later value, corrected downwards"
                              : "same measure, later value";
        break;
      case RelationType::Refines:
        relation.rule = "compare.figure.refines.01";
        relation.reason = "an addition to the same measure";
        break;
      default:
        relation.rule = against_heading ? RuleId("compare.figure.heading.01") : RuleId("compare.figure.differs.01");
        relation.reason = against_heading ? "the heading gives another value than the text below it"
                          : order_of(earlier.when, later.when) == Order::Unknown
                              ? "same measure, incompatible values, order unknown"
                              : "same measure, incompatible values, not resolved by time and speaker";
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
