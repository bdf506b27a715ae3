// SPDX-License-Identifier: Apache-2.0
// When does a figure hold? What the text says comes first: a time in the clause, in the sentence, of the act of
// speaking. Only then conclusions, which are marked as inferred and name what from: the day of the report for what is
// told in the present tense, the only day that the report has spoken of for what is told in the past.
// Cost: linear in the times of the sentence, and of the report for the last rule. Tested by figures_test.cpp.
#include <algorithm>

#include "claims/figures_slots.h"

namespace ql::claims {

using annotate::Quantity;
using annotate::Tense;
using annotate::TimeExpression;
using annotate::TimexType;
using annotate::VerbForm;
using lang::FigureWord;

namespace {

constexpr std::size_t kDaySize = 10;  // "2025-06-02"

/// True for a day or a part of one; false for a weekend, a month, a range.
bool is_day(const TimeValue& time) {
  return time.earliest.size() >= kDaySize && time.value.size() >= kDaySize &&
         time.latest.compare(0, kDaySize, time.earliest, 0, kDaySize) == 0;
}

std::string day_of(const TimeValue& time) { return time.earliest.substr(0, kDaySize); }

/// The day of the report; "" when it is not known to the day.
std::string report_day(const FigureContext& context) {
  if (context.report().modified && is_day(*context.report().modified)) return day_of(*context.report().modified);
  if (context.report().published && is_day(*context.report().published)) return day_of(*context.report().published);
  const auto& document = context.notes().document_time;
  return document && is_day(*document) ? day_of(*document) : std::string();
}

/// "seit Mittwoch", "weniger als vor einem Monat": the time is a start, an end or what the figure is compared with.
bool is_no_date_of_it(const FigureContext& context, const TimeExpression& time) {
  if (time.tokens.empty() || time.tokens.begin == 0) return false;
  const std::uint32_t before = time.tokens.begin - 1;
  return context.is(before, FigureWord::OpenTime) ||
         (context.is(before, FigureWord::Than) && context.is(time.tokens.begin, FigureWord::OpenTime));
}

/// True for a day or hour that can date a figure: not later than the report, not the start or end of a span.
bool dates(const FigureContext& context, const TimeExpression& time, const std::string& today) {
  if (time.type != TimexType::Date && time.type != TimexType::Time) return false;
  if (!is_day(time.time) || (!today.empty() && day_of(time.time) > today)) return false;
  if (!is_no_date_of_it(context, time)) return true;
  return time.type == TimexType::Time && context.is(time.tokens.begin - 1, FigureWord::UntilHour);
}

std::optional<TimeValue> time_in(const FigureContext& context, TextRange range, const std::string& today) {
  const auto& times = context.notes().times;
  auto time = std::partition_point(times.begin(), times.end(),
                                   [&](const TimeExpression& t) { return t.text.end <= range.begin; });
  for (; time != times.end() && time->text.begin < range.end; ++time) {
    if (dates(context, *time, today)) return time->time;
  }
  return std::nullopt;
}

/// "die 1968 gebaute Brücke": the year of a noun's attribute.
bool is_attribute_time(const FigureContext& context, const TimeExpression& time) {
  const std::uint32_t next = time.tokens.end;
  if (next >= context.notes().tokens.size()) return false;
  const bool attribute = context.is_adjective(next) && context.token(next).stts == annotate::Stts::Adja;
  return attribute && time.tokens.begin > 0 &&
         context.token(time.tokens.begin - 1).word_class == annotate::WordClass::Det;
}

/// "Im vergangenen Jahr flossen 4,6 Milliarden Kubikmeter", "2024 lag der Fehlbetrag bei 11 Millionen": a year, month
/// or quarter that is over, not the start or end of a span.
std::optional<TimeValue> period_in(const FigureContext& context, TextRange range, const std::string& today) {
  const auto& times = context.notes().times;
  auto time = std::partition_point(times.begin(), times.end(),
                                   [&](const TimeExpression& t) { return t.text.end <= range.begin; });
  for (; time != times.end() && time->text.begin < range.end; ++time) {
    const TimeValue& value = time->time;
    constexpr std::size_t kYear = 4, kMonth = 7;  // "2024"; "2024-05", "2024-Q2"
    const bool coarse = value.value.size() == kYear || value.value.size() == kMonth;
    const bool period = time->type == TimexType::Date && coarse && value.value[0] >= '0' && value.value[0] <= '9' &&
                        value.earliest.size() == kDaySize;
    constexpr std::string_view kFirstYear = "1900";
    if (!period || time->tokens.empty() || value.value < kFirstYear || (!today.empty() && value.latest >= today))
      continue;
    const std::string_view year = std::string_view(value.value).substr(0, kYear);
    const bool end_of_span = !value.earliest.starts_with(year) || !value.latest.starts_with(year);  // "2018 bis 2022"
    const bool season = value.value.size() == kMonth && value.value[kYear + 1] == 'S';
    const bool open = is_no_date_of_it(context, *time);
    if (!end_of_span && !open && !season && !is_attribute_time(context, *time)) return value;
  }
  return std::nullopt;
}

/// True if the scope names a day that could not be told ("am Samstag"): then nothing is concluded.
bool has_open_day(const FigureContext& context, TokenRange scope) {
  if (scope.empty()) return false;
  const TextRange range = context.text_of(scope);
  const auto& times = context.notes().times;
  const auto begin = std::partition_point(times.begin(), times.end(),
                                          [&](const TimeExpression& t) { return t.text.end <= range.begin; });
  const auto end =
      std::partition_point(begin, times.end(), [&](const TimeExpression& t) { return t.text.begin < range.end; });
  return std::any_of(begin, end, [&](const TimeExpression& time) {
    const bool point = time.type == TimexType::Date || time.type == TimexType::Time;
    return point && time.text.overlaps(range) && time.time.value.starts_with("XXXX");
  });
}

enum class Told : std::uint8_t { Unknown, Present, Past };

/// How the tokens tell it: the tense of their first finite verb, the perfect counting as past; words like "derzeit"
/// make it present.
Told tense_of(const FigureContext& context, TokenRange range) {
  Told told = Told::Unknown;
  bool auxiliary = false, participle = false;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (context.is(i, FigureWord::Now)) return Told::Present;
    const annotate::Token& token = context.token(i);
    participle = participle || token.morphology.verb_form == VerbForm::Participle;
    if (token.morphology.verb_form != VerbForm::Finite || told != Told::Unknown) continue;
    auxiliary = token.word_class == annotate::WordClass::Aux;
    told = token.morphology.tense == Tense::Past ? Told::Past : Told::Present;
  }
  return told == Told::Present && auxiliary && participle ? Told::Past : told;
}

TimeValue inferred(const std::string& day, const char* from) { return {day, day, day, Basis::Inferred, from}; }

/// The day of all dates before the figure, if they agree; "" otherwise.
std::string only_day_before(const FigureContext& context, const Quantity& quantity, const std::string& today) {
  FigureContext::DaysSoFar& days = context.days_so_far();
  if (quantity.text.begin < days.position) days = {};
  days.position = quantity.text.begin;
  const auto& times = context.notes().times;
  for (; days.times_read < times.size() && times[days.times_read].text.begin < quantity.text.begin; ++days.times_read) {
    const TimeExpression& time = times[days.times_read];
    if (days.several || !dates(context, time, today)) continue;
    days.several = !days.day.empty() && days.day != day_of(time.time);
    days.day = day_of(time.time);
  }
  return days.several ? std::string() : days.day;
}

/// False for the date of a dateline or a line of its own ("Musterstadt, 21. Juli 2025"): its sentence has no verb.
bool told_by_verb(const FigureContext& context, const TimeExpression& time) {
  if (!time.sentence.valid()) return true;
  const TokenRange tokens = context.notes().sentences[time.sentence.index()].tokens;
  constexpr std::uint32_t kMost = 60;
  for (std::uint32_t i = tokens.begin; i < std::min(tokens.end, tokens.begin + kMost); ++i) {
    if (context.is_verb(i)) return true;
  }
  return tokens.size() > kMost;
}

/// The last day spoken of in the sentences before, at most `kSentencesBack` of them; "" if there is none.
std::string day_shortly_before(const FigureContext& context, const Quantity& quantity, const std::string& today) {
  constexpr std::size_t kSentencesBack = 3;
  const std::size_t own = quantity.sentence.index();
  const std::size_t first = own > kSentencesBack ? own - kSentencesBack : 0;
  const std::uint32_t from = context.notes().sentences[first].text.begin;
  const auto& times = context.notes().times;
  const auto after = [&](std::uint32_t position) {
    return std::partition_point(times.begin(), times.end(),
                                [&](const TimeExpression& t) { return t.text.begin < position; });
  };
  std::size_t looked_at = 0;
  constexpr std::size_t kMost = 64;
  for (auto time = after(quantity.text.begin); time != times.begin() && looked_at < kMost; ++looked_at) {
    --time;
    if (time->text.begin < from) break;
    if (dates(context, *time, today) && told_by_verb(context, *time)) return day_of(time->time);
  }
  return {};
}

/// "Am 1. November sagte X, ... X gab an, dass 10.000": the day of the same speaker's sentence before; "" if none.
std::string day_of_speaker(const FigureContext& context, const std::vector<Statement>& statements,
                           const Statement* statement, const std::string& today) {
  if (statement == nullptr || !statement->speaker.entity.valid() || statement->sentence.index() == 0) return {};
  for (auto before = static_cast<std::size_t>(statement - statements.data()); before-- > 0;) {
    const Statement& other = statements[before];
    if (other.sentence.index() + 1 < statement->sentence.index()) break;
    const bool same =
        other.sentence.index() + 1 == statement->sentence.index() && other.speaker.entity == statement->speaker.entity;
    if (!same) continue;
    const annotate::Sentence& sentence = context.notes().sentences[other.sentence.index()];
    if (sentence.block != context.notes().sentences[statement->sentence.index()].block) return {};
    const std::optional<TimeValue> time = time_in(context, sentence.text, today);
    return time ? day_of(*time) : std::string();
  }
  return {};
}

/// "Statt 14.000 sind nun 41.000 betroffen", "zunächst elf": a value that held before.
bool is_former(const FigureContext& context, const Quantity& quantity) {
  const std::uint32_t begin = quantity.tokens.begin;
  const std::uint32_t first = context.notes().sentences[quantity.sentence.index()].tokens.begin;
  for (std::uint32_t at = begin; at-- > first && at + 3 > begin;) {
    if (context.is(at, FigureWord::Former)) return true;
  }
  return false;
}

}  // namespace

