// SPDX-License-Identifier: Apache-2.0
// Block by block: lexemes -> matches of the rule table -> values. The document time comes from metadata, else from the
// page's address, else from "Stand: 21. Juli 2025, 14 Uhr" in the text; without any, weekdays and months stay open
// (XXXX). What belongs together is then joined: ends of a range know the period of the range, "1 Jahr, 2 Monate" is one
// length, a clock time behind a day covers the day. Cost: linear in the text. Tested by times_test.cpp.
#include "annotate/times.h"

#include <algorithm>

#include "annotate/times_differences.h"
#include "annotate/times_document.h"
#include "annotate/times_found.h"
#include "annotate/times_match.h"
#include "annotate/times_resolve.h"
#include "annotate/times_tokens.h"

namespace ql::annotate {
namespace {

using lang::TimeClass;
using lang::TimeMeaning;
constexpr std::uint32_t kBetween = 2;  // lexemes between a day and its clock time

class TimeFinder {
 public:
  TimeFinder(const clean::Report& report, const lang::Language& language, const ReportLexemes& all, Annotations& notes)
      : report_(report),
        language_(language),
        all_(all),
        notes_(notes),
        resolver_(language.times, document_period(notes)) {
    lexemes_.reserve(all.all().size());
  }

  void read_block(std::uint32_t block) {
    lexemes_.clear();
    found_.clear();
    append_time_lexemes(report_.text, all_.of(tokens_before(report_.blocks[block].text.end)), language_, lexemes_);
    const std::vector<TimeMatch> matches = match_times(lexemes_, language_.times);
    for (std::size_t i = 0; i < matches.size(); ++i) i = resolve_group(matches, i, block);
    join_durations(lexemes_, found_);
    complete_ranges(lexemes_, found_);
    if (!as_of_) as_of_ = day_of_as_of();
    emit();
  }

  /// The day of the first "Stand: 21. Juli 2025, 14 Uhr". Without an hour it may be the day of a statistic.
  [[nodiscard]] const std::optional<Period>& as_of() const { return as_of_; }

