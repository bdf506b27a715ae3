// SPDX-License-Identifier: Apache-2.0
#include "stories/latest_texts.h"

#include <gtest/gtest.h>

#include <string>

#include "stories/test_reports.h"

namespace ql::stories {
namespace {

/// A run of reports; counts how often texts are asked for.
class LatestTextsTest : public testing::Test {
 protected:
  void add(const std::string& text) {
    reports_.push_back(make_report("", {text}).report);
    order_.emplace_back(order_.size());
  }

  std::vector<clean::Report> reports_;
  std::vector<ReportKey> order_;
  int asked_ = 0;
  ReportSource source_ = [this](ReportKey key) {
    ++asked_;
    return std::make_shared<const clean::Report>(reports_[key.index()]);
  };
};

TEST_F(LatestTextsTest, ATextIsReadOnceWhileItIsAskedForOftenEnough) {
  for (int i = 0; i < 200; ++i) add("Bericht Nummer " + std::to_string(i));
  LatestTexts texts(order_, source_);
  for (std::uint32_t i = 1; i < 200; ++i) {
    const ComparedText& first = texts.of(0);
    const ComparedText& other = texts.of(i);
    ASSERT_EQ(first.report->text, "Bericht Nummer 0\n");
    ASSERT_EQ(other.report->text, "Bericht Nummer " + std::to_string(i) + "\n");
    ASSERT_EQ(other.list.size(), 3U);
  }
  EXPECT_EQ(asked_, 200);
  texts.of(1);  // long forgotten
  EXPECT_EQ(asked_, 201);
  texts.of(199);
  EXPECT_EQ(asked_, 201);
}

TEST_F(LatestTextsTest, BothSidesOfAPairHoldHoweverLongTheyAre) {
  std::string text;
  for (int i = 0; i < 700'000; ++i) text += "so ";
  for (int i = 0; i < 4; ++i) add(text + std::to_string(i));
  LatestTexts texts(order_, source_);
  for (std::uint32_t i = 1; i < 4; ++i) {
    const ComparedText& first = texts.of(0);
    const ComparedText& other = texts.of(i);
    ASSERT_EQ(first.list.size(), 700'001U);
    ASSERT_EQ(other.list.size(), 700'001U);
    ASSERT_EQ(first.report->text.back(), '\n');
  }
  EXPECT_EQ(asked_, 4);
  texts.of(1);  // there was no room for three
  EXPECT_EQ(asked_, 5);
}

}  // namespace
}  // namespace ql::stories
