// SPDX-License-Identifier: Apache-2.0
// Same dimension and same thing counted; then the same state, or one that is not said; equally real; and sentences that
// speak of the same thing, the less the more the noun or the state already says. A different place, state, role or
// order of magnitude is a reason to keep apart. The same number alone is no reason to join, but the more digits it has
// the less the words around it must agree: reports call the same 168 beds beds to be moved, lost and cut. Tested by
// figure_claims_test.cpp.
#include "compare/figure_groups.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "compare/clusters.h"

namespace ql::compare {
namespace {

constexpr float kStateSays = 0.45F;  // similarity that an equal state is worth; enough within one story
constexpr float kThingSays = 0.15F;  // and the same thing counted alone
constexpr float kNounSays = 0.2F;    // called by the same noun
constexpr float kRareNounSays = 0.35F;
constexpr float kSameKindSays = 0.1F;  // people of one kind: participants of both
constexpr float kNumberSays = 0.2F;    // a number of two digits of different things
constexpr float kLongNumberSays = 0.35F;
constexpr float kNumberOfThingSays = 0.45F;  // the same number of the same thing
constexpr int kTwoDigits = 2, kLongNumber = 3;
constexpr float kAmountSays = 0.4F;  // an amount of the same thing (cost, bribe, fee)
constexpr float kValueSays = 0.2F;   // and beside it an equal number that is no small one
constexpr float kSameMeasure = 0.5F;
constexpr double kMagnitude = 6;          // values further apart than this factor are not one measure
constexpr double kMagnitudeGrowing = 50;  // but what grows for days may grow by orders
constexpr double kMagnitudeWithoutState = 5;
constexpr double kSmallNumber = 10;  // numbers up to here fit everything
const std::string kPeople = "people", kPrice = "price", kOffer = "offer", kPer = "per ";
constexpr std::size_t kMostPairs = 100;  // figures of one key that each figure is compared with

bool far_apart(const Measure& one, const Measure& other) {
  if (!one.bounds.known || !other.bounds.known) return false;
  const double a = std::abs(middle(one.bounds)), b = std::abs(middle(other.bounds));
  const double factor = one.state.empty() || other.state.empty() ? kMagnitudeWithoutState
                        : one.grows && other.grows               ? kMagnitudeGrowing
                                                                 : kMagnitude;
  return std::max(a, b) > factor * std::min(a, b) && std::max(a, b) > kSmallNumber;
}

bool is_equal(const Measure& one, const Measure& other) {
  return one.bounds.known && other.bounds.known && middle(one.bounds) == middle(other.bounds);
}

/// Equal numbers that chance hardly makes equal.
bool share_a_number(const Measure& one, const Measure& other) {
  return one.telling_digits >= kTwoDigits && one.telling_digits == other.telling_digits && is_equal(one, other) &&
         std::abs(middle(one.bounds)) > kSmallNumber && one.is_usual == other.is_usual;
}

/// What was offered is set against what was paid.
bool is_price(const Measure& measure) {
  return measure.counted == kPrice || measure.counted == kOffer || measure.counted.starts_with(kPer);
}

bool both_say_state(const Measure& one, const Measure& other) { return !one.state.empty() && !other.state.empty(); }

/// Values of years that lie apart: what a background paragraph recalls is another measure.
bool years_apart(const Measure& one, const Measure& other) {
  if (!names_a_year(one.when) || !names_a_year(other.when)) return false;
  const auto year = [](std::string_view when) { return std::stoi(std::string(when.substr(0, 4))); };
  return std::abs(year(one.when) - year(other.when)) > 1;
}

class MeasureGrouping {
 public:
  MeasureGrouping(const Context& context, std::vector<Measure>& measures) : context_(context), measures_(measures) {}

  std::vector<std::vector<std::uint32_t>> run() {
    std::map<std::string, std::vector<std::uint32_t>> by_key;
    for (std::uint32_t i = 0; i < measures_.size(); ++i) {
      const Measure& m = measures_[i];
      if (!m.counted.empty()) {
        const std::string& counted = m.counted == "job" ? kPeople : m.counted;
        const bool realised = m.realised || is_price(m);
        by_key[m.dimension + '|' + counted + (realised ? "|" : "|planned") + (m.is_base ? "|base" : "") +
               (m.is_usual ? "|usual" : "")]
            .push_back(i);
      }
    }
    std::vector<SimilarPair> pairs;
    for (const auto& [key, members] : by_key) find_contrasts(members);
    add_pairs_of_numbers(pairs);
    for (const auto& [key, members] : by_key) add_pairs(members, pairs);
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const SimilarPair& a, const SimilarPair& b) { return a.similarity > b.similarity; });
    const auto may_link = [this](std::uint32_t a, std::uint32_t b) { return may_be_one(measures_[a], measures_[b]); };
    return cluster(measures_.size(), pairs, kSameMeasure / 2, may_link);
  }

