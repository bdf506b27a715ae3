// SPDX-License-Identifier: Apache-2.0
// A place on the calendar at some grain, and its TIMEX3 spelling. Private to the times layer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.h"
#include "base/time_value.h"

namespace ql::annotate {

enum class Grain : std::uint8_t {
  None,
  Century,
  Decade,
  Year,
  HalfYear,
  Quarter,
  Season,
  Month,
  Week,
  Weekend,
  Day,
  PartOfDay,
  Minute
};

/// Period::number of a day of a known month whose day is open ("2013-12-XX").
constexpr int kDayOfMonthOpen = -2;

/// A year, month, day, evening ... that may lack its year. `first` is its first day; of a day without known week
/// only the weekday counts.
struct Period {
  Grain grain = Grain::None;
  bool year_known = true;
  Date first;
  int number = 0;         ///< Half year, quarter, season (1 = spring ... 4 = winter) or weekday of an unknown week.
  std::string_view part;  ///< TIMEX3 part of the day: "MO", "MI", "AF", "EV", "NI".
  int hour = 0, minute = 0;
};

Period year_period(int year);
Period month_period(int year, int month);
Period day_period(Date day);
/// The ISO week, or the weekend, that `day` lies in.
Period week_period(Date day);
Period weekend_period(Date day);
/// Seasons by their months: spring from March; winter begins in December of `year`.
Period season_period(int year, int season);
/// 1 to 4 of "SP", "SU", "FA", "WI"; 0 of other codes.
int season_number(std::string_view code);
Period quarter_period(int year, int quarter);
Period half_year_period(int year, int half);

/// Values are compared as text: only years of four digits are written.
constexpr bool is_four_digit_year(int year) { return year >= 1 && year <= 9999; }
/// The period `count` units of its own grain later. Requires a known year.
Period shifted(const Period& period, int count);
/// The last day. Requires a known year.
Date last_day(const Period& period);
/// The period of grain `grain` (Year to Day) that `day` lies in.
Period period_around(Date day, Grain grain);

/// The value in TIMEX3 notation: "2024-10", "2024-W43-WE", "2024-10-23TEV", "XXXX-WXX-3".
std::string timex(const Period& period);
/// Value with earliest and latest (empty when the year is not known).
TimeValue time_value(const Period& period);

/// Reads what a report's metadata hold: "2024", "2024-10", "2024-10-23", "2024-10-23T14:07...".
std::optional<Period> parse_period(std::string_view text);

}  // namespace ql::annotate
