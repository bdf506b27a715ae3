// SPDX-License-Identifier: Apache-2.0
#include "base/calendar.h"

#include <gtest/gtest.h>

namespace ql {
namespace {

TEST(Calendar, DayNumberAndBackOverFourCenturies) {
  EXPECT_EQ(day_number({1970, 1, 1}), 0);
  EXPECT_EQ(day_number({2000, 3, 1}), 11017);
  Date expected{1799, 12, 31};
  for (std::int64_t day = day_number(expected); day < day_number({2201, 1, 1}); ++day) {
    const Date date = date_of(day);
    ASSERT_EQ(day_number(date), day);
    ASSERT_TRUE(is_valid(date));
  }
}

TEST(Calendar, WeekdaysAndWeeksAroundNewYear) {
  EXPECT_EQ(weekday({2024, 10, 23}), 3);
  EXPECT_EQ(weekday({1900, 1, 1}), 1);
  EXPECT_EQ(iso_week({2021, 1, 3}).year, 2020);
  EXPECT_EQ(iso_week({2021, 1, 3}).week, 53);
  EXPECT_EQ(iso_week({2024, 12, 30}).year, 2025);
  EXPECT_EQ(monday_of({2025, 1}), (Date{2024, 12, 30}));
}

TEST(Calendar, MonthsAreClipped) {
  EXPECT_EQ(add_months({2023, 1, 31}, 1), (Date{2023, 2, 28}));
  EXPECT_EQ(add_months({2024, 1, 31}, 1), (Date{2024, 2, 29}));
  EXPECT_EQ(add_months({2024, 1, 15}, -1), (Date{2023, 12, 15}));
  EXPECT_FALSE(is_valid({2023, 2, 29}));
}

TEST(Calendar, EasterOfKnownYears) {
  EXPECT_EQ(easter_sunday(2019), (Date{2019, 4, 21}));
  EXPECT_EQ(easter_sunday(2024), (Date{2024, 3, 31}));
  EXPECT_EQ(easter_sunday(2038), (Date{2038, 4, 25}));
}

TEST(Calendar, ReadsDaysAndRefusesOthers) {
  EXPECT_EQ(parse_iso_day("2024-10-23T14:07"), (Date{2024, 10, 23}));
  EXPECT_FALSE(parse_iso_day("2024-10"));
  EXPECT_FALSE(parse_iso_day("2024-02-30"));
  EXPECT_FALSE(parse_iso_day("XXXX-WXX-3"));
  EXPECT_EQ(iso_day({987, 1, 2}), "0987-01-02");
  EXPECT_EQ(iso_day({2024, 12, 31}), "2024-12-31");
  EXPECT_EQ(iso_day({12024, 7, 9}), "12024-07-09");
  EXPECT_EQ(iso_day({2024, 13, 40}), "2024-13-40");
}

}  // namespace
}  // namespace ql
