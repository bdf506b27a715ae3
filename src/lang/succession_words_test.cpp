// SPDX-License-Identifier: Apache-2.0
#include "lang/succession_words.h"

#include <gtest/gtest.h>

namespace ql::lang {
namespace {

TEST(SuccessionWords, PairsAndSingleWords) {
  const SuccessionWords words = SuccessionWords::load("de");
  EXPECT_TRUE(words.replaces("von", "auf"));
  EXPECT_TRUE(words.replaces("statt", "noch"));
  EXPECT_FALSE(words.replaces("von", "und"));
  EXPECT_FALSE(words.replaces("auf", "von"));
}

TEST(SuccessionWords, SomeSayThatTheFirstWasWrong) {
  const SuccessionWords words = SuccessionWords::load("de");
  EXPECT_TRUE(words.corrects("nicht", "sondern"));
  EXPECT_TRUE(words.replaces("nicht", "sondern"));
  EXPECT_FALSE(words.corrects("von", "auf"));
  EXPECT_FALSE(words.replaces("nicht", "und"));
}

}  // namespace
}  // namespace ql::lang
