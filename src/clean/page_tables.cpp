// SPDX-License-Identifier: Apache-2.0
// One walk over the elements, which stand in document order, with a record per table; elements in a cell take its
// place. Tables that turn out to have one row or one column, or to hold
// tables, lose their places at the end. Tested by
// page_tables_test.cpp.
#include "clean/page_tables.h"

#include <algorithm>
#include <charconv>

#include "clean/html_attributes.h"

namespace ql::clean {
namespace {

constexpr std::uint32_t kLargestSpan = 64;
constexpr std::uint32_t kMostColumns = 128;

/// A table that is being read.
struct Table {
  std::uint32_t rows = 0;
  std::uint32_t next_column = 0;
  std::uint32_t widest = 0;
  bool holds_tables = false;               ///< Then it lays the page out.
  std::vector<std::uint32_t> taken_until;  ///< Per column: the first row that no cell from above reaches into.

  void start_row() {
    ++rows;
    next_column = 0;
  }
  [[nodiscard]] bool is_data() const { return rows > 1 && widest > 1 && !holds_tables; }

  /// The column of a new cell.
  std::uint32_t add_cell(std::uint32_t columns, std::uint32_t cell_rows) {
    if (rows == 0) start_row();
    const std::uint32_t row = rows - 1;
    while (next_column < taken_until.size() && taken_until[next_column] > row) ++next_column;
    const std::uint32_t column = next_column;
    next_column = std::min(column + columns, kMostColumns);
    if (taken_until.size() < next_column) taken_until.resize(next_column, 0);
    for (std::uint32_t c = column; c < next_column; ++c) taken_until[c] = row + cell_rows;
    widest = std::max(widest, next_column);
    return column;
  }
};

std::uint32_t span_of(const HtmlElement& element, std::string_view source, std::string_view name) {
  const auto value = attribute_value(source, element.attributes_begin, element.attributes_end, name);
  std::uint32_t span = 1;
  if (value) std::from_chars(value->data(), value->data() + value->size(), span);
  return std::clamp(span, 1U, kLargestSpan);
}

}  // namespace

std::vector<TablePlace> table_places(const HtmlTree& tree, std::string_view source) {
  const bool any = std::any_of(tree.elements.begin(), tree.elements.end(),
                               [](const HtmlElement& element) { return element.tag == Tag::Table; });
  if (!any) return {};
  std::vector<TablePlace> places(tree.elements.size());
  std::vector<std::uint32_t> table_of(tree.elements.size(), 0);  // index into `tables`; 0 = none
  std::vector<Table> tables(1);
  for (std::uint32_t e = 1; e < tree.elements.size(); ++e) {
    const HtmlElement& element = tree.elements[e];
    places[e] = places[element.parent];
    table_of[e] = table_of[element.parent];
    if (element.tag == Tag::Table) {
      tables[table_of[e]].holds_tables = true;
      table_of[e] = static_cast<std::uint32_t>(tables.size());
      tables.emplace_back();
      places[e] = {};
      continue;
    }
    if (table_of[e] == 0) continue;
    Table& table = tables[table_of[e]];
    if (element.tag == Tag::Tr) table.start_row();
    if (element.tag != Tag::Td && element.tag != Tag::Th) continue;
    const std::uint32_t column =
        table.add_cell(span_of(element, source, "colspan"), span_of(element, source, "rowspan"));
    places[e] = {table_of[e], table.rows - 1, column, element.tag == Tag::Th};
  }
  std::vector<std::uint32_t> number(tables.size(), 0);
  std::uint32_t count = 0;
  for (std::size_t t = 1; t < tables.size(); ++t) number[t] = tables[t].is_data() ? ++count : 0;
  if (count == 0) return {};
  for (TablePlace& place : places) {
    place.table = number[place.table];
    if (place.table == 0) place = {};
  }
  return places;
}

}  // namespace ql::clean
