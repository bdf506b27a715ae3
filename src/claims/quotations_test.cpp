// SPDX-License-Identifier: Apache-2.0
#include "claims/quotations.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

namespace ql::claims {
namespace {

clean::Report report_of(const std::vector<std::string>& paragraphs) {
  clean::Report report;
  for (const std::string& paragraph : paragraphs) {
    clean::Block block;
    block.text.begin = static_cast<std::uint32_t>(report.text.size());
    report.text += paragraph;
    block.text.end = static_cast<std::uint32_t>(report.text.size());
    report.text += '\n';
    report.blocks.push_back(block);
  }
  return report;
}

std::vector<std::string> inner_texts(const std::vector<std::string>& paragraphs) {
  const clean::Report report = report_of(paragraphs);
  std::vector<std::string> texts;
  for (const Quotation& q : find_quotations(report)) texts.emplace_back(slice(report.text, q.inner));
  return texts;
}

using Texts = std::vector<std::string>;

TEST(Quotations, EveryMarkSystem) {
  EXPECT_EQ(inner_texts({"Er rief „Halt an“ laut."}), Texts{"Halt an"});
  EXPECT_EQ(inner_texts({"Er rief »Halt an« laut."}), Texts{"Halt an"});
  EXPECT_EQ(inner_texts({"Er rief «Halt an» laut."}), Texts{"Halt an"});
  EXPECT_EQ(inner_texts({"Er rief “Halt an” laut."}), Texts{"Halt an"});
  EXPECT_EQ(inner_texts({"Er rief \"Halt an\" laut."}), Texts{"Halt an"});
  EXPECT_EQ(inner_texts({"Er rief „Halt an\" laut."}), Texts{"Halt an"});
  EXPECT_EQ(inner_texts({"Er rief ‚Halt an‘ laut."}), Texts{"Halt an"});
}

TEST(Quotations, NestedQuotationsKnowTheirParent) {
  const clean::Report report = report_of({"Sie sagte: „Er hat ‚nie‘ gesagt.“"});
  const std::vector<Quotation> found = find_quotations(report);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].parent, 0U);
  EXPECT_EQ(slice(report.text, found[1].inner), "nie");
}

TEST(Quotations, CrossesAStrayParagraphBreak) {
  EXPECT_EQ(inner_texts({"„Wenn", "das so bleibt, gehen wir“, sagte sie."}), Texts{"Wenn\ndas so bleibt, gehen wir"});
}

TEST(Quotations, MissingCloserEndsWithItsParagraph) {
  EXPECT_EQ(inner_texts({"Er sagte: „Wir gehen.", "Am Abend kam Regen.", "Sie sagte: „Gut.“"}),
            (Texts{"Wir gehen.", "Gut."}));
}

TEST(Quotations, RepeatedOpenerContinues) {
  const clean::Report report = report_of({"„Der Boden ist nass.", "„Es reicht ein Gewitter“, sagte sie."});
  const std::vector<Quotation> found = find_quotations(report);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_FALSE(found[0].closed);
  EXPECT_EQ(found[1].continues, 0U);
}

TEST(Quotations, ApostrophesAreNone) {
  EXPECT_TRUE(inner_texts({"Hans' Auto und Peters' Rad, wie geht's?"}).empty());
  EXPECT_EQ(inner_texts({"„Hat’s geklappt?“, fragte er."}), Texts{"Hat’s geklappt?"});
}

TEST(Quotations, FurnitureIsPassedOver) {
  clean::Report report = report_of({"„Wir", "Anzeige „jetzt", "gehen“, sagte er."});
  report.blocks[1].kind = clean::BlockKind::Furniture;
  const std::vector<Quotation> found = find_quotations(report);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].outer.begin, 0U);
}

TEST(Quotations, LinearForManyMarks) {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "„a ";
  const auto start = std::chrono::steady_clock::now();
  find_quotations(report_of({text}));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2));
}

}  // namespace
}  // namespace ql::claims
