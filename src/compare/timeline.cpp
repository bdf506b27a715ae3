// SPDX-License-Identifier: Apache-2.0
// A sentence with a calendar day or month and with a statement or figure in it is an entry; its label is the sentence.
// A time beside a statement ("sagte sie am Montag") says when it was said and not what happened; a time within what is
// said, or in a sentence where nobody speaks, is of the event. Inferred days are used and stay marked as inferred.
// Repeated reporting of one event falls together by time and by similar words. Tested by timeline_test.cpp.
#include "compare/timeline.h"

#include <algorithm>

#include "compare/terms.h"

namespace ql::compare {
namespace {

constexpr float kSameEvent = 0.5F;
constexpr std::size_t kLongestLabel = 240;

/// One dated sentence.
struct Event {
  TimelineEntry entry;
  std::vector<Term> terms;
};

constexpr std::size_t kDayLength = 10;  // "2025-06-02"

/// A day or a month of a year: "2025-06-02T09:48", "2025-06".
bool is_placed(const TimeValue& time) {
  const std::string& value = time.value;
  constexpr std::size_t kMonthLength = 7;
  if (value.size() < kMonthLength || !names_a_year(value) || value[4] != '-' || value[5] > '1') return false;
  return value.size() == kMonthLength || (value.size() >= kDayLength && value[kMonthLength] == '-');
}

bool same_day(const Event& one, const Event& other) {
  return one.entry.time.value.compare(0, kDayLength, other.entry.time.value, 0, kDayLength) == 0;
}

/// False for a time that stands beside what somebody says in its sentence.
bool is_of_the_event(const AnalysedReport& report, const annotate::TimeExpression& time) {
  bool somebody_speaks = false;
  for (const claims::Statement& statement : report.claims.statements) {
    if (statement.sentence != time.sentence || statement.kind == claims::StatementKind::Author) continue;
    somebody_speaks = true;
    for (const TextRange content : statement.content) {
      if (content.contains(time.text)) return true;
    }
  }
  return !somebody_speaks;
}

/// Items of a report whose sentence is `sentence`.
std::vector<Item> items_in(const AnalysedReport& report, ReportId id, SentenceId sentence) {
  std::vector<Item> items;
  for (std::uint32_t i = 0; i < report.claims.statements.size(); ++i) {
    if (report.claims.statements[i].sentence == sentence) items.push_back({id, Item::Kind::Statement, i});
  }
  for (std::uint32_t i = 0; i < report.claims.figures.size(); ++i) {
    if (report.claims.figures[i].sentence == sentence) items.push_back({id, Item::Kind::Figure, i});
  }
  return items;
}

std::vector<Event> events_of(const Context& context, ReportId id) {
  const AnalysedReport& report = context.reports[id.index()];
  std::vector<Event> events;
  SentenceId last;
  for (std::size_t i = 0; i < report.notes.times.size(); ++i) {
    const annotate::TimeExpression& time = report.notes.times[i];
    const TimeValue& value = best_time(context.chronology, context.reports, id, i);
    if (time.type == annotate::TimexType::Duration || time.type == annotate::TimexType::Set || !is_placed(value) ||
        time.sentence == last || !is_of_the_event(report, time)) {
      continue;
    }
    Event event;
    event.entry.evidence = items_in(report, id, time.sentence);
    if (event.entry.evidence.empty()) {
      continue;
    }
    last = time.sentence;
    const TextRange sentence = report.notes.sentences[time.sentence.index()].text;
    event.entry.time = value;
    event.entry.label = slice(report.report.text, sentence);
    if (event.entry.label.size() > kLongestLabel) {
      event.entry.label.resize(std::min(event.entry.label.rfind(' ', kLongestLabel), kLongestLabel));
    }
    event.terms = terms_of(context, id, sentence);
    events.push_back(std::move(event));
  }
  return events;
}

}  // namespace

std::vector<TimelineEntry> timeline_of(const Context& context, std::span<const ReportId> reports) {
  std::vector<Event> events;
  for (const ReportId report : reports) {
    for (Event& event : events_of(context, report)) events.push_back(std::move(event));
  }
  std::stable_sort(events.begin(), events.end(),
                   [](const Event& a, const Event& b) { return a.entry.time.value < b.entry.time.value; });
  std::vector<Event> merged;
  for (Event& event : events) {
    auto same = merged.rbegin();
    while (same != merged.rend() && same_day(*same, event) && similarity(same->terms, event.terms) < kSameEvent) {
      ++same;
    }
    if (same != merged.rend() && !same_day(*same, event)) {
      same = merged.rend();  // events are in order of time: the day is over
    }
    if (same == merged.rend()) {
      merged.push_back(std::move(event));
    } else {
      same->entry.evidence.insert(same->entry.evidence.end(), event.entry.evidence.begin(), event.entry.evidence.end());
    }
  }
  std::vector<TimelineEntry> timeline;
  for (Event& event : merged) timeline.push_back(std::move(event.entry));
  return timeline;
}

}  // namespace ql::compare
