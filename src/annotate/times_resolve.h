// SPDX-License-Identifier: Apache-2.0
// The normaliser of the time grammar: match -> type and value, by the document time and what was said before.
// Private to the times layer.
#pragma once

#include <optional>
#include <span>

#include "annotate/annotations.h"
#include "annotate/times_match.h"
#include "annotate/times_period.h"
#include "annotate/times_tense.h"

namespace ql::annotate {

/// What an expression means. `period` has grain None for durations, sets and references.
struct Resolved {
  TimexType type = TimexType::Date;
  TimeValue time;
  Period period;
  char unit = 0;           ///< Of a duration: its TIMEX3 unit, 'm' for minutes; 0 for others.
  bool afternoon = false;  ///< Of a clock time: its hour was moved by a part of the day ("6 Uhr abends").
  double length = 0;       ///< Of a duration: how many units; 0 = not known.
  std::string distance;    ///< Of "vor zwei Jahren": the length that leads to the point ("P2Y"); else empty.
};

/// Carries what relative expressions lean on. One per report, fed in text order.
class TimeResolver {
 public:
  TimeResolver(const lang::TimeGrammar& grammar, std::optional<Period> document)
      : grammar_(&grammar), document_(document) {}

  /// Where the match stands.
  struct Place {
    std::span<const TimeLexeme> lexemes;
    Direction direction = Direction::Unknown;
    std::uint32_t block = 0, sentence = 0;
    std::optional<int> year_from_range;  ///< "vom 14.10. bis 15.10.2018": the year of the other end.
    std::optional<Date> range_from;      ///< "von Montag bis Freitag": the day of the first end.
    bool behind_set = false;             ///< "werktags von 14 bis 18 Uhr": the clock time recurs, it has no day.
  };

  /// The meaning of a match, or nothing if it turns out to have none. Remembers it for later expressions.
  std::optional<Resolved> resolve(const TimeMatch& match, const Place& place);
  /// "10." in "am 10. und 11. Mai": like `whole`, with its own number.
  std::optional<Resolved> resolve_member(const TimeMatch& member, const Resolved& whole, const Place& place) const;
  /// The day that a clock time without date belongs to.
  [[nodiscard]] std::optional<Period> anchor_day(const Place& place) const;
  /// The same for a clock time of this hour: after "am Samstagabend ... am Sonntagmorgen" 21.40 Uhr is on Saturday.
  [[nodiscard]] std::optional<Period> anchor_day(const Place& place, int hour) const;
  void set_clock_day(std::optional<Period> day) { clock_day_ = day; }

 private:
  friend class MatchReader;
  const lang::TimeGrammar* grammar_;
  std::optional<Period> document_;
  std::optional<Period> anchor_;  ///< The last day spoken of.
  /// The part of that day ("EV"), and the last day before it that was another one, with its part. Parts are codes of
  /// the lexicon, which outlives the resolver.
  std::string_view anchor_part_, other_part_;
  std::optional<Period> other_anchor_;
  std::uint32_t other_block_ = 0;
  std::uint32_t anchor_block_ = 0, anchor_sentence_ = 0;
  bool anchor_ahead_ = false;   ///< Its sentence speaks of what is to come.
  std::optional<Period> last_;  ///< The last expression that has a place on the calendar.
  bool last_states_year_ = false;
  Direction last_direction_ = Direction::Unknown;  ///< How the sentence of the last expression tells it.
  std::uint32_t last_block_ = 0, last_sentence_ = 0;
  std::optional<Period> clock_day_;    ///< Day named right behind a clock time.
  std::optional<Date> dated_weekday_;  ///< The last day that was named with weekday and full date.
  std::optional<Date> first_week_;     ///< Of weeks that are counted through the text: a day of the first.
  /// The sentence that told of "vor einigen Tagen" and names no day: its hours have none that is known.
  std::optional<std::uint32_t> vague_sentence_;
  bool vague_days_ = false;  ///< It was days, not weeks or more.
  [[nodiscard]] std::optional<Period> open_day(const Place& place) const;
};

}  // namespace ql::annotate
