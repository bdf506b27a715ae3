// SPDX-License-Identifier: Apache-2.0
// Tested by tests/cli.
#include "present/extract.h"

#include "base/json_writer.h"
#include "present/body_text.h"
#include "present/evidence.h"
#include "present/json_sources.h"

namespace ql::present {
namespace {

std::string report_name(const clean::Report& report) {
  if (report.origin.given_id) return *report.origin.given_id;
  const std::string& path = report.origin.path;
  std::string name = path.substr(path.rfind('/') + 1);
  if (report.origin.record) name.append(1, '#').append(std::to_string(*report.origin.record));
  return name;
}

}  // namespace

std::string extract_line(const clean::Report& report) {
  JsonWriter out;
  out.begin_object();
  out.key("id");
  out.text(report_name(report));
  out.key("title");
  const auto title = title_evidence(report);
  title ? out.text(title->text) : out.null();
  out.key("authors");
  out.begin_array();
  for (const std::string& author : report.author_names) out.text(author);
  out.end_array();
  out.key("published");
  report.published ? out.text(report.published->value) : out.null();
  out.key("modified");
  report.modified ? out.text(report.modified->value) : out.null();
  out.key("outlet");
  report.outlet ? out.text(*report.outlet) : out.null();
  out.key("agencies");
  out.begin_array();
  for (const std::string& agency : report.agencies) out.text(agency);
  out.end_array();
  out.key("language");
  report.language.empty() ? out.null() : out.text(report.language);
  out.key("url");
  report.url ? out.text(*report.url) : out.null();
  write_page_facts(out, report);
  out.key("tables");
  write_tables(out, report);
  out.key("text");
  out.text(BodyText(report).text());
  out.end_object();
  return out.take();
}

}  // namespace ql::present
