// SPDX-License-Identifier: Apache-2.0
// Texts leave the year out when it can be seen from where they stand. The verb's direction decides; where it would
// lead most of a year away and the other side is near, the near one is meant. Tested by times_test.cpp.
#include "annotate/times_choose.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace ql::annotate {
namespace {

constexpr std::int64_t kFarDays = 300;
constexpr std::int64_t kNearDays = 60;
constexpr std::int64_t kJustNowDays = 14;
constexpr std::int64_t kSoonDays = 100;  // a day farther ahead is written with its year, as a rule

/// 29 February exists only in some years; elsewhere the month's last day stands for it.
Date clipped(int year, int month, int day) { return {year, month, std::min(day, days_in_month(year, month))}; }

/// Number without trailing zeros: "2", "2.5".
std::string short_number(double number) {
  std::array<char, 32> buffer;
  const int length = std::snprintf(buffer.data(), buffer.size(), "%.4f", number);
  std::string text(buffer.data(), static_cast<std::size_t>(length));
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

bool is_whole(double number) { return number == std::floor(number); }

}  // namespace

int choose_year(Date reference, int month, int day, Direction direction) {
  const std::int64_t here = day_number(reference);
  const auto distance = [&](int year) { return day_number(clipped(year, month, day)) - here; };
  const int last = distance(reference.year) <= 0 ? reference.year : reference.year - 1;  // the last such day
  const std::int64_t back = -distance(last);
  const std::int64_t ahead = distance(last + 1);
  switch (direction) {
    case Direction::Past:
      return back > kFarDays && ahead < kNearDays ? last + 1 : last;
    case Direction::Future:
      return back == 0 || (ahead > kFarDays && back < kNearDays) ? last : last + 1;
    case Direction::Present:  // "Die Ausstellung beginnt am 6. November"; what is over is told in the past
      return back <= kJustNowDays ? last : last + 1;
    default:
      return ahead <= kSoonDays && ahead < back ? last + 1 : last;
  }
}

int choose_year_of_month(Date reference, int month, Direction direction) {
  if (month == reference.month) return reference.year;
  switch (direction) {
    case Direction::Past:
      return month < reference.month ? reference.year : reference.year - 1;
    case Direction::Future:
      return month > reference.month ? reference.year : reference.year + 1;
    case Direction::Present: {  // what begins soon, or the last months' statistics
      constexpr int kMonths = 12, kSoonMonths = 8;
      const int ahead = (month - reference.month + kMonths) % kMonths;
      if (ahead <= kSoonMonths) return month > reference.month ? reference.year : reference.year + 1;
      return month < reference.month ? reference.year : reference.year - 1;
    }
    default:
      break;
  }
  constexpr int kHalfYear = 6;
  if (month - reference.month > kHalfYear) return reference.year - 1;
  return reference.month - month > kHalfYear ? reference.year + 1 : reference.year;
}

Date choose_weekday(Date reference, int weekday_number, Direction direction) {
  const int back = (weekday(reference) - weekday_number + 7) % 7;
  return add_days(reference, direction >= Direction::Present ? (7 - back) % 7 : -back);
}

Date nth_weekday(Date reference, int weekday_number, int count) {
  const int back = (weekday(reference) - weekday_number + 6) % 7 + 1;  // 1..7
  const int ahead = (weekday_number - weekday(reference) + 6) % 7 + 1;
  return count < 0 ? add_days(reference, -back + 7 * (count + 1)) : add_days(reference, ahead + 7 * (count - 1));
}

Period choose_recurring(Date reference, Grain grain, int number, Direction direction) {
  const auto in_year = [&](int year) {
    if (grain == Grain::Season) return season_period(year, number);
    return grain == Grain::Quarter ? quarter_period(year, number) : half_year_period(year, number);
  };
  const Period here = in_year(reference.year);
  if (direction == Direction::Past && reference < here.first) return in_year(reference.year - 1);
  if (direction == Direction::Future && last_day(here) < reference) {
    const Period before = in_year(reference.year - 1);  // the winter that began last year may still last
    return last_day(before) < reference ? in_year(reference.year + 1) : before;
  }
  return here;
}

Date holiday_date(const lang::Holiday& holiday, int year) {
  switch (holiday.kind) {
    case lang::Holiday::Kind::Easter:
      return add_days(easter_sunday(year), holiday.offset_days);
    case lang::Holiday::Kind::WeekdayOfMonth: {
      const Date first{year, holiday.month, 1};
      const int ahead = (holiday.weekday - weekday(first) + 7) % 7;
      return add_days(first, ahead + 7 * (holiday.which - 1));
    }
    case lang::Holiday::Kind::BeforeChristmas: {
      const Date christmas{year, 12, 25};
      return add_days(christmas, 7 - weekday(christmas) + holiday.offset_days);
    }
    default:
      return {year, holiday.month, holiday.day};
  }
}

Grain grain_of_unit(std::string_view unit) {
  struct Row {
    std::string_view unit;
    Grain grain;
  };
  constexpr Row kRows[] = {{"Y", Grain::Year},      {"M", Grain::Month},    {"W", Grain::Week},
                           {"D", Grain::Day},       {"WE", Grain::Weekend}, {"Q", Grain::Quarter},
                           {"HY", Grain::HalfYear}, {"DE", Grain::Decade},  {"CE", Grain::Century}};
  for (const Row& row : kRows) {
    if (row.unit == unit) return row.grain;
  }
  return Grain::None;
}

std::string duration_value(double count, std::string_view unit) {
  struct Scale {
    std::string_view unit;
    double factor;
    std::string_view to;
  };
  constexpr Scale kAlways[] = {{"Q", 3, "M"}, {"HY", 6, "M"}, {"DE", 10, "Y"}, {"CE", 100, "Y"}};
  constexpr Scale kHalves[] = {{"Y", 12, "M"}, {"D", 24, "H"}, {"H", 60, "MIN"}, {"MIN", 60, "S"}};
  for (const Scale& scale : kAlways) {
    const bool own_unit = unit == "DE" && is_whole(count);  // two decades are P2DE, a century P100Y
    if (scale.unit == unit && !own_unit) return duration_value(count * scale.factor, scale.to);
  }
  if (count < 1 && !is_whole(count)) {
    for (const Scale& scale : kHalves) {
      if (scale.unit == unit && is_whole(count * scale.factor)) return duration_value(count * scale.factor, scale.to);
    }
  }
  const bool in_day = unit == "H" || unit == "MIN" || unit == "S";
  return (in_day ? "PT" : "P") + short_number(count) + (unit == "MIN" ? "M" : std::string(unit));
}

std::string vague_duration(std::string_view unit) {
  const bool in_day = unit == "H" || unit == "MIN" || unit == "S";
  return (in_day ? "PTX" : "PX") + (unit == "MIN" ? "M" : std::string(unit));
}

}  // namespace ql::annotate
