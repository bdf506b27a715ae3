// SPDX-License-Identifier: Apache-2.0
// Two rows of terms -> a handful of numbers -> one probability.
//
// Likeness alone does not tell two reports of one event from two of neighbouring ones: the same town, minister and kind
// of event make either. What tells them apart is where the common words stand and what they name: a report whose title
// is told in the opening of another one is of its story, whatever else the two go on about. Tested by
// link_evidence_test.cpp.
#include "stories/link_evidence.h"

#include <algorithm>
#include <cmath>

namespace ql::stories {
namespace {

/// More days do not count; days that are not known count as so many.
constexpr float kMostDays = 10;
/// Where the weightiest common term is so weighty, days hardly count; they never speak for one event.
constexpr float kMostHeaviest = 0.16F;

/// Sums over the terms that two reports share.
struct Common {
  float product = 0, terms = 0, heaviest = 0, openings = 0, opening_terms = 0;
  float title = 0, other_title = 0;
  std::array<float, 4> names{};

  void add(Term mine, Term other) {
    const float both = mine.weight() * other.weight();
    product += both;
    ++terms;
    heaviest = std::max(heaviest, both);
    if (mine.names() == other.names()) names[static_cast<std::size_t>(mine.names())] += both;
    if (!mine.in_opening() || !other.in_opening()) return;
    openings += both;
    ++opening_terms;
    if (mine.in_title()) title += mine.weight() * mine.weight();
    if (other.in_title()) other_title += other.weight() * other.weight();
  }
};

/// A part of a whole; none of nothing.
float share(float part, float whole) { return whole > 0 ? part / whole : 0; }

}  // namespace

float freshness(float days_apart) {
  constexpr float kLossPerDay = 0.007F, kLeastFreshness = 0.88F;
  return std::max(kLeastFreshness, 1 - kLossPerDay * std::max(0.0F, days_apart - 1));
}

TermLengths::TermLengths(std::span<const Term> terms) {
  for (const Term term : terms) {
    const float square = term.weight() * term.weight();
    if (term.in_title()) title += square;
    if (term.in_opening()) opening += square;
    names[static_cast<std::size_t>(term.names())] += square;
  }
}

float product_of(std::span<const CommonTerm> common) {
  float product = 0;
  for (const CommonTerm& term : common) product += term.mine.weight() * term.other.weight();
  return product;
}

LinkEvidence evidence_between(std::span<const CommonTerm> terms, const TermLengths& mine, const TermLengths& others,
                              const Distance& distance) {
  Common common;
  for (const CommonTerm& term : terms) common.add(term.mine, term.other);
  LinkEvidence evidence;
  const float fresh = distance.days ? freshness(*distance.days) : kUndatedFreshness;
  evidence.likeness = common.product * fresh - (distance.one_outlet ? kOutletLoss : 0);
  evidence.title_share = std::max(share(common.title, mine.title), share(common.other_title, others.title));
  evidence.openings = share(common.openings, std::sqrt(mine.opening * others.opening));
  evidence.opening_terms = common.opening_terms;
  for (std::size_t kind = 0; kind < evidence.names.size(); ++kind) {
    evidence.names[kind] = share(common.names[kind + 1], std::sqrt(mine.names[kind + 1] * others.names[kind + 1]));
  }
  evidence.terms = common.terms;
  evidence.heaviest = common.heaviest;
  evidence.distance = distance;
  return evidence;
}

std::array<float, LinkEvidence::kCount> LinkEvidence::numbers() const {
  const float days = std::min(kMostDays, distance.days.value_or(kMostDays));
  return {likeness,
          std::sqrt(std::max(0.0F, likeness)),
          title_share,
          likeness * title_share,
          openings,
          opening_terms,
          std::log1p(opening_terms),
          names[0],
          names[1],
          names[2],
          std::max({names[0], names[1], names[2]}),
          days,
          distance.one_outlet ? 1.0F : 0.0F,
          days * std::min(kMostHeaviest, heaviest),
          terms};
}

float probability_of_one_story(const LinkEvidence& evidence, const LinkModel& model) {
  float sum = model.constant;
  const auto numbers = evidence.numbers();
  for (std::size_t i = 0; i < numbers.size(); ++i) sum += model.weights[i] * numbers[i];
  return 1 / (1 + std::exp(-sum));
}

}  // namespace ql::stories
