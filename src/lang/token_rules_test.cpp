// SPDX-License-Identifier: Apache-2.0
#include "lang/token_rules.h"

#include <gtest/gtest.h>

namespace ql::lang {
namespace {

TEST(TokenRules, TellsAbbreviationsFromWords) {
  const TokenRules rules = TokenRules::load("de");
  EXPECT_EQ(rules.stop_use("Dr"), StopUse::Never);
  EXPECT_EQ(rules.stop_use("usw"), StopUse::May);
  EXPECT_EQ(rules.stop_use("Art"), StopUse::Guarded);
  EXPECT_EQ(rules.stop_use("Haus"), StopUse::None);
  EXPECT_TRUE(rules.is_glued_unit("km"));
  EXPECT_TRUE(rules.opens_sentence("Der"));
  EXPECT_FALSE(rules.opens_sentence("der"));
}

}  // namespace
}  // namespace ql::lang