 private:
  void add_pairs(const std::vector<std::uint32_t>& members, std::vector<SimilarPair>& pairs) const {
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (std::size_t j = i + 1; j < std::min(members.size(), i + kMostPairs); ++j) {
        const Measure &one = measures_[members[i]], &other = measures_[members[j]];
        if (!may_be_one(one, other)) continue;
        const float value = same_measure(one, other);
        if (value >= (both_say_state(one, other) ? kStateSays : kSameMeasure))
          pairs.push_back({members[i], members[j], value});
      }
    }
  }

  /// The same number of the same thing: what one report says of it holds for the other.
  static void share_state(Measure& one, Measure& other) {
    if (one.state.empty() == other.state.empty()) return;
    const Measure& full = one.state.empty() ? other : one;
    Measure& bare = one.state.empty() ? one : other;
    bare.state = full.state;
    bare.state_kind = full.state_kind;
    bare.grows = full.grows;
  }

  void add_pairs_of_numbers(std::vector<SimilarPair>& pairs) {
    std::map<std::pair<std::string, double>, std::vector<std::uint32_t>> by_number;
    for (std::uint32_t i = 0; i < measures_.size(); ++i) {
      const Measure& m = measures_[i];
      if (m.bounds.known && m.telling_digits >= kTwoDigits) by_number[{m.dimension, middle(m.bounds)}].push_back(i);
    }
    for (const auto& [number, members] : by_number) {
      for (std::size_t i = 0; i < members.size(); ++i) {
        for (std::size_t j = i + 1; j < std::min(members.size(), i + kMostPairs); ++j) {
          Measure &one = measures_[members[i]], &other = measures_[members[j]];
          if (!share_a_number(one, other) || !may_be_one(one, other)) continue;
          const float value = same_number(one, other);
          if (value < kSameMeasure) continue;
          pairs.push_back({members[i], members[j], value});
          if (one.counted == other.counted) share_state(one, other);
        }
      }
    }
  }

  /// How surely two equal numbers measure one thing; 0..1.
  static float same_number(const Measure& one, const Measure& other) {
    const bool long_number = one.telling_digits >= kLongNumber;
    float value = long_number ? kLongNumberSays : kNumberSays;
    if (one.counted == other.counted || (!one.head.empty() && one.head == other.head)) {
      value = long_number ? kSameMeasure : kNumberOfThingSays;
    } else if (one.is_amount || one.dimension == "%") {
      value += kThingSays;  // the noun of an amount is a guess: who pays, what is bought
    }
    return std::min(1.0F, value + similarity(one.context_terms, other.context_terms));
  }

  /// False for figures that no likeness of their sentences can make one measure.
  [[nodiscard]] bool may_be_one(const Measure& one, const Measure& other) const {
    const bool places_differ =
        one.place.valid() && other.place.valid() && one.place != other.place && !is_one_area(one, other);
    if (places_differ || years_apart(one, other) || listed_side_by_side(one, other) || told_apart(one, other))
      return false;
    if (share_a_number(one, other)) return one.telling_digits >= kLongNumber || may_be_one_number(one, other);
    if (one.counted != other.counted) return is_one_staff(one, other) && one.is_part == other.is_part;
    const bool states_differ = contradict(one, other);
    const bool realised_differ = one.realised != other.realised && !is_price(one);
    return !states_differ && one.is_part == other.is_part && one.is_base == other.is_base && !realised_differ &&
           !far_apart(one, other);
  }

  /// Two digits may be equal by chance: not where two things are counted, or one is demanded and one is so.
  static bool may_be_one_number(const Measure& one, const Measure& other) {
    const bool is_share = one.dimension == "%";
    const bool two_things = one.counted != other.counted && !one.is_amount && !is_share && !is_one_staff(one, other);
    return !two_things && !contradict(one, other) && (one.realised == other.realised || is_price(one));
  }

  /// Both say a state, and neither is a kind of the other.
  static bool contradict(const Measure& one, const Measure& other) {
    return both_say_state(one, other) && one.state != other.state && one.state_kind != other.state &&
           other.state_kind != one.state;
  }

  /// "86 Stellen" and "86 Beschäftigte": jobs and the people who have them are one measure only where they are one
  /// number.
  static bool is_one_staff(const Measure& one, const Measure& other) {
    const auto is_staff = [](const Measure& m) { return m.counted == kPeople || m.counted == "job"; };
    return is_staff(one) && is_staff(other) && is_equal(one, other) && middle(one.bounds) > kSmallNumber;
  }

  /// One report speaks of both places, and none gives a value of its own for each: the river and the county that it
  /// flooded, not two theatres of one war.
  [[nodiscard]] bool is_one_area(const Measure& one, const Measure& other) const {
    const auto [low, high] = std::minmax({one.place, other.place});
    return !contrasted_.contains({low, high}) &&
           (mentions(one.item.report, other.place) || mentions(other.item.report, one.place));
  }

  [[nodiscard]] bool mentions(ReportId report, ActorId place) const {
    const std::vector<ActorId>& actors = context_.actors.of_entity[report.index()];
    return std::find(actors.begin(), actors.end(), place) != actors.end();
  }

  /// Notes the pairs of places that some report gives different values for.
  void find_contrasts(const std::vector<std::uint32_t>& members) {
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (std::size_t j = i + 1; j < members.size(); ++j) {
        const Measure &one = measures_[members[i]], &other = measures_[members[j]];
        if (one.item.report != other.item.report || j - i > kMostPairs) break;
        if (!one.place.valid() || !other.place.valid() || one.place == other.place) continue;
        if (one.state == other.state && !compatible(one.bounds, other.bounds)) {
          const auto [low, high] = std::minmax({one.place, other.place});
          contrasted_.insert({low, high});
        }
      }
    }
  }

  /// One voice that gives two values of one noun in one report speaks of two things ("168 Betten ... in Harm gibt es
  /// 420 Betten"), unless it says that one value follows the other or corrects it.
  [[nodiscard]] bool told_apart(const Measure& one, const Measure& other) const {
    const auto adds = [&](const Measure& m) {
      return figure_of(context_, m.item).role == claims::FigureRole::Increment;
    };
    if (one.dimension != "count" || adds(one) || adds(other)) return false;  // a rate changes by the hour
    const bool one_report = one.item.report == other.item.report && one.in_heading == other.in_heading;
    if (!one_report || one.head.empty() || one.head != other.head || compatible(one.bounds, other.bounds)) return false;
    const bool follows = one.when != other.when || one.is_taken_back || other.is_taken_back ||
                         one.correction != Correction::None || other.correction != Correction::None;
    return !follows && is_one_voice(one, other) && !is_replaced(context_, one, other) &&
           !is_replaced(context_, other, one);
  }

  /// "Zwei Frauen und ein Mann": one sentence counts two things of one kind.
  [[nodiscard]] bool listed_side_by_side(const Measure& one, const Measure& other) const {
    if (one.item.report != other.item.report) return false;
    const claims::Figure &a = figure_of(context_, one.item), &b = figure_of(context_, other.item);
    if (is_replaced(context_, one, other) || is_replaced(context_, other, one)) return false;
    return a.sentence == b.sentence && !a.counted_lemma.empty() && !b.counted_lemma.empty() &&
           a.counted_lemma != b.counted_lemma;
  }

  /// What the counted thing says alone: more where both use the same noun, most where hardly any text has it. One
  /// report that gives two values speaks of two things, unless it sets one source against another.
  static float thing_says(const Measure& one, const Measure& other) {
    const bool equal = is_equal(one, other);
    const auto is_small = [](const Measure& m) { return m.bounds.known && std::abs(middle(m.bounds)) <= kSmallNumber; };
    const bool small = is_small(one) || is_small(other);
    const bool two_things = one.item.report == other.item.report && is_one_voice(one, other);
    if (one.head.empty() || one.head != other.head || (!equal && (small || two_things))) return kThingSays;
    return one.rare_head ? kRareNounSays : kNounSays;
  }

  /// How surely two figures that may be one are; 0..1.
  static float same_measure(const Measure& one, const Measure& other) {
    if (one.counted != other.counted) return kSameMeasure;
    float value = both_say_state(one, other) ? kStateSays : thing_says(one, other);
    if (one.is_amount && !both_say_state(one, other))
      value = one.rare_head && one.head == other.head ? kSameMeasure : kAmountSays;
    if (is_equal(one, other) && std::abs(middle(one.bounds)) > kSmallNumber) value += kValueSays;
    if (one.counted == kPeople && !one.noun.empty() && one.noun == other.noun) value += kSameKindSays;
    return std::min(1.0F, value + similarity(one.context_terms, other.context_terms));
  }

  const Context& context_;
  std::vector<Measure>& measures_;
  std::set<std::pair<ActorId, ActorId>> contrasted_;  // places, the lower id first
};

}  // namespace

std::vector<std::vector<std::uint32_t>> group_measures(const Context& context, std::vector<Measure>& measures) {
  return MeasureGrouping(context, measures).run();
}

}  // namespace ql::compare
