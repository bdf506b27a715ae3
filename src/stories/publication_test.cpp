// SPDX-License-Identifier: Apache-2.0
#include "stories/publication.h"

#include <gtest/gtest.h>

namespace ql::stories {
namespace {

TEST(Publication, ReadsDaysAndMinutes) {
  EXPECT_EQ(parse_publication("1970-01-02")->minute, 24 * 60);
  EXPECT_EQ(parse_publication("1970-01-01T01:05")->minute, 65);
  EXPECT_FALSE(parse_publication("2024-10"));
  EXPECT_FALSE(parse_publication("2024-02-30"));
  EXPECT_FALSE(parse_publication("2024-W43-3"));
  EXPECT_FALSE(parse_publication(""));
}

TEST(Publication, DaysDecideWhenAMinuteIsMissing) {
  const auto day = parse_publication("2025-06-02"), noon = parse_publication("2025-06-02T12:00");
  const auto next = parse_publication("2025-06-03T00:10");
  EXPECT_FALSE(published_before(day, noon));
  EXPECT_FALSE(published_before(noon, day));
  EXPECT_TRUE(published_before(day, next));
  EXPECT_FALSE(published_before(std::nullopt, next));
}

}  // namespace
}  // namespace ql::stories
