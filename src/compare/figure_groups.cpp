// SPDX-License-Identifier: Apache-2.0
// Same dimension and same thing counted; then the same state, or one that is not said; equally real; and sentences that
// speak of the same thing, the less the more the state already says. The same number alone is no reason to join; a
// different place, state, role or order of magnitude is one to keep apart. Tested by figure_claims_test.cpp.
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
constexpr float kAmountSays = 0.4F;  // an amount of the same thing (cost, bribe, fee)
constexpr float kValueSays = 0.2F;   // and beside it an equal number that is no small one
constexpr float kSameMeasure = 0.5F;
constexpr double kMagnitude = 6;          // values further apart than this factor are not one measure
constexpr double kMagnitudeGrowing = 50;  // but what grows for days may grow by orders
constexpr double kMagnitudeWithoutState = 5;
constexpr double kSmallNumber = 10;  // numbers up to here fit everything
const std::string kPeople = "people";
constexpr std::size_t kMostPairs = 100;  // figures of one key that each figure is compared with

bool far_apart(const Measure& one, const Measure& other) {
  if (!one.bounds.known || !other.bounds.known) return false;
  const double a = std::abs(middle(one.bounds)), b = std::abs(middle(other.bounds));
  const double factor = one.state.empty() || other.state.empty() ? kMagnitudeWithoutState
                        : one.grows && other.grows               ? kMagnitudeGrowing
                                                                 : kMagnitude;
  return std::max(a, b) > factor * std::min(a, b) && std::max(a, b) > kSmallNumber;
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
  MeasureGrouping(const Context& context, const std::vector<Measure>& measures)
      : context_(context), measures_(measures) {}

  std::vector<std::vector<std::uint32_t>> run() {
    std::map<std::string, std::vector<std::uint32_t>> by_key;
    for (std::uint32_t i = 0; i < measures_.size(); ++i) {
      const Measure& m = measures_[i];
      if (!m.counted.empty()) {
        const std::string& counted = m.counted == "job" ? kPeople : m.counted;
        by_key[m.dimension + '|' + counted + (m.realised ? "|" : "|planned") + (m.is_base ? "|base" : "") +
               (m.is_usual ? "|usual" : "")]
            .push_back(i);
      }
    }
    std::vector<SimilarPair> pairs;
    for (const auto& [key, members] : by_key) find_contrasts(members);
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

  /// False for figures that no likeness of their sentences can make one measure.
  [[nodiscard]] bool may_be_one(const Measure& one, const Measure& other) const {
    const bool places_differ =
        one.place.valid() && other.place.valid() && one.place != other.place && !is_one_area(one, other);
    if (one.counted != other.counted) return is_one_staff(one, other) && one.is_part == other.is_part && !places_differ;
    const bool states_differ = both_say_state(one, other) && one.state != other.state &&
                               one.state_kind != other.state && other.state_kind != one.state;
    return !places_differ && !states_differ && one.is_part == other.is_part && one.is_base == other.is_base &&
           one.realised == other.realised && !years_apart(one, other) && !far_apart(one, other) &&
           !listed_side_by_side(one, other);
  }

  /// "86 Stellen" and "86 Beschäftigte": jobs and the people who have them are one measure only where they are one
  /// number.
  static bool is_one_staff(const Measure& one, const Measure& other) {
    return one.bounds.known && other.bounds.known && middle(one.bounds) == middle(other.bounds) &&
           middle(one.bounds) > kSmallNumber;
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

  /// "Zwei Frauen und ein Mann": one sentence counts two things of one kind.
  [[nodiscard]] bool listed_side_by_side(const Measure& one, const Measure& other) const {
    if (one.item.report != other.item.report) return false;
    const claims::Figure &a = figure_of(context_, one.item), &b = figure_of(context_, other.item);
    if (is_replaced(context_, one, other) || is_replaced(context_, other, one)) return false;
    return a.sentence == b.sentence && !a.counted_lemma.empty() && !b.counted_lemma.empty() &&
           a.counted_lemma != b.counted_lemma;
  }

  /// How surely two figures that may be one are; 0..1.
  static float same_measure(const Measure& one, const Measure& other) {
    if (one.counted != other.counted) return kSameMeasure;
    float value = both_say_state(one, other) ? kStateSays : one.is_amount ? kAmountSays : kThingSays;
    const bool equal = one.bounds.known && other.bounds.known && middle(one.bounds) == middle(other.bounds);
    if (equal && std::abs(middle(one.bounds)) > kSmallNumber) value += kValueSays;
    return std::min(1.0F, value + similarity(one.context_terms, other.context_terms));
  }

  const Context& context_;
  const std::vector<Measure>& measures_;
  std::set<std::pair<ActorId, ActorId>> contrasted_;  // places, the lower id first
};

}  // namespace

std::vector<std::vector<std::uint32_t>> group_measures(const Context& context, const std::vector<Measure>& measures) {
  return MeasureGrouping(context, measures).run();
}

}  // namespace ql::compare
