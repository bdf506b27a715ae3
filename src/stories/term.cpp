// SPDX-License-Identifier: Apache-2.0
// Terms are read by the hundred million while links are searched for, so they are packed and weights come from a table.
// Tested by features_test.cpp.
#include "stories/term.h"

#include <algorithm>
#include <cmath>

namespace ql::stories {
namespace {

constexpr float kSmallestWeight = 0.019F;
constexpr float kWeightStep = 0.05F;  // of the natural logarithm

}  // namespace

const std::array<float, Term::kSteps> Term::kWeights = [] {
  std::array<float, kSteps> weights{};
  for (std::size_t i = 0; i < weights.size(); ++i) {
    weights[i] = kSmallestWeight * std::exp(kWeightStep * static_cast<float>(i));
  }
  return weights;
}();

Term::Term(std::uint32_t key, float weight, TermUse use) {
  const float steps = weight > kSmallestWeight ? std::log(weight / kSmallestWeight) / kWeightStep : 0;
  bits_ = key << kKeyShift | std::uint32_t{static_cast<std::uint8_t>(use.names)} << kNamesShift |
          std::min<std::uint32_t>(kSteps - 1, static_cast<std::uint32_t>(double{steps} + 0.5));
  if (use.in_title) bits_ |= kTitleBit;
  if (use.in_opening || use.in_title) bits_ |= kOpeningBit;
}

}  // namespace ql::stories
