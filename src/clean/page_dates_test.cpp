// SPDX-License-Identifier: Apache-2.0
#include "clean/page_dates.h"

#include <gtest/gtest.h>

namespace ql::clean {
namespace {

PrintedDate day(int day, int hour = -1) {
  PrintedDate date;
  date.year = 2025;
  date.month = 6;
  date.day = day;
  date.hour = hour;
  return date;
}

TEST(PageDates, TrustTheStatementFirst) {
  PageMetadata page;
  page.published = day(2, 9);
  page.date_place = day(20);
  ASSERT_TRUE(published_of(page).has_value());
  EXPECT_EQ(published_of(page)->day, 2);
}

TEST(PageDates, AZoneThatMovesTheDayIsUndoneByTheAddress) {
  PageMetadata page;
  page.published = day(3, 1);
  page.url_date = day(2);
  EXPECT_EQ(published_of(page)->day, 2);
  page.published = day(3);  // without a time there is no zone
  EXPECT_EQ(published_of(page)->day, 3);
}

TEST(PageDates, OfTwoStatementsTheShownOneCounts) {
  PageMetadata page;
  page.published = day(2, 9);
  page.meta_published = day(10, 9);
  page.shown_date = day(10);
  EXPECT_EQ(published_of(page)->day, 10);
  page.shown_date.reset();
  EXPECT_EQ(published_of(page)->day, 2);
}

TEST(PageDates, AFileDateYieldsToThePlaceForDates) {
  PageMetadata page;
  page.meta_published = day(2, 9);
  page.meta_is_plain = true;
  page.date_place = day(10);
  EXPECT_EQ(published_of(page)->day, 10);
  page.date_place.reset();
  EXPECT_EQ(published_of(page)->day, 2);
}

TEST(PageDates, ATimeOfAnotherTeaserYieldsToTheLineBelowTheTitle) {
  PageMetadata page;
  page.time_tag = day(20);
  page.shown_date = day(2);
  page.shown_is_near = true;
  EXPECT_EQ(published_of(page)->day, 2);
  page.shown_is_near = false;
  EXPECT_EQ(published_of(page)->day, 20);
}

TEST(PageDates, ADayTakesItsTimeFromWhereItStands) {
  PageMetadata page;
  page.url_date = day(2);
  page.time_tag = day(2, 17);
  EXPECT_EQ(published_of(page)->hour, 17);
  page.time_tag = day(3, 17);
  EXPECT_EQ(published_of(page)->hour, -1);
}

TEST(PageDates, NothingStatedIsNothing) { EXPECT_FALSE(published_of(PageMetadata{}).has_value()); }

}  // namespace
}  // namespace ql::clean
