// SPDX-License-Identifier: Apache-2.0
// One small function for each meaning of the rule table. They read the slots of a match and return a period on the
// calendar, a length or a reference. Where the text leaves something out it is taken, in this order, from the
// expression itself, from what was said before, from the document time; where none of them has it, it stays X.
// Tested by times_test.cpp and, rule by rule, by the examples in lexicons/de/time_rules.tsv.
#include "annotate/times_resolve.h"

#include <algorithm>

#include "annotate/times_choose.h"

namespace ql::annotate {

using lang::TimeClass;
using lang::TimeMeaning;

/// Reads one match. Lives for one call of resolve().
class MatchReader {
 public:
  MatchReader(const TimeResolver& resolver, const TimeMatch& match, const TimeResolver::Place& place)
      : resolver_(resolver), match_(match), place_(place) {}

  std::optional<Resolved> read();
  [[nodiscard]] bool states_year() const { return year_stated_; }

 private:
  std::optional<Resolved> date();
  std::optional<Resolved> month();
  std::optional<Resolved> year();
  std::optional<Resolved> year_span();
  std::optional<Resolved> weekday();
  std::optional<Resolved> relative_day();
  std::optional<Resolved> part();
  std::optional<Resolved> unit();
  std::optional<Resolved> offset_past() { return offset(-1); }
  std::optional<Resolved> offset_future();
  std::optional<Resolved> offset_later() { return offset_in_text(1); }
  std::optional<Resolved> offset_earlier() { return offset_in_text(-1); }
  std::optional<Resolved> duration();
  std::optional<Resolved> duration_word();
  std::optional<Resolved> age();
  std::optional<Resolved> set_word();
  std::optional<Resolved> set_unit();
  std::optional<Resolved> set_weekday();
  std::optional<Resolved> set_part();
  std::optional<Resolved> reference();
  std::optional<Resolved> clock();
  std::optional<Resolved> clock_offset();
  std::optional<Resolved> season();
  std::optional<Resolved> quarter() { return recurring(Grain::Quarter, TimeClass::k_quarter_noun); }
  std::optional<Resolved> half_year() { return recurring(Grain::HalfYear, TimeClass::k_half_year); }
  std::optional<Resolved> decade();
  std::optional<Resolved> century();
  std::optional<Resolved> holiday();
  std::optional<Resolved> day_after() { return day_in_text(1); }
  std::optional<Resolved> day_before() { return day_in_text(-1); }
  std::optional<Resolved> same();
  std::optional<Resolved> weekend();
  std::optional<Resolved> night_to();
  std::optional<Resolved> phase_unit();
  std::optional<Resolved> rest();
  std::optional<Resolved> week_of();
  std::optional<Resolved> week_number();
  std::optional<Resolved> vague_ref();
  std::optional<Resolved> ignore() { return std::nullopt; }

  std::optional<Resolved> offset(int sign);
  std::optional<Resolved> offset_in_text(int sign);
  std::optional<Resolved> day_in_text(int sign);
  std::optional<Resolved> recurring(Grain grain, TimeClass noun);
  std::optional<Resolved> weekday_period(const Lexeme& day) const;

  [[nodiscard]] const Lexeme* get(TimeClass c) const { return slot(match_, place_.lexemes, c); }
  [[nodiscard]] bool has(TimeClass c) const { return get(c) != nullptr; }
  [[nodiscard]] int number(TimeClass c) const {
    const Lexeme* lexeme = get(c);
    return lexeme == nullptr ? 0 : static_cast<int>(lexeme->number);
  }
  [[nodiscard]] std::string_view code(TimeClass c) const {
    const Lexeme* lexeme = get(c);
    return lexeme == nullptr ? std::string_view() : lexeme->code;
  }
  [[nodiscard]] std::string_view part_code() const;
  /// "drei", "3,5", "ein", "eine halbe": how many; 0 = not said.
  [[nodiscard]] double count() const;
  [[nodiscard]] std::string_view unit_code() const {
    return has(TimeClass::k_unit) ? code(TimeClass::k_unit) : code(TimeClass::k_units);
  }
  /// Years of "2024", "24"; of "letzten Jahres" by the document time.
  std::optional<int> stated_year();
  /// The day that relative expressions count from.
  [[nodiscard]] std::optional<Date> today() const {
    if (!resolver_.document_ || resolver_.document_->grain < Grain::Day) return std::nullopt;
    return resolver_.document_->first;
  }
  /// A day near which years are chosen: today, the month of the report, or a date said before.
  [[nodiscard]] std::optional<Date> somewhere() const {
    if (resolver_.document_) return resolver_.document_->first;
    if (resolver_.last_ && resolver_.last_->year_known) return resolver_.last_->first;
    return std::nullopt;
  }
  [[nodiscard]] Direction direction() const;
  /// The year of a text that tells of another year: said in the expression before, in the same block.
  [[nodiscard]] std::optional<int> year_of_narrative() const;

