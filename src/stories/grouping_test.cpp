// SPDX-License-Identifier: Apache-2.0
#include "stories/grouping.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace ql::stories {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;

constexpr Measure kOneStory = Measure::OneStory, kLikeness = Measure::Likeness;

/// Both measures of a link are the same.
Link link(std::uint32_t a, std::uint32_t b, float measure) { return {a, b, measure, measure}; }

/// Two stories of two reports each, and a bridge between them.
std::vector<Link> two_stories() { return {link(0, 1, 0.8F), link(1, 2, 0.45F), link(2, 3, 0.7F)}; }

std::vector<std::uint32_t> groups(std::size_t reports, const std::vector<Link>& links, Grouping::Rule rule) {
  Grouping grouping(reports, links, {});
  grouping.join(rule);
  return grouping.groups();
}

TEST(Grouping, JoinsByTheMeanNotByOneLink) {
  EXPECT_THAT(groups(4, two_stories(), {kOneStory, 0.3F, 0}), ElementsAre(0, 0, 2, 2));
  EXPECT_THAT(groups(4, two_stories(), {kOneStory, 0.1F, 0}), ElementsAre(0, 0, 0, 0));
}

TEST(Grouping, TheMeanIsTakenOverThePairsWithoutALink) {
  // 0 and 1 are one group; 2 is linked with one of them: the mean is half of that link.
  const std::vector<Link> links{link(0, 1, 0.9F), link(1, 2, 0.6F)};
  EXPECT_THAT(groups(3, links, {kOneStory, 0.29F, 0}), ElementsAre(0, 0, 0));
  EXPECT_THAT(groups(3, links, {kOneStory, 0.31F, 0}), ElementsAre(0, 0, 2));
}

TEST(Grouping, EachRuleHasItsMeasure) {
  const std::vector<Link> links{{0, 1, 0.9F, 0.1F}, {2, 3, 0.1F, 0.9F}};
  EXPECT_THAT(groups(4, links, {kOneStory, 0.5F, 0}), ElementsAre(0, 1, 2, 2));
  EXPECT_THAT(groups(4, links, {kLikeness, 0.5F, 0}), ElementsAre(0, 0, 2, 3));
}

TEST(Grouping, AStoryOfMoreReportsThanCanBeLinkedIsNotTorn) {
  // Each report is linked with those just before it, as far as links go.
  constexpr std::uint32_t kReports = 400, kLinked = kMostCandidates;
  std::vector<Link> links;
  for (std::uint32_t b = 0; b < kReports; ++b) {
    for (std::uint32_t a = b < kLinked ? 0 : b - kLinked; a < b; ++a) links.push_back(link(a, b, 0.9F));
  }
  EXPECT_THAT(groups(kReports, links, {kOneStory, 0.4F, 0.6F}), Each(0U));
}

TEST(Grouping, OneLinkJoinsNoReportToAStoryOfThousands) {
  constexpr std::uint32_t kReports = 3000, kLinked = kMostCandidates;
  std::vector<Link> links{link(kReports / 2, kReports, 0.5F)};
  for (std::uint32_t b = 0; b < kReports; ++b) {
    for (std::uint32_t a = b < kLinked ? 0 : b - kLinked; a < b; ++a) links.push_back(link(a, b, 0.9F));
  }
  Grouping grouping(kReports + 1, links, {});
  grouping.join({kOneStory, 0.35F, 0.7F});
  grouping.attach_singles(0.175F, 2);
  EXPECT_EQ(grouping.groups()[kReports - 1], 0U);
  EXPECT_EQ(grouping.groups()[kReports], kReports);
}

TEST(Grouping, ManyFaintLinksMakeNoTopicOfTwoLargeStories) {
  constexpr std::uint32_t kReports = 200, kAcross = 20;
  std::vector<Link> links;
  for (std::uint32_t b = 0; b < 2 * kReports; ++b) {
    for (std::uint32_t a = b < kReports ? 0 : kReports; a < b; ++a) links.push_back(link(a, b, 0.9F));
    for (std::uint32_t a = 0; b >= kReports && a < kAcross; ++a) {
      links.push_back({(a + b) % kReports, b, 0.15F, 0.04F});
    }
  }
  Grouping grouping(2 * kReports, links, {});
  grouping.join({kOneStory, 0.5F, 0});
  const std::vector<std::uint32_t> stories = grouping.groups();
  grouping.join({kLikeness, 0.13F, 0});
  EXPECT_EQ(grouping.groups(), stories);
  EXPECT_NE(stories.front(), stories.back());
}

TEST(Grouping, OrderOfLinksDoesNotMatter) {
  std::vector<Link> turned = two_stories();
  std::reverse(turned.begin(), turned.end());
  EXPECT_THAT(groups(4, turned, {kOneStory, 0.3F, 0}), ElementsAre(0, 0, 2, 2));
}

