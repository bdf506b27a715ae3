// SPDX-License-Identifier: Apache-2.0
// Seasons, quarters, holidays, decades and numbered weeks: what comes again needs a year, stated or chosen by the
// verb's direction. Tested by times_test.cpp.
#include <algorithm>

#include "annotate/times_choose.h"
#include "annotate/times_reader.h"

namespace ql::annotate {

// ---------------------------------------------------------------- what recurs every year

std::optional<Resolved> MatchReader::recurring(Grain grain, TimeClass noun) {
  const TimeLexeme* which = get(TimeClass::k_ordinal);
  if (which == nullptr) which = get(TimeClass::k_day);
  const std::optional<Date> reference = somewhere();
  if (which == nullptr) {  // "im vergangenen Quartal"
    if (!reference || !has(noun)) return std::nullopt;
    return of(shifted(period_around(*reference, grain), number(TimeClass::k_modifier)));
  }
  const auto index = static_cast<int>(which->number);
  if (index > (grain == Grain::Quarter ? 4 : 2)) return std::nullopt;
  std::optional<int> year = stated_year();
  if (!year && reference) return of(choose_recurring(*reference, grain, index, direction()));
  Period period = grain == Grain::Quarter ? quarter_period(year.value_or(2000), index)
                                          : half_year_period(year.value_or(2000), index);
  period.year_known = year.has_value();
  return of(period);
}

std::optional<Resolved> MatchReader::season() {
  const int index = season_number(code(TimeClass::k_season));
  std::optional<int> year = stated_year();
  const std::optional<Date> reference = somewhere();
  if (!year && reference && has(TimeClass::k_year_adjective)) {  // "im heurigen Sommer"
    year = reference->year + number(TimeClass::k_year_adjective);
  }
  if (!year) year = year_of_narrative();
  if (!year && !reference) {
    Period unknown = season_period(2000, index);
    unknown.year_known = false;
    return of(unknown);
  }
  if (year) return of(season_period(*year, index));
  const Period current = period_around(*reference, Grain::Season);
  if (const TimeLexeme* modifier = get(TimeClass::k_modifier)) {
    if (modifier->number == 0) return of(choose_recurring(*reference, Grain::Season, index, Direction::Unknown));
    const bool past = modifier->number < 0;
    const Period found = choose_recurring(*reference, Grain::Season, index, past ? Direction::Past : Direction::Future);
    const bool is_current = found.first == current.first;
    return of(is_current ? season_period(found.first.year + (past ? -1 : 1), index) : found);
  }
  return of(choose_recurring(*reference, Grain::Season, index, direction()));
}

std::optional<Resolved> MatchReader::decade() {
  int first = number(TimeClass::k_decade);
  if (first == 0) first = number(TimeClass::k_decade_word);
  if (first == 0) first = number(TimeClass::k_decade_full);
  constexpr int kTwentiethCentury = 1900;
  if (first < 100) first += kTwentiethCentury;
  return of(period_around({first, 1, 1}, Grain::Decade));
}

std::optional<Resolved> MatchReader::century() {
  const TimeLexeme* which = get(TimeClass::k_count);
  if (which == nullptr) which = get(TimeClass::k_ordinal_day);
  if (which == nullptr || which->number < 1 || which->number > 21) return std::nullopt;
  if (has(TimeClass::k_christ) && (has(TimeClass::k_before) || code(TimeClass::k_era) == "BC")) {
    return of(TimexType::Date, "BC" + padded(static_cast<int>(which->number) - 1, 2));
  }
  return of(period_around({(static_cast<int>(which->number) - 1) * 100, 1, 1}, Grain::Century));
}

std::optional<Resolved> MatchReader::holiday() {
  const lang::Holiday& which =
      resolver_.grammar_->holidays()[static_cast<std::size_t>(number(TimeClass::k_holiday)) - 1];
  std::optional<int> year = stated_year();
  const std::optional<Date> reference = somewhere();
  if (!year && !reference) {
    if (which.kind != lang::Holiday::Kind::Fixed) return of(unknown_day());
    Period fixed = day_period({2000, which.month, which.day});
    fixed.year_known = false;
    return of(fixed);
  }
  if (!year) {
    Direction way = direction();
    if (has(TimeClass::k_modifier) && number(TimeClass::k_modifier) != 0) {
      way = number(TimeClass::k_modifier) < 0 ? Direction::Past : Direction::Future;
    }
    const Date this_year = holiday_date(which, reference->year);
    year = choose_year(*reference, this_year.month, this_year.day, way);
  }
  return of(day_period(holiday_date(which, *year)));
}

// ---------------------------------------------------------------- numbered weeks

std::optional<Resolved> MatchReader::week_of() {
  const int month = number(TimeClass::k_month);
  std::optional<int> year = stated_year();
  const std::optional<Date> reference = somewhere();
  if (!year && reference) year = choose_year_of_month(*reference, month, direction());
  if (!year) return std::nullopt;
  if (has(TimeClass::k_last_of)) {
    const Date last{*year, month, days_in_month(*year, month)};
    const Period week = week_period(last);
    const bool whole = last_day(week) <= last;
    return of(whole ? week : shifted(week, -1));
  }
  return of(nth_week(*year, month, number(TimeClass::k_ordinal)));
}

Period MatchReader::nth_week(int year, int month, int which) {
  constexpr int kMonday = 1;
  const Date monday = choose_weekday({year, month, 1}, kMonday, Direction::Future);
  return shifted(week_period(monday), which - 1);
}

std::optional<Resolved> MatchReader::week_number() {
  const TimeLexeme* which = get(TimeClass::k_count);
  if (which == nullptr) which = get(TimeClass::k_day);
  const std::optional<Date> reference = somewhere();
  constexpr int kMostWeeks = 53;
  if (which == nullptr || which->number < 1 || which->number > kMostWeeks) return std::nullopt;
  if (!reference) return of(TimexType::Date, "XXXX-W" + padded(static_cast<int>(which->number), 2));
  return of(week_period(monday_of({reference->year, static_cast<int>(which->number)})));
}

}  // namespace ql::annotate
