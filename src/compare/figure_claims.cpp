// SPDX-License-Identifier: Apache-2.0
// Within a measure, values in the order of their time. Compatible values of different origins agree; a later value of
// the same side updates; incompatible values of different sides, or without a known order, differ. What grows for days
// (a toll, troops sent) is updated by whoever counts later; what words of correction take back is retracted. "weitere"
// and "darunter" refine. A heading is set against the text below it. A claim whose sides differ is given once more per
// side, if that side's own values evolve.
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
#include "compare/figure_neighbours.h"
#include "compare/relation_rules.h"

namespace ql::compare {
namespace {

using claims::FigureRole;

constexpr std::size_t kCompared = 4;  // earlier values that a figure is compared with
constexpr double kTollFactor = 3;     // a toll that grows by more within a day is a quarrel

class FigureComparison {
 public:
  FigureComparison(const Context& context, std::vector<Measure> measures, Comparison& out)
      : context_(context), out_(out), measures_(std::move(measures)) {}

  void run() {
    relate_places(context_, measures_, out_);
    relate_parts(context_, measures_, out_);
    for (const std::vector<std::uint32_t>& group : group_measures(context_, measures_)) {
      add_claim(group);
    }
  }

 private:
  [[nodiscard]] FigureRole role(const Measure& measure) const { return figure_of(context_, measure.item).role; }

  /// Where a report does not say whose figure it is, a larger later value is taken for the same count going on.
  static bool may_be_one_voice(const Measure& earlier, const Measure& later) {
    const bool one_open = !earlier.attributed || !later.attributed;
    return one_open && (earlier.grows || middle(later.bounds) >= middle(earlier.bounds));
  }

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
                                      [&](const auto& side) { return share_a_key(side.first, measures_[i].voice); });
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
    if (claim.status == ClaimStatus::Agrees) claim.status = agreed_status(claim.members);
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
    const std::vector<annotate::Token>& tokens = report.notes.tokens;
    auto token = std::lower_bound(tokens.begin(), tokens.end(), figure.state_span.begin,
                                  [](const annotate::Token& t, std::uint32_t at) { return t.text.begin < at; });
    bool ends_in_participle = false;
    for (; token != tokens.end() && token->text.end <= figure.state_span.end; ++token) {
      if (token->morphology.verb_form == annotate::VerbForm::Finite || token->word_class == annotate::WordClass::Num)
        return false;
      ends_in_participle = token->morphology.verb_form == annotate::VerbForm::Participle;
      if (ends_in_participle && is_cue(report, figure.sentence, token->text)) return false;  // "gesprochen"
    }
    return ends_in_participle;
  }

  /// The word is how somebody is reported to have given the number, not what is the case with the counted.
  [[nodiscard]] static bool is_cue(const AnalysedReport& report, SentenceId sentence, TextRange word) {
    return std::any_of(report.claims.statements.begin(), report.claims.statements.end(), [&](const auto& statement) {
      return statement.sentence == sentence &&
             std::any_of(statement.cue.begin(), statement.cue.end(), [&](TextRange cue) { return cue.contains(word); });
    });
  }

  /// Compares every figure with the last few earlier ones that say something else; returns what the group is as a
  /// whole.
  ClaimStatus relate(const std::vector<std::uint32_t>& group, bool emit) {
    bool differs = false, evolves = false;
    std::vector<std::uint32_t> earlier_values;  // one figure per side and value, the latest last
    for (const std::uint32_t current : group) {
      for (const std::uint32_t i : to_compare(group, earlier_values, current)) {
        const bool reversed = corrects_backwards(measures_[i], measures_[current]);
        const Measure &earlier = measures_[reversed ? current : i], &later = measures_[reversed ? i : current];
        if (!may_compare(earlier, later) || is_outdated(earlier_values, i, later)) continue;
        const Why found = why(earlier, later);
        const RelationType found_type = relation_rule(found).type;
        const bool sum = found_type == RelationType::Differs && adds_up(group, earlier, later);
        const RelationType type = sum ? RelationType::Refines : found_type;
        differs = differs || type == RelationType::Differs;
        evolves = evolves || type == RelationType::Updates || type == RelationType::Retracts;
        if (emit) add_relation(sum ? Why::FigureAdds : found, earlier, later);
      }
      remember(earlier_values, current);
    }
    return differs ? ClaimStatus::Differs : evolves ? ClaimStatus::Evolves : ClaimStatus::Agrees;
  }

