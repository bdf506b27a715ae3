// SPDX-License-Identifier: Apache-2.0
// What the meanings share: slots of the match, the count, the stated year, and the days that others count from.
// Tested by times_test.cpp.
#include "annotate/times_reader.h"

#include <algorithm>

#include "annotate/times_choose.h"

namespace ql::annotate {

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

/// "seit 1. Mai", "seit dem Montag": said before the expression.
bool MatchReader::follows_since() const {
  const std::uint32_t begin = match_.begin;
  const auto& lexemes = place_.lexemes;
  if (begin > 0 && lexemes[begin - 1].classes.has(TimeClass::k_since)) return true;
  return begin > 1 && lexemes[begin - 1].classes.has(TimeClass::k_article) &&
         lexemes[begin - 2].classes.has(TimeClass::k_since);
}

/// "das Protokoll vom 11. April", but not "vom 3. bis 7. Juni", "vom 20. Mai an".
bool MatchReader::is_of_a_date() const {
  const auto& lexemes = place_.lexemes;
  const std::uint32_t begin = match_.begin, end = match_.end;
  if (begin == 0 || !lexemes[begin - 1].classes.has(TimeClass::k_of_the)) return false;
  if (end >= lexemes.size()) return true;
  const auto& next = lexemes[end].classes;
  return !next.has(TimeClass::k_until) && !next.has(TimeClass::k_at_the) && !next.has(TimeClass::k_towards) &&
         !next.has(TimeClass::k_dash) && !next.has(TimeClass::k_and);
}

/// "die Regeln aus dem Frühjahr".
bool MatchReader::is_out_of() const {
  std::uint32_t before = match_.begin;
  if (before > 0 && place_.lexemes[before - 1].classes.has(TimeClass::k_article)) --before;
  return before > 0 && place_.lexemes[before - 1].code == "OUTOF";
}

/// "ging von einer Zulassung bis Ende Juni aus".
bool MatchReader::follows_until() const {
  return match_.begin > 0 && place_.lexemes[match_.begin - 1].classes.has(TimeClass::k_until);
}

/// "für Samstag ist eine Mahnwache angemeldet", "vertagte sich auf Montag": what is set for a day lies ahead of who
/// sets it, whatever the tense; "von Montag auf Dienstag" names a night.
bool MatchReader::is_set_for() const {
  const auto& lexemes = place_.lexemes;
  std::uint32_t before = match_.begin;
  if (before > 0 && lexemes[before - 1].classes.has(TimeClass::k_article)) --before;
  if (before == 0 || lexemes[before - 1].code != "AHEAD") return false;
  return before == 1 || !lexemes[before - 2].classes.has(TimeClass::k_weekday);
}

Direction MatchReader::direction() const {
  if (has(TimeClass::k_since) || follows_since()) return Direction::Past;
  if (is_of_a_date() || is_out_of()) return Direction::Past;
  const bool is_day = has(TimeClass::k_weekday) || has(TimeClass::k_weekday_part) || has(TimeClass::k_day) ||
                      has(TimeClass::k_weekend) || has(TimeClass::k_season);
  if (is_day && is_set_for()) return Direction::Future;
  if (has(TimeClass::k_until) && place_.direction == Direction::Unknown) return Direction::Future;
  return place_.direction;
}

std::optional<int> MatchReader::year_of_narrative() const {
  const bool told = resolver_.last_ && resolver_.last_states_year_ && resolver_.last_block_ == place_.block;
  constexpr std::uint32_t kStillTold = 2;  // sentences
  if (!told || place_.direction == Direction::Future) return std::nullopt;
  if (place_.sentence - resolver_.last_sentence_ > kStillTold) return std::nullopt;
  const std::optional<Period>& now = resolver_.document_;
  // "... soll Ende 2027 schließen. Das steht in einem Papier, das im Frühjahr entstand": what was is not told of 2027.
  if (place_.direction == Direction::Past && now && now->first.year < resolver_.last_->first.year) return std::nullopt;
  // "... der Sieger von 2013 kocht. Das Heft erscheint am 15. Mai": told of the past in the past, of now in the
  // present.
  const bool turns = place_.direction == Direction::Present && resolver_.last_direction_ != Direction::Present;
  if (turns && place_.sentence != resolver_.last_sentence_) return std::nullopt;
  return resolver_.last_->first.year;
}

std::optional<int> MatchReader::stated_year() {
  if (const TimeLexeme* year = get(TimeClass::k_year)) {
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
    if (const TimeLexeme* lexeme = get(c)) {
      sum = lexeme->number;
      break;
    }
  }
  if (const TimeLexeme* half = get(TimeClass::k_half)) return sum + half->number;
  return sum == 0 && has(TimeClass::k_one) ? 1 : sum;
}

std::optional<int> MatchReader::whole_count() const {
  constexpr double kMost = 10000;
  const double how_many = count();
  return how_many <= kMost ? std::optional(static_cast<int>(how_many)) : std::nullopt;
}

std::optional<Resolved> MatchReader::on_calendar(std::optional<Resolved> found, double how_many) const {
  if (!found || found->period.grain == Grain::None || !found->period.year_known) return found;
  const bool beyond = !is_four_digit_year(found->period.first.year);
  return beyond ? std::optional(length(how_many, unit_code())) : found;
}

Resolved MatchReader::length(double count, std::string_view unit) {
  Resolved result = of(TimexType::Duration, duration_value(count, unit));
  result.unit = unit == "MIN" ? 'm' : unit.size() == 1 ? unit.front() : '\0';
  result.length = count;
  return result;
}

}  // namespace ql::annotate
