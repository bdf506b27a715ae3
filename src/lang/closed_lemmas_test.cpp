// SPDX-License-Identifier: Apache-2.0
#include "lang/closed_lemmas.h"

#include <gtest/gtest.h>

namespace ql::lang {
namespace {

TEST(ClosedLemmas, KnowsPronounsApartFromOtherWords) {
  const ClosedLemmas lemmas = ClosedLemmas::load("de");
  EXPECT_EQ(lemmas.pronoun("ihnen"), "sie");
  EXPECT_EQ(lemmas.pronoun("dieses"), "dieser");
  EXPECT_EQ(lemmas.other("zweiten"), "zweit");
  EXPECT_EQ(lemmas.other("ihnen"), "");
}

}  // namespace
}  // namespace ql::lang