  static Resolved of(const Period& period) {
    Resolved result;
    result.period = period;
    result.type = period.grain >= Grain::PartOfDay ? TimexType::Time : TimexType::Date;
    result.time = time_value(period);
    return result;
  }
  static Resolved of(TimexType type, std::string value) {
    Resolved result;
    result.type = type;
    result.time.value = std::move(value);
    return result;
  }
  static Resolved length(double count, std::string_view unit);
  static Resolved with_part(Period day, std::string_view part) {
    day.grain = Grain::PartOfDay;
    day.part = part;
    return of(day);
  }
  static Period unknown_day(int weekday = -1) {
    Period period = day_period({});
    period.year_known = false;
    period.number = weekday;
    return period;
  }
  void phase(Resolved& result) const;
  [[nodiscard]] int hour_of_day(int hour) const;
  [[nodiscard]] bool is_as_of() const;
  std::optional<Resolved> clock_at(int hour, int minute) const;

  const TimeResolver& resolver_;
  const TimeMatch& match_;
  const TimeResolver::Place& place_;
  bool year_stated_ = false;
};

std::optional<Resolved> MatchReader::read() {
  switch (match_.rule->meaning) {
#define X(name)               \
  case TimeMeaning::k_##name: \
    return name();
    QL_TIME_MEANINGS(X)
#undef X
  }
  return std::nullopt;
}

Direction MatchReader::direction() const {
  if (has(TimeClass::k_since)) return Direction::Past;
  if (has(TimeClass::k_until) && place_.direction == Direction::Unknown) return Direction::Future;
  return place_.direction;
}

std::optional<int> MatchReader::year_of_narrative() const {
  const bool told = resolver_.last_ && resolver_.last_states_year_ && resolver_.last_block_ == place_.block;
  if (!told || place_.direction == Direction::Future) return std::nullopt;
  return resolver_.last_->first.year;
}

std::optional<int> MatchReader::stated_year() {
  if (const Lexeme* year = get(TimeClass::k_year)) {
    year_stated_ = true;
    return static_cast<int>(year->number);
  }
  if (place_.year_from_range) return place_.year_from_range;
  const bool of_year = has(TimeClass::k_year_noun) && has(TimeClass::k_modifier);
  if (of_year && resolver_.document_) return resolver_.document_->first.year + number(TimeClass::k_modifier);
  return std::nullopt;
}

std::string_view MatchReader::part_code() const {
  for (const TimeClass c : {TimeClass::k_part, TimeClass::k_part_lower, TimeClass::k_part_adverb}) {
    if (has(c)) return code(c);
  }
  return {};
}

double MatchReader::count() const {
  double sum = 0;
  for (const TimeClass c : {TimeClass::k_number, TimeClass::k_count}) {
    if (const Lexeme* lexeme = get(c)) {
      sum = lexeme->number;
      break;
    }
  }
  if (const Lexeme* half = get(TimeClass::k_half)) return sum + half->number;
  return sum == 0 && has(TimeClass::k_one) ? 1 : sum;
}

Resolved MatchReader::length(double count, std::string_view unit) {
  Resolved result = of(TimexType::Duration, duration_value(count, unit));
  result.unit = unit == "MIN" ? 'm' : unit.size() == 1 ? unit.front() : '\0';
  result.length = count;
  return result;
}

// ---------------------------------------------------------------- dates and months

std::optional<Resolved> MatchReader::date() {
  int day = number(TimeClass::k_day);
  if (day == 0) day = number(TimeClass::k_ordinal_day);
  int month = number(TimeClass::k_month);
  if (month == 0) month = number(TimeClass::k_month_short);
  if (month == 0) month = number(TimeClass::k_month_number);
  const Lexeme& last = place_.lexemes[match_.end - 1];
  if (month == 0 && &last != get(TimeClass::k_ordinal_day) && last.classes.has(TimeClass::k_ordinal_day)) {
    month = static_cast<int>(last.number);  // "dem ersten dritten"
  }
  std::optional<int> year = stated_year();
  const lang::TimeElement& last_place = match_.rule->elements.back();
  if (!year && last_place.any.has(TimeClass::k_two_digits) && !last_place.any.has(TimeClass::k_day)) {
    constexpr int kPivot = 69;  // POSIX: 69..99 are 19xx
    const int digits = static_cast<int>(last.number);
    year = digits + (digits < kPivot ? 2000 : 1900);
  }
  const std::optional<Date> reference = somewhere();
  if (month == 0 && reference) {  // "am 20. um neun Uhr", "am 3. dieses Monats"
    const Date shifted_month = add_months(*reference, has(TimeClass::k_month_noun) ? number(TimeClass::k_modifier) : 0);
    month = shifted_month.month;
    year = shifted_month.year;
  }
  if (month == 0) return of(unknown_day());
  if (!year) year = year_of_narrative();
  if (!year && reference) year = choose_year(*reference, month, day, direction());
  constexpr int kLeapYear = 2000;
  const Date date{year.value_or(kLeapYear), month, day};
  if (!is_valid(date)) return std::nullopt;
  Period period = day_period(date);
  period.year_known = year.has_value();
  const std::string_view part = part_code();
  return part.empty() ? of(period) : with_part(period, part);
}

void MatchReader::phase(Resolved& result) const {
  if (result.period.grain != Grain::Month || !result.period.year_known || !has(TimeClass::k_phase)) return;
  constexpr int kThird = 10;
  const std::string_view which = code(TimeClass::k_phase);
  Date first = result.period.first;
  Date last = last_day(result.period);
  if (which == "START") last.day = kThird;
  if (which == "MID") first.day = kThird + 1, last.day = 2 * kThird;
  if (which == "END") first.day = 2 * kThird + 1;
  result.time.earliest = iso_day(first);
  result.time.latest = iso_day(last);
}

std::optional<Resolved> MatchReader::month() {
  int month = number(TimeClass::k_month);
  if (month == 0) month = number(TimeClass::k_month_short);
  if (month == 0) month = number(TimeClass::k_month_sure);
  if (month == 0) month = number(TimeClass::k_month_number);
  std::optional<int> year = stated_year();
  const std::optional<Date> reference = somewhere();
  if (!year && reference && has(TimeClass::k_modifier)) {
    const int which = number(TimeClass::k_modifier);
    constexpr int kRecentMonths = 3;  // "letzten September" said in November is that of the year before
    const bool ahead = month > reference->month - kRecentMonths;
    const bool behind = month <= reference->month;
    year = reference->year + (which < 0 && ahead ? -1 : which > 0 && behind ? 1 : 0);
  }
  if (!year) year = year_of_narrative();
  if (!year && reference) year = choose_year_of_month(*reference, month, direction());
  Period period = month_period(year.value_or(2000), month);
  period.year_known = year.has_value();
  Resolved result = of(period);
  phase(result);
  return result;
}

std::optional<Resolved> MatchReader::year() { return of(year_period(*stated_year())); }

std::optional<Resolved> MatchReader::year_span() {
  const int first = number(TimeClass::k_year);
  const Lexeme& second = place_.lexemes[match_.end - 1];
  constexpr int kCentury = 100;
  int last = static_cast<int>(second.number);
  if (second.digits <= 2) {
    last += first / kCentury * kCentury;
    if (last < first) last += kCentury;
  }
  if (last <= first || last - first > kCentury) return std::nullopt;
  Resolved result = of(year_period(first));
  result.time.value += '/' + padded(last, 4);
  result.time.latest = iso_day({last, 12, 31});
  return result;
}

// ---------------------------------------------------------------- days

std::optional<Resolved> MatchReader::weekday_period(const Lexeme& day) const {
  const int wanted = static_cast<int>(day.number);
  const std::optional<Date> reference = today();
  if (!reference) return of(unknown_day(wanted));
  if (has(TimeClass::k_day_adjective)) {
    const Date named = add_days(*reference, number(TimeClass::k_day_adjective));
    return of(day_period(named));
  }
  if (const Lexeme* modifier = get(TimeClass::k_modifier)) {
    const int which = static_cast<int>(modifier->number);
    if (has(TimeClass::k_week_noun)) {
      const Date monday = add_days(week_period(*reference).first, 7 * which);
      return of(day_period(add_days(monday, wanted - 1)));
    }
    if (which != 0) return of(day_period(nth_weekday(*reference, wanted, which)));
  }
  return of(day_period(choose_weekday(*reference, wanted, direction())));
}

std::optional<Resolved> MatchReader::weekday() {
  const Lexeme* day = get(TimeClass::k_weekday);
  const Lexeme* compound = get(TimeClass::k_weekday_part);
  std::optional<Resolved> result = weekday_period(day != nullptr ? *day : *compound);
  const std::string_view part = compound != nullptr ? compound->code : part_code();
  return part.empty() ? result : with_part(result->period, part);
}

std::optional<Resolved> MatchReader::relative_day() {
  const Lexeme* word = get(TimeClass::k_relative_day);
  const int distance = word != nullptr ? static_cast<int>(word->number) : number(TimeClass::k_day_adjective);
  const Period day = today() ? day_period(add_days(*today(), distance)) : unknown_day();
  const std::string_view part = part_code();
  return part.empty() ? of(day) : with_part(day, part);
}

std::optional<Resolved> MatchReader::part() {
  const std::optional<Period> anchor = resolver_.anchor_day(place_);
  if (has(TimeClass::k_anchored_evening)) {
    if (!anchor || !anchor->year_known) return with_part(unknown_day(), "EV");
    return with_part(shifted(*anchor, -1), "EV");
  }
  const std::string_view part = part_code();
  if (has(TimeClass::k_modifier)) {  // diesen Vormittag, vergangene Nacht
    const int which = number(TimeClass::k_modifier);
    if (!today()) return with_part(unknown_day(), part);
    return with_part(day_period(add_days(*today(), which)), part);
  }
  return with_part(anchor.value_or(unknown_day()), part);
}

std::optional<Resolved> MatchReader::night_to() {
  Period day = unknown_day();
  int back = 1;
  if (has(TimeClass::k_of_the)) {  // von Montag auf Dienstag: the first named
    back = 0;
  }
  if (const Lexeme* named = get(TimeClass::k_weekday)) {
    day = weekday_period(*named)->period;
  } else if (has(TimeClass::k_relative_day)) {
    if (today()) day = day_period(add_days(*today(), number(TimeClass::k_relative_day)));
  } else {
    const std::optional<Resolved> named_date = date();
    if (!named_date) return std::nullopt;
    day = named_date->period;
    back = has(TimeClass::k_towards) ? 1 : 0;
  }
  if (day.year_known) {
    day = shifted(day, -back);
  } else if (day.number > 0) {
    day.number = (day.number - back + 6) % 7 + 1;
  }
  return with_part(day, "NI");
}

std::optional<Resolved> MatchReader::day_in_text(int sign) {
  const int distance = has(TimeClass::k_anchored_day) ? number(TimeClass::k_anchored_day) : sign;
  std::optional<Period> anchor = resolver_.anchor_day(place_);
  if (!anchor) return of(unknown_day());
  anchor->grain = Grain::Day;
  if (anchor->year_known) return of(shifted(*anchor, distance));
  if (anchor->number > 0) anchor->number = (anchor->number - 1 + distance + 7) % 7 + 1;
  return of(*anchor);
}

std::optional<Resolved> MatchReader::same() {
  std::optional<Period> anchor = resolver_.anchor_day(place_);
  if (!anchor) return of(unknown_day());
  anchor->grain = Grain::Day;
  return of(*anchor);
}

std::optional<Resolved> MatchReader::weekend() {
  const std::optional<Date> reference = today();
  if (!reference) {
    Resolved result = of(TimexType::Date, "XXXX-WXX-WE");
    return result;
  }
  const Period this_week = weekend_period(*reference);
  constexpr int kSaturday = 6;
  const bool begun = ql::weekday(*reference) >= kSaturday;
  if (has(TimeClass::k_modifier)) {
    const int which = number(TimeClass::k_modifier);
    return of(shifted(this_week, which > 0 && !begun ? which - 1 : which));
  }
  const bool ahead = direction() >= Direction::Present || begun;
  return of(ahead ? this_week : shifted(this_week, -1));
}

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

// ---------------------------------------------------------------- clock times

/// "8 Uhr abends" is 20 Uhr.
int MatchReader::hour_of_day(int hour) const {
  constexpr int kNoon = 12;
  const std::string_view part = part_code();
  const bool afternoon = part == "AF" || part == "EV";
  if (afternoon && hour < kNoon) return hour + kNoon;
  constexpr int kEarlyNight = 5;
  if (part == "NI" && hour > kEarlyNight && hour < kNoon) return hour + kNoon;
  return hour;
}

/// "Stand: 12 Uhr", "Stand 12 Uhr".
bool MatchReader::is_as_of() const {
  std::uint32_t before = match_.begin;
  if (before > 0 && place_.lexemes[before - 1].classes.has(TimeClass::k_colon)) --before;
  return before > 0 && place_.lexemes[before - 1].classes.has(TimeClass::k_as_of);
}

std::optional<Resolved> MatchReader::clock_at(int hour, int minute) const {
  constexpr int kHours = 24;
  constexpr int kMinutes = 60;
  if (hour < 0 || hour > kHours || minute >= kMinutes) return std::nullopt;
  // A clock time at the head of a paragraph is the stamp of a ticker; "Stand: 12 Uhr" is of the report's day.
  const bool stamp = (match_.begin == 0 || is_as_of()) && today() && !resolver_.clock_day_;
  const Period spoken_of = stamp ? day_period(*today()) : resolver_.anchor_day(place_).value_or(unknown_day());
  Period moment = resolver_.clock_day_.value_or(spoken_of);
  moment.grain = Grain::Minute;
  moment.hour = hour_of_day(hour);
  moment.minute = minute;
  Resolved result = of(moment);
  if (!moment.year_known && moment.number < 0) result.time.value.erase(0, std::string("XXXX-XX-XX").size());
  return result;
}

std::optional<Resolved> MatchReader::clock() {
  if (has(TimeClass::k_midnight)) return clock_at(0, 0);
  const Lexeme* hour = get(TimeClass::k_hour);
  if (hour == nullptr) hour = get(TimeClass::k_number);
  if (hour == nullptr) hour = get(TimeClass::k_hour_word);
  return clock_at(static_cast<int>(hour->number), number(TimeClass::k_minute));
}

std::optional<Resolved> MatchReader::clock_offset() {
  const Lexeme* hour = nullptr;  // the last number is the hour
  for (std::size_t i = 0; i < match_.rule->elements.size(); ++i) {
    if (match_.taken[i] == kNoLexeme || !match_.rule->elements[i].any.has(TimeClass::k_hour)) continue;
    hour = &place_.lexemes[match_.taken[i]];
  }
  constexpr int kQuarter = 15;
  int minutes = 0;
  if (has(TimeClass::k_half_hour)) {
    minutes = -2 * kQuarter;
  } else if (has(TimeClass::k_three_quarters)) {
    minutes = -kQuarter;
  } else if (has(TimeClass::k_units)) {
    const Lexeme* amount = get(TimeClass::k_count);
    if (amount == nullptr) amount = get(TimeClass::k_number);
    if (code(TimeClass::k_units) != "MIN") return std::nullopt;
    minutes = static_cast<int>(amount->number) * (has(TimeClass::k_before) ? -1 : 1);
  } else if (has(TimeClass::k_before)) {
    minutes = -kQuarter;
  } else {
    minutes = has(TimeClass::k_after) ? kQuarter : -3 * kQuarter;  // "viertel acht" is 7:15
  }
  const int total = static_cast<int>(hour->number) * 60 + minutes;
  return total < 0 ? std::nullopt : clock_at(total / 60, total % 60);
}

// ---------------------------------------------------------------- what recurs every year

std::optional<Resolved> MatchReader::recurring(Grain grain, TimeClass noun) {
  const Lexeme* which = get(TimeClass::k_ordinal);
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
  constexpr std::string_view kCodes[] = {"SP", "SU", "FA", "WI"};
  const std::string_view wanted = code(TimeClass::k_season);
  const auto index = static_cast<int>(std::find(std::begin(kCodes), std::end(kCodes), wanted) - std::begin(kCodes)) + 1;
  std::optional<int> year = stated_year();
  if (!year) year = year_of_narrative();
  const std::optional<Date> reference = somewhere();
  if (!year && !reference) {
    Period unknown = season_period(2000, index);
    unknown.year_known = false;
    return of(unknown);
  }
  if (year) return of(season_period(*year, index));
  const Period current = period_around(*reference, Grain::Season);
  if (const Lexeme* modifier = get(TimeClass::k_modifier)) {
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
  constexpr int kTwentiethCentury = 1900;
  if (first < 100) first += kTwentiethCentury;
  return of(period_around({first, 1, 1}, Grain::Decade));
}

std::optional<Resolved> MatchReader::century() {
  const Lexeme* which = get(TimeClass::k_count);
  if (which == nullptr || which->number < 1 || which->number > 21) return std::nullopt;
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
  const Date first{*year, month, 1};
  constexpr int kMonday = 1;
  const Date monday = choose_weekday(first, kMonday, Direction::Future);  // the first week that begins in the month
  return of(shifted(week_period(monday), number(TimeClass::k_ordinal) - 1));
}

std::optional<Resolved> MatchReader::week_number() {
  const Lexeme* which = get(TimeClass::k_count);
  if (which == nullptr) which = get(TimeClass::k_day);
  const std::optional<Date> reference = somewhere();
  constexpr int kMostWeeks = 53;
  if (which == nullptr || which->number < 1 || which->number > kMostWeeks) return std::nullopt;
  if (!reference) return of(TimexType::Date, "XXXX-W" + padded(static_cast<int>(which->number), 2));
  return of(week_period(monday_of({reference->year, static_cast<int>(which->number)})));
}

// ---------------------------------------------------------------- the resolver

std::optional<Resolved> TimeResolver::resolve(const TimeMatch& match, const Place& place) {
  MatchReader reader(*this, match, place);
  std::optional<Resolved> result = reader.read();
  if (!result || result->period.grain == Grain::None) return result;
  last_ = result->period;
  last_block_ = place.block;
  const bool other_year = !document_ || result->period.first.year != document_->first.year;
  const bool told = last_states_year_ && match.rule->meaning == TimeMeaning::k_month;
  last_states_year_ = result->period.year_known && other_year && (reader.states_year() || told);
  if (result->period.grain >= Grain::Day && result->period.grain != Grain::Minute) {
    anchor_ = result->period;
    anchor_->grain = Grain::Day;
    anchor_block_ = place.block;
    anchor_sentence_ = place.sentence;
  }
  return result;
}

/// A day in the past is spoken of until another is named; one to come holds within its sentence.
std::optional<Period> TimeResolver::anchor_day(const Place& place) const {
  constexpr std::uint32_t kNear = 1;
  const bool dated = document_ && document_->grain >= Grain::Day;
  if (!anchor_ || !dated) return dated ? std::optional(day_period(document_->first)) : anchor_;
  const bool ahead = anchor_->year_known && document_->first < anchor_->first;
  const bool near = ahead ? place.sentence == anchor_sentence_ : place.block - anchor_block_ <= kNear;
  return near ? *anchor_ : day_period(document_->first);
}

std::optional<Resolved> TimeResolver::resolve_member(const TimeMatch& member, const Resolved& whole,
                                                     const Place& place) const {
  const double number = place.lexemes[member.own_number].number;
  Resolved result = whole;
  switch (member.rule->meaning) {
    case TimeMeaning::k_date: {
      result.period.first.day = static_cast<int>(number);
      if (!is_valid(result.period.first)) return std::nullopt;
      result.time = time_value(result.period);
      return result;
    }
    case TimeMeaning::k_clock: {
      if (whole.period.grain != Grain::Minute) return std::nullopt;
      const bool short_form = whole.time.value.front() == 'T';
      const int own_hour = static_cast<int>(number);
      result.period.hour = own_hour;
      result.period.minute =
          member.own_minute == kNoLexeme ? 0 : static_cast<int>(place.lexemes[member.own_minute].number);
      result.time = time_value(result.period);
      if (short_form) result.time.value.erase(0, std::string("XXXX-XX-XX").size());
      return result;
    }
    default: {
      const std::size_t letters = whole.time.value.find_last_of("0123456789X");
      if (letters == std::string::npos || whole.length == 0) return std::nullopt;
      const bool in_day = whole.time.value.compare(0, 2, "PT") == 0;
      const std::string unit = whole.time.value.substr(letters + 1);
      result.time.value = duration_value(number, in_day && unit == "M" ? "MIN" : unit);
      result.length = number;
      return result;
    }
  }
}

}  // namespace ql::annotate