  /// The last earlier values, the last one of the same side, and the one that the same sentence replaces.
  [[nodiscard]] std::vector<std::uint32_t> to_compare(const std::vector<std::uint32_t>& group,
                                                      const std::vector<std::uint32_t>& earlier,
                                                      std::uint32_t current) const {
    constexpr std::size_t kLookedAt = 64;
    std::vector<std::uint32_t> chosen;
    bool own_side = false;
    const Measure& now = measures_[current];
    for (std::size_t back = 0; back < std::min(earlier.size(), kLookedAt); ++back) {
      const std::uint32_t i = earlier[earlier.size() - 1 - back];
      const bool own = !own_side && share_a_key(measures_[i].voice, now.voice);
      own_side = own_side || own;
      if (back < kCompared || own || is_replaced(context_, measures_[i], now)) chosen.push_back(i);
    }
    std::reverse(chosen.begin(), chosen.end());
    if (now.correction == Correction::OwnVersion) add_own_versions(group, current, chosen);
    return chosen;
  }

  /// What the outlet of a notice gave before, although others gave the same since.
  void add_own_versions(const std::vector<std::uint32_t>& group, std::uint32_t current,
                        std::vector<std::uint32_t>& chosen) const {
    const Measure& now = measures_[current];
    for (std::size_t i = 0; i < group.size() && group[i] != current && chosen.size() < 2 * kCompared; ++i) {
      const Measure& before = measures_[group[i]];
      const bool known = std::find(chosen.begin(), chosen.end(), group[i]) != chosen.end();
      if (!known && is_one_outlet(before.item.report, now.item.report) && !compatible(before.bounds, now.bounds)) {
        chosen.push_back(group[i]);
      }
    }
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

  /// Keeps one figure per side and value: the later one, but not where it only recalls the earlier ("am Mittwoch hatte
  /// sie von 30 gesprochen").
  void remember(std::vector<std::uint32_t>& values, std::uint32_t current) const {
    const Measure& now = measures_[current];
    if (now.is_taken_back) return values.push_back(current);
    const bool recalled = std::any_of(values.begin(), values.end(), [&](std::uint32_t i) {
      return says_the_same(measures_[i], now) && measures_[i].item.report != now.item.report &&
             order_of(measures_[i].when, now.when) == Order::Same;
    });
    if (recalled) return;
    std::erase_if(values, [&](std::uint32_t i) { return says_the_same(measures_[i], now); });
    values.push_back(current);
  }

  /// A correction takes back the last value before it; those before that one were overtaken, not wrong.
  [[nodiscard]] bool is_outdated(const std::vector<std::uint32_t>& values, std::uint32_t earlier,
                                 const Measure& later) const {
    if (later.correction == Correction::None) return false;
    return std::any_of(values.begin(), values.end(), [&](std::uint32_t i) {
      return order_of(measures_[earlier].when, measures_[i].when) == Order::Before &&
             order_of(measures_[i].when, later.when) != Order::After &&
             !compatible(measures_[i].bounds, measures_[earlier].bounds) &&
             !compatible(measures_[i].bounds, later.bounds);
    });
  }

  /// `older` is a version of an agency's item that `newer` replaces.
  [[nodiscard]] bool is_superseded(ReportId older, ReportId newer) const {
    const clean::VersionLink& link = context_.reports[older.index()].version;
    return link.status == clean::VersionStatus::Superseded && link.newest == newer.index();
  }

  /// Where no dates say which came first, what corrects came later.
  [[nodiscard]] bool corrects_backwards(const Measure& one, const Measure& other) const {
    if (is_superseded(other.item.report, one.item.report)) return true;
    if (succession_of(context_, one, other) == Succession::Recalls || recalls(one, other)) return true;
    return one.item.report != other.item.report && one.correction != Correction::None &&
           other.correction == Correction::None && order_of(one.when, other.when) == Order::Unknown;
  }

  /// One report goes on, in one voice, with what was before: "Bislang hatte der Konzern sechs Prozent angepeilt."
  [[nodiscard]] bool recalls(const Measure& one, const Measure& other) const {
    const bool in_turn = one.item.report == other.item.report && one.item.index < other.item.index && !one.in_heading;
    return in_turn && is_one_voice(one, other) && order_between(one, other) == Order::Same &&
           looks_back(context_, other) && !looks_back(context_, one);
  }

  /// A number that is named only to be corrected is set against what corrects it, and against nothing else.
  [[nodiscard]] bool may_compare(const Measure& earlier, const Measure& later) const {
    if (later.is_taken_back) return false;
    return !earlier.is_taken_back || earlier.item.report == later.item.report;
  }

  [[nodiscard]] Why why(const Measure& earlier, const Measure& later) const {
    const Succession succession = succession_of(context_, earlier, later);
    if (succession == Succession::Corrects) return Why::FigureCorrected;
    const bool recalled = succession_of(context_, later, earlier) == Succession::Recalls || recalls(later, earlier);
    if (succession == Succession::Replaces || (recalled && !compatible(earlier.bounds, later.bounds))) {
      return updates(earlier, later);
    }
    if (is_superseded(earlier.item.report, later.item.report) && !compatible(earlier.bounds, later.bounds)) {
      const bool corrected = context_.reports[earlier.item.report.index()].version.corrected;
      return corrected ? Why::FigureNoticed : updates(earlier, later);
    }
    if (role(later) == FigureRole::Increment || role(earlier) == FigureRole::Increment) return Why::FigureAdds;
    if (compatible(earlier.bounds, later.bounds)) {
      if (is_sharper_successor(earlier, later)) return updates(earlier, later);
      return is_one_origin(earlier, later) && is_said_sharper(earlier, later) ? Why::FigureSharper : Why::FigureAgrees;
    }
    const Order order = order_between(earlier, later);
    const bool one_voice = is_one_voice(earlier, later) || may_be_one_voice(earlier, later);
    if (order != Order::After && takes_back(earlier, later, one_voice)) {
      return later.correction == Correction::OwnVersion ? Why::FigureNoticed : Why::FigureCorrected;
    }
    if (order == Order::Before && (one_voice || is_growing(earlier, later))) return updates(earlier, later);
    const bool against_heading = earlier.item.report == later.item.report && earlier.in_heading != later.in_heading;
    return against_heading           ? Why::FigureHeading
           : order == Order::Unknown ? Why::FigureOrderUnknown
                                     : Why::FigureDiffers;
  }

  /// Within one report a time beside one number does not say when the other held.
  static Order order_between(const Measure& earlier, const Measure& later) {
    const bool one_report = earlier.item.report == later.item.report;
    return one_report && earlier.dated != later.dated ? Order::Same : order_of(earlier.when, later.when);
  }

  static Why updates(const Measure& earlier, const Measure& later) {
    return middle(later.bounds) < middle(earlier.bounds) ? Why::FigureFalls : Why::FigureUpdates;
  }

  /// The words around the later number take the earlier one back.
  [[nodiscard]] bool takes_back(const Measure& earlier, const Measure& later, bool one_voice) const {
    switch (later.correction) {
      case Correction::None:
        return false;
      case Correction::IfItFalls:
        return one_voice && middle(later.bounds) < middle(earlier.bounds);
      case Correction::Own:
        return one_voice || (later.in_heading && !later.attributed);
      case Correction::OwnVersion:
        return is_one_outlet(earlier.item.report, later.item.report);
    }
    return false;
  }

  /// One report, or two by the same outlet, or two versions under one title.
  [[nodiscard]] bool is_one_outlet(ReportId one, ReportId other) const {
    if (context_.origin_of[one.index()] == context_.origin_of[other.index()]) return true;
    const clean::Report &a = context_.reports[one.index()].report, &b = context_.reports[other.index()].report;
    if (a.outlet && b.outlet) return *a.outlet == *b.outlet;
    const auto title = [](const clean::Report& report) {
      return report.title ? slice(report.text, report.blocks[report.title->index()].text) : std::string_view();
    };
    return !title(a).empty() && title(a) == title(b);
  }

  [[nodiscard]] bool is_one_origin(const Measure& one, const Measure& other) const {
    return context_.origin_of[one.item.report.index()] == context_.origin_of[other.item.report.index()];
  }

  /// One says exactly what the other only bounds or calls "about".
  [[nodiscard]] bool is_said_sharper(const Measure& one, const Measure& other) const {
    return one.bounds.known && other.bounds.known && is_exact(one.item) != is_exact(other.item);
  }

  [[nodiscard]] bool is_exact(Item item) const { return quantity_of(context_, item).hedge == annotate::Hedge::Exact; }

  /// "bis zu 3.000", later 2.400, or "mindestens sechs", later "mindestens zwölf": the first bound was not wrong,
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

  void add_relation(Why why, const Measure& earlier, const Measure& later) {
    const RelationType type = relation_rule(why).type;
    if (type == RelationType::Agrees && is_one_origin(earlier, later)) return;
    const bool sharper_first = why == Why::FigureSharper && is_exact(earlier.item);
    const bool from_later = type == RelationType::Retracts || (why == Why::FigureSharper && !sharper_first) ||
                            (why == Why::FigureAdds && role(later) == FigureRole::Increment);
    const Measure &from = from_later ? later : earlier, &to = from_later ? earlier : later;
    Relation relation = relation_by(why, from.item, to.item);
    relation.slots.push_back(
        {"value", words_of(context_, relation.from, 80), words_of(context_, relation.to, 80), weaker_side(relation)});
    if (from.when != to.when) {
      relation.slots.push_back({"time", std::string(from.when), std::string(to.when), Side::None});
    }
    out_.relations.push_back(std::move(relation));
  }

  /// The side with a hedge commits itself less than an exact one.
  [[nodiscard]] Side weaker_side(const Relation& relation) const {
    const bool from_exact = is_exact(relation.from), to_exact = is_exact(relation.to);
    return from_exact == to_exact ? Side::None : from_exact ? Side::To : Side::From;
  }

  const Context& context_;
  Comparison& out_;
  std::vector<Measure> measures_;
};

}  // namespace

void compare_figures(const Context& context, std::vector<Measure> measures, Comparison& comparison) {
  FigureComparison(context, std::move(measures), comparison).run();
}

}  // namespace ql::compare
