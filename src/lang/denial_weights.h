// SPDX-License-Identifier: Apache-2.0
// What tells a negation that denies a deed from one that reports: features, their weights and the words that show them.
// Source: lexicons/<language>/denial_weights.tsv (reviewed).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/string_map.h"

namespace ql::lang {

/// One row of the table each; what they mean stands there.
enum class DenialFeature : std::uint8_t {
  Start,
  Negation,
  Absolute,
  Minimal,
  Own,
  Pronoun,
  Body,
  Client,
  Defence,
  Perfect,
  Passive,
  Present,
  Future,
  Modal,
  Pending,
  Degree,
  Existential,
  Pointing,
  Deed,
  Finding,
  Inner,
  Knows,
  Insists,
  Accuses,
  Accused,
  Authority,
  NotOnly
};
constexpr std::size_t kDenialFeatures = 27;

/// A set of features as bits.
using DenialFeatures = std::uint32_t;
constexpr DenialFeatures bit(DenialFeature feature) { return 1U << static_cast<unsigned>(feature); }

/// The compiled table.
class DenialWeights {
 public:
  DenialWeights() = default;
  /// Parses the table; a row of an unknown feature and a missing row are programmer errors.
  explicit DenialWeights(std::string_view denial_weights_tsv);

  /// The features that this lower-case form or lemma shows. Cost: one hash look-up.
  [[nodiscard]] DenialFeatures shown_by(std::string_view lower_case_word) const;
  /// The same by the longest last part of at least six bytes that is known ("preisabsprache"). O(length).
  [[nodiscard]] DenialFeatures shown_by_last_part(std::string_view lower_case_noun) const;
  /// The sum of the weights; above 0 the negation denies.
  [[nodiscard]] double score(DenialFeatures features) const;

 private:
  StringMap<DenialFeatures> words_;
  std::array<double, kDenialFeatures> weights_{};
};

}  // namespace ql::lang
