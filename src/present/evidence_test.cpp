// SPDX-License-Identifier: Apache-2.0
#include "present/evidence.h"

#include <gtest/gtest.h>

namespace ql::present {
namespace {

/// "Der Damm hält.\nFoto: Amt\nDas Wasser sinkt.\n" from a page whose caption is furniture; the title stands
/// elsewhere.
clean::Report report_with_caption() {
  clean::Report report;
  report.text = "Der Damm h\u00e4lt.\nFoto: Amt\nDas Wasser sinkt.\n";
  report.offsets.append_literal(100, 10);     // "Der Damm h"
  report.offsets.append_unit(2, {110, 116});  // "&auml;"
  report.offsets.append_literal(116, 3);      // "lt."
  report.offsets.append_unit(1, {119, 119});  // line end
  report.offsets.append_literal(130, 9);      // "Foto: Amt"
  report.offsets.append_unit(1, {139, 139});
  report.offsets.append_literal(150, 17);  // "Das Wasser sinkt."
  report.offsets.append_unit(1, {167, 167});
  report.blocks = {{{0, 15}, clean::BlockKind::Paragraph, clean::FurnitureKind::Other, clean::Field::Text, 0},
                   {{16, 25}, clean::BlockKind::Furniture, clean::FurnitureKind::Caption, clean::Field::Text, 0},
                   {{26, 43}, clean::BlockKind::Paragraph, clean::FurnitureKind::Other, clean::Field::Text, 0}};
  return report;
}

TEST(Evidence, MapsThroughEntities) {
  const auto found = evidence(report_with_caption(), {9, 15});
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->range.source, (SourceRange{109, 119}));
}

TEST(Evidence, TrimsWhiteSpace) {
  const clean::Report report = report_with_caption();
  EXPECT_EQ(trimmed(report, {3, 9}), (TextRange{4, 8}));
  EXPECT_EQ(trimmed(report, {15, 16}).empty(), true);
  EXPECT_FALSE(evidence(report, {15, 16}).has_value());
  EXPECT_FALSE(evidence(report, {0, 0}).has_value());
  EXPECT_EQ(trimmed(report, {26, 4000}), (TextRange{26, 43}));
}

TEST(Evidence, PiecesLeaveFurnitureOut) {
  const clean::Report report = report_with_caption();
  const auto pieces = evidence_pieces(report, {4, 43});
  ASSERT_EQ(pieces.size(), 2U);
  EXPECT_EQ(pieces[0].text, "Damm h\u00e4lt.");
  EXPECT_EQ(pieces[1].text, "Das Wasser sinkt.");
  EXPECT_EQ(pieces[1].range.source, (SourceRange{150, 167}));
}

TEST(Evidence, NeverRunsBackwards) {
  clean::Report report = report_with_caption();
  report.offsets = {};
  report.offsets.append_literal(500, 15);  // The first block stands behind the second in the source.
  report.offsets.append_unit(1, {515, 515});
  report.offsets.append_literal(130, 9);
  report.offsets.append_unit(1, {139, 139});
  report.offsets.append_literal(150, 17);
  report.offsets.append_unit(1, {167, 167});
  const auto found = evidence(report, {0, 43});
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->range.source, (SourceRange{500, 515}));
}

}  // namespace
}  // namespace ql::present
