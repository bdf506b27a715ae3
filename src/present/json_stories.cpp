// SPDX-License-Identifier: Apache-2.0
// The sections over many reports: copies, stories and topics with their claims, relations and timelines.
// Tested by json_test.cpp.
#include <algorithm>

#include "present/json_sections.h"
#include "present/words.h"

namespace ql::present {
namespace {

void write_item(const JsonContext& context, const compare::Item& item) {
  if (item.kind == compare::Item::Kind::Statement) {
    context.out.id('q', context.ids.statement(item.report, item.index));
  } else {
    context.out.id('f', context.ids.figure(item.report, item.index));
  }
}

void write_items(const JsonContext& context, const std::vector<compare::Item>& items) {
  context.out.begin_array();
  for (const compare::Item& item : items) write_item(context, item);
  context.out.end_array();
}

void write_report_ids(const JsonContext& context, const std::vector<ReportId>& reports) {
  context.out.begin_array();
  for (const ReportId report : reports) context.out.id('r', context.ids.report(report));
  context.out.end_array();
}

bool has_evidence(const clean::Report& from, const clean::Report& to, const std::pair<TextRange, TextRange>& pair) {
  return evidence(from, pair.first) && evidence(to, pair.second);
}

/// Pairs of places in two reports, those that have evidence on both sides; `write` writes one place.
void write_pairs(JsonWriter& out, const clean::Report& from, const clean::Report& to,
                 const std::vector<std::pair<TextRange, TextRange>>& pairs,
                 void (*write)(JsonWriter&, const clean::Report&, TextRange)) {
  for (const auto& pair : pairs) {
    if (!has_evidence(from, to, pair)) continue;
    out.begin_array();
    write(out, from, pair.first);
    write(out, to, pair.second);
    out.end_array();
  }
}

void write_passages(const JsonContext& context, const stories::Reuse& reuse) {
  JsonWriter& out = context.out;
  out.begin_array();
  if (reuse.from.valid()) {
    write_pairs(out, context.dossier.reports[reuse.from.index()].report,
                context.dossier.reports[reuse.to.index()].report, reuse.passages, write_range);
  }
  out.end_array();
}

void write_copy(const JsonContext& context, const stories::Reuse& reuse) {
  JsonWriter& out = context.out;
  out.new_line();
  out.begin_object();
  out.key("from");
  reuse.from.valid() ? out.id('r', context.ids.report(reuse.from)) : out.null();
  out.key("to");
  out.id('r', context.ids.report(reuse.to));
  out.key("outlet");
  write_text_or_null(out, reuse.outlet);
  out.key("type");
  out.text(word(reuse.type));
  out.key("direction_known");
  out.boolean(reuse.direction_known);
  out.key("coverage");
  out.number(reuse.coverage);
  out.key("ranges");
  write_passages(context, reuse);
  out.end_object();
}

void write_trace_item(JsonWriter& out, const clean::Report& from, const clean::Report& to,
                      const stories::TraceItem& item) {
  out.begin_object();
  out.key("kind");
  out.text(word(item.kind));
  out.key("spans");
  out.begin_array();
  write_pairs(out, from, to, item.places, write_span);
  out.end_array();
  out.end_object();
}

/// What cannot be shown on both sides is left out, and so is a trace of which nothing is left.
void write_trace(const JsonContext& context, const stories::Trace& trace) {
  JsonWriter& out = context.out;
  const clean::Report& from = context.dossier.reports[trace.from.index()].report;
  const clean::Report& to = context.dossier.reports[trace.to.index()].report;
  const auto can_be_shown = [&](const stories::TraceItem& item) {
    return std::any_of(item.places.begin(), item.places.end(),
                       [&](const auto& pair) { return has_evidence(from, to, pair); });
  };
  if (std::none_of(trace.items.begin(), trace.items.end(), can_be_shown)) return;
  out.new_line();
  out.begin_object();
  out.key("from");
  out.id('r', context.ids.report(trace.from));
  out.key("to");
  out.id('r', context.ids.report(trace.to));
  out.key("direction_known");
  out.boolean(trace.direction_known);
  out.key("items");
  out.begin_array();
  for (const stories::TraceItem& item : trace.items) {
    if (can_be_shown(item)) write_trace_item(out, from, to, item);
  }
  out.end_array();
  out.end_object();
}

/// The day or minute that a publication time is ordered by.
const std::string& order_key(const TimeValue& time) { return time.earliest.empty() ? time.value : time.earliest; }

void write_period(const JsonContext& context, const stories::Story& story) {
  std::optional<TimeValue> first, last;
  for (const ReportId report : story.reports) {
    const std::optional<TimeValue>& time = context.dossier.reports[report.index()].report.published;
    if (!time || order_key(*time).empty()) continue;
    if (!first || order_key(*time) < order_key(*first)) first = time;
    if (!last || order_key(*last) < order_key(*time)) last = time;
  }
  context.out.begin_object();
  context.out.key("from");
  write_time(context.out, first);
  context.out.key("to");
  write_time(context.out, last);
  context.out.end_object();
}

void write_story_title(const JsonContext& context, const stories::Story& story) {
  if (story.title_from.valid()) {
    if (const auto title = title_evidence(context.dossier.reports[story.title_from.index()].report)) {
      context.out.text(title->text);
      return;
    }
  }
  context.out.null();
}

void write_slot(JsonWriter& out, const compare::ComparedSlot& slot) {
  out.begin_object();
  out.key("slot");
  out.text(slot.slot);
  out.key("from");
  write_text_or_null(out, slot.from);
  out.key("to");
  write_text_or_null(out, slot.to);
  out.key("weaker");
  slot.weaker == compare::Side::None ? out.null() : out.text(slot.weaker == compare::Side::From ? "from" : "to");
  out.end_object();
}

void write_relation(const JsonContext& context, const compare::Relation& relation) {
  JsonWriter& out = context.out;
  out.new_line();
  out.begin_object();
  out.key("type");
  out.text(word(relation.type));
  out.key("from");
  write_item(context, relation.from);
  out.key("to");
  write_item(context, relation.to);
  out.key("why");
  write_why(out, relation);
  out.end_object();
}

void write_timeline_entry(const JsonContext& context, const compare::TimelineEntry& entry) {
  JsonWriter& out = context.out;
  out.new_line();
  out.begin_object();
  out.key("time");
  write_time(out, entry.time);
  out.key("label");
  out.text(entry.label);
  out.key("evidence");
  write_items(context, entry.evidence);
  out.end_object();
}

/// The keys that stories and topics share.
void write_comparison(const JsonContext& context, const compare::Comparison& comparison, std::size_t first_claim) {
  JsonWriter& out = context.out;
  out.key("claims");
  out.begin_array();
  for (std::size_t i = 0; i < comparison.claims.size(); ++i) {
    write_claim(context, comparison.claims[i], first_claim + i);
  }
  out.end_array();
  out.key("relations");
  out.begin_array();
  for (const compare::Relation& relation : comparison.relations) write_relation(context, relation);
  out.end_array();
  out.key("timeline");
  out.begin_array();
  for (const compare::TimelineEntry& entry : comparison.timeline) write_timeline_entry(context, entry);
  out.end_array();
}

void write_story(const JsonContext& context, StoryId id) {
  JsonWriter& out = context.out;
  const stories::Story& story = context.dossier.stories.stories[id.index()];
  out.new_line();
  out.begin_object();
  out.key("id");
  out.id('s', context.ids.story(id));
  out.key("title");
  write_story_title(context, story);
  out.key("reports");
  write_report_ids(context, story.reports);
  out.key("origins");
  out.begin_array();
  for (const std::vector<ReportId>& origin : story.origins) write_report_ids(context, origin);
  out.end_array();
  out.key("topic");
  story.topic.valid() ? out.id('p', context.ids.topic(story.topic)) : out.null();
  out.key("period");
  write_period(context, story);
  static const compare::Comparison kNothing;
  const bool compared = id.index() < context.dossier.findings.stories.size();
  write_comparison(context, compared ? context.dossier.findings.stories[id.index()] : kNothing,
                   compared ? context.ids.story_claim(id, 0) : 0);
  out.end_object();
}

void write_topic(const JsonContext& context, TopicId id) {
  JsonWriter& out = context.out;
  out.new_line();
  out.begin_object();
  out.key("id");
  out.id('p', context.ids.topic(id));
  out.key("stories");
  out.begin_array();
  for (const StoryId story : context.dossier.stories.topics[id.index()].stories) {
    out.id('s', context.ids.story(story));
  }
  out.end_array();
  static const compare::Comparison kNothing;
  const bool compared = id.index() < context.dossier.findings.topics.size();
  write_comparison(context, compared ? context.dossier.findings.topics[id.index()] : kNothing,
                   compared ? context.ids.topic_claim(id, 0) : 0);
  out.end_object();
}

}  // namespace

void write_why(JsonWriter& out, const compare::Relation& relation) {
  out.begin_object();
  out.key("rule");
  out.text(relation.rule.name());
  out.key("text");
  out.text(relation.reason);
  out.key("slots");
  out.begin_array();
  for (const compare::ComparedSlot& slot : relation.slots) write_slot(out, slot);
  out.end_array();
  out.end_object();
}

void write_claim(const JsonContext& context, const compare::Claim& claim, std::size_t number) {
  JsonWriter& out = context.out;
  out.new_line();
  out.begin_object();
  out.key("id");
  out.id('c', number);
  out.key("kind");
  out.text(word(claim.kind));
  out.key("label");
  out.text(claim.label);
  out.key("members");
  write_items(context, claim.members);
  out.key("status");
  out.text(word(claim.status));
  out.key("origins");
  out.integer(claim.origins);
  out.end_object();
}

void write_copies(const JsonContext& context) {
  context.out.begin_array();
  for (const stories::Reuse& reuse : context.dossier.stories.reuses) write_copy(context, reuse);
  context.out.new_line();
  context.out.end_array();
}

void write_traces(const JsonContext& context) {
  context.out.begin_array();
  for (const stories::Trace& trace : context.dossier.stories.traces) write_trace(context, trace);
  context.out.new_line();
  context.out.end_array();
}

void write_stories(const JsonContext& context) {
  context.out.begin_array();
  for (std::size_t i = 0; i < context.dossier.stories.stories.size(); ++i) write_story(context, StoryId(i));
  context.out.new_line();
  context.out.end_array();
}

void write_topics(const JsonContext& context) {
  context.out.begin_array();
  for (std::size_t i = 0; i < context.dossier.stories.topics.size(); ++i) write_topic(context, TopicId(i));
  context.out.new_line();
  context.out.end_array();
}

}  // namespace ql::present
