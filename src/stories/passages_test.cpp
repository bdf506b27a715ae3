// SPDX-License-Identifier: Apache-2.0
#include "stories/passages.h"

#include <gtest/gtest.h>

#include "stories/test_reports.h"

namespace ql::stories {
namespace {

const std::string kShared = "die Fähre nach Rothsiel fährt von Montag an wieder jede volle Stunde bis Mitternacht";

TEST(Passages, FindsTheSharedRunAndItsBytes) {
  const AnalysedReport first = make_report("", {"Wie die Reederei meldet, " + kShared + ", sofern das Wetter hält."});
  const AnalysedReport second = make_report("", {"Gute Nachricht: " + kShared + "!"});
  const ComparedWords a = compared_words_of(first), b = compared_words_of(second);
  PassageFinder finder;
  Overlap overlap;
  finder.set_reference(a);
  finder.compare(b, overlap);
  ASSERT_EQ(overlap.runs.size(), 1U);
  EXPECT_EQ(overlap.longest, 14U);
  EXPECT_EQ(overlap.shared_words, 14U);
  const auto ranges = passage_ranges(overlap, a, b);
  ASSERT_EQ(ranges.size(), 1U);
  EXPECT_EQ(slice(first.report.text, ranges[0].first), kShared);
  EXPECT_EQ(slice(second.report.text, ranges[0].second), kShared);
}

TEST(Passages, EqualTextIsContainedOtherTextIsNot) {
  const AnalysedReport one = make_report("", {kShared});
  const AnalysedReport other = make_report(
      "", {"Im Stadtrat ging es am Abend um neue Spielplätze, einen Radweg und den Haushalt des nächsten Jahres."});
  const ComparedWords a = compared_words_of(one), b = compared_words_of(other);
  PassageFinder finder;
  Overlap overlap;
  finder.set_reference(a);
  finder.compare(a, overlap);
  EXPECT_DOUBLE_EQ(overlap.containment, 1.0);
  finder.compare(b, overlap);
  EXPECT_TRUE(overlap.runs.empty());
  EXPECT_DOUBLE_EQ(overlap.containment, 0.0);
}

TEST(Passages, BoilerplateIsNoReuse) {
  const AnalysedReport report = make_report("", {kShared});
  const ComparedWords a = compared_words_of(report);
  PassageFinder finder;
  Overlap overlap;
  const std::vector<MarkedShingle> marked{{0, true}, {3, true}};
  finder.set_reference(a);
  finder.set_boilerplate(marked);
  finder.compare(a, overlap);
  EXPECT_TRUE(overlap.runs.empty());
  EXPECT_EQ(overlap.boilerplate_words, 14U);
}

}  // namespace
}  // namespace ql::stories