 private:
  [[nodiscard]] std::optional<Period> day_of_as_of() const {
    for (std::size_t i = 0; i + 1 < found_.size(); ++i) {
      const Period& one = found_[i].meaning.period;
      const Period& other = found_[i + 1].meaning.period;
      const bool day_first = one.grain == Grain::Day && other.grain == Grain::Minute;
      const bool hour_first = one.grain == Grain::Minute && other.grain == Grain::Day;
      const Period& day = day_first ? one : other;
      if ((day_first || hour_first) && day.year_known && follows_as_of(found_[i].match.begin) &&
          only_between(lexemes_, found_[i].match.end, found_[i + 1].match.begin, kBetween,
                       {TimeClass::k_comma, TimeClass::k_round, TimeClass::k_at})) {
        return day_period(day.first);
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] bool follows_as_of(std::uint32_t begin) const {
    if (begin > 0 && lexemes_[begin - 1].classes.has(TimeClass::k_colon)) --begin;
    return begin > 0 && lexemes_[begin - 1].classes.has(TimeClass::k_as_of);
  }

  static std::optional<Period> document_period(const Annotations& notes) {
    return notes.document_time ? parse_period(notes.document_time->value) : std::nullopt;
  }

  /// The tokens of the next block, which ends at `end`. Blocks come in text order.
  TokenRange tokens_before(std::uint32_t end) {
    const auto behind = std::partition_point(notes_.tokens.begin() + token_, notes_.tokens.end(),
                                             [&](const Token& token) { return token.text.begin < end; });
    const std::uint32_t first = token_;
    token_ = static_cast<std::uint32_t>(behind - notes_.tokens.begin());
    return {first, token_};
  }

  /// Resolves a full expression with the list members in front of it; returns the index of the full one.
  std::size_t resolve_group(const std::vector<TimeMatch>& matches, std::size_t first, std::uint32_t block) {
    std::size_t whole = first;
    while (matches[whole].completed_by != kNoLexeme) ++whole;
    if (is_family_name(matches[whole]) ||
        is_difference(report_.text, lexemes_, matches[whole], language_.figure_roles, notes_)) {
      return whole;
    }
    TimeResolver::Place place = place_of(matches[whole], block);
    place.year_from_range = year_of_other_end(matches, whole);
    place.range_from = begin_of_range(matches[whole]);
    place.behind_set = stands_behind_set(matches[whole]) || recurs_daily(matches[whole]) ||
                       (first < whole && stands_behind_days(matches[first], matches[whole]));
    look_ahead_for_day(matches, whole, place);
    const std::optional<Resolved> meaning = resolver_.resolve(matches[whole], place);
    resolver_.set_clock_day(std::nullopt);
    if (!meaning) return whole;
    for (std::size_t i = first; i < whole; ++i) {
      const std::optional<Resolved> member = resolver_.resolve_member(matches[i], *meaning, place);
      if (member) add(matches[i], *member);
    }
    add(matches[whole], *meaning);
    return whole;
  }

  /// "von Montag bis Freitag": the day that the range begins with.
  [[nodiscard]] std::optional<Date> begin_of_range(const TimeMatch& match) const {
    if (match.rule->meaning != TimeMeaning::k_weekday || found_.empty()) return std::nullopt;
    const Period& from = found_.back().meaning.period;
    const bool day = from.grain >= Grain::Day && from.year_known && is_range(lexemes_, found_.back().match, match);
    return day ? std::optional(from.first) : std::nullopt;
  }

  /// "werktags von 14 bis 18 Uhr": only function words between the set and the clock time.
  [[nodiscard]] bool stands_behind_set(const TimeMatch& clock) const {
    constexpr std::size_t kMembers = 3;
    constexpr std::uint32_t kMost = 3;
    for (std::size_t i = found_.size(); i-- > 0 && i + kMembers >= found_.size();) {
      if (found_[i].meaning.type == TimexType::Set) {
        const std::uint32_t end = i + 1 < found_.size() ? found_[i + 1].match.begin : clock.begin;
        return only_between(lexemes_, found_[i].match.end, end, kMost,
                            {TimeClass::k_of_the, TimeClass::k_from, TimeClass::k_round, TimeClass::k_comma,
                             TimeClass::k_between, TimeClass::k_until, TimeClass::k_hour, TimeClass::k_dash});
      }
      if (found_[i].meaning.period.grain != Grain::Minute) return false;
    }
    return false;
  }

  /// "von Montag bis Freitag zwischen 8 und 12 Uhr": hours of a range behind days of a range are of each of these days.
  [[nodiscard]] bool stands_behind_days(const TimeMatch& from, const TimeMatch& until) const {
    constexpr std::uint32_t kMost = 3;
    if (until.rule->meaning != TimeMeaning::k_clock || found_.size() < 2) return false;
    const Found& last = found_.back();
    const Found& first = found_[found_.size() - 2];
    const bool days = first.meaning.period.grain == Grain::Day && last.meaning.period.grain == Grain::Day;
    return days && last.sentence == sentence_ && is_range(lexemes_, first.match, last.match) &&
           only_between(lexemes_, last.match.end, from.begin, kMost,
                        {TimeClass::k_of_the, TimeClass::k_from, TimeClass::k_between, TimeClass::k_comma,
                         TimeClass::k_round, TimeClass::k_per});
  }

  /// "Bildungsminister Peter März": a month that ends the name of a person, and the same word alone later on.
  bool is_family_name(const TimeMatch& match) {
    if (match.rule->meaning != TimeMeaning::k_month || match.end != match.begin + 1) return false;
    const TimeLexeme& word = lexemes_[match.begin];
    const auto month = static_cast<unsigned>(word.number);
    const auto& mentions = notes_.mentions;
    const auto behind = std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& mention) {
      return mention.text.begin <= word.text.begin;
    });
    const Mention* over = behind == mentions.begin() ? nullptr : &*std::prev(behind);
    const bool names = over != nullptr && over->type == EntityType::Person && over->text.end >= word.text.end;
    if (names && std::min(over->text.begin, over->phrase.begin) < word.text.begin) {
      family_names_ |= 1U << month;
      return true;
    }
    return match.rule->elements.size() == 1 && ((family_names_ >> month) & 1U) != 0;
  }

