// SPDX-License-Identifier: Apache-2.0
// What a longer text leans on: "im Jahr darauf", "im selben Jahr", "in der dritten Woche", the second year of
// "1914-18", years before our era. All of them start from what was said before; where nothing was, they stay open or
// are no time at all. Tested by times_test.cpp and by the examples in lexicons/de/time_rules.tsv.
#include "annotate/times_choose.h"
#include "annotate/times_reader.h"

namespace ql::annotate {

/// "im März darauf", "im folgenden Winter": the first one behind the period that was spoken of.
std::optional<Resolved> MatchReader::following_recurring() {
  const int season = has(TimeClass::k_season) ? season_number(code(TimeClass::k_season)) : 0;
  const int month = number(TimeClass::k_month);
  const bool told = resolver_.last_ && resolver_.last_->year_known;
  const std::optional<Date> reference = told ? std::optional(last_day(*resolver_.last_)) : somewhere();
  if (!reference) {
    Period unknown = season > 0 ? season_period(2000, season) : month_period(2000, month);
    unknown.year_known = false;
    return of(unknown);
  }
  const auto in_year = [&](int year) { return season > 0 ? season_period(year, season) : month_period(year, month); };
  const Period first = in_year(reference->year);
  return of(*reference < first.first ? first : in_year(reference->year + 1));
}

/// "im selben Jahr", "in jener Woche": the unit that what was said last lies in.
std::optional<Resolved> MatchReader::same_unit() {
  const Grain grain = grain_of_unit(unit_code());
  if (grain == Grain::None) return std::nullopt;
  if (grain == Grain::Day && !has(TimeClass::k_relative_year)) return same();
  constexpr int kMonths = 12;
  const std::optional<Period> anchor = resolver_.last_ ? resolver_.last_ : resolver_.document_;
  if (!anchor || !anchor->year_known || anchor->grain < grain) return open_value(grain);
  const Date day = add_months(anchor->first, kMonths * number(TimeClass::k_relative_year));  // "... des Vorjahres"
  return of(period_around(day, grain));
}

/// "Start war am 1. Juli ... in der ersten Woche ... in der dritten Woche": weeks count from a day named shortly
/// before the first of them. Without such a start, and where the text says of what they are weeks, they are no time.
std::optional<Resolved> MatchReader::ordinal_week() {
  const auto& lexemes = place_.lexemes;
  if (match_.end < lexemes.size()) {
    const auto& next = lexemes[match_.end].classes;
    if (next.has(TimeClass::k_article) || next.has(TimeClass::k_after) || next.has(TimeClass::k_of_the))
      return std::nullopt;
  }
  const int which = number(TimeClass::k_ordinal);
  if (which > 1) {
    if (!resolver_.first_week_) return std::nullopt;
    return of(shifted(week_period(*resolver_.first_week_), which - 1));
  }
  constexpr std::uint32_t kNear = 2;  // sentences
  const std::optional<Period>& start = resolver_.anchor_;
  const bool near = start && start->year_known && place_.block - resolver_.anchor_block_ <= 1 &&
                    place_.sentence - resolver_.anchor_sentence_ <= kNear;
  return near ? std::optional(of(week_period(start->first))) : std::nullopt;
}

/// "1914-18": the second year is in the century of the first.
std::optional<Resolved> MatchReader::year_end() {
  if (!resolver_.last_ || resolver_.last_->grain != Grain::Year) return std::nullopt;
  constexpr int kCentury = 100;
  const int century = resolver_.last_->first.year / kCentury * kCentury;
  year_stated_ = true;
  return of(year_period(century + number(TimeClass::k_two_digits)));
}

/// "44 v. Chr.", "300 nach Christus": years before our era have no bounds on our calendar.
std::optional<Resolved> MatchReader::era_year() {
  const int year = number(TimeClass::k_count);
  constexpr int kLast = 9999;
  if (year < 1 || year > kLast) return std::nullopt;
  const bool before = has(TimeClass::k_before) || code(TimeClass::k_era) == "BC";
  if (before) return of(TimexType::Date, "BC" + padded(year, 4));
  return of(year_period(year));
}

/// "in der zweiten Januarhälfte", "in der ersten Maiwoche", "an einem Oktobertag".
std::optional<Resolved> MatchReader::month_part() {
  const TimeLexeme* word = get(TimeClass::k_month_part);
  const auto month = static_cast<int>(word->number);
  const int which = number(TimeClass::k_ordinal);
  const std::string_view kind = word->code;
  std::optional<int> year = stated_year();
  const std::optional<Date> reference = somewhere();
  if (!year) year = year_of_narrative();
  if (!year && reference) year = choose_year_of_month(*reference, month, direction());
  Period period = month_period(year.value_or(2000), month);
  period.year_known = year.has_value();
  if (kind == "DAY") return of(period);
  if (which == 0) return std::nullopt;
  if (kind == "WEEK") return year ? std::optional(of(nth_week(*year, month, which))) : std::nullopt;
  constexpr int kHalves = 2, kMiddle = 15;
  if (which > kHalves) return std::nullopt;
  Resolved result = of(period);
  if (!period.year_known) return result;
  if (which == 1) {
    result.time.latest = iso_day({*year, month, kMiddle});
  } else {
    result.time.earliest = iso_day({*year, month, kMiddle + 1});
  }
  return result;
}

}  // namespace ql::annotate
