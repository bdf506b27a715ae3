// SPDX-License-Identifier: Apache-2.0
// Clock times: a match -> a minute of the day that was spoken of, or of no known day. Tested by times_test.cpp.
#include "annotate/times_reader.h"

namespace ql::annotate {

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

/// "14 Uhr MEZ", "14 Uhr (UTC)": the zone behind the expression as TIMEX3 has it; "" for "Ortszeit" and without any.
std::string MatchReader::zone() const {
  std::uint32_t at = match_.end;
  const auto& lexemes = place_.lexemes;
  if (at < lexemes.size() && lexemes[at].mark == '(') ++at;
  if (at >= lexemes.size() || !lexemes[at].classes.has(TimeClass::k_zone)) return {};
  const std::string code(lexemes[at].code);
  return !code.empty() && code.front() >= '0' && code.front() <= '9' ? '+' + code : code;
}

std::optional<Resolved> MatchReader::clock_at(int hour, int minute) const {
  constexpr int kHours = 24;
  constexpr int kMinutes = 60;
  if (hour < 0 || hour > kHours || minute >= kMinutes) return std::nullopt;
  // A clock time at the head of a paragraph is the stamp of a ticker; "Stand: 12 Uhr" is of the report's day.
  const bool stamp = (match_.begin == 0 || is_as_of()) && today() && !resolver_.clock_day_;
  const Period spoken_of =
      stamp ? day_period(*today()) : resolver_.anchor_day(place_, hour_of_day(hour)).value_or(unknown_day());
  Period moment = resolver_.clock_day_.value_or(spoken_of);
  moment.grain = Grain::Minute;
  moment.hour = hour_of_day(hour);
  moment.minute = minute;
  if (place_.behind_set && !resolver_.clock_day_) {
    moment.year_known = false;
    moment.number = -1;
  }
  Resolved result = of(moment);
  result.afternoon = moment.hour != hour;
  if (!moment.year_known && moment.number < 0) result.time.value.erase(0, std::string("XXXX-XX-XX").size());
  result.time.value += zone();
  return result;
}

std::optional<Resolved> MatchReader::clock() {
  if (has(TimeClass::k_midnight)) return clock_at(0, 0);
  const TimeLexeme* hour = get(TimeClass::k_hour);
  if (hour == nullptr) hour = get(TimeClass::k_number);
  if (hour == nullptr) hour = get(TimeClass::k_hour_word);
  return clock_at(static_cast<int>(hour->number), number(TimeClass::k_minute));
}

std::optional<Resolved> MatchReader::clock_offset() {
  const TimeLexeme* hour = nullptr;  // the last number is the hour
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
    const TimeLexeme* amount = get(TimeClass::k_count);
    if (amount == nullptr) amount = get(TimeClass::k_number);
    constexpr double kMinutes = 60;
    if (code(TimeClass::k_units) != "MIN" || amount->number >= kMinutes) return std::nullopt;
    minutes = static_cast<int>(amount->number) * (has(TimeClass::k_before) ? -1 : 1);
  } else if (!has(TimeClass::k_quarter_hour) && (has(TimeClass::k_before) || has(TimeClass::k_after))) {
    const TimeLexeme* amount = get(TimeClass::k_number);  // "fünf vor zwölf"
    if (amount == nullptr || amount == hour || amount->number >= 2 * kQuarter) return std::nullopt;
    minutes = static_cast<int>(amount->number) * (has(TimeClass::k_before) ? -1 : 1);
  } else if (has(TimeClass::k_before)) {
    minutes = -kQuarter;
  } else {
    minutes = has(TimeClass::k_after) ? kQuarter : -3 * kQuarter;  // "viertel acht" is 7:15
  }
  const int total = static_cast<int>(hour->number) * 60 + minutes;
  return total < 0 ? std::nullopt : clock_at(total / 60, total % 60);
}

}  // namespace ql::annotate
