// SPDX-License-Identifier: Apache-2.0
#include "base/parallel.h"

#include <gtest/gtest.h>

namespace ql {
namespace {

TEST(Pieces, CoverAllAndTheLastMayBeShorter) {
  const Pieces pieces(10, 4);
  ASSERT_EQ(pieces.size(), 3U);
  EXPECT_EQ(pieces[0].begin, 0U);
  EXPECT_EQ(pieces[0].end, 4U);
  EXPECT_EQ(pieces[2].begin, 8U);
  EXPECT_EQ(pieces[2].end, 10U);
  EXPECT_EQ(Pieces(8, 4).size(), 2U);
  EXPECT_EQ(Pieces(0, 4).size(), 0U);
}

TEST(ForEachIndex, DoesEachOnceOnAnyNumberOfThreads) {
  for (const unsigned threads : {0U, 1U, 3U}) {
    std::vector<int> times(100, 0);
    for_each_index(threads, times.size(), [&](std::size_t i) { ++times[i]; });
    EXPECT_EQ(times, std::vector<int>(100, 1));
  }
}

}  // namespace
}  // namespace ql
