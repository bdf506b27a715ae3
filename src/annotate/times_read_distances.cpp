// SPDX-License-Identifier: Apache-2.0
// Expressions that count: from today ("vor zwei Jahren"), from what was said before, and plain lengths and sets.
// Hours and minutes from now need the minute of the document time. Tested by times_test.cpp.
#include <algorithm>

#include "annotate/times_choose.h"
#include "annotate/times_reader.h"

namespace ql::annotate {
namespace {

/// The minute `by` minutes away, over midnight if need be.
Period moved(Period moment, int by) {
  constexpr int kMinutesPerDay = 24 * 60;
  const int minutes = moment.hour * 60 + moment.minute + by;
  const int days = minutes >= 0 ? minutes / kMinutesPerDay : (minutes - kMinutesPerDay + 1) / kMinutesPerDay;
  moment.first = add_days(moment.first, days);
  moment.hour = (minutes - days * kMinutesPerDay) / 60;
  moment.minute = (minutes - days * kMinutesPerDay) % 60;
  return moment;
}

}  // namespace

// ---------------------------------------------------------------- weeks, months, years from today

std::optional<Resolved> MatchReader::unit() {
  struct Row {
    TimeClass time_class;
    Grain grain;
  };
  constexpr Row kRows[] = {{TimeClass::k_relative_year, Grain::Year},
                           {TimeClass::k_year_adjective, Grain::Year},
                           {TimeClass::k_relative_week, Grain::Week},
                           {TimeClass::k_relative_month, Grain::Month}};
  Grain grain = Grain::None;
  int distance = number(TimeClass::k_modifier);
  for (const Row& row : kRows) {
    if (!has(row.time_class)) continue;
    grain = row.grain;
    distance = number(row.time_class);
  }
  if (grain == Grain::None) {
    if (const TimeLexeme* units = get(TimeClass::k_units)) return of(TimexType::Duration, vague_duration(units->code));
    grain = grain_of_unit(unit_code());
    if (grain == Grain::None) return length(1, unit_code());
  }
  if (grain == Grain::Weekend) return weekend();
  if (grain == Grain::Day && distance > 0) return day_in_text(distance);
  const TimeLexeme* modifier = get(TimeClass::k_modifier);
  const bool in_text = modifier != nullptr && modifier->classes.has(TimeClass::k_following) && resolver_.last_ &&
                       resolver_.last_->year_known && resolver_.last_->grain >= grain;
  if (in_text) return of(shifted(period_around(resolver_.last_->first, grain), distance));
  if (grain == Grain::Day && distance == 0) return same();
  const std::optional<Date> reference = grain <= Grain::Month ? somewhere() : today();
  if (!reference) {
    Period unknown = period_around({2000, 1, 3}, grain);
    unknown.year_known = false;
    unknown.number = grain == Grain::Day ? -1 : unknown.number;
    return grain == Grain::Month ? of(TimexType::Date, "XXXX-XX") : of(unknown);
  }
  return of(shifted(period_around(*reference, grain), distance));
}

/// "Jahresende", "Monatsbeginn": the running unit, or that of the stated year.
std::optional<Resolved> MatchReader::unit_phase() {
  const std::string_view which = code(TimeClass::k_unit_phase);
  const Grain grain = grain_of_unit(which.substr(0, 1));
  const std::optional<int> year = stated_year();
  if (year && grain == Grain::Year) return of(year_period(*year));
  const std::optional<Date> reference = grain <= Grain::Month ? somewhere() : today();
  return reference ? of(period_around(*reference, grain)) : open_value(grain);
}

/// A fiscal year begins when its owner says, a term when it was elected: neither has bounds of the calendar.
std::optional<Resolved> MatchReader::term() {
  const int which = number(TimeClass::k_modifier);
  if (code(TimeClass::k_fiscal_year) == "Y" && resolver_.document_) {
    return of(TimexType::Date, padded(resolver_.document_->first.year + which, 4));
  }
  return of(TimexType::Date, which < 0 ? "PAST_REF" : which > 0 ? "FUTURE_REF" : "PRESENT_REF");
}

/// "vor Jahresfrist" is a point, "binnen Jahresfrist" a length.
std::optional<Resolved> MatchReader::limit_term() {
  const std::string_view unit = code(TimeClass::k_limit_term);
  const Grain grain = grain_of_unit(unit);
  const std::optional<Date> reference = grain <= Grain::Month ? somewhere() : today();
  if (!has(TimeClass::k_before) || !reference) return length(1, unit);
  return of(shifted(period_around(*reference, grain), -1));
}

std::optional<Resolved> MatchReader::phase_unit() {
  std::optional<Resolved> result = unit();
  if (result && !has(TimeClass::k_modifier) && resolver_.last_states_year_ && unit_code() == "Y" &&
      resolver_.last_block_ == place_.block) {
    return of(year_period(resolver_.last_->first.year));  // "1991 ... Ende des Jahres"
  }
  return result;
}

std::optional<Resolved> MatchReader::rest() {
  std::optional<Resolved> result = unit();
  if (!result || result->time.latest.empty() || !today()) return result;
  result->time.earliest = iso_day(*today());
  if (result->period.grain == Grain::Day) {
    result->type = TimexType::Time;
    if (resolver_.document_->grain == Grain::Minute) result->time.earliest = time_value(*resolver_.document_).earliest;
    result->time.latest += "T23:59";
  }
  return result;
}

/// "vor zwei Jahren": the point, and the length that leads to it.
std::optional<Resolved> MatchReader::offset(int sign) {
  const double how_many = count();
  const std::optional<int> whole = whole_count();
  if (!whole) return length(how_many, unit_code());
  std::optional<Resolved> result = on_calendar(moment_away(sign, how_many, *whole), how_many);
  if (result && result->period.grain != Grain::None) {
    result->distance = duration_value(how_many == 0 ? 1 : how_many, unit_code());
  }
  return result;
}

std::optional<Resolved> MatchReader::moment_away(int sign, double how_many, int whole) const {
  const Grain grain = grain_of_unit(unit_code());
  if (grain == Grain::None) {  // hours and minutes need the minute of the document time
    if (!resolver_.document_ || resolver_.document_->grain != Grain::Minute) return length(how_many, unit_code());
    const double minutes_each = unit_code() == "H" ? 60 : unit_code() == "MIN" ? 1 : 0;
    return of(moved(*resolver_.document_, sign * static_cast<int>(how_many * minutes_each)));
  }
  const std::optional<Date> reference = grain <= Grain::Month ? somewhere() : today();
  if (!reference || how_many == 0) return length(how_many == 0 ? 1 : how_many, unit_code());
  if (grain == Grain::Weekend) return length(how_many, unit_code());
  if (grain == Grain::Century || grain == Grain::Decade) {
    const int years = whole * (grain == Grain::Century ? 100 : 10);
    return of(shifted(period_around(*reference, Grain::Year), sign * years));
  }
  if (how_many != whole && grain == Grain::Year) {
    constexpr int kMonths = 12;
    const Date month = add_months(*reference, sign * static_cast<int>(how_many * kMonths));
    return of(period_around(month, how_many < 1 ? Grain::Month : Grain::Year));
  }
  return of(shifted(period_around(*reference, grain), sign * whole));
}

std::optional<Resolved> MatchReader::offset_future() {
  if (place_.direction == Direction::Past) return length(count(), unit_code());
  return offset(1);
}

bool MatchReader::lacks_anchor(int sign) const {
  return sign > 0 && !resolver_.last_ && place_.direction == Direction::Past;
}

/// "drei Minuten später" needs the minute that was spoken of; without it the moment is open, not a length.
std::optional<Resolved> MatchReader::minutes_in_text(int sign, double how_many) const {
  Resolved open = of(TimexType::Time, "XXXX-XX-XXTXX:XX");
  if (!resolver_.last_ || resolver_.last_->grain != Grain::Minute || !resolver_.last_->year_known) return open;
  const double minutes_each = unit_code() == "H" ? 60 : unit_code() == "MIN" ? 1 : 0;
  if (minutes_each == 0) return open;
  return of(moved(*resolver_.last_, sign * static_cast<int>(how_many * minutes_each)));
}

Resolved MatchReader::open_value(Grain grain) {
  if (grain >= Grain::Day) return of(unknown_day());
  if (grain == Grain::Month) return of(TimexType::Date, "XXXX-XX");
  return of(TimexType::Date, grain == Grain::Week ? "XXXX-WXX" : "XXXX");
}

std::optional<Resolved> MatchReader::offset_in_text(int sign) {
  const bool one = count() == 0 && has(TimeClass::k_unit);
  const double how_many = one ? 1 : count();
  const std::optional<int> whole = one ? 1 : whole_count();
  if (!whole) return length(how_many, unit_code());
  return on_calendar(counted_in_text(sign, how_many, *whole), how_many);
}

std::optional<Resolved> MatchReader::counted_in_text(int sign, double how_many, int whole) {
  const Grain grain = grain_of_unit(unit_code());
  const std::optional<Period> anchor = resolver_.last_ ? resolver_.last_ : resolver_.document_;
  if (grain == Grain::None && how_many > 0) return minutes_in_text(sign, how_many);
  if (grain == Grain::None || whole == 0) return length(how_many, unit_code());
  if (lacks_anchor(sign)) return open_value(grain);
  if (!anchor) return grain == Grain::Day ? of(unknown_day()) : length(whole, unit_code());
  if (!anchor->year_known) {
    if (grain == Grain::Day && whole == 1) return day_in_text(sign);
    return length(whole, unit_code());
  }
  if (grain == Grain::Week && anchor->grain >= Grain::Day && count() > 0)
    return of(day_period(add_days(anchor->first, 7 * sign * whole)));
  if (grain == Grain::Day) {
    const bool day_told = resolver_.anchor_ || place_.direction != Direction::Past || anchor->grain >= Grain::Day;
    if (!day_told) return far_from(*anchor, grain, sign * whole);
    return of(shifted(day_period(resolver_.anchor_day(place_).value_or(*anchor).first), sign * whole));
  }
  if (anchor->grain < grain) return far_from(*anchor, grain, sign * whole);
  return of(shifted(period_around(anchor->first, grain), sign * whole));
}

/// "Im August 2019 ... Zwei Wochen später": some week that is so far from a day of August.
Resolved MatchReader::far_from(const Period& anchor, Grain grain, int count) {
  Resolved some = open_value(grain);
  const Date earliest = shifted(period_around(anchor.first, grain), count).first;
  const Date latest = last_day(shifted(period_around(last_day(anchor), grain), count));
  if (!is_four_digit_year(earliest.year) || !is_four_digit_year(latest.year)) return some;
  some.time.earliest = iso_day(earliest);
  some.time.latest = iso_day(latest);
  return some;
}

// ---------------------------------------------------------------- lengths, sets, references

std::optional<Resolved> MatchReader::duration() {
  const std::string_view unit = unit_code();
  if (has(TimeClass::k_vague_number)) return of(TimexType::Duration, vague_duration(unit));
  double how_many = count();
  if (has(TimeClass::k_slash)) {  // 3/4 Stunde
    const double lower = place_.lexemes[match_.end - 2].number;
    if (lower == 0) return std::nullopt;
    how_many /= lower;
  }
  if (how_many == 0 && has(TimeClass::k_whole)) return length(1, unit);
  if (how_many == 0) return of(TimexType::Duration, vague_duration(unit));
  return length(how_many, unit);
}

std::optional<Resolved> MatchReader::duration_word() {
  const TimeLexeme* word = get(TimeClass::k_duration_word);
  if (word == nullptr) word = get(TimeClass::k_short_span);
  return of(TimexType::Duration, std::string(word->code));
}

std::optional<Resolved> MatchReader::age() {
  const TimeLexeme* adjective = get(TimeClass::k_age_adjective);
  const TimeLexeme* digits = get(TimeClass::k_count);
  return length(digits != nullptr ? digits->number : adjective->number, adjective->code);
}

std::optional<Resolved> MatchReader::set_word() {
  if (has(TimeClass::k_weekends)) return of(TimexType::Set, "XXXX-WXX-WE");
  return of(TimexType::Set, std::string(code(TimeClass::k_set_word)));
}

/// "jeden Sommer", "jeden Oktober".
std::optional<Resolved> MatchReader::set_period() {
  const TimeLexeme* month = get(TimeClass::k_month);
  const std::string which =
      month != nullptr ? padded(static_cast<int>(month->number), 2) : std::string(code(TimeClass::k_season));
  return of(TimexType::Set, "XXXX-" + which);
}

std::optional<Resolved> MatchReader::set_unit() {
  if (has(TimeClass::k_weekday)) return of(TimexType::Set, "P1M");
  std::string_view unit = unit_code();
  if (unit.empty()) unit = has(TimeClass::k_day_noun) ? "D" : "M";
  double how_many = count();
  if (how_many == 0) how_many = has(TimeClass::k_ordinal) ? number(TimeClass::k_ordinal) : 1;  // "jeden zweiten Tag"
  return of(TimexType::Set, duration_value(how_many, unit));
}

std::optional<Resolved> MatchReader::set_weekday() {
  const TimeLexeme* day = nullptr;
  for (const TimeClass c :
       {TimeClass::k_weekday, TimeClass::k_weekday_set, TimeClass::k_weekday_part, TimeClass::k_weekday_plural}) {
    if (day == nullptr) day = get(c);
  }
  std::string value = timex(unknown_day(static_cast<int>(day->number)));
  const std::string_view part = day->code.empty() ? part_code() : day->code;
  if (!part.empty()) value.append("T").append(part);
  const TimeLexeme* hour = get(TimeClass::k_hour);
  if (hour == nullptr) hour = get(TimeClass::k_number);
  if (hour != nullptr) value += 'T' + padded(static_cast<int>(hour->number), 2) + ":00";
  return of(TimexType::Set, std::move(value));
}

/// "jeden Abend um 19.13 Uhr".
std::optional<Resolved> MatchReader::set_clock() {
  const TimeLexeme* hour = get(TimeClass::k_hour);
  if (hour == nullptr) hour = get(TimeClass::k_number);
  const int hours = hour_of_day(static_cast<int>(hour->number));
  return of(TimexType::Set, 'T' + padded(hours, 2) + ':' + padded(number(TimeClass::k_minute), 2));
}

std::optional<Resolved> MatchReader::set_part() { return of(TimexType::Set, "XXXX-XX-XXT" + std::string(part_code())); }

std::optional<Resolved> MatchReader::reference() {
  const TimeClass word = has(TimeClass::k_reference) ? TimeClass::k_reference : TimeClass::k_former_prefix;
  return of(TimexType::Date, std::string(code(word)));
}

std::optional<Resolved> MatchReader::today_reference() { return of(TimexType::Date, "PRESENT_REF"); }

std::optional<Resolved> MatchReader::vague_ref() {
  const int distance = number(TimeClass::k_day_adjective);
  if (distance == 0) return of(TimexType::Date, "PRESENT_REF");
  return relative_day();
}

}  // namespace ql::annotate
