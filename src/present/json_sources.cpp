// SPDX-License-Identifier: Apache-2.0
// Tested by json_test.cpp and tests/cli.
#include "present/json_sources.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "present/words.h"

namespace ql::present {
namespace {

void write_optional(JsonWriter& out, std::string_view key, const std::optional<std::string>& value) {
  out.key(key);
  value ? out.text(*value) : out.null();
}

void write_place(JsonWriter& out, std::string_view key, clean::FoundIn place) {
  if (place == clean::FoundIn::Nowhere) return;
  out.key(key);
  out.text(word(place));
}

}  // namespace

void write_page_facts(JsonWriter& out, const clean::Report& report) {
  write_optional(out, "section", report.section);
  write_optional(out, "licence", report.licence);
  out.key("paywall");
  report.paywall ? out.boolean(*report.paywall) : out.null();
  const clean::MetadataSources& found_in = report.found_in;
  out.key("found_in");
  out.begin_object();
  write_place(out, "outlet", found_in.outlet);
  write_place(out, "url", found_in.url);
  write_place(out, "title", found_in.title);
  write_place(out, "authors", found_in.authors);
  write_place(out, "published", found_in.published);
  write_place(out, "modified", found_in.modified);
  write_place(out, "section", found_in.section);
  write_place(out, "licence", found_in.licence);
  write_place(out, "paywall", found_in.paywall);
  out.end_object();
}

namespace {

/// Writes the cells of tables in order as nested lists, and empty ones for what is missing between them.
class TableWriter {
 public:
  explicit TableWriter(JsonWriter& out) : out_(out) {}

  void cell(const clean::TablePlace& place, const std::string& text) {
    if (table_ < place.table) open_table(place.table);
    if (!in_row_ || row_ != place.row) open_row(place.row);
    for (; columns_ < place.column; ++columns_) out_.text("");
    out_.text(text);
    ++columns_;
  }
  void finish() {
    if (table_ > 0) close_table();
  }

 private:
  void open_table(std::uint32_t table) {
    if (table_ > 0) close_table();
    out_.begin_array();
    table_ = table;
    in_row_ = false;
  }
  void close_table() {
    if (in_row_) out_.end_array();
    out_.end_array();
  }
  void open_row(std::uint32_t row) {
    if (in_row_) out_.end_array();
    out_.begin_array();
    in_row_ = true;
    row_ = row;
    columns_ = 0;
  }

  JsonWriter& out_;
  std::uint32_t table_ = 0, row_ = 0, columns_ = 0;
  bool in_row_ = false;
};

}  // namespace

void write_tables(JsonWriter& out, const clean::Report& report) {
  std::vector<clean::TableCell> cells = report.cells;
  const auto place_of = [](const clean::TableCell& cell) {
    return std::tuple(cell.place.table, cell.place.row, cell.place.column);
  };
  std::stable_sort(cells.begin(), cells.end(),
                   [&](const clean::TableCell& a, const clean::TableCell& b) { return place_of(a) < place_of(b); });
  out.begin_array();
  TableWriter writer(out);
  std::string text;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    text.append(text.empty() ? "" : "\n").append(slice(report.text, report.blocks[cells[i].block.index()].text));
    if (i + 1 < cells.size() && place_of(cells[i]) == place_of(cells[i + 1])) continue;
    writer.cell(cells[i].place, text);
    text.clear();
  }
  writer.finish();
  out.end_array();
}

}  // namespace ql::present
