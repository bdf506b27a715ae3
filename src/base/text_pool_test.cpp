// SPDX-License-Identifier: Apache-2.0
#include "base/text_pool.h"

#include <gtest/gtest.h>

#include <string>

namespace ql {
namespace {

TEST(TextPool, EqualStringsShareAnIdAndIdsCountFromZero) {
  TextPool pool;
  EXPECT_EQ(pool.intern("sagen"), 0U);
  EXPECT_EQ(pool.intern(""), 1U);
  EXPECT_EQ(pool.intern("sagen"), 0U);
  EXPECT_EQ(pool.view(1), "");
}

TEST(TextPool, SurvivesGrowth) {
  TextPool pool;
  for (int i = 0; i < 1000; ++i) {
    EXPECT_EQ(pool.intern(std::to_string(i)), static_cast<std::uint32_t>(i));
  }
  EXPECT_EQ(pool.view(777), "777");
  EXPECT_EQ(pool.intern("12"), 12U);
}

TEST(TextPool, GoesOnAfterItGaveBackMemory) {
  TextPool pool;
  for (int i = 0; i < 1000; ++i) pool.intern(std::to_string(i));
  pool.shrink_to_fit();
  EXPECT_EQ(pool.view(999), "999");
  EXPECT_EQ(pool.intern("7"), 7U);
  EXPECT_EQ(pool.intern("new"), 1000U);
}

}  // namespace
}  // namespace ql
