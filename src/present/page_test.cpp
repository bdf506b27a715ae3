// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "present/page_view.h"
#include "present/present.h"

namespace ql::present {
namespace {

/// A dossier of one report with one statement over "Böse 😀 <script>".
Dossier hostile_dossier() {
  Dossier dossier;
  AnalysedReport report;
  report.report.origin.path = "a.txt";
  report.report.text = "</script><script>alert(1)</script>\nB\u00f6se \U0001F600 <script>\n";
  const auto size = static_cast<std::uint32_t>(report.report.text.size());
  report.report.offsets.append_literal(0, size);
  const std::uint32_t second = 35;
  report.report.blocks.push_back({.text = {0, second - 1}, .kind = clean::BlockKind::Title});
  report.report.blocks.push_back({.text = {second, size - 1}});
  report.report.title = BlockId(0);
  report.notes.sentences.push_back({.text = {second, size - 1}, .tokens = {}, .block = BlockId(1)});
  claims::Statement statement;
  statement.sentence = SentenceId(0);
  statement.content.push_back({second + 6, second + 10});  // the emoji: 4 bytes, 2 code units
  report.claims.statements.push_back(statement);
  dossier.reports.push_back(report);
  dossier.actors.of_entity.resize(1);
  return dossier;
}

TEST(Page, Utf16PositionsCountCodeUnits) {
  const std::string text = "B\u00f6se \U0001F600 x";
  const Utf16Positions positions(text);
  EXPECT_EQ(positions.at(0), 0U);
  EXPECT_EQ(positions.at(3), 2U);   // after "Bö"
  EXPECT_EQ(positions.at(10), 7U);  // after the emoji
  EXPECT_EQ(positions.at(text.size()), 9U);
}

TEST(Page, Utf16PositionsHoldAcrossCheckPoints) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "\u00e4b";
  const Utf16Positions positions(text);
  for (std::size_t i = 0; i <= 1000; ++i) EXPECT_EQ(positions.at(3 * i), 2 * i);
}

TEST(Page, MarksAreCutAtBlocksAndCountedInTheBlock) {
  const std::string view = page_view_json(hostile_dossier());
  EXPECT_NE(view.find(R"("block":1,"begin":5,"end":7)"), std::string::npos) << view;
}

TEST(Page, ReportTextCannotLeaveTheDataBlock) {
  const std::string page = to_html(hostile_dossier(), {});
  const std::size_t data = page.find("id=\"data\">");
  ASSERT_NE(data, std::string::npos);
  const std::size_t end = page.find("</script>", data);
  const std::string_view json = std::string_view(page).substr(data + 10, end - data - 10);
  EXPECT_EQ(json.find('<'), std::string_view::npos);
  EXPECT_NE(json.find("\\u003c/script>\\u003cscript>alert(1)"), std::string_view::npos);
  EXPECT_EQ(json.substr(json.size() - 1), "}");
}

}  // namespace
}  // namespace ql::present