TEST(Grouping, BreadthKeepsTheReachOfAStoryOfDifferentReports) {
  // The first two have an inner mean of .75, so that .45 counts as .45 / sqrt(.75) = .52 for them.
  const std::vector<Link> links{link(0, 1, 0.5F), link(0, 2, 0.45F), link(1, 2, 0.45F)};
  EXPECT_THAT(groups(3, links, {kOneStory, 0.49F, 0}), ElementsAre(0, 0, 2));
  EXPECT_THAT(groups(3, links, {kOneStory, 0.49F, 1}), ElementsAre(0, 0, 0));
}

/// Two stories of two reports each and a ticker between them.
std::vector<Link> ticker_on_both() {
  return {link(0, 1, 0.9F), link(3, 4, 0.9F), link(0, 2, 0.7F), link(1, 2, 0.7F), link(2, 3, 0.6F), link(2, 4, 0.6F)};
}

TEST(Grouping, ALonerJoinsNothingAndGluesNothing) {
  Grouping grouping(5, ticker_on_both(), {false, false, true, false, false});
  grouping.join({kOneStory, 0.3F, 0});
  grouping.attach_singles(0.15F, 1);
  grouping.attach_loners({0.2F, 2.5F, 0.1F});
  EXPECT_THAT(grouping.groups(), ElementsAre(0, 0, 2, 3, 3));
}

TEST(Grouping, ALonerIsAttachedToTheGroupThatDominatesIt) {
  std::vector<Link> links = ticker_on_both();
  for (Link& some : links) {
    if (some.likeness == 0.6F) some.likeness = 0.2F;
  }
  Grouping grouping(5, links, {false, false, true, false, false});
  grouping.join({kOneStory, 0.3F, 0});
  grouping.attach_loners({0.2F, 2.5F, 0.1F});
  EXPECT_THAT(grouping.groups(), ElementsAre(0, 0, 0, 3, 3));
}

TEST(Grouping, ARivalThatIsLikeTheDominatingGroupItselfIsNone) {
  std::vector<Link> links = ticker_on_both();
  for (std::uint32_t a = 0; a < 2; ++a) {
    for (std::uint32_t b = 3; b < 5; ++b) links.push_back({a, b, 0.25F, 0});
  }
  Grouping grouping(5, links, {false, false, true, false, false});
  grouping.join({kOneStory, 0.3F, 0});
  grouping.attach_loners({0.2F, 2.5F, 0.1F});
  EXPECT_THAT(grouping.groups(), ElementsAre(0, 0, 0, 3, 3));
}

TEST(Grouping, SinglesAreAttachedOnlyWhereNothingCompetes) {
  for (const float rival : {0.1F, 0.35F}) {
    const std::vector<Link> links{link(0, 1, 0.9F), link(2, 3, 0.9F),  link(0, 4, 0.4F),
                                  link(1, 4, 0.4F), link(2, 4, rival), link(3, 4, rival)};
    Grouping grouping(6, links, {});
    grouping.join({kOneStory, 0.5F, 0});
    EXPECT_THAT(grouping.groups(), ElementsAre(0, 0, 2, 2, 4, 5));
    grouping.attach_singles(0.3F, 2);
    EXPECT_THAT(grouping.groups(), ElementsAre(0, 0, 2, 2, rival < 0.2F ? 0 : 4, 5));
  }
}

TEST(Grouping, NeighboursThatAreNoGroupsAnyMorePushOutNone) {
  constexpr std::uint32_t kPairs = 700;
  std::vector<Link> links;  // the first report is a bit like all the others, which are pairs
  for (std::uint32_t pair = 0; pair < kPairs; ++pair) {
    const std::uint32_t first = 1 + 2 * pair;
    links.push_back(link(0, first, 0.4F));
    links.push_back(link(0, first + 1, 0.4F));
    links.push_back(link(first, first + 1, 1));
  }
  Grouping grouping(1 + 2 * kPairs, links, {});
  grouping.join({kOneStory, 0.9F, 0});
  grouping.join({kOneStory, 0.9F, 0});
  EXPECT_EQ(grouping.groups()[1], 1U);
  grouping.attach_singles(0.1F, 0.5F);
  EXPECT_EQ(grouping.groups()[1], 0U);
}

TEST(Centralities, TheMostCentralReportIsTheOneThatSharesMost) {
  const std::vector<Link> links{link(0, 1, 0.5F), link(1, 2, 0.6F), link(2, 3, 0.9F)};
  const std::vector<float> centrality = centralities(std::vector<std::uint32_t>{0, 0, 0, 3}, links);
  EXPECT_GT(centrality[1], centrality[2]);
  EXPECT_GT(centrality[2], centrality[0]);
  EXPECT_FLOAT_EQ(centrality[1], (1 + 0.5F + 0.6F) / 3);
  EXPECT_EQ(centrality[3], 0);
}

}  // namespace
}  // namespace ql::stories
