// SPDX-License-Identifier: Apache-2.0
// Dossier -> JSON by DOSSIER-FORMAT.md: the head here, one file per group of sections (json_reports, json_claims,
// json_stories) and the shared values in json_values. One item per line, so that two dossiers can be compared with
// diff. Cost: linear in the output, which is streamed. Tested by json_test.cpp and tests/contract.
#include "present/json_sections.h"
#include "present/present.h"

namespace ql::present {
namespace {

void write_generator(JsonWriter& out, const Generator& generator) {
  out.begin_object();
  out.key("version");
  out.text(generator.version);
  out.key("models");
  out.begin_array();
  for (const Generator::Model& model : generator.models) {
    out.begin_object();
    out.key("name");
    out.text(model.name);
    out.key("sha256");
    out.text(model.sha256);
    out.end_object();
  }
  out.end_array();
  out.key("options");
  out.begin_object();
  for (const auto& [name, value] : generator.options) {
    out.key(name);
    out.text(value);
  }
  out.end_object();
  out.end_object();
}

void write_document(const Dossier& dossier, const Generator& generator, JsonWriter& out) {
  const DossierIds ids(dossier);
  const JsonContext context{dossier, ids, out};
  const auto section = [&](std::string_view name, void (*write)(const JsonContext&)) {
    out.new_line();
    out.key(name);
    write(context);
  };
  out.begin_object();
  out.key("format");
  out.text("quellenlage-dossier");
  out.key("version");
  out.integer(1);
  out.new_line();
  out.key("generator");
  write_generator(out, generator);
  section("reports", write_reports);
  section("actors", write_actors);
  section("times", write_times);
  section("statements", write_statements);
  section("figures", write_figures);
  section("copies", write_copies);
  section("traces", write_traces);
  section("stories", write_stories);
  section("topics", write_topics);
  section("diagnostics", write_diagnostics);
  out.end_object();
}

}  // namespace

std::string to_json(const Dossier& dossier, const Generator& generator) {
  JsonWriter out;
  write_document(dossier, generator, out);
  return out.take();
}

void write_json(const Dossier& dossier, const Generator& generator, const std::function<void(std::string_view)>& sink) {
  JsonWriter out(sink);
  write_document(dossier, generator, out);
  out.flush();
}

}  // namespace ql::present
