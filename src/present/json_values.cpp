// SPDX-License-Identifier: Apache-2.0
// Ranges, spans, times and references as JSON. "null" means not stated: empty strings and empty ranges end there.
// Tested by json_test.cpp.
#include "present/json_sections.h"
#include "present/words.h"

namespace ql::present {

void write_text_or_null(JsonWriter& out, std::string_view value) { value.empty() ? out.null() : out.text(value); }

void write_optional_text(JsonWriter& out, const std::optional<std::string>& value) {
  value ? out.text(*value) : out.null();
}

void write_number_or_null(JsonWriter& out, const std::optional<double>& value) {
  value ? out.number(*value) : out.null();
}

void write_time(JsonWriter& out, const std::optional<TimeValue>& time) {
  if (!time) {
    out.null();
    return;
  }
  out.begin_object();
  out.key("value");
  write_text_or_null(out, time->value);
  out.key("earliest");
  write_text_or_null(out, time->earliest);
  out.key("latest");
  write_text_or_null(out, time->latest);
  out.key("basis");
  out.text(word(time->basis));
  out.key("from");
  write_text_or_null(out, time->from);
  out.end_object();
}

void write_actor_id(const JsonContext& context, ActorId actor) {
  const std::size_t number = context.ids.actor(actor);
  number == 0 ? context.out.null() : context.out.id('a', number);
}

void write_range_keys(JsonWriter& out, const clean::FieldRange& range) {
  out.key("begin");
  out.integer(range.source.begin);
  out.key("end");
  out.integer(range.source.end);
  if (range.field == clean::Field::Title) {
    out.key("field");
    out.text("title");
  }
}

void write_span_keys(JsonWriter& out, const Evidence& evidence) {
  write_range_keys(out, evidence.range);
  out.key("text");
  out.text(evidence.text);
}

void write_range(JsonWriter& out, const clean::Report& report, TextRange range) {
  const auto found = evidence(report, range);
  if (!found) {
    out.null();
    return;
  }
  out.begin_object();
  write_range_keys(out, found->range);
  out.end_object();
}

namespace {

void write_evidence(JsonWriter& out, const Evidence& evidence) {
  out.begin_object();
  write_span_keys(out, evidence);
  out.end_object();
}

}  // namespace

void write_span(JsonWriter& out, const clean::Report& report, TextRange range) {
  const auto found = evidence(report, range);
  found ? write_evidence(out, *found) : out.null();
}

void write_spans(JsonWriter& out, const clean::Report& report, const std::vector<TextRange>& ranges) {
  out.begin_array();
  for (const TextRange range : ranges) {
    for (const Evidence& piece : evidence_pieces(report, range)) write_evidence(out, piece);
  }
  out.end_array();
}

void write_sentence(JsonWriter& out, const AnalysedReport& report, SentenceId sentence) {
  if (!sentence.valid() || sentence.index() >= report.notes.sentences.size()) {
    out.null();
    return;
  }
  write_range(out, report.report, report.notes.sentences[sentence.index()].text);
}

}  // namespace ql::present
