// SPDX-License-Identifier: Apache-2.0
// Statements and figures as W3C Web Annotations. Every annotation points into the report three times: by bytes of the
// original, by code points of the clean text, and by the words themselves. A reader that finds the words elsewhere can
// still see from the hash that the page has changed; nothing is ever re-anchored. Tested by tests/exports.
#include <algorithm>

#include "base/utf8.h"
#include "present/body_text.h"
#include "present/exports.h"
#include "present/json_sections.h"
#include "present/resource_names.h"
#include "present/terminal_text.h"
#include "present/words.h"

namespace ql::present {
namespace {

/// Code points of context on either side of a quoted text, as the model advises.
constexpr std::size_t kContextCodePoints = 32;

/// The last `kContextCodePoints` code points of `text`.
std::string_view tail(std::string_view text) {
  std::size_t begin = text.size();
  for (std::size_t i = 0; i < kContextCodePoints && begin > 0; ++i) begin = previous_utf8(text, begin);
  return text.substr(begin);
}

/// The first `kContextCodePoints` code points of `text`.
std::string_view front(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < kContextCodePoints && end < text.size(); ++i) end += decode_utf8(text, end).size_bytes;
  return text.substr(0, end);
}

class AnnotationWriter {
 public:
  AnnotationWriter(const JsonContext& context, ReportId report, QuoteText quotes)
      : context_(context),
        out_(context.out),
        id_(report),
        report_(context.dossier.reports[report.index()]),
        body_(report_.report),
        bytes_(bytes_iri(report_.report)),
        quotes_(quotes) {}

  void write_all() {
    for (const claims::Statement& statement : report_.claims.statements) {
      write("statement", statement.content, [&] { write_statement_bodies(statement); });
    }
    for (const claims::Figure& figure : report_.claims.figures) {
      const TextRange words = report_.notes.quantities[figure.quantity.index()].text;
      write("figure", {words}, [&] { write_figure_bodies(figure); });
    }
  }

 private:
  /// One annotation; `bodies` writes what is said about the words. Nothing for words without a source.
  template <class Bodies>
  void write(std::string_view what, const std::vector<TextRange>& ranges, const Bodies& bodies) {
    std::vector<TextRange> pieces;
    for (const TextRange range : ranges) {
      if (evidence(report_.report, range)) pieces.push_back(trimmed(report_.report, range));
    }
    if (pieces.empty()) return;
    out_.new_line();
    out_.begin_object();
    out_.key("id");
    out_.text(annotation_iri(what, *evidence(report_.report, pieces.front())));
    out_.key("type");
    out_.text("Annotation");
    out_.key("motivation");
    out_.text("classifying");
    out_.key("body");
    out_.begin_array();
    bodies();
    out_.end_array();
    out_.key("target");
    out_.begin_array();
    for (const TextRange piece : pieces) write_target(piece);
    out_.end_array();
    out_.end_object();
  }

  /// Names the words, not their number in this run, so that it stays the same when reports are added.
  [[nodiscard]] std::string annotation_iri(std::string_view what, const Evidence& words) const {
    std::string iri = bytes_ + "#" + std::string(what) + "=";
    if (words.range.field == clean::Field::Title) iri += "title:";
    return iri.append(std::to_string(words.range.source.begin))
        .append("-")
        .append(std::to_string(words.range.source.end));
  }

  void write_body(std::string_view purpose, std::string_view value) {
    if (value.empty()) return;
    out_.begin_object();
    out_.key("type");
    out_.text("TextualBody");
    out_.key("purpose");
    out_.text(purpose);
    out_.key("value");
    out_.text(value);
    out_.end_object();
  }

  [[nodiscard]] std::string_view actor_name(EntityId entity) const {
    const ActorId actor = context_.ids.actor_of(id_, entity);
    return actor.valid() ? std::string_view(context_.dossier.actors.actors[actor.index()].name) : std::string_view();
  }

