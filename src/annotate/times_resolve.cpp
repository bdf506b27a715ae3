// SPDX-License-Identifier: Apache-2.0
// Keeps what later expressions lean on; the meanings themselves are read by MatchReader, which returns a period on
// the calendar, a length or a reference. Where the text leaves something out it is taken, in this order, from the
// expression itself, from what was said before, from the document time; where none of them has it, it stays X.
// Tested by times_test.cpp and, rule by rule, by the examples in lexicons/de/time_rules.tsv.
#include "annotate/times_resolve.h"

#include <algorithm>

#include "annotate/times_choose.h"
#include "annotate/times_reader.h"

namespace ql::annotate {

namespace {

/// "die Anlage aus dem Jahr 1958", the end of a span: the year of a thing, not of what is told.
bool is_origin(const TimeMatch& match, const TimeResolver::Place& place) {
  std::uint32_t before = match.begin;
  const auto follows = [&](lang::TimeClass c) { return before > 0 && place.lexemes[before - 1].classes.has(c); };
  const bool ends_span =
      follows(lang::TimeClass::k_until) || follows(lang::TimeClass::k_dash);  // "Server 2013 bis 2019"
  if (match.rule->meaning == TimeMeaning::k_year && ends_span) return true;
  if (follows(lang::TimeClass::k_article)) --before;
  return before > 0 && place.lexemes[before - 1].code == "OUTOF";
}

}  // namespace

std::optional<Resolved> TimeResolver::resolve(const TimeMatch& match, const Place& place) {
  MatchReader reader(*this, match, place);
  std::optional<Resolved> result = reader.read();
  if (reader.is_vaguely_ago()) {
    vague_sentence_ = place.sentence;
    vague_days_ = result && result->time.value == "PXD";
  }
  if (!result || result->period.grain == Grain::None) return result;
  if (match.rule->meaning == TimeMeaning::k_ordinal_week && reader.is_first_week()) first_week_ = result->period.first;
  if (reader.names_weekday_and_date()) dated_weekday_ = result->period.first;
  last_ = result->period;
  last_block_ = place.block;
  last_sentence_ = place.sentence;
  last_direction_ = place.direction;
  const bool other_year = !document_ || result->period.first.year != document_->first.year;
  const bool told = last_states_year_ && match.rule->meaning == TimeMeaning::k_month;
  last_states_year_ =
      result->period.year_known && other_year && (reader.states_year() || told) && !is_origin(match, place);
  if (result->period.grain >= Grain::Day && result->period.grain != Grain::Minute) {
    const bool same_day = anchor_ && anchor_->first == result->period.first && anchor_->number == result->period.number;
    if (!same_day) {
      other_anchor_ = anchor_;
      other_part_ = anchor_part_;
      other_block_ = anchor_block_;
    }
    if (!same_day || result->period.grain == Grain::PartOfDay) anchor_part_ = {};
    if (result->period.grain == Grain::PartOfDay) anchor_part_ = result->period.part;
    anchor_ = result->period;
    anchor_->grain = Grain::Day;
    anchor_block_ = place.block;
    anchor_sentence_ = place.sentence;
    anchor_ahead_ = place.direction >= Direction::Present;
  }
  return result;
}

/// "Vor einigen Tagen hielten Beamte am frühen Morgen ...": the day is open, its month may be known.
std::optional<Period> TimeResolver::open_day(const Place& place) const {
  const bool named = anchor_ && anchor_sentence_ == place.sentence;
  if (vague_sentence_ != place.sentence || named) return std::nullopt;
  Period day = day_period({});
  day.year_known = false;
  day.number = -1;
  if (!vague_days_ || !document_ || document_->grain < Grain::Day) return day;
  constexpr int kFew = 2, kMost = 9;
  const Date from = add_days(document_->first, -kMost), to = add_days(document_->first, -kFew);
  if (from.month != to.month) return day;
  day.first = to;
  day.number = kDayOfMonthOpen;
  return day;
}

/// A day in the past is spoken of until another is named; one to come holds within its sentence, and in the next one
/// if that speaks of what is to come as well.
std::optional<Period> TimeResolver::anchor_day(const Place& place) const {
  if (std::optional<Period> open = open_day(place)) return open;
  constexpr std::uint32_t kNear = 1;
  const bool dated = document_ && document_->grain >= Grain::Day;
  if (!anchor_ || !dated) return dated ? std::optional(day_period(document_->first)) : anchor_;
  const bool ahead = anchor_->year_known && document_->first < anchor_->first;
  const bool goes_on = anchor_ahead_ && place.block == anchor_block_ && place.direction >= Direction::Present &&
                       place.sentence - anchor_sentence_ <= kNear;
  const bool near = ahead ? goes_on || place.sentence == anchor_sentence_ : place.block - anchor_block_ <= kNear;
  return near ? *anchor_ : day_period(document_->first);
}

namespace {

/// True if the hour can lie in the part of the day; true for parts that are not told.
bool lies_in(std::string_view part, int hour) {
  struct Row {
    std::string_view part;
    int from, to;
  };
  constexpr Row kRows[] = {{"MO", 4, 12}, {"MI", 11, 15}, {"AF", 12, 19}, {"EV", 17, 24}};
  for (const Row& row : kRows) {
    if (row.part == part) return hour >= row.from && hour <= row.to;
  }
  constexpr int kNightEnds = 6, kNightBegins = 20;
  return part != "NI" || hour <= kNightEnds || hour >= kNightBegins;
}

}  // namespace

std::optional<Period> TimeResolver::anchor_day(const Place& place, int hour) const {
  const std::optional<Period> last = anchor_day(place);
  const bool taken = anchor_ && last && last->first == anchor_->first;
  const bool other = other_anchor_ && other_anchor_->year_known && place.block - other_block_ <= 1;
  const bool past = other && document_ && document_->grain >= Grain::Day && !(document_->first < other_anchor_->first);
  if (!taken || !past || lies_in(anchor_part_, hour) || other_part_.empty() || !lies_in(other_part_, hour)) return last;
  return other_anchor_;
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
    case TimeMeaning::k_century: {
      if (whole.period.grain != Grain::Century) return std::nullopt;
      result.period.first.year = (static_cast<int>(number) - 1) * 100;
      result.time = time_value(result.period);
      return result;
    }
    case TimeMeaning::k_decade: {
      constexpr int kTwentiethCentury = 1900;
      const int first = static_cast<int>(number);
      result.period.first.year = first < 100 ? first + kTwentiethCentury : first;
      result.time = time_value(result.period);
      return result;
    }
    case TimeMeaning::k_clock: {
      if (whole.period.grain != Grain::Minute) return std::nullopt;
      const bool short_form = whole.time.value.front() == 'T';
      const int own_hour = static_cast<int>(number);
      constexpr int kNoon = 12;
      const bool afternoon = whole.afternoon && own_hour + kNoon < whole.period.hour;
      result.period.hour = own_hour + (afternoon ? kNoon : 0);
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