  /// "Jeden Morgen steht er um fünf Uhr auf": in the sentence of a set of days.
  [[nodiscard]] bool recurs_daily(const TimeMatch& clock) const {
    const bool each = clock.begin > 0 && lexemes_[clock.begin - 1].classes.has(TimeClass::k_per);  // "jeweils 20 Uhr"
    if (each && clock.rule->meaning == TimeMeaning::k_clock) return true;
    const bool part = clock.rule->meaning == TimeMeaning::k_part;
    if ((clock.rule->meaning != TimeMeaning::k_clock && !part) || found_.empty()) return false;
    if (part && !only_between(lexemes_, found_.back().match.end, clock.begin, 1, {TimeClass::k_at})) return false;
    const Resolved& last = found_.back().meaning;
    if (last.type != TimexType::Set || found_.back().sentence != sentence_) return false;
    const std::string_view value = last.time.value;
    return value == "P1D" || value == "P5D" || value.starts_with("XXXX-XX-XX") || value.starts_with("XXXX-WXX-");
  }

  TimeResolver::Place place_of(const TimeMatch& match, std::uint32_t block) {
    TimeResolver::Place place;
    place.lexemes = lexemes_;
    place.block = block;
    const TextRange at = lexemes_[match.begin].text;
    place.direction = direction_at(lexemes_, notes_.tokens, sentence_around(at, match.begin), match.begin);
    if (is_since_clock(match)) place.direction = Direction::Past;
    place.sentence = static_cast<std::uint32_t>(sentence_);
    return place;
  }

  /// "seit 22 Uhr am Dienstag": the day behind the clock time is past as well.
  [[nodiscard]] bool is_since_clock(const TimeMatch& match) const {
    const auto since = [&](std::uint32_t begin) {
      return begin > 0 && lexemes_[begin - 1].classes.has(TimeClass::k_since);
    };
    if (match.rule->meaning == TimeMeaning::k_clock) return since(match.begin);
    if (found_.empty() || found_.back().match.rule->meaning != TimeMeaning::k_clock) return false;
    const TimeMatch& clock = found_.back().match;
    return since(clock.begin) &&
           only_between(lexemes_, clock.end, match.begin, kBetween, {TimeClass::k_at, TimeClass::k_article});
  }

  /// Lexemes of the sentence that holds lexeme `index`, at most kReach to either side: a text without full stops
  /// stays linear. Sentences come in text order, and so do the calls.
  TokenRange sentence_around(TextRange at, std::uint32_t index) {
    while (sentence_ + 1 < notes_.sentences.size() && notes_.sentences[sentence_].text.end <= at.begin) ++sentence_;
    TokenRange range{index, index + 1};
    if (sentence_ >= notes_.sentences.size()) return {0, static_cast<std::uint32_t>(lexemes_.size())};
    const TextRange sentence = notes_.sentences[sentence_].text;
    constexpr std::uint32_t kReach = 400;
    const std::uint32_t first = index > kReach ? index - kReach : 0;
    const std::size_t last = std::min<std::size_t>(lexemes_.size(), std::size_t{index} + kReach);
    while (range.begin > first && lexemes_[range.begin - 1].text.begin >= sentence.begin) --range.begin;
    while (range.end < last && lexemes_[range.end].text.end <= sentence.end) ++range.end;
    return range;
  }

