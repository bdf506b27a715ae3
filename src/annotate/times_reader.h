// SPDX-License-Identifier: Apache-2.0
// One function for each meaning of the rule table; private to the times layer. The functions stand in
// times_reader.cpp (slots) and times_read_*.cpp: dates, clocks, distances, recurring, narrative.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "annotate/times_resolve.h"

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
  /// "vor einigen Tagen".
  [[nodiscard]] bool is_vaguely_ago() const {
    return match_.rule->meaning == TimeMeaning::k_duration && has(TimeClass::k_before) &&
           has(TimeClass::k_vague_number);
  }
  /// "Montag, dem 21. Juli 2025".
  [[nodiscard]] bool names_weekday_and_date() const {
    return match_.rule->meaning == TimeMeaning::k_date && year_stated_ &&
           (has(TimeClass::k_weekday) || has(TimeClass::k_weekday_short));
  }
  [[nodiscard]] bool is_first_week() const { return number(TimeClass::k_ordinal) == 1; }

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
  [[nodiscard]] Resolved weekend_near(const Resolved& holiday) const;
  std::optional<Resolved> night_to();
  std::optional<Resolved> phase_unit();
  std::optional<Resolved> rest();
  std::optional<Resolved> week_of();
  std::optional<Resolved> week_number();
  std::optional<Resolved> vague_ref();
  std::optional<Resolved> ignore() { return std::nullopt; }
  std::optional<Resolved> limit_term();
  std::optional<Resolved> day_plus();
  std::optional<Resolved> unit_phase();
  std::optional<Resolved> term();
  std::optional<Resolved> following_weekday();
  std::optional<Resolved> part_in_text();
  std::optional<Resolved> set_clock();
  std::optional<Resolved> today_reference();
  std::optional<Resolved> era_year();
  std::optional<Resolved> year_end();
  std::optional<Resolved> following_recurring();
  std::optional<Resolved> same_unit();
  std::optional<Resolved> month_part();
  std::optional<Resolved> ordinal_week();
  std::optional<Resolved> set_period();
  std::optional<Resolved> set_rate() { return set_unit(); }

  std::optional<Resolved> offset(int sign);
  [[nodiscard]] std::optional<Resolved> moment_away(int sign, double how_many, int whole) const;
  std::optional<Resolved> offset_in_text(int sign);
  std::optional<Resolved> counted_in_text(int sign, double how_many, int whole);
  [[nodiscard]] std::optional<Resolved> minutes_in_text(int sign, double how_many) const;
  /// True if "two days later" of a past event would have to count from the report's own day: its anchor is not told.
  [[nodiscard]] bool lacks_anchor(int sign) const;
  std::optional<Resolved> day_in_text(int sign);
  std::optional<Resolved> recurring(Grain grain, TimeClass noun);
  /// The n-th week that begins in the month.
  static Period nth_week(int year, int month, int which);
  /// "November 19-20": the last day of the range; 0 = none.
  [[nodiscard]] int last_day_of_range() const;
  std::optional<Resolved> weekday_period(const TimeLexeme& day) const;
  [[nodiscard]] Direction direction_of_month(Date reference, int month) const;
  [[nodiscard]] Resolved weekday_near_named(int wanted) const;
  [[nodiscard]] std::optional<int> year_of_weekday(int month, int day, std::optional<int> told) const;

  [[nodiscard]] const TimeLexeme* get(TimeClass c) const { return slot(match_, place_.lexemes, c); }
  [[nodiscard]] bool has(TimeClass c) const { return get(c) != nullptr; }
  [[nodiscard]] int number(TimeClass c) const {
    const TimeLexeme* lexeme = get(c);
    return lexeme == nullptr ? 0 : static_cast<int>(lexeme->number);
  }
  [[nodiscard]] std::string_view code(TimeClass c) const {
    const TimeLexeme* lexeme = get(c);
    return lexeme == nullptr ? std::string_view() : lexeme->code;
  }
  [[nodiscard]] std::string_view part_code() const;
  /// "drei", "3,5", "ein", "eine halbe": how many; 0 = not said.
  [[nodiscard]] double count() const;
  /// count() without its fraction; nothing where so many units lead to no day of the calendar ("vor 3 000 000 000
  /// Jahren"). Whoever counts days with count() asks this first.
  [[nodiscard]] std::optional<int> whole_count() const;
  /// Of `found`, what lies in the years 1 to 9999, which have four digits; what lies beyond is only so far away.
  [[nodiscard]] std::optional<Resolved> on_calendar(std::optional<Resolved> found, double how_many) const;
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
  [[nodiscard]] bool follows_since() const;
  [[nodiscard]] bool is_of_a_date() const;
  [[nodiscard]] bool is_set_for() const;
  [[nodiscard]] bool is_out_of() const;
  [[nodiscard]] bool follows_until() const;
  /// A day or month without its year, or a period of unknown place, at this grain.
  static Resolved open_value(Grain grain);
  static Resolved far_from(const Period& anchor, Grain grain, int count);
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
  [[nodiscard]] std::string zone() const;
  std::optional<Resolved> clock_at(int hour, int minute) const;

  const TimeResolver& resolver_;
  const TimeMatch& match_;
  const TimeResolver::Place& place_;
  bool year_stated_ = false;
};

}  // namespace ql::annotate
