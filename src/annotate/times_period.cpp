// SPDX-License-Identifier: Apache-2.0
// Every period is its first day and a grain; length, shift and spelling follow from these.
// Tested by times_test.cpp.
#include "annotate/times_period.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace ql::annotate {
namespace {

constexpr std::string_view kSeasonCodes[] = {"SP", "SU", "FA", "WI"};

Period make(Grain grain, Date first, int number = 0) {
  Period period;
  period.grain = grain;
  period.first = first;
  period.number = number;
  return period;
}

/// "2024-10-23" or "XXXX-10-23".
std::string year_of(const Period& period) { return period.year_known ? padded(period.first.year, 4) : "XXXX"; }

std::string month_of(const Period& period) { return year_of(period) + '-' + padded(period.first.month, 2); }

std::string day_of(const Period& period) {
  if (!period.year_known && period.number > 0) return "XXXX-WXX-" + std::to_string(period.number);
  if (!period.year_known && period.number == kDayOfMonthOpen) {
    return padded(period.first.year, 4) + '-' + padded(period.first.month, 2) + "-XX";
  }
  if (!period.year_known && period.number < 0) return "XXXX-XX-XX";
  return period.year_known ? iso_day(period.first) : month_of(period) + '-' + padded(period.first.day, 2);
}

std::string week_of(const Period& period) {
  if (!period.year_known) return "XXXX-WXX";
  const IsoWeek week = iso_week(period.first);
  return padded(week.year, 4) + "-W" + padded(week.week, 2);
}

std::string minute_of(const Period& period) { return 'T' + padded(period.hour, 2) + ':' + padded(period.minute, 2); }

std::optional<int> number_at(std::string_view text, std::size_t begin, std::size_t width) {
  if (begin + width > text.size()) return std::nullopt;
  int number = 0;
  const auto [end, error] = std::from_chars(text.data() + begin, text.data() + begin + width, number);
  return error == std::errc() && end == text.data() + begin + width ? std::optional(number) : std::nullopt;
}

}  // namespace

Period year_period(int year) { return make(Grain::Year, {year, 1, 1}); }
Period month_period(int year, int month) { return make(Grain::Month, {year, month, 1}); }
Period day_period(Date day) { return make(Grain::Day, day); }
Period week_period(Date day) { return make(Grain::Week, add_days(day, 1 - weekday(day))); }
Period weekend_period(Date day) { return make(Grain::Weekend, add_days(day, 6 - weekday(day))); }
Period season_period(int year, int season) { return make(Grain::Season, {year, season * 3, 1}, season); }
int season_number(std::string_view code) {
  const auto* found = std::find(std::begin(kSeasonCodes), std::end(kSeasonCodes), code);
  return found == std::end(kSeasonCodes) ? 0 : static_cast<int>(found - std::begin(kSeasonCodes)) + 1;
}

Period quarter_period(int year, int quarter) { return make(Grain::Quarter, {year, quarter * 3 - 2, 1}, quarter); }
Period half_year_period(int year, int half) { return make(Grain::HalfYear, {year, half * 6 - 5, 1}, half); }

Period period_around(Date day, Grain grain) {
  switch (grain) {
    case Grain::Century:
      return make(Grain::Century, {day.year / 100 * 100, 1, 1});
    case Grain::Decade:
      return make(Grain::Decade, {day.year / 10 * 10, 1, 1});
    case Grain::Year:
      return year_period(day.year);
    case Grain::HalfYear:
      return half_year_period(day.year, day.month <= 6 ? 1 : 2);
    case Grain::Quarter:
      return quarter_period(day.year, (day.month + 2) / 3);
    case Grain::Season:
      return day.month < 3 ? season_period(day.year - 1, 4) : season_period(day.year, day.month / 3);
    case Grain::Month:
      return month_period(day.year, day.month);
    case Grain::Week:
      return week_period(day);
    case Grain::Weekend:
      return weekend_period(day);
    default:
      return day_period(day);
  }
}

Period shifted(const Period& period, int count) {
  const auto months = [&](int each) { return period_around(add_months(period.first, each * count), period.grain); };
  switch (period.grain) {
    case Grain::Century:
      return months(1200);
    case Grain::Decade:
      return months(120);
    case Grain::Year:
      return months(12);
    case Grain::HalfYear:
      return months(6);
    case Grain::Quarter:
    case Grain::Season:
      return months(3);
    case Grain::Month:
      return months(1);
    case Grain::Week:
    case Grain::Weekend:
      return period_around(add_days(period.first, 7 * count), period.grain);
    default: {
      Period result = period;
      result.first = add_days(period.first, count);
      return result;
    }
  }
}

Date last_day(const Period& period) {
  if (period.grain == Grain::Weekend) return add_days(period.first, 1);
  if (period.grain >= Grain::Day || period.grain == Grain::None) return period.first;
  return add_days(shifted(period, 1).first, -1);
}

std::string timex(const Period& period) {
  switch (period.grain) {
    case Grain::None:
      return "";
    case Grain::Century:
      return padded(period.first.year / 100, 2);
    case Grain::Decade:
      return padded(period.first.year / 10, 3);
    case Grain::Year:
      return year_of(period);
    case Grain::HalfYear:
      return year_of(period) + "-H" + std::to_string(period.number);
    case Grain::Quarter:
      return year_of(period) + "-Q" + std::to_string(period.number);
    case Grain::Season:
      return year_of(period) + '-' + std::string(kSeasonCodes[period.number - 1]);
    case Grain::Month:
      return month_of(period);
    case Grain::Week:
      return week_of(period);
    case Grain::Weekend:
      return week_of(period) + "-WE";
    case Grain::Day:
      return day_of(period);
    case Grain::PartOfDay:
      return day_of(period) + 'T' + std::string(period.part);
    case Grain::Minute:
      return day_of(period) + minute_of(period);
  }
  return "";
}

TimeValue time_value(const Period& period) {
  TimeValue result;
  result.value = timex(period);
  if (!period.year_known || period.grain == Grain::None) return result;
  result.earliest = iso_day(period.first);
  result.latest = iso_day(last_day(period));
  if (period.grain == Grain::Minute) {
    result.earliest += minute_of(period);
    result.latest += minute_of(period);
  }
  return result;
}

std::optional<Period> parse_period(std::string_view text) {
  const auto year = number_at(text, 0, 4);
  if (!year) return std::nullopt;
  if (text.size() == 4) return year_period(*year);
  const auto month = number_at(text, 5, 2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  if (text.size() == 7) return month_period(*year, *month);
  const auto day = parse_iso_day(text);
  if (!day) return std::nullopt;
  Period result = day_period(*day);
  const auto hour = number_at(text, 11, 2);
  const auto minute = number_at(text, 14, 2);
  if (text.size() >= 16 && text[10] == 'T' && hour && minute) {
    result.grain = Grain::Minute;
    result.hour = *hour;
    result.minute = *minute;
  }
  return result;
}

}  // namespace ql::annotate