  /// "vom 14.10. bis zum 15.10.2018": the first end has the year of the second.
  [[nodiscard]] std::optional<int> year_of_other_end(const std::vector<TimeMatch>& matches, std::size_t index) const {
    const TimeMeaning meaning = matches[index].rule->meaning;
    if ((meaning != TimeMeaning::k_date && meaning != TimeMeaning::k_month) || index + 1 >= matches.size())
      return std::nullopt;
    std::size_t other = index + 1;
    while (other < matches.size() && matches[other].completed_by != kNoLexeme) ++other;
    if (other >= matches.size() || matches[other].rule->meaning != meaning) return std::nullopt;
    if (slot(matches[index], lexemes_, TimeClass::k_year) != nullptr) return std::nullopt;
    constexpr std::uint32_t kMost = 3;
    if (!only_between(
            lexemes_, matches[index].end, matches[other].begin, kMost,
            {TimeClass::k_until, TimeClass::k_dash, TimeClass::k_to_the, TimeClass::k_and, TimeClass::k_article}))
      return std::nullopt;
    const TimeLexeme* year = slot(matches[other], lexemes_, TimeClass::k_year);
    return year == nullptr ? std::nullopt : std::optional(static_cast<int>(year->number));
  }

  /// "um 19 Uhr am 22. Mai": the day stands behind the clock time.
  void look_ahead_for_day(const std::vector<TimeMatch>& matches, std::size_t index, const TimeResolver::Place& place) {
    if (matches[index].rule->meaning != TimeMeaning::k_clock || index + 1 >= matches.size()) return;
    const TimeMatch& next = matches[index + 1];
    const TimeMeaning meaning = next.rule->meaning;
    const bool is_day =
        meaning == TimeMeaning::k_date || meaning == TimeMeaning::k_weekday || meaning == TimeMeaning::k_relative_day;
    if (!is_day || next.completed_by != kNoLexeme || next.begin == matches[index].end) return;
    if (!only_between(lexemes_, matches[index].end, next.begin, kBetween, {TimeClass::k_at, TimeClass::k_article}))
      return;
    TimeResolver copy = resolver_;
    const std::optional<Resolved> day = copy.resolve(next, place);
    if (day && day->period.grain >= Grain::Day) resolver_.set_clock_day(day->period);
  }

  void add(const TimeMatch& match, const Resolved& meaning) {
    Found found;
    found.match = match;
    found.meaning = meaning;
    found.text = lexemes_[match.begin].text.hull(lexemes_[match.end - 1].text);
    found.sentence = static_cast<std::uint32_t>(sentence_);
    found_.push_back(std::move(found));
  }

  void emit() {
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (i > 0) cover_day(found_[i - 1], found_[i]);
      if (i + 1 < found_.size()) cover_day_behind(found_[i], found_[i + 1]);
      cover_preposition(found_[i]);
      add_distance(found_[i]);
      TimeExpression time;
      time.text = found_[i].text;
      time.sentence = SentenceId(found_[i].sentence);
      time.type = found_[i].meaning.type;
      time.time = std::move(found_[i].meaning.time);
      notes_.times.push_back(std::move(time));
    }
  }

  /// "vor zwei Jahren" is told twice, as in TimeML: the length as written, and the point that it leads to, which
  /// covers the preposition.
  void add_distance(Found& found) {
    if (found.meaning.distance.empty()) return;
    TimeExpression length;
    length.text = length_in(found.match);
    length.sentence = SentenceId(found.sentence);
    length.type = TimexType::Duration;
    length.time.value = std::move(found.meaning.distance);
    notes_.times.push_back(std::move(length));
    found.text.begin = std::min(found.text.begin, lexemes_[found.match.taken[0]].text.begin);
  }

