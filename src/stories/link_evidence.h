// SPDX-License-Identifier: Apache-2.0
// What two reports have in common, and how probable it makes that they are of one story. Private to stories.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "stories/open_terms.h"
#include "stories/term.h"

namespace ql::stories {

/// What is left of likeness when two reports are so many days apart: 1 for a day or less, .96 after a week, .88 from 18
/// days on.
float freshness(float days_apart);
/// What is left of it when the day of one of them is not known, so that time does not speak for one event.
constexpr float kUndatedFreshness = 0.705F;

/// What two reports of one outlet lose in likeness: an outlet seldom reports one event twice, but often likewise.
constexpr float kOutletLoss = 0.04F;

/// How far two reports are from each other, their words aside.
struct Distance {
  std::optional<float> days;  ///< Nothing if a day is not known.
  bool one_outlet = false;
};

/// Squared lengths of parts of a report's vector.
struct TermLengths {
  float title = 0, opening = 0;
  std::array<float, 4> names{};  ///< By NamedKind.

  TermLengths() = default;
  /// Linear.
  explicit TermLengths(std::span<const Term> terms);
};

/// What two reports have in common; the order of the two does not matter.
struct LinkEvidence {
  static constexpr std::size_t kCount = 15;  ///< Of numbers().

  float likeness = 0;            ///< The product of their vectors, less with distance in time and for one outlet.
  float title_share = 0;         ///< Of one's title what the other's opening takes up; the larger of both.
  float openings = 0;            ///< Cosine of the terms of their openings.
  float opening_terms = 0;       ///< How many terms both openings have.
  float terms = 0;               ///< How many terms they have in common.
  float heaviest = 0;            ///< Of the products of their common terms.
  std::array<float, 3> names{};  ///< Cosines of the persons, organisations, and places that they name.
  Distance distance;

  /// The numbers that the model weighs, in its order.
  [[nodiscard]] std::array<float, kCount> numbers() const;
};

/// The product of two vectors by the terms that they share: likeness is never more. Linear.
float product_of(std::span<const CommonTerm> common);

/// What the terms say that two reports share (OpenTerms), whose own lengths are these. Linear in `common`.
LinkEvidence evidence_between(std::span<const CommonTerm> common, const TermLengths& mine, const TermLengths& others,
                              const Distance& distance);

/// What each number counts for in a logistic model.
struct LinkModel {
  float constant = 0;
  std::array<float, LinkEvidence::kCount> weights{};
};
/// The model of the program, fitted by bench/stories/fit_links.py (models/story-links.md).
constexpr LinkModel kLinkModel{-8.843F,
                               {-3.996F, 13.514F, -0.274F, 6.052F, -3.205F, 0.016F, 1.789F, 0.797F, 0.769F, 2.385F,
                                -0.801F, -0.392F, -1.702F, 2.334F, -0.107F}};

/// How probable it is that the two are of one story.
float probability_of_one_story(const LinkEvidence& evidence, const LinkModel& model = kLinkModel);

}  // namespace ql::stories
