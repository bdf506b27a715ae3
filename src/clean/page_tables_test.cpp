// SPDX-License-Identifier: Apache-2.0
#include "clean/page_tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace ql::clean {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// "table/row/column" of each cell's element, "h" for a header.
std::vector<std::string> cells_of(const std::string& html) {
  const HtmlTree tree = build_html_tree(html);
  const std::vector<TablePlace> places = table_places(tree, html);
  std::vector<std::string> cells;
  for (std::size_t e = 0; e < places.size(); ++e) {
    const Tag tag = tree.elements[e].tag;
    if (tag != Tag::Td && tag != Tag::Th) continue;
    std::string cell = std::to_string(places[e].table);
    cell.append("/").append(std::to_string(places[e].row)).append("/").append(std::to_string(places[e].column));
    cells.push_back(cell.append(places[e].header ? "h" : ""));
  }
  return cells;
}

TEST(PageTables, CountsRowsAndColumns) {
  EXPECT_THAT(cells_of("<table><thead><tr><th>Ort<th>Tote<tbody><tr><td>A<td>3<tr><td>B<td>4</table>"),
              ElementsAre("1/0/0h", "1/0/1h", "1/1/0", "1/1/1", "1/2/0", "1/2/1"));
}

TEST(PageTables, SpansMoveTheirNeighbours) {
  EXPECT_THAT(
      cells_of("<table><tr><td rowspan=2>A</td><td colspan='2'>B</td><td>C</td></tr><tr><td>D</td></tr></table>"),
      ElementsAre("1/0/0", "1/0/1", "1/0/3", "1/1/1"));
  EXPECT_THAT(cells_of("<table><tr><td colspan='99999999'>A</td><td colspan=-1>B</td></tr><tr><td>C</td></tr></table>"),
              ElementsAre("1/0/0", "1/0/64", "1/1/0"));
}

TEST(PageTables, LayoutIsNoTable) {
  EXPECT_THAT(cells_of("<table><tr><td>Navigation</td><td>Text</td></tr></table>"), IsEmpty());
  EXPECT_THAT(cells_of("<table><tr><td>A</td></tr><tr><td>B</td></tr></table>"), IsEmpty());
  // A table of figures in a layout table: only the inner one counts.
  EXPECT_THAT(cells_of("<table><tr><td><table><tr><td>A<td>1<tr><td>B<td>2</table></td></tr></table>"),
              ElementsAre("0/0/0", "1/0/0", "1/0/1", "1/1/0", "1/1/1"));
}

TEST(PageTables, ATableThatHoldsTablesIsLayout) {
  EXPECT_THAT(
      cells_of("<table><tr><td>Kopf<td>Suche<tr><td>Rand<td><table><tr><td>A<td>1<tr><td>B<td>2</table></table>"),
      ElementsAre("0/0/0", "0/0/0", "0/0/0", "0/0/0", "1/0/0", "1/0/1", "1/1/0", "1/1/1"));
}

TEST(PageTables, CellsWithoutRowsDoNoHarm) {
  EXPECT_THAT(cells_of("<td>A</td><table><td>B</td><td>C</td><tr><td>D</td></table>"),
              ElementsAre("0/0/0", "1/0/0", "1/0/1", "1/1/0"));
}

}  // namespace
}  // namespace ql::clean
