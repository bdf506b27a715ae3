// SPDX-License-Identifier: Apache-2.0
// What the tagger looks at: the features of one token, given the tags chosen to its left.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "annotate/word_info.h"

namespace ql::annotate {

/// Left context of a token while tagging from left to right. Tags are label numbers of the model + 1, 0 = none.
struct TagHistory {
  std::uint8_t last = 0;
  std::uint8_t last_but_one = 0;
  std::uint8_t clause = 0;       ///< Bit set: finite verb seen, subordinated, auxiliary or modal seen.
  std::uint8_t last_finite = 0;  ///< Tag of the finite verb of this clause.

  static constexpr std::uint8_t kFinite = 1, kSubordinated = 2, kAuxiliary = 4, kZu = 8;
  /// Takes the tag chosen for a token into account.
  void push(std::uint8_t tag, Stts stts, std::string_view form);
};

/// Feature keys of one token.
struct TagFeatureVector {
  static constexpr std::size_t kMost = 128;
  std::array<std::uint64_t, kMost> keys;
  std::size_t size = 0;
  [[nodiscard]] std::span<const std::uint64_t> used() const { return {keys.data(), size}; }
};

/// Appends the features that depend on the form alone.
void add_form_features(const WordInfo& info, TagFeatureVector& out);

/// Sets info.tag_scores to what these features weigh under the model.
void score_form(WordInfo& info, const lang::LinearModel& model);

/// Computes the features of a sentence's tokens that depend on their neighbours.
class TagFeatures {
 public:
  /// Requires that `words` outlives the object.
  explicit TagFeatures(WordSpan words);
  /// Appends the feature keys of token `index` that name no word of its context: few, hence always at hand.
  void add_close(std::size_t index, const TagHistory& history, TagFeatureVector& out) const;
  /// Appends the others. Constant time.
  void add_wide(std::size_t index, const TagHistory& history, TagFeatureVector& out) const;

 private:
  void describe_fields();
  [[nodiscard]] std::uint64_t mask(std::size_t index, int offset) const;
  [[nodiscard]] std::uint64_t word(std::size_t index, int offset) const;
  [[nodiscard]] std::uint64_t word_class(std::size_t index, int offset) const;

  WordSpan words_;
  std::vector<std::uint8_t> fields_;  ///< What the lexicon says about the verbs of the token's segment; see the .cpp.
};

}  // namespace ql::annotate
