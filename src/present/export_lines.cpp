// SPDX-License-Identifier: Apache-2.0
// The items of the dossier one per line, for tools that read a line at a time. The sections write themselves as arrays
// with an item per line (json.cpp); here each such line gets its type. Tested by tests/exports.
#include "present/exports.h"
#include "present/json_sections.h"

namespace ql::present {
namespace {

/// Appends every item of a section that `write` prints as "[", a line per item, "]".
void append_section(const Dossier& dossier, const DossierIds& ids, std::string_view type,
                    void (*write)(const JsonContext&), std::string& lines) {
  JsonWriter section;
  write(JsonContext{dossier, ids, section});
  const std::string text = section.take();
  for (std::size_t begin = text.find('\n'); begin != std::string::npos;) {
    const std::size_t end = text.find('\n', ++begin);
    std::string_view item = std::string_view(text).substr(begin, end - begin);
    if (item.starts_with(',')) item.remove_prefix(1);
    if (item.ends_with(',')) item.remove_suffix(1);
    if (item.starts_with('{')) {
      lines.append("{\"type\":\"").append(type).append("\",\"item\":").append(item).append("}\n");
    }
    begin = end;
  }
}

}  // namespace

std::string to_json_lines(const Dossier& dossier) {
  const DossierIds ids(dossier);
  std::string lines;
  append_section(dossier, ids, "report", write_reports, lines);
  append_section(dossier, ids, "actor", write_actors, lines);
  append_section(dossier, ids, "time", write_times, lines);
  append_section(dossier, ids, "statement", write_statements, lines);
  append_section(dossier, ids, "figure", write_figures, lines);
  append_section(dossier, ids, "copy", write_copies, lines);
  append_section(dossier, ids, "trace", write_traces, lines);
  append_section(dossier, ids, "diagnostic", write_diagnostics, lines);
  return lines;
}

}  // namespace ql::present
