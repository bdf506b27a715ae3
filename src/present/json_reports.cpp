// SPDX-License-Identifier: Apache-2.0
// The section "reports": source, metadata, and which bytes are body and which are furniture. Tested by json_test.cpp.
#include "present/json_sections.h"
#include "present/json_sources.h"
#include "present/words.h"

namespace ql::present {
namespace {

void write_container_range(JsonWriter& out, const ingest::Origin& origin) {
  if (!origin.container_begin_byte || !origin.container_end_byte) {
    out.null();
    return;
  }
  out.begin_object();
  out.key("begin");
  out.integer(*origin.container_begin_byte);
  out.key("end");
  out.integer(*origin.container_end_byte);
  out.end_object();
}

void write_source(JsonWriter& out, const clean::Report& report) {
  out.begin_object();
  out.key("container");
  write_optional_text(out, report.origin.container);
  out.key("record");
  report.origin.record ? out.integer(*report.origin.record) : out.null();
  out.key("container_range");
  write_container_range(out, report.origin);
  out.key("sha256");
  out.text(report.sha256);
  out.key("bytes");
  out.integer(report.source_bytes);
  out.key("media_type");
  out.text(word(report.media_type));
  out.key("encoding");
  out.text(report.encoding);
  out.end_object();
}

void write_body(JsonWriter& out, const clean::Report& report) {
  out.begin_array();
  for (const clean::Block& block : report.blocks) {
    if (!is_body(block.kind)) continue;
    for (const Evidence& piece : evidence_pieces(report, block.text)) {
      out.begin_object();
      write_range_keys(out, piece.range);
      out.end_object();
    }
  }
  out.end_array();
}

void write_furniture(JsonWriter& out, const clean::Report& report) {
  out.begin_array();
  for (const clean::Block& block : report.blocks) {
    if (block.kind != clean::BlockKind::Furniture) continue;
    const auto found = evidence(report, block.text);
    if (!found) continue;
    out.begin_object();
    write_range_keys(out, found->range);
    out.key("kind");
    out.text(word(block.furniture));
    out.end_object();
  }
  out.end_array();
}

void write_metadata(JsonWriter& out, const clean::Report& report, const std::optional<TimeValue>& published) {
  out.key("language");
  write_text_or_null(out, report.language);
  out.key("outlet");
  write_optional_text(out, report.outlet);
  out.key("url");
  write_optional_text(out, report.url);
  out.key("title");
  report.title ? write_span(out, report, report.blocks[report.title->index()].text) : out.null();
  out.key("authors");
  write_spans(out, report, report.authors);
  out.key("agencies");
  out.begin_array();
  for (const std::string& agency : report.agencies) out.text(agency);
  out.end_array();
  out.key("published");
  write_time(out, published);
  out.key("modified");
  write_time(out, report.modified);
}

/// The bytes of each cell with its place; a cell is part of the body.
void write_cells(JsonWriter& out, const clean::Report& report) {
  out.begin_array();
  for (const clean::TableCell& cell : report.cells) {
    for (const Evidence& piece : evidence_pieces(report, report.blocks[cell.block.index()].text)) {
      out.begin_object();
      write_range_keys(out, piece.range);
      out.key("table");
      out.integer(cell.place.table);
      out.key("row");
      out.integer(cell.place.row);
      out.key("column");
      out.integer(cell.place.column);
      out.key("header");
      out.boolean(cell.place.header);
      out.end_object();
    }
  }
  out.end_array();
}

/// What the sender of an item says about its versions; null where it tells none apart.
void write_item(const JsonContext& context, const AnalysedReport& analysed) {
  JsonWriter& out = context.out;
  const ingest::ItemState& item = analysed.report.item;
  if (item.item.empty()) return out.null();
  out.begin_object();
  out.key("of");
  out.text(item.item);
  out.key("version");
  item.version > 0 ? out.integer(item.version) : out.null();
  out.key("status");
  out.text(word(analysed.version.status));
  out.key("newest");
  const auto newest = analysed.version.newest;
  newest ? out.id('r', context.ids.report(ReportId(*newest))) : out.null();
  out.key("correction");
  out.boolean(item.correction);
  out.key("corrected");
  out.boolean(analysed.version.corrected);
  out.key("embargoed");
  write_optional_text(out, item.embargoed);
  out.end_object();
}

void write_report(const JsonContext& context, ReportId id) {
  JsonWriter& out = context.out;
  const clean::Report& report = context.dossier.reports[id.index()].report;
  out.new_line();
  out.begin_object();
  out.key("id");
  out.id('r', context.ids.report(id));
  out.key("given_id");
  write_optional_text(out, report.origin.given_id);
  out.key("path");
  out.text(report.origin.path);
  out.key("source");
  write_source(out, report);
  write_metadata(out, report, published_of(context.dossier, id));
  out.key("body");
  write_body(out, report);
  out.key("furniture");
  write_furniture(out, report);
  out.key("story");
  const StoryId story = context.ids.story_of(id);
  story.valid() ? out.id('s', context.ids.story(story)) : out.null();
  write_page_facts(out, report);
  out.key("cells");
  write_cells(out, report);
  out.key("item");
  write_item(context, context.dossier.reports[id.index()]);
  out.key("form");
  const std::vector<stories::ReportForm>& forms = context.dossier.stories.forms;
  out.text(word(id.index() < forms.size() ? forms[id.index()] : stories::ReportForm::Plain));
  out.end_object();
}

}  // namespace

std::optional<TimeValue> published_of(const Dossier& dossier, ReportId id) {
  const std::optional<TimeValue>& own = dossier.reports[id.index()].report.published;
  if (own || id.index() >= dossier.chronology.reports.size()) return own;
  return dossier.chronology.reports[id.index()].published;
}

void write_reports(const JsonContext& context) {
  context.out.begin_array();
  for (std::size_t i = 0; i < context.dossier.reports.size(); ++i) write_report(context, ReportId(i));
  context.out.new_line();
  context.out.end_array();
}

void write_diagnostics(const JsonContext& context) {
  JsonWriter& out = context.out;
  out.begin_array();
  for (const Diagnostic& diagnostic : context.dossier.diagnostics) {
    out.new_line();
    out.begin_object();
    out.key("report");
    const ReportId report = context.ids.report_at(diagnostic.path);
    report.valid() ? out.id('r', context.ids.report(report)) : out.null();
    out.key("path");
    out.text(diagnostic.path);
    out.key("severity");
    out.text(word(diagnostic.severity));
    out.key("code");
    out.text(diagnostic.code);
    out.key("byte");
    diagnostic.source_byte ? out.integer(*diagnostic.source_byte) : out.null();
    out.key("message");
    out.text(diagnostic.message);
    out.end_object();
  }
  out.new_line();
  out.end_array();
}

}  // namespace ql::present
