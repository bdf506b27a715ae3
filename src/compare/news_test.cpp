// SPDX-License-Identifier: Apache-2.0
#include "compare/news.h"

#include <gtest/gtest.h>

namespace ql::compare {
namespace {

Item figure_of_report(std::size_t report) { return {ReportId(report), Item::Kind::Figure, 0}; }

/// Reports 0 and 1 are one story, report 2 another topic.
stories::StoryTable two_topics() {
  stories::StoryTable table;
  table.stories.push_back({{ReportId(0), ReportId(1)}, {}, {}, TopicId(0)});
  table.stories.push_back({{ReportId(2)}, {}, {}, TopicId(1)});
  table.topics.push_back({{StoryId(0)}});
  table.topics.push_back({{StoryId(1)}});
  return table;
}

Findings related(RelationType type, Item from, Item to) {
  Findings findings;
  findings.stories.resize(2);
  findings.stories[0].relations.push_back({type, from, to, "compare.figure.updates.01", "", {}});
  return findings;
}

TEST(News, ALaterValueOfTheNewReportUpdates) {
  const auto news = news_of(related(RelationType::Updates, figure_of_report(0), figure_of_report(1)), two_topics(),
                            {false, true, false});
  ASSERT_EQ(news.size(), 1U);
  EXPECT_EQ(news[0].kind, NewsKind::Updates);
  EXPECT_EQ(news[0].item, figure_of_report(1));
}

TEST(News, AnEarlierValueOfTheNewReportDoesNot) {
  const auto news = news_of(related(RelationType::Updates, figure_of_report(0), figure_of_report(1)), two_topics(),
                            {true, false, false});
  EXPECT_TRUE(news.empty());
}

TEST(News, DifferencesContradictInEitherDirection) {
  const Findings findings = related(RelationType::Differs, figure_of_report(0), figure_of_report(1));
  EXPECT_EQ(news_of(findings, two_topics(), {true, false, false}).at(0).kind, NewsKind::Contradicts);
  EXPECT_EQ(news_of(findings, two_topics(), {false, true, false}).at(0).kind, NewsKind::Contradicts);
}

TEST(News, BetweenTwoKnownOrTwoNewReportsThereIsNone) {
  const Findings findings = related(RelationType::Differs, figure_of_report(0), figure_of_report(1));
  EXPECT_TRUE(news_of(findings, two_topics(), {false, false, true}).empty());
  EXPECT_TRUE(news_of(findings, two_topics(), {true, true, false}).empty());
}

TEST(News, AClaimOfTheNewReportAloneIsNew) {
  Findings findings;
  findings.stories.resize(2);
  Claim claim;
  claim.members = {figure_of_report(1)};
  findings.stories[0].claims.push_back(claim);
  claim.members = {figure_of_report(0), figure_of_report(1)};
  findings.stories[0].claims.push_back(claim);
  const auto news = news_of(findings, two_topics(), {false, true, false});
  ASSERT_EQ(news.size(), 1U);
  EXPECT_EQ(news[0].kind, NewsKind::New);
}

TEST(News, AReportOfAnotherTopicAddsNothing) {
  Findings findings;
  findings.stories.resize(2);
  Claim claim;
  claim.members = {figure_of_report(2)};
  findings.stories[1].claims.push_back(claim);
  const std::vector<bool> is_new = {false, false, true};
  EXPECT_TRUE(news_of(findings, two_topics(), is_new).empty());
  EXPECT_EQ(related_reports(two_topics(), is_new), (std::vector<bool>{false, false, false}));
}

}  // namespace
}  // namespace ql::compare