  void write_statement_bodies(const claims::Statement& statement) {
    const std::string_view name = actor_name(statement.speaker.entity);
    write_body("identifying", name.empty() ? std::string_view(statement.speaker.text) : name);
    for (const EntityId also : statement.speaker.also) write_body("identifying", actor_name(also));
    write_body("classifying", word(statement.commitment));
    write_body("tagging", word(statement.kind));
  }

  void write_figure_bodies(const claims::Figure& figure) {
    write_body("identifying", actor_name(figure.speaker));
    write_body("classifying", word(figure.role));
    write_body("describing", figure.counted);
  }

  void write_target(TextRange range) {
    out_.begin_object();
    out_.key("source");
    write_source();
    out_.key("state");
    out_.begin_object();
    out_.key("type");
    out_.text("TimeState");
    out_.key("cached");
    out_.text(bytes_);
    out_.end_object();
    out_.key("selector");
    out_.begin_array();
    write_selectors(range, *evidence(report_.report, range));
    out_.end_array();
    out_.end_object();
  }

  void write_source() {
    out_.begin_object();
    out_.key("id");
    out_.text(report_iri(report_.report));
    out_.key("type");
    out_.text("Text");
    out_.key("format");
    out_.text(mime_type(report_.report));
    if (!report_.report.language.empty()) {
      out_.key("language");
      out_.text(report_.report.language);
    }
    out_.end_object();
  }

  void write_position(std::string_view type, std::uint64_t start, std::uint64_t end) {
    out_.begin_object();
    out_.key("type");
    out_.text(type);
    out_.key("start");
    out_.integer(start);
    out_.key("end");
    out_.integer(end);
    out_.end_object();
  }

  void write_selectors(TextRange range, const Evidence& words) {
    // Bytes of a record's title field are no bytes of the report's text, so they are not a position in the source.
    if (words.range.field == clean::Field::Text) {
      write_position("DataPositionSelector", words.range.source.begin, words.range.source.end);
    }
    if (const auto position = body_.position(range)) {
      write_position("TextPositionSelector", position->begin, position->end);
    }
    if (quotes_ == QuoteText::Write) write_quote(range, words);
  }

  void write_quote(TextRange range, const Evidence& words) {
    const std::string& text = report_.report.text;
    out_.begin_object();
    out_.key("type");
    out_.text("TextQuoteSelector");
    out_.key("exact");
    out_.text(words.text);
    out_.key("prefix");
    out_.text(tail(std::string_view(text).substr(0, range.begin)));
    out_.key("suffix");
    out_.text(front(std::string_view(text).substr(std::min<std::size_t>(range.end, text.size()))));
    out_.end_object();
  }

  const JsonContext& context_;
  JsonWriter& out_;
  ReportId id_;
  const AnalysedReport& report_;
  BodyText body_;
  std::string bytes_;
  QuoteText quotes_;
};

}  // namespace

std::string to_web_annotations(const Dossier& dossier, const Generator& generator, QuoteText quotes) {
  const DossierIds ids(dossier);
  JsonWriter out;
  const JsonContext context{dossier, ids, out};
  out.begin_object();
  out.key("@context");
  out.text("http://www.w3.org/ns/anno.jsonld");
  out.key("id");
  out.text("#annotations");
  out.key("type");
  out.text("AnnotationPage");
  out.key("generator");
  out.begin_object();
  out.key("id");
  out.text("urn:quellenlage:" + generator.version);
  out.key("type");
  out.text("Software");
  out.key("name");
  out.text("Quellenlage " + generator.version);
  out.end_object();
  out.key("items");
  out.begin_array();
  for (std::size_t r = 0; r < dossier.reports.size(); ++r) AnnotationWriter(context, ReportId(r), quotes).write_all();
  out.new_line();
  out.end_array();
  out.end_object();
  return out.take();
}

}  // namespace ql::present
