// SPDX-License-Identifier: Apache-2.0
// The sections of the JSON dossier, one function each; private to present/json*.cpp.
#pragma once

#include <optional>
#include <string_view>

#include "base/json_writer.h"
#include "present/dossier.h"
#include "present/dossier_ids.h"
#include "present/evidence.h"

namespace ql::present {

/// When a report appeared: as it says, else as the reports of its story let conclude.
std::optional<TimeValue> published_of(const Dossier& dossier, ReportId id);

/// What every section needs: the data, its numbering and the document being written.
struct JsonContext {
  const Dossier& dossier;
  const DossierIds& ids;
  JsonWriter& out;
};

void write_reports(const JsonContext& context);
void write_actors(const JsonContext& context);
void write_times(const JsonContext& context);
void write_statements(const JsonContext& context);
void write_figures(const JsonContext& context);
void write_copies(const JsonContext& context);
void write_traces(const JsonContext& context);
void write_stories(const JsonContext& context);
void write_topics(const JsonContext& context);
void write_diagnostics(const JsonContext& context);
/// One claim, with its number.
void write_claim(const JsonContext& context, const compare::Claim& claim, std::size_t number);
/// Rule, reason and compared slots of a relation, as an object.
void write_why(JsonWriter& out, const compare::Relation& relation);

// Values that several sections write. Each writes one JSON value; what is empty or absent becomes null.

void write_text_or_null(JsonWriter& out, std::string_view value);
void write_optional_text(JsonWriter& out, const std::optional<std::string>& value);
void write_number_or_null(JsonWriter& out, const std::optional<double>& value);
void write_time(JsonWriter& out, const std::optional<TimeValue>& time);
/// "a7", or null when the actor has no number.
void write_actor_id(const JsonContext& context, ActorId actor);
/// The keys "begin", "end" (and "field") inside an object that the caller opened, then `text` if there is one.
void write_range_keys(JsonWriter& out, const clean::FieldRange& range);
void write_span_keys(JsonWriter& out, const Evidence& evidence);
/// A Range or Span object; null for an empty range.
void write_range(JsonWriter& out, const clean::Report& report, TextRange range);
void write_span(JsonWriter& out, const clean::Report& report, TextRange range);
/// Every piece of every range, as Spans in an array.
void write_spans(JsonWriter& out, const clean::Report& report, const std::vector<TextRange>& ranges);
/// The sentence that holds an item, as a Range.
void write_sentence(JsonWriter& out, const AnalysedReport& report, SentenceId sentence);

}  // namespace ql::present
