// SPDX-License-Identifier: Apache-2.0
// Expressions that count: from today ("vor zwei Jahren"), from what was said before, and plain lengths and sets.
// Hours and minutes from now need the minute of the document time. Tested by times_test.cpp.
#include <algorithm>

#include "annotate/times_choose.h"
#include "annotate/times_reader.h"

namespace ql::annotate {

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
    if (const Lexeme* units = get(TimeClass::k_units)) return of(TimexType::Duration, vague_duration(units->code));
    grain = grain_of_unit(unit_code());
    if (grain == Grain::None) return length(1, unit_code());
  }
  if (grain == Grain::Weekend) return weekend();
  if (grain == Grain::Day && distance > 0) return day_in_text(distance);
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

std::optional<Resolved> MatchReader::offset(int sign) {
  const double how_many = count();
  const Grain grain = grain_of_unit(unit_code());
  const auto whole = static_cast<int>(how_many);
  if (grain == Grain::None) {  // hours and minutes need the minute of the document time
    if (!resolver_.document_ || resolver_.document_->grain != Grain::Minute) return length(how_many, unit_code());
    const double minutes_each = unit_code() == "H" ? 60 : unit_code() == "MIN" ? 1 : 0;
    Period moment = *resolver_.document_;
    constexpr int kMinutesPerDay = 24 * 60;
    const int minutes = moment.hour * 60 + moment.minute + sign * static_cast<int>(how_many * minutes_each);
    const int days = minutes >= 0 ? minutes / kMinutesPerDay : (minutes - kMinutesPerDay + 1) / kMinutesPerDay;
    moment.first = add_days(moment.first, days);
    moment.hour = (minutes - days * kMinutesPerDay) / 60;
    moment.minute = (minutes - days * kMinutesPerDay) % 60;
    return of(moment);
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
    return of(period_around(add_months(*reference, sign * static_cast<int>(how_many * kMonths)), Grain::Year));
  }
  return of(shifted(period_around(*reference, grain), sign * whole));
}

std::optional<Resolved> MatchReader::offset_future() {
  if (place_.direction == Direction::Past) return length(count(), unit_code());
  return offset(1);
}

std::optional<Resolved> MatchReader::offset_in_text(int sign) {
  const Grain grain = grain_of_unit(unit_code());
  const std::optional<Period> anchor = resolver_.last_ ? resolver_.last_ : resolver_.document_;
  const auto whole = static_cast<int>(count());
  if (grain == Grain::None || whole == 0) return length(count(), unit_code());
  if (!anchor) return grain == Grain::Day ? of(unknown_day()) : length(whole, unit_code());
  if (!anchor->year_known) {
    if (grain == Grain::Day && whole == 1) return day_in_text(sign);
    return length(whole, unit_code());
  }
  if (grain == Grain::Week && anchor->grain >= Grain::Day)
    return of(day_period(add_days(anchor->first, 7 * sign * whole)));
  if (grain == Grain::Day || anchor->grain <= grain) {
    return of(
        shifted(period_around(
                    grain == Grain::Day ? resolver_.anchor_day(place_).value_or(*anchor).first : anchor->first, grain),
                sign * whole));
  }
  return of(shifted(period_around(anchor->first, grain), sign * whole));
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
  const Lexeme* word = get(TimeClass::k_duration_word);
  if (word == nullptr) word = get(TimeClass::k_short_span);
  return of(TimexType::Duration, std::string(word->code));
}

std::optional<Resolved> MatchReader::age() {
  const Lexeme* adjective = get(TimeClass::k_age_adjective);
  const Lexeme* digits = get(TimeClass::k_count);
  return length(digits != nullptr ? digits->number : adjective->number, adjective->code);
}

std::optional<Resolved> MatchReader::set_word() { return of(TimexType::Set, std::string(code(TimeClass::k_set_word))); }

std::optional<Resolved> MatchReader::set_unit() {
  if (has(TimeClass::k_weekday)) return of(TimexType::Set, "P1M");
  std::string_view unit = unit_code();
  if (unit.empty()) unit = "M";
  const double how_many = count();
  return of(TimexType::Set, duration_value(how_many == 0 ? 1 : how_many, unit));
}

std::optional<Resolved> MatchReader::set_weekday() {
  const Lexeme* day = nullptr;
  for (const TimeClass c : {TimeClass::k_weekday, TimeClass::k_weekday_set, TimeClass::k_weekday_part}) {
    if (day == nullptr) day = get(c);
  }
  std::string value = timex(unknown_day(static_cast<int>(day->number)));
  if (!day->code.empty()) value += 'T' + std::string(day->code);
  const Lexeme* hour = get(TimeClass::k_hour);
  if (hour == nullptr) hour = get(TimeClass::k_number);
  if (hour != nullptr) value += 'T' + padded(static_cast<int>(hour->number), 2) + ":00";
  return of(TimexType::Set, std::move(value));
}

std::optional<Resolved> MatchReader::set_part() { return of(TimexType::Set, "XXXX-XX-XXT" + std::string(part_code())); }

std::optional<Resolved> MatchReader::reference() {
  return of(TimexType::Date, std::string(code(TimeClass::k_reference)));
}

std::optional<Resolved> MatchReader::vague_ref() {
  const int distance = number(TimeClass::k_day_adjective);
  if (distance == 0) return of(TimexType::Date, "PRESENT_REF");
  return relative_day();
}

}  // namespace ql::annotate
