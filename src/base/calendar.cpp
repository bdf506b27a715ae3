// SPDX-License-Identifier: Apache-2.0
// Everything goes through the day number, so that adding, comparing and weekdays are integer arithmetic of constant
// cost. Tested by calendar_test.cpp.
#include "base/calendar.h"

#include "base/check.h"

namespace ql {
namespace {

constexpr int kDaysPerEra = 146097;  // 400 years

/// The decimal number at [begin, begin + width), or nothing.
std::optional<int> digits_at(std::string_view text, std::size_t begin, std::size_t width) {
  if (begin + width > text.size()) return std::nullopt;
  int number = 0;
  for (const char c : text.substr(begin, width)) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace

std::int64_t day_number(Date date) {
  const int year = date.year - (date.month <= 2 ? 1 : 0);  // years that begin in March have their leap day last
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int year_of_era = year - era * 400;
  const int day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return static_cast<std::int64_t>(era) * kDaysPerEra + day_of_era - 719468;
}

Date date_of(std::int64_t number) {
  const std::int64_t shifted = number + 719468;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - (kDaysPerEra - 1)) / kDaysPerEra;
  const int day_of_era = static_cast<int>(shifted - era * kDaysPerEra);
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int month_from_march = (5 * day_of_year + 2) / 153;
  const int month = month_from_march + (month_from_march < 10 ? 3 : -9);
  const int year = year_of_era + static_cast<int>(era) * 400 + (month <= 2 ? 1 : 0);
  return {year, month, day_of_year - (153 * month_from_march + 2) / 5 + 1};
}

Date add_days(Date date, std::int64_t days) { return date_of(day_number(date) + days); }

Date add_months(Date date, int months) {
  const int count = date.year * 12 + date.month - 1 + months;
  const int year = count >= 0 ? count / 12 : (count - 11) / 12;
  const int month = count - year * 12 + 1;
  const int last = days_in_month(year, month);
  return {year, month, date.day < last ? date.day : last};
}

int days_in_month(int year, int month) {
  QL_CHECK(month >= 1 && month <= 12);
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : kDays[month - 1];
}

bool is_valid(Date date) {
  return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

int weekday(Date date) {
  const std::int64_t days = (day_number(date) + 3) % 7;  // 1970-01-01 was a Thursday
  return static_cast<int>(days < 0 ? days + 7 : days) + 1;
}

IsoWeek iso_week(Date date) {
  const Date thursday = add_days(date, 4 - weekday(date));  // a week belongs to the year of its Thursday
  const std::int64_t day_of_year = day_number(thursday) - day_number({thursday.year, 1, 1});
  return {thursday.year, static_cast<int>(day_of_year / 7) + 1};
}

Date monday_of(IsoWeek week) {
  const Date fourth = {week.year, 1, 4};  // always in week 1
  return add_days(fourth, 1 - weekday(fourth) + 7 * (week.week - 1));
}

Date easter_sunday(int year) {
  const int golden = year % 19;
  const int century = year / 100;
  const int of_century = year % 100;
  const int correction = (century - (century + 8) / 25 + 1) / 3;
  const int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
  const int to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
  const int late = (golden + 11 * epact + 22 * to_sunday) / 451;
  const int sum = epact + to_sunday - 7 * late + 114;
  return {year, sum / 31, sum % 31 + 1};
}

std::string padded(int number, int width) {
  std::string digits = std::to_string(number);
  const auto wanted = static_cast<std::size_t>(width);
  return digits.size() < wanted ? std::string(wanted - digits.size(), '0') + digits : digits;
}

std::string iso_day(Date date) {
  constexpr int kLastYear = 9999;
  if (date.year >= 0 && date.year <= kLastYear && is_valid(date)) {  // what nearly all are, digit by digit
    std::string day = "0000-00-00";
    const auto write = [&day](std::size_t last, int number) {
      for (; number > 0; number /= 10) day[last--] = static_cast<char>('0' + number % 10);
    };
    write(3, date.year);
    write(6, date.month);
    write(9, date.day);
    return day;
  }
  return padded(date.year, 4) + '-' + padded(date.month, 2) + '-' + padded(date.day, 2);
}

std::optional<Date> parse_iso_day(std::string_view text) {
  const auto year = digits_at(text, 0, 4);
  const auto month = digits_at(text, 5, 2);
  const auto day = digits_at(text, 8, 2);
  if (!year || !month || !day || text[4] != '-' || text[7] != '-') return std::nullopt;
  const Date date{*year, *month, *day};
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

}  // namespace ql
