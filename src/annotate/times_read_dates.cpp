// SPDX-License-Identifier: Apache-2.0
// Dates, months, weekdays and parts of the day: a match -> a point on the calendar. What the expression
// leaves out comes from the text before it, then from the document time. Tested by times_test.cpp.
#include <algorithm>
#include <cstdlib>

#include "annotate/times_choose.h"
#include "annotate/times_reader.h"

namespace ql::annotate {

// ---------------------------------------------------------------- dates and months

std::optional<Resolved> MatchReader::date() {
  int day = number(TimeClass::k_day);
  if (day == 0) day = number(TimeClass::k_ordinal_day);
  int month = number(TimeClass::k_month);
  if (month == 0) month = number(TimeClass::k_month_short);
  if (month == 0) month = number(TimeClass::k_month_number);
  const TimeLexeme& last = place_.lexemes[match_.end - 1];
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
  const bool month_told = resolver_.last_ && resolver_.last_->grain == Grain::Month && resolver_.last_->year_known &&
                          resolver_.last_sentence_ == place_.sentence;
  if (month == 0 && month_told && !has(TimeClass::k_month_noun)) {  // "im November zwischen dem 19. und dem 20."
    month = resolver_.last_->first.month;
    year = resolver_.last_->first.year;
  }
  if (month == 0 && reference) {  // "am 20. um neun Uhr", "am 3. dieses Monats"
    const Date shifted_month = add_months(*reference, has(TimeClass::k_month_noun) ? number(TimeClass::k_modifier) : 0);
    month = shifted_month.month;
    year = shifted_month.year;
  }
  if (month == 0) return of(unknown_day());
  const std::optional<int> told = year ? std::nullopt : year_of_narrative();
  if (!year) year = year_of_weekday(month, day, told);
  if (!year) year = told;
  if (!year && reference) year = choose_year(*reference, month, day, direction());
  constexpr int kLeapYear = 2000;
  const Date date{year.value_or(kLeapYear), month, day};
  if (!is_valid(date)) return std::nullopt;
  Period period = day_period(date);
  period.year_known = year.has_value();
  if (const int last_of_range = last_day_of_range(); last_of_range > day) {
    Resolved result = of(period);
    const Date end{date.year, month, last_of_range};
    if (!period.year_known || !is_valid(end)) return result;
    result.time.latest = iso_day(end);
    result.time.value.append("/").append(result.time.latest);
    return result;
  }
  const std::string_view part = part_code();
  return part.empty() ? of(period) : with_part(period, part);
}

/// "Dienstag, 6. Januar": of the year that is told of and those around the report, the one with such a weekday.
std::optional<int> MatchReader::year_of_weekday(int month, int day, std::optional<int> told) const {
  int wanted = number(TimeClass::k_weekday);
  if (wanted == 0) wanted = number(TimeClass::k_weekday_short);
  const auto fits = [&](int year) {
    const Date date{year, month, day};
    return is_valid(date) && ql::weekday(date) == wanted;
  };
  if (wanted == 0) return std::nullopt;
  if (told && fits(*told)) return told;
  const std::optional<Date> reference = somewhere();
  if (!reference) return std::nullopt;
  constexpr std::int64_t kFarDays = 300;  // farther away a wrong weekday is likelier than a year left out
  for (const int year : {reference->year, reference->year - 1, reference->year + 1}) {
    if (fits(year) && std::abs(day_number({year, month, day}) - day_number(*reference)) <= kFarDays) return year;
  }
  return std::nullopt;
}

int MatchReader::last_day_of_range() const {
  if (!has(TimeClass::k_month) || !has(TimeClass::k_dash)) return 0;
  int last = 0;
  for (std::uint32_t i = match_.begin; i < match_.end; ++i) {
    if (place_.lexemes[i].classes.has(TimeClass::k_day)) last = static_cast<int>(place_.lexemes[i].number);
  }
  return last;
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

/// A limit that is near lies ahead, whatever the tense of who set it: "rechnete mit einer Zulassung bis Ende Juni".
Direction MatchReader::direction_of_month(Date reference, int month) const {
  constexpr int kMonths = 12, kNearMonths = 4;
  const int ahead = (month - reference.month + kMonths) % kMonths;
  const bool near = ahead > 0 && ahead <= kNearMonths;
  const Direction told = direction();
  return told == Direction::Past && near && follows_until() ? Direction::Future : told;
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
  if (!year && reference) year = choose_year_of_month(*reference, month, direction_of_month(*reference, month));
  Period period = month_period(year.value_or(2000), month);
  period.year_known = year.has_value();
  Resolved result = of(period);
  phase(result);
  return result;
}

std::optional<Resolved> MatchReader::year() { return of(year_period(*stated_year())); }

std::optional<Resolved> MatchReader::year_span() {
  const int first = number(TimeClass::k_year);
  const TimeLexeme& second = place_.lexemes[match_.end - 1];
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

std::optional<Resolved> MatchReader::weekday_period(const TimeLexeme& day) const {
  const int wanted = static_cast<int>(day.number);
  const std::optional<Date> reference = today();
  if (!reference) return weekday_near_named(wanted);
  if (has(TimeClass::k_day_adjective)) {
    const Date named = add_days(*reference, number(TimeClass::k_day_adjective));
    return of(day_period(named));
  }
  if (const TimeLexeme* modifier = get(TimeClass::k_modifier)) {
    const int which = static_cast<int>(modifier->number);
    if (has(TimeClass::k_week_noun)) {
      const Date monday = add_days(week_period(*reference).first, 7 * which);
      return of(day_period(add_days(monday, wanted - 1)));
    }
    if (which != 0) return of(day_period(nth_weekday(*reference, wanted, which)));
  }
  return of(day_period(choose_weekday(*reference, wanted, direction())));
}

/// Without document time: "Am Montag, dem 21. Juli 2025, ... Am Mittwoch ...". A day is named with weekday and date
/// when it is near, so the other weekday lies within six days of it. That leaves a day before and one after.
Resolved MatchReader::weekday_near_named(int wanted) const {
  Resolved result = of(unknown_day(wanted));
  if (!resolver_.dated_weekday_) return result;
  constexpr int kWeek = 7;
  const Date named = *resolver_.dated_weekday_;
  const int ahead = (wanted - ql::weekday(named) + kWeek) % kWeek;
  if (ahead == 0) result = of(day_period(named));
  const Date after = add_days(named, ahead), before = ahead == 0 ? after : add_days(after, -kWeek);
  result.time.earliest = iso_day(before);
  result.time.latest = iso_day(after);
  result.time.basis = Basis::Inferred;
  result.time.from = "weekday near " + iso_day(named) +
                     ", which the report names with its weekday; candidates: " + result.time.earliest;
  if (ahead != 0) result.time.from.append(" ").append(result.time.latest);
  return result;
}

std::optional<Resolved> MatchReader::weekday() {
  const TimeLexeme* day = get(TimeClass::k_weekday);
  const TimeLexeme* compound = get(TimeClass::k_weekday_part);
  std::optional<Resolved> result = weekday_period(day != nullptr ? *day : *compound);
  constexpr int kWeek = 7;
  const bool ends_before = place_.range_from && result->period.year_known && result->period.first < *place_.range_from;
  if (ends_before) result = of(shifted(result->period, kWeek));
  const std::string_view part = compound != nullptr ? compound->code : part_code();
  if (part.empty() || !result) return result;
  Resolved of_day = with_part(result->period, part);
  if (result->time.basis == Basis::Inferred) {
    const std::string value = std::move(of_day.time.value);
    of_day.time = std::move(result->time);
    of_day.time.value = value;
  }
  return of_day;
}

std::optional<Resolved> MatchReader::relative_day() {
  const TimeLexeme* word = get(TimeClass::k_relative_day);
  const int distance = word != nullptr ? static_cast<int>(word->number) : number(TimeClass::k_day_adjective);
  const Period day = today() ? day_period(add_days(*today(), distance)) : unknown_day();
  const std::string_view part = part_code();
  return part.empty() ? of(day) : with_part(day, part);
}

std::optional<Resolved> MatchReader::part() {
  const std::optional<Period> anchor = resolver_.anchor_day(place_);
  if (has(TimeClass::k_anchored_evening)) {
    const bool of_an_event =  // "am Vorabend des Prozesses"
        match_.end < place_.lexemes.size() && place_.lexemes[match_.end].classes.has(TimeClass::k_article);
    if (of_an_event) return std::nullopt;
    if (!anchor || !anchor->year_known) return with_part(unknown_day(), "EV");
    return with_part(shifted(*anchor, -1), "EV");
  }
  const std::string_view part = part_code();
  if (has(TimeClass::k_modifier)) {  // diesen Vormittag, vergangene Nacht
    const int which = number(TimeClass::k_modifier);
    if (!today()) return with_part(unknown_day(), part);
    return with_part(day_period(add_days(*today(), which)), part);
  }
  if (place_.behind_set) return with_part(unknown_day(), part);  // "täglich am Abend"
  return with_part(anchor.value_or(unknown_day()), part);
}

std::optional<Resolved> MatchReader::night_to() {
  Period day = unknown_day();
  int back = 1;
  if (has(TimeClass::k_of_the)) {  // von Montag auf Dienstag: the first named
    back = 0;
  }
  if (const TimeLexeme* named = get(TimeClass::k_weekday)) {
    day = weekday_period(*named)->period;
  } else if (has(TimeClass::k_relative_day)) {
    if (today()) day = day_period(add_days(*today(), number(TimeClass::k_relative_day)));
  } else {
    const std::optional<Resolved> named_date = date();
    if (!named_date) return std::nullopt;
    day = named_date->period;
    back = has(TimeClass::k_towards) && !has(TimeClass::k_of_the) ? 1 : 0;
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
  if (!anchor || (!resolver_.anchor_ && lacks_anchor(distance))) return of(unknown_day());
  anchor->grain = Grain::Day;
  if (anchor->year_known) return of(shifted(*anchor, distance));
  if (anchor->number > 0) anchor->number = (anchor->number - 1 + distance + 7) % 7 + 1;
  return of(*anchor);
}

/// "am Abend zuvor", "in der darauffolgenden Nacht".
std::optional<Resolved> MatchReader::part_in_text() {
  const std::optional<Resolved> day = day_in_text(has(TimeClass::k_earlier) ? -1 : 1);
  return with_part(day->period, part_code());
}

/// "am darauffolgenden Montag", "am Montag darauf": seen from the day that was spoken of.
std::optional<Resolved> MatchReader::following_weekday() {
  const TimeLexeme* day = get(TimeClass::k_weekday);
  if (day == nullptr) day = get(TimeClass::k_weekday_part);
  const int wanted = static_cast<int>(day->number);
  const std::optional<Period> anchor = resolver_.anchor_ ? resolver_.anchor_day(place_) : std::nullopt;
  Period found = unknown_day(wanted);
  if (anchor && anchor->year_known) {
    found = day_period(nth_weekday(anchor->first, wanted, 1));
  } else if (today() && direction() >= Direction::Present) {
    found = day_period(nth_weekday(*today(), wanted, 1));
  }
  return day->code.empty() ? of(found) : with_part(found, day->code);
}

/// "Donnerstag in einer Woche"; "heute in acht Tagen" is a week, as one says.
std::optional<Resolved> MatchReader::day_plus() {
  constexpr int kWeek = 7, kEightDays = 8;
  const std::string_view unit = unit_code();
  const double how_many = count() == 0 ? 1 : count();
  const std::optional<int> whole = whole_count();
  if (!whole || !today() || (unit != "W" && unit != "D")) return length(how_many, unit);
  int days = std::max(*whole, 1);
  if (unit == "W") days *= kWeek;
  if (unit == "D" && days == kEightDays) days = kWeek;
  const TimeLexeme* word = get(TimeClass::k_relative_day);
  const Date base = word != nullptr ? add_days(*today(), static_cast<int>(word->number))
                                    : choose_weekday(*today(), number(TimeClass::k_weekday), Direction::Future);
  return on_calendar(of(day_period(add_days(base, days))), how_many);
}

std::optional<Resolved> MatchReader::same() {
  std::optional<Period> anchor = resolver_.anchor_day(place_);
  if (!anchor) return of(unknown_day());
  anchor->grain = Grain::Day;
  return of(*anchor);
}

/// "am Wochenende vor Ostern", "am zweiten Wochenende nach Pfingsten": whole weekends on that side of the day.
Resolved MatchReader::weekend_near(const Resolved& holiday) const {
  constexpr int kSaturday = 6, kWeek = 7;
  if (!holiday.period.year_known) return of(TimexType::Date, "XXXX-WXX-WE");
  const Date day = holiday.period.first;
  const int weekday = ql::weekday(day), further = std::max(number(TimeClass::k_ordinal), 1) - 1;
  if (has(TimeClass::k_before)) return of(weekend_period(add_days(day, -weekday - kWeek * further)));
  const int ahead = (kSaturday - weekday + kWeek - 1) % kWeek + 1;
  return of(weekend_period(add_days(day, ahead + kWeek * further)));
}

std::optional<Resolved> MatchReader::weekend() {
  if (has(TimeClass::k_holiday)) {
    const std::optional<Resolved> day = holiday();
    return day ? std::optional(weekend_near(*day)) : std::nullopt;
  }
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

}  // namespace ql::annotate