std::optional<TimeValue> find_as_of(const FigureContext& context, const Quantity& quantity, TokenRange scope,
                                    const std::vector<Statement>& statements, const Statement* statement) {
  if (is_former(context, quantity)) return std::nullopt;
  const std::string today = report_day(context);
  if (!scope.empty()) {
    if (auto time = time_in(context, context.text_of(scope), today)) return time;
  }
  if (auto time = time_in(context, context.notes().sentences[quantity.sentence.index()].text, today)) return time;
  if (statement != nullptr && statement->time && is_day(*statement->time)) return statement->time;
  if (has_open_day(context, scope)) return std::nullopt;
  if (!scope.empty()) {
    if (auto period = period_in(context, context.text_of(scope), today)) return period;
  }
  if (const std::string day = day_of_speaker(context, statements, statement, today); !day.empty()) {
    return inferred(day, "the day of what the same speaker said right before");
  }
  Told told = tense_of(context, scope);
  if (told == Told::Unknown) told = tense_of(context, context.notes().sentences[quantity.sentence.index()].tokens);
  if (told == Told::Present && !today.empty()) return inferred(today, "day of the report; present tense");
  if (told != Told::Past) return std::nullopt;
  if (const std::string day = day_shortly_before(context, quantity, today); !day.empty()) {
    return inferred(day, "the day named shortly before");
  }
  const std::string day = only_day_before(context, quantity, today);
  if (day.empty()) return std::nullopt;
  return inferred(day, "the only day that the report has named so far");
}

}  // namespace ql::claims
