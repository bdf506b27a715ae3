// SPDX-License-Identifier: Apache-2.0
// How likely two figures measure the same thing, whether or not the lexicon knows what they count. Private to this
// folder.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "compare/measure.h"

namespace ql::compare {

/// How the things counted by two figures relate.
enum class CountedFit : std::uint8_t {
  Same,
  Compound,  ///< One noun is the last part of the other: "Barangebot" and "Angebot".
  Open,      ///< At least one figure does not say what it counts.
  Other
};

CountedFit counted_fit(const Measure& one, const Measure& other);

/// Digits of a value without the zeros at its ends: 38.9 has three, 12,000 two. 0 for a vague value.
int significant_digits(const Bounds& bounds);

/// Judges pairs of the measures of one story or topic. Refers to them.
class FigureLikeness {
 public:
  /// Cost: linear in the measures and their terms.
  FigureLikeness(const Context& context, const std::vector<Measure>& measures);

  /// False for figures that no likeness of their sentences can make one measure.
  [[nodiscard]] bool may_be_one(std::uint32_t one, std::uint32_t other) const;
  /// How surely two figures that may be one are; 0..1; from kSameMeasure they are.
  [[nodiscard]] float likeness(std::uint32_t one, std::uint32_t other) const;
  /// The terms of the sentence, weighed by how rare they are here.
  [[nodiscard]] const std::vector<Term>& terms(std::uint32_t measure) const { return terms_[measure]; }

 private:
  [[nodiscard]] std::string key_of(const Measure& measure) const { return measure.dimension + '|' + measure.counted; }
  [[nodiscard]] claims::FigureRole role(const Measure& measure) const { return figure_of(context_, measure.item).role; }
  void find_contrasts();
  void find_telling_units();
  float share_of_single_values(const std::vector<std::uint32_t>& members);
  [[nodiscard]] bool is_contrast(const Measure& one, const Measure& other) const;
  [[nodiscard]] bool goes_on_without_noun(const Measure& measure) const;
  [[nodiscard]] bool is_one_area(const Measure& one, const Measure& other) const;
  [[nodiscard]] bool mentions(ReportId report, ActorId place) const;
  [[nodiscard]] bool listed_side_by_side(const Measure& one, const Measure& other) const;
  [[nodiscard]] bool says_something_else(const Measure& measure) const;
  [[nodiscard]] bool is_mere_recall(const Measure& measure) const;
  [[nodiscard]] bool states_differ(const Measure& one, const Measure& other) const;
  [[nodiscard]] float of_counted(std::uint32_t first, std::uint32_t second) const;
  [[nodiscard]] float of_state(const Measure& one, const Measure& other) const;

  const Context& context_;
  const std::vector<Measure>& measures_;
  std::vector<std::vector<Term>> terms_;
  std::vector<float> specific_;      // by measure: what it says that another figure counts the same
  std::vector<float> telling_unit_;  // by measure: what it says that another figure has this unit; 0 of most units
  std::set<std::pair<ActorId, ActorId>> contrasted_places_;  // the lower id first
};

constexpr float kSameMeasure = 0.4F;

}  // namespace ql::compare
