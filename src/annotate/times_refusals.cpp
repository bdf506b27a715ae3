// SPDX-License-Identifier: Apache-2.0
// What follows or stands before may make a count of a year, a score of a clock time, a surname of a season. The checks
// look at a few lexemes to either side. Tested by times_test.cpp.
#include "annotate/times_refusals.h"

namespace ql::annotate {

using lang::TimeClass;
using lang::TimeMeaning;
using lang::TimeRule;

/// What follows makes the number before it a count or a part of something longer.
bool Refusals::count_follows(std::uint32_t next, bool noun_counts) const {
  const TimeLexeme* after = lexeme_at(next);
  if (after == nullptr) return false;
  if (after->classes.has(TimeClass::k_measure) || after->classes.has(TimeClass::k_units)) return true;
  if (after->classes.has(TimeClass::k_sign)) return true;
  if (!after->space_before) {
    const TimeLexeme* second = lexeme_at(next + 1);
    if (after->is_word || after->digits > 0) return true;
    if (after->classes.has(TimeClass::k_dash) && second != nullptr && !second->space_before && second->is_word)
      return true;
    const bool joins = after->mark == '.' || after->mark == ',' || after->mark == ':';
    if (joins && second != nullptr && second->digits > 0 && !second->space_before) return true;
  }
  return noun_counts && after->is_word && after->capitalised && !after->classes.any();
}

/// "der Höchststand von 1244 neuen gemeldeten Fällen": before our centuries, words and a noun behind make a count.
bool Refusals::counts_with_adjective(const TimeMatch& match) const {
  constexpr double kFirstNear = 1800;
  constexpr std::uint32_t kMost = 3;
  const TimeLexeme* year = slot(match, lexemes_, TimeClass::k_year);
  if (year == nullptr || year->number >= kFirstNear) return false;
  for (std::uint32_t next = match.end; next < match.end + kMost; ++next) {
    const TimeLexeme* word = lexeme_at(next);
    if (word == nullptr || !word->is_word || word->classes.any()) return false;
    if (word->capitalised) return next > match.end;
  }
  return false;
}

bool Refusals::refused(const TimeMatch& match) const {
  switch (match.rule->meaning) {
    case TimeMeaning::k_year:
      return refused_year(match);
    case TimeMeaning::k_month:
    case TimeMeaning::k_season:
    case TimeMeaning::k_weekday:
    case TimeMeaning::k_relative_day:
    case TimeMeaning::k_holiday:
      if (is_title(match)) return true;
      if (match.rule->meaning == TimeMeaning::k_month && refused_month(match)) return true;
      if (match.rule->meaning == TimeMeaning::k_season && refused_season(match)) return true;
      return compound_follows(match.end) || (match.rule->alone && count_follows(match.end, false));
    case TimeMeaning::k_age:
      return refused_age(match);
    case TimeMeaning::k_date:
      return compound_follows(match.end) || part_of_number(match.begin) || name_follows(match) ||
             (match.rule->alone && count_follows(match.end, true));
    case TimeMeaning::k_year_span:
      return lexemes_[match.end - 1].digits > 2 &&
             lexemes_[match.end - 1].number - slot(match, lexemes_, TimeClass::k_year)->number != 1;
    case TimeMeaning::k_clock:
    case TimeMeaning::k_clock_offset:
      return (match.rule->alone && count_follows(match.end, true)) || part_of_number(match.begin) ||
             refused_clock(match);
    case TimeMeaning::k_today_reference:  // "ab heute gilt": a day, not the present time
      return match.begin > 0 && lexemes_[match.begin - 1].classes.has(TimeClass::k_from);
    case TimeMeaning::k_decade:  // "legt noch einen 50er drauf"
      return match.begin > 0 && has(match.begin - 1, TimeClass::k_one) &&
             slot(match, lexemes_, TimeClass::k_decade_noun) == nullptr;
    case TimeMeaning::k_set_rate:
      return refused_rate(match);
    case TimeMeaning::k_year_end:
      return refused_year_end(match);
    case TimeMeaning::k_duration:
      return compound_follows(match.end) && slot(match, lexemes_, TimeClass::k_dash) == nullptr;
    default:
      return false;
  }
}

/// A menu on the theme of "Weihnachten", the song "Sommer": alone between quotation marks.
bool Refusals::is_title(const TimeMatch& match) const {
  const auto quotes = [&](std::uint32_t index) {
    return has(index, TimeClass::k_other_mark) && (lexemes_[index].mark == '"' || lexemes_[index].mark == 0);
  };
  return match.begin > 0 && quotes(match.begin - 1) && quotes(match.end);
}

/// "Mittwoch-Lotto", "März-Ausgabe": the name of something else. Not so "Montag-Freitag".
bool Refusals::compound_follows(std::uint32_t next) const {
  const TimeLexeme* dash = lexeme_at(next);
  const TimeLexeme* second = lexeme_at(next + 1);
  return dash != nullptr && second != nullptr && dash->classes.has(TimeClass::k_dash) && !dash->space_before &&
         !second->space_before && second->is_word && !second->classes.has(TimeClass::k_weekday) &&
         !second->classes.has(TimeClass::k_month);
}

/// A bare season may be a surname: an article or the like leads to it, an adjective at most between.
bool Refusals::refused_season(const TimeMatch& match) const {
  if (match.rule->elements.size() != 1) return false;
  const auto leads = [&](std::uint32_t index) {  // with an adjective behind an article, "das sagte Sommer" would do
    const auto& classes = lexemes_[index].classes;
    return classes.has(TimeClass::k_modifier) || classes.has(TimeClass::k_one) || classes.has(TimeClass::k_in_the) ||
           classes.has(TimeClass::k_of_the) || classes.has(TimeClass::k_to_the);
  };
  if (match.begin > 0 && (leads(match.begin - 1) || has(match.begin - 1, TimeClass::k_article))) return false;
  if (match.begin < 2) return true;
  const TimeLexeme& adjective = lexemes_[match.begin - 1];
  return !adjective.is_word || adjective.capitalised || adjective.classes.any() || !leads(match.begin - 2);
}

/// "acht Stunden am Tag", "200 Patienten am Tag", "400 Euro im Jahr": something is counted per day, and nothing
/// says which day.
bool Refusals::refused_rate(const TimeMatch& match) const {
  if (has(match.end, TimeClass::k_article) || has(match.end, TimeClass::k_year) || match.begin < 2) return true;
  const TimeLexeme& counted = lexemes_[match.begin - 1];
  if (counted.classes.has(TimeClass::k_units) || counted.classes.has(TimeClass::k_measure)) return false;
  const auto& amount = lexemes_[match.begin - 2].classes;
  const bool number = amount.has(TimeClass::k_count) || amount.has(TimeClass::k_number);
  return !number || !counted.is_word || !counted.capitalised || counted.classes.any();
}

/// "1914-18", but not "1914-08" and not "1914-18 Tonnen".
bool Refusals::refused_year_end(const TimeMatch& match) const {
  const bool behind_year = !matches_.empty() && matches_.back().end == match.taken[0] &&
                           matches_.back().rule->meaning == TimeMeaning::k_year;
  if (!behind_year) return true;
  constexpr int kCentury = 100;
  const int first = static_cast<int>(lexemes_[matches_.back().end - 1].number) % kCentury;
  return static_cast<int>(lexemes_[match.begin].number) <= first || count_follows(match.end, true);
}

/// "im Juli und August": a bare month goes on with the month right before it.
bool Refusals::refused_month(const TimeMatch& match) const {
  const lang::TimeElement& first = match.rule->elements.front();
  if (first.in_span || !first.any.has(TimeClass::k_comma)) return false;
  return matches_.empty() || matches_.back().end != match.taken[0] ||
         matches_.back().rule->meaning != TimeMeaning::k_month;
}

/// Digits that go on to the left: "1.10.", "0471-20".
bool Refusals::part_of_number(std::uint32_t begin) const {
  if (begin == 0 || lexemes_[begin].space_before || lexemes_[begin].digits == 0) return false;
  const TimeLexeme& before = lexemes_[begin - 1];
  const bool joins = before.mark == '.' || before.mark == ',' || before.mark == '+';
  return before.is_word || (joins && begin >= 2 && lexemes_[begin - 2].digits > 0);
}

/// "9. Jan Huber" in a list of results: the short month without its dot is a first name.
bool Refusals::name_follows(const TimeMatch& match) const {
  const TimeLexeme& last = lexemes_[match.end - 1];
  const TimeLexeme* after = lexeme_at(match.end);
  return last.classes.has(TimeClass::k_month_short) && after != nullptr && after->is_word && after->capitalised;
}

/// Bare "4:00" may be a score; right behind a day it is a clock time.
bool Refusals::refused_clock(const TimeMatch& match) const {
  const auto& elements = match.rule->elements;
  const bool change = has(match.end, TimeClass::k_towards) &&
                      (has(match.end + 1, TimeClass::k_count) || has(match.end + 1, TimeClass::k_number));
  if (match.rule->alone && change) return true;  // "stieg um drei auf 770"
  const bool bare = match.rule->alone && elements.front().in_span;
  const bool range = match.rule->alone && elements.size() > 2 && elements[2].any.has(TimeClass::k_until);
  const std::uint32_t begin = range ? match.taken[0] : match.begin;  // "Montag von fünf bis sieben"
  if (!bare && !range) return false;
  if (matches_.empty() || matches_.back().end != begin) return true;
  return range && matches_.back().rule->meaning == TimeMeaning::k_clock;
}

/// "Um 1900 lebten dort ...", "die Stadt um 1900", but not "gegen 1900", "stieg um 1900".
bool Refusals::is_about_a_year(std::uint32_t preposition) const {
  const TimeLexeme& about = lexemes_[preposition];
  if (about.text.end - about.text.begin != 2 || has(preposition + 2, TimeClass::k_towards)) return false;
  if (about.capitalised) return true;
  return preposition > 0 && lexemes_[preposition - 1].capitalised && !lexemes_[preposition - 1].classes.any();
}

bool Refusals::refused_year(const TimeMatch& match) const {
  constexpr double kFirstBare = 1800;
  constexpr double kLastBare = 2100;
  const TimeRule& rule = *match.rule;
  if (!rule.alone) return false;
  const bool bare = rule.elements.size() == 1;
  const TimeLexeme* before = match.taken[0] > 0 ? lexeme_at(match.taken[0] - 1) : nullptr;
  if (before != nullptr && (before->classes.has(TimeClass::k_count_before) ||
                            before->classes.has(TimeClass::k_number_before) || before->classes.has(TimeClass::k_sign)))
    return true;
  const bool closes_range = !matches_.empty() && matches_.back().end == match.taken[0] &&
                            matches_.back().rule->meaning == TimeMeaning::k_year;
  constexpr int kHundred = 100;
  const bool round_number = static_cast<int>(lexemes_[match.end - 1].number) % kHundred == 0;
  if (round_number && has(match.taken[0], TimeClass::k_round) && !is_about_a_year(match.taken[0])) return true;
  const bool range = has(match.end, TimeClass::k_until) || has(match.end, TimeClass::k_and);
  const bool counts = range && lexeme_at(match.end + 1) != nullptr && lexemes_[match.end + 1].digits > 0;
  if (counts && count_follows(match.end + 2, round_number)) return true;  // "zwischen 1000 und 2000 Liter"
  if (!bare && counts_with_adjective(match)) return true;
  if (!bare)
    return count_follows(match.end, !closes_range && !has(match.taken[0], TimeClass::k_since) &&
                                        !has(match.taken[0], TimeClass::k_from) &&
                                        !has(match.taken[0], TimeClass::k_in_the));
  const TimeLexeme& year = lexemes_[match.begin];
  if (year.number < kFirstBare || year.number > kLastBare) {
    const bool pair = before != nullptr && before->classes.has(TimeClass::k_dash) && !matches_.empty() &&
                      matches_.back().end + 1 == match.begin;
    const bool opens_pair = before != nullptr && before->classes.any() && has(match.end, TimeClass::k_dash) &&
                            !lexemes_[match.end].space_before && has(match.end + 1, TimeClass::k_year);
    if (!pair && !opens_pair) return true;
  }
  const bool opens = before != nullptr && before->mark == '(';
  if (round_number && !opens) return true;  // rather a count
  if (before != nullptr && !year.space_before) {
    if (before->is_word || before->mark == '.' || before->mark == ',' || before->mark == '+' || before->mark == '#' ||
        before->mark == '_' || before->mark == '=' || before->mark == '@')
      return true;
    const bool joins = before->classes.has(TimeClass::k_dash) || before->mark == '/';
    if (joins && !before->space_before && match.begin >= 2 && !lexemes_[match.begin - 2].classes.has(TimeClass::k_year))
      return true;
  }
  return count_follows(match.end, true);
}

/// "die 24-jährige Anna" is an age; "ein 25-jähriges Bestehen", "dreijährige Haft" are lengths of
/// time.
bool Refusals::refused_age(const TimeMatch& match) const {
  constexpr double kOldest = 99;
  const TimeLexeme& adjective = lexemes_[match.end - 1];
  const bool digits = lexemes_[match.begin].digits > 0 ||
                      lexemes_[match.begin + 1 < match.end ? match.begin + 1 : match.begin].digits > 0;
  if (adjective.number == 0 && !digits) return true;
  if (adjective.capitalised && (digits || adjective.code == "Y")) return true;
  if (adjective.code != "Y") return false;
  if (has(match.end, TimeClass::k_person_after)) return true;
  if (!digits) return false;
  const TimeLexeme* count = slot(match, lexemes_, TimeClass::k_count);
  return count == nullptr || (count->number <= kOldest && !has(match.end, TimeClass::k_span_noun));
}

}  // namespace ql::annotate
