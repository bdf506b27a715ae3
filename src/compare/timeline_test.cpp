// SPDX-License-Identifier: Apache-2.0
#include "compare/timeline.h"

#include <gtest/gtest.h>

#include "compare/test_story.h"

namespace ql::compare {
namespace {

TEST(Timeline, WhatHappenedIsToldApartFromWhenItWasSaid) {
  TestStory story;
  story.report("2025-03-05", {"Roth sagte am 4. März 2025, die Schleuse sei am 28. Februar 2025 gebrochen."});
  story.statement("die Schleuse sei am 28. Februar 2025 gebrochen", "Ina Roth");
  const std::vector<TimelineEntry> timeline = story.compare().timeline;
  ASSERT_EQ(timeline.size(), 1U);
  EXPECT_EQ(timeline[0].time.value.substr(0, 10), "2025-02-28");
}

TEST(Timeline, ASentenceWhereNobodySpeaksIsAnEvent) {
  TestStory story;
  story.report("2025-03-05", {"Am 28. Februar 2025 wurden 40 Häuser überflutet."});
  story.figure("40 Häuser", 40, "Häuser");
  ASSERT_EQ(story.compare().timeline.size(), 1U);
}

TEST(Timeline, OneEventOfTwoReportsIsOneEntry) {
  TestStory story;
  story.report("2025-03-05", {"Am 28. Februar 2025 wurden 40 Häuser überflutet."});
  story.figure("40 Häuser", 40, "Häuser");
  story.report("2025-03-06", {"40 Häuser wurden am 28. Februar 2025 überflutet."});
  story.figure("40 Häuser", 40, "Häuser");
  const std::vector<TimelineEntry> timeline = story.compare().timeline;
  ASSERT_EQ(timeline.size(), 1U);
  EXPECT_EQ(timeline[0].evidence.size(), 2U);
}

}  // namespace
}  // namespace ql::compare
