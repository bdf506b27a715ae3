// SPDX-License-Identifier: Apache-2.0
#include "present/body_text.h"

#include <gtest/gtest.h>

namespace ql::present {
namespace {

clean::Report report_with_furniture() {
  clean::Report report;
  report.text = "Titel\n\u00c4pfel sind teuer.\nAnzeige\nSagt K\u00f6hler.\n";
  const auto block = [&](std::string_view words, clean::BlockKind kind) {
    const auto begin = static_cast<std::uint32_t>(report.text.find(words));
    report.blocks.push_back({{begin, begin + static_cast<std::uint32_t>(words.size()) + 1}, kind});
  };
  block("Titel", clean::BlockKind::Title);
  block("\u00c4pfel sind teuer.", clean::BlockKind::Paragraph);
  block("Anzeige", clean::BlockKind::Furniture);
  block("Sagt K\u00f6hler.", clean::BlockKind::Paragraph);
  return report;
}

TextRange range_of(const clean::Report& report, std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(report.text.find(words));
  return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

TEST(BodyText, LeavesTitleAndFurnitureOut) {
  EXPECT_EQ(BodyText(report_with_furniture()).text(), "\u00c4pfel sind teuer.\nSagt K\u00f6hler.");
}

TEST(BodyText, CountsCodePoints) {
  const clean::Report report = report_with_furniture();
  const BodyText body(report);
  const auto teuer = body.position(range_of(report, "teuer"));
  ASSERT_TRUE(teuer);
  EXPECT_EQ(teuer->begin, 11U);
  EXPECT_EQ(teuer->end, 16U);
  const auto name = body.position(range_of(report, "K\u00f6hler"));
  ASSERT_TRUE(name);
  EXPECT_EQ(name->begin, 23U);
  EXPECT_EQ(name->end, 29U);
}

TEST(BodyText, HasNoPositionOutsideTheBody) {
  const clean::Report report = report_with_furniture();
  const BodyText body(report);
  EXPECT_FALSE(body.position(range_of(report, "Titel")));
  EXPECT_FALSE(body.position(range_of(report, "Anzeige")));
}

}  // namespace
}  // namespace ql::present
