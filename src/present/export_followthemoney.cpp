// SPDX-License-Identifier: Apache-2.0
// Reports, actors, mentions and what is said as entities of the followthemoney model. Properties are lists of texts.
// The model knows no claim or quotation; a Note linked to the report carries the words, who says them and the bytes.
// Ids are made from the report's hash, so that two runs name the same thing alike. Tested by tests/exports.
#include "present/evidence.h"
#include "present/exports.h"
#include "present/json_sections.h"
#include "present/resource_names.h"
#include "present/terminal_text.h"
#include "present/words.h"

namespace ql::present {
namespace {

std::string_view schema_of(annotate::EntityType type) {
  switch (type) {
    case annotate::EntityType::Person:
      return "Person";
    case annotate::EntityType::Organisation:
      return "Organization";
    default:
      return "LegalEntity";
  }
}

/// Writes entities, one JSON object per line.
class EntityWriter {
 public:
  explicit EntityWriter(const TextContext& context) : context_(context) {}

  std::string write_all() {
    for (const ActorId actor : context_.ids.listed_actors()) write_actor(actor);
    for (std::size_t r = 0; r < context_.dossier.reports.size(); ++r) {
      write_article(ReportId(r));
      write_notes(ReportId(r));
    }
    for (const ActorId actor : context_.ids.listed_actors()) write_mentions(actor);
    return std::move(lines_);
  }

 private:
  /// Starts an entity; properties follow, then end().
  void begin(const std::string& id, std::string_view schema) {
    out_.begin_object();
    out_.key("id");
    out_.text(id);
    out_.key("schema");
    out_.text(schema);
    out_.key("properties");
    out_.begin_object();
  }
  void property(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out_.key(name);
    out_.begin_array();
    out_.text(value);
    out_.end_array();
  }
  void end() {
    out_.end_object();
    out_.end_object();
    lines_ += out_.take();
    out_ = JsonWriter();
  }

  [[nodiscard]] std::string actor_id(ActorId actor) const {
    return "quellenlage-actor-" + std::to_string(context_.ids.actor(actor));
  }
  [[nodiscard]] std::string report_id(ReportId report) const {
    const clean::Report& source = context_.report(report).report;
    std::string id = "quellenlage-" + source.sha256;
    if (source.origin.record) id.append("-").append(std::to_string(*source.origin.record));
    return id;
  }
  [[nodiscard]] std::string item_id(ReportId report, std::string_view what, TextRange range) const {
    return report_id(report)
        .append("-")
        .append(what)
        .append("-")
        .append(std::to_string(range.begin))
        .append("-")
        .append(std::to_string(range.end));
  }

  void write_actor(ActorId id) {
    const annotate::Actor& actor = context_.dossier.actors.actors[id.index()];
    begin(actor_id(id), schema_of(actor.type));
    property("name", actor.name);
    if (!actor.aliases.empty()) {
      out_.key("alias");
      out_.begin_array();
      for (const std::string& alias : actor.aliases) out_.text(alias);
      out_.end_array();
    }
    end();
  }

  void write_article(ReportId id) {
    const clean::Report& report = context_.report(id).report;
    begin(report_id(id), "Article");
    property("fileName", report.origin.path.substr(report.origin.path.rfind('/') + 1));
    if (const auto title = title_evidence(report)) property("title", title->text);
    if (!report.author_names.empty()) {
      out_.key("author");
      out_.begin_array();
      for (const std::string& author : report.author_names) out_.text(author);
      out_.end_array();
    }
    if (report.published && report.published->basis != Basis::Inferred) {
      property("publishedAt", report.published->value);
    }
    property("mimeType", mime_type(report));
    property("encoding", report.encoding);
    property("language", report.language);
    property("fileSize", std::to_string(report.source_bytes));
    if (report.url) property("sourceUrl", *report.url);
    if (report.outlet) property("publisher", *report.outlet);
    end();
  }

  void write_note(ReportId report, std::string_view what, TextRange range, const compare::Item& item) {
    const auto words = evidence(context_.report(report).report, range);
    if (!words) return;
    begin(item_id(report, what, range), "Note");
    property("entity", report_id(report));
    property("name", item_words(context_, item));
    std::string about = item_speaker(context_, item);
    about.append(", bytes ").append(std::to_string(words->range.source.begin)).append("-");
    property("description", about.append(std::to_string(words->range.source.end)));
    end();
  }

  void write_notes(ReportId id) {
    const AnalysedReport& report = context_.report(id);
    using Kind = compare::Item::Kind;
    for (std::uint32_t i = 0; i < report.claims.statements.size(); ++i) {
      if (report.claims.statements[i].content.empty()) continue;
      write_note(id, "statement", report.claims.statements[i].content.front(), {id, Kind::Statement, i});
    }
    for (std::uint32_t i = 0; i < report.claims.figures.size(); ++i) {
      const TextRange words = report.notes.quantities[report.claims.figures[i].quantity.index()].text;
      write_note(id, "figure", words, {id, Kind::Figure, i});
    }
  }

  void write_mentions(ActorId id) {
    const annotate::Actor& actor = context_.dossier.actors.actors[id.index()];
    for (const MentionRef* ref = context_.ids.mentions_begin(id); ref != context_.ids.mentions_end(id); ++ref) {
      const AnalysedReport& report = context_.report(ref->report);
      const annotate::Mention& mention = report.notes.mentions[ref->mention.index()];
      const auto words = evidence(report.report, mention.text);
      if (!words || mention.form != annotate::MentionForm::Name) continue;
      begin(item_id(ref->report, "mention", mention.text), "Mention");
      property("document", report_id(ref->report));
      property("name", words->text);
      property("resolved", actor_id(id));
      property("detectedSchema", schema_of(actor.type));
      end();
    }
  }

  const TextContext& context_;
  JsonWriter out_;
  std::string lines_;
};

}  // namespace

std::string to_followthemoney(const Dossier& dossier, const TextOptions& options) {
  const DossierIds ids(dossier);
  const lang::Messages messages(options.language);
  const TextContext context{dossier, ids, messages, options.width_columns, options.language == "de"};
  return EntityWriter(context).write_all();
}

}  // namespace ql::present
