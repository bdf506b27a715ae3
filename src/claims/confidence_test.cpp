// SPDX-License-Identifier: Apache-2.0
#include "claims/confidence.h"

#include <gtest/gtest.h>

namespace ql::claims {
namespace {

TEST(Confidence, IsThatOfTheRule) {
  Statement quoted, nominal, unknown;
  quoted.rule = "de.quote.inverted.01";
  nominal.rule = "de.nominal.object.01";
  unknown.rule = "de.unmeasured.01";
  EXPECT_GE(confidence_of(quoted), 0.9F);
  EXPECT_LT(confidence_of(nominal), kUncertainBelow);
  EXPECT_GT(confidence_of(unknown), 0.0F);
  EXPECT_LT(confidence_of(unknown), kUncertainBelow);
}

}  // namespace
}  // namespace ql::claims