  [[nodiscard]] TextRange length_in(const TimeMatch& match) const {
    std::uint32_t end = match.begin + 1;
    for (std::uint32_t i = match.begin; i < match.end; ++i) {
      const auto& classes = lexemes_[i].classes;
      if (classes.has(TimeClass::k_unit) || classes.has(TimeClass::k_units)) end = i + 1;
    }
    return lexemes_[match.begin].text.hull(lexemes_[end - 1].text);
  }

  /// A weekday that stays open is shown as the text has it, "am Montag": without a date it is the reader who decides.
  void cover_preposition(Found& found) const {
    const Period& period = found.meaning.period;
    const bool open = period.grain == Grain::Day && !period.year_known && period.number > 0;
    const std::uint32_t begin = found.match.begin;
    if (!open || begin == 0 || found.match.rule->meaning != TimeMeaning::k_weekday) return;
    if (lexemes_[begin - 1].classes.has(TimeClass::k_at)) found.text.begin = lexemes_[begin - 1].text.begin;
  }

  /// "Montag um 11 Uhr", "am Freitag (18.30 Uhr)": the clock time names the day as well, so its text begins with it.
  void cover_day(const Found& day, Found& clock) const {
    if (clock.meaning.period.grain != Grain::Minute || day.meaning.period.grain != Grain::Day) return;
    if (day.match.end > clock.match.begin || clock.match.completed_by != kNoLexeme) return;
    const std::uint32_t next = day.match.end;
    const bool bracketed =
        next < lexemes_.size() && lexemes_[next].mark == '(' &&
        only_between(lexemes_, next + 1, clock.match.begin, 1, {TimeClass::k_round, TimeClass::k_from});
    if (!bracketed &&
        !only_between(lexemes_, next, clock.match.begin, kBetween, {TimeClass::k_round, TimeClass::k_comma}))
      return;
    clock.text.begin = day.text.begin;
  }

  /// "22 Uhr am Dienstag": likewise.
  void cover_day_behind(Found& clock, const Found& day) const {
    const Period& hour = clock.meaning.period;
    const bool same_day = hour.grain == Grain::Minute && day.meaning.period.grain == Grain::Day && hour.year_known &&
                          day.meaning.period.year_known && hour.first == day.meaning.period.first;
    if (!same_day || clock.match.completed_by != kNoLexeme || clock.match.end == day.match.begin) return;
    if (!only_between(lexemes_, clock.match.end, day.match.begin, kBetween, {TimeClass::k_at, TimeClass::k_article}))
      return;
    clock.text.end = day.text.end;
  }

  const clean::Report& report_;
  const lang::Language& language_;
  const ReportLexemes& all_;
  Annotations& notes_;
  TimeResolver resolver_;
  std::vector<TimeLexeme> lexemes_;
  std::vector<Found> found_;
  std::optional<Period> as_of_;
  std::size_t sentence_ = 0;
  std::uint32_t token_ = 0;    ///< The first one of the next block.
  unsigned family_names_ = 0;  ///< Set of months that a person of this report is called by.
};

}  // namespace

void find_times(const clean::Report& report, const lang::Language& language, const ReportLexemes& lexemes,
                Annotations& notes) {
  notes.document_time = document_time(report);
  const auto read = [&] {
    TimeFinder finder(report, language, lexemes, notes);
    for (std::size_t block = 0; block < report.blocks.size(); ++block) {
      const clean::BlockKind kind = report.blocks[block].kind;
      if (clean::is_body(kind) || kind == clean::BlockKind::Title) finder.read_block(static_cast<std::uint32_t>(block));
    }
    return finder.as_of();
  };
  const std::optional<Period> as_of = read();
  if (as_of && !notes.document_time) {
    notes.document_time = time_value(*as_of);
    notes.document_time->basis = Basis::Inferred;
    notes.document_time->from = "the hour of which the text says that it tells the state of things";
    notes.times.clear();
    read();
  }
  sort_and_set_tokens(notes);
}

}  // namespace ql::annotate
