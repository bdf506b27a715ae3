// SPDX-License-Identifier: Apache-2.0
#include "stories/words.h"

#include <gtest/gtest.h>

#include "stories/test_reports.h"

namespace ql::stories {
namespace {

TEST(Words, TitleFirstThenBodyWithRangesIntoTheText) {
  const AnalysedReport report = make_report("Brand in Ödhafen", {"Um 5 Uhr brannte es. Niemand starb."});
  WordList list;
  scan_words(report.report, list);
  ASSERT_EQ(list.title_words, 3U);
  ASSERT_EQ(list.words.size(), 10U);
  EXPECT_EQ(slice(report.report.text, list.words[2].text), "Ödhafen");
  EXPECT_TRUE(list.words[2].capitalised);
  EXPECT_TRUE(list.words[4].digit);
  EXPECT_TRUE(list.words[8].sentence_start);
  EXPECT_FALSE(list.words[9].sentence_start);
}

TEST(Words, FurnitureIsNotRead) {
  AnalysedReport report = make_report("", {"Hier steht Text.", "Jetzt Abo kaufen"});
  report.report.blocks[1].kind = clean::BlockKind::Furniture;
  WordList list;
  scan_words(report.report, list);
  EXPECT_EQ(list.words.size(), 3U);
}

TEST(Words, InvalidBytesEndWords) {
  const AnalysedReport report = make_report("", {"ab\xFF"
                                                 "cd"});
  WordList list;
  scan_words(report.report, list);
  EXPECT_EQ(list.words.size(), 2U);
}

}  // namespace
}  // namespace ql::stories
