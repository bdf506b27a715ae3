// SPDX-License-Identifier: Apache-2.0
#include "stories/release.h"

#include <gtest/gtest.h>

#include <vector>

namespace ql::stories {
namespace {

TEST(Release, LeavesNoMemory) {
  std::vector<int> numbers(1000, 7);
  release(numbers);
  EXPECT_TRUE(numbers.empty());
  EXPECT_EQ(numbers.capacity(), 0U);
}

}  // namespace
}  // namespace ql::stories
