// SPDX-License-Identifier: Apache-2.0
// The proleptic Gregorian calendar as plain arithmetic: no clock, no locale, no time zone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ql {

/// A day. Month 1..12, day 1..31.
struct Date {
  int year = 1970;
  int month = 1;
  int day = 1;
  friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

/// An ISO 8601 week: its year can differ from the calendar year around New Year.
struct IsoWeek {
  int year = 1970;
  int week = 1;
};

/// Days since 1970-01-01. Requires a valid date. After H. Hinnant, "chrono-compatible low-level date algorithms".
std::int64_t day_number(Date date);
/// The date of a day number; the inverse of day_number().
Date date_of(std::int64_t day_number);
Date add_days(Date date, std::int64_t days);
/// The same day of another month, clipped to that month's last day (31 January + 1 month = 28 February).
Date add_months(Date date, int months);
/// 28..31.
int days_in_month(int year, int month);
bool is_valid(Date date);
/// 1 = Monday ... 7 = Sunday (ISO 8601).
int weekday(Date date);
IsoWeek iso_week(Date date);
/// The Monday of an ISO week.
Date monday_of(IsoWeek week);
/// Easter Sunday of a year (Gregorian; the anonymous algorithm of Meeus, Jones and Butcher).
Date easter_sunday(int year);

/// "2024-10-23". Years are padded to four digits.
std::string iso_day(Date date);
/// Number with leading zeros.
std::string padded(int number, int width);
/// Reads the day at the head of "2024-10-23" or "2024-10-23T14:07"; nothing if there is none.
std::optional<Date> parse_iso_day(std::string_view text);

}  // namespace ql
