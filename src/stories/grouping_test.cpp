// SPDX-License-Identifier: Apache-2.0
#include "stories/grouping.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace ql::stories {
namespace {

using ::testing::ElementsAre;

/// Reports given by their terms, (key, weight) each, not normalised.
class Reports {
 public:
  /// Each stands for ten words, so that no weight is too large for a Term.
  void add(const std::vector<std::pair<std::uint32_t, float>>& terms, std::int32_t day = 0, std::uint32_t outlet = 0) {
    constexpr std::uint32_t kWords = 10;
    float square = 0;
    for (const auto& [key, weight] : terms) square += weight * weight * kWords;
    std::vector<Term> normal;
    for (const auto& [key, weight] : terms) {
      for (std::uint32_t i = 0; i < kWords; ++i) normal.emplace_back(key * kWords + i, weight / std::sqrt(square));
    }
    features_.push_back(std::make_unique<Features>(std::span<const std::uint32_t>{}, normal));
    dated_.push_back({features_.back()->terms(), day, outlet});
  }
  /// Links between all reports.
  [[nodiscard]] std::vector<Link> links() const {
    std::vector<Link> all;
    OpenVector vector;
    for (std::uint32_t b = 0; b < dated_.size(); ++b) {
      vector.fill(dated_[b].terms);
      for (std::uint32_t a = 0; a < b; ++a) {
        const float product = vector.product(dated_[a].terms);
        all.push_back({a, b, product});
      }
    }
    return all;
  }
  [[nodiscard]] Grouping grouping(const std::vector<bool>& loners = {}) const {
    return Grouping(dated_, links(), loners);
  }
  [[nodiscard]] std::span<const Dated> dated() const { return dated_; }

 private:
  std::vector<std::unique_ptr<Features>> features_;
  std::vector<Dated> dated_;
};

/// Two stories of two reports each, and a bridge between them.
Reports two_stories() {
  Reports reports;
  reports.add({{1, 1}, {2, 1}});
  reports.add({{1, 1}, {2, 1}, {3, 0.6F}});
  reports.add({{3, 0.6F}, {7, 1}, {8, 1}});
  reports.add({{7, 1}, {8, 1}});
  return reports;
}

TEST(Grouping, JoinsByTheMeanNotByOneLink) {
  const Reports reports = two_stories();
  Grouping apart = reports.grouping();
  apart.join({0.3F, 0});
  EXPECT_THAT(apart.groups(), ElementsAre(0, 0, 2, 2));
  Grouping together = reports.grouping();
  together.join({0.02F, 0});
  EXPECT_THAT(together.groups(), ElementsAre(0, 0, 0, 0));
}

TEST(Grouping, ReportsOfOneOutletAreLessAlike) {
  constexpr float kJustAlike = 0.5F - kOutletLoss / 2;
  for (const std::uint32_t outlet : {3U, 4U, 0U}) {
    Reports reports;
    reports.add({{1, 1}, {2, 1}}, 0, outlet);
    reports.add({{2, 1}, {3, 1}}, 0, outlet == 4 ? 3 : outlet);
    Grouping grouping = reports.grouping();
    grouping.join({kJustAlike, 0});
    EXPECT_EQ(grouping.groups()[1], outlet == 3 ? 1U : 0U) << outlet;
  }
}

TEST(Grouping, AGroupLosesByTheShareOfItsPairsThatAreOfOneOutlet) {
  // Three alike reports of three outlets, and one of the first of them that is half like each: a third of the pairs.
  constexpr float kThird = 0.5F - kOutletLoss / 3;
  for (const float least : {kThird - 0.01F, kThird + 0.01F}) {
    Reports reports;
    for (const std::uint32_t outlet : {1U, 2U, 3U}) reports.add({{1, 1}, {2, 1}}, 0, outlet);
    reports.add({{2, 1}, {3, 1}}, 0, 1);
    Grouping grouping = reports.grouping();
    grouping.join({least, 0});
    EXPECT_EQ(grouping.groups()[3], least < kThird ? 0U : 3U) << least;
  }
}

TEST(Grouping, OrderOfLinksDoesNotMatter) {
  const Reports reports = two_stories();
  std::vector<Link> turned = reports.links();
  std::reverse(turned.begin(), turned.end());
  Grouping other(reports.dated(), turned, {});
  other.join({0.3F, 0});
  EXPECT_THAT(other.groups(), ElementsAre(0, 0, 2, 2));
}

TEST(Grouping, BreadthKeepsTheReachOfAStoryOfDifferentReports) {
  Reports reports;
  reports.add({{1, 1}, {2, 1}});
  reports.add({{1, 1}, {3, 1}});
  reports.add({{2, 1}, {3, 1}});
  Grouping narrow = reports.grouping();
  narrow.join({0.5001F, 0});
  Grouping broad = reports.grouping();
  broad.join({0.45F, 1});
  EXPECT_THAT(broad.groups(), ElementsAre(0, 0, 0));
  EXPECT_NE(narrow.groups(), broad.groups());
}

TEST(Grouping, ALonerIsAttachedButJoinsNothing) {
  Reports reports;
  reports.add({{1, 1}, {2, 1}});
  reports.add({{1, 1}, {2, 1}});
  reports.add({{1, 1}, {2, 1}, {7, 1}, {8, 1}});  // a ticker on both stories
  reports.add({{7, 1}, {8, 1}});
  reports.add({{7, 1}, {8, 1}});
  Grouping with = reports.grouping({false, false, true, false, false});
  with.join({0.3F, 0});
  with.attach_singles(0.15F, 2);
  EXPECT_THAT(with.groups(), ElementsAre(0, 0, 2, 3, 3));
}

TEST(Grouping, SinglesAreAttachedOnlyWhereNothingCompetes) {
  Reports reports;
  reports.add({{1, 1}, {2, 1}});
  reports.add({{1, 1}, {2, 1}});
  reports.add({{1, 0.4F}, {5, 1}, {6, 1}});
  reports.add({{9, 1}});
  Grouping grouping = reports.grouping();
  grouping.join({0.5F, 0});
  EXPECT_THAT(grouping.groups(), ElementsAre(0, 0, 2, 3));
  grouping.attach_singles(0.15F, 2);
  EXPECT_THAT(grouping.groups(), ElementsAre(0, 0, 0, 3));
}

TEST(Grouping, ALonerJoinsTheGroupThatDominatesItAndGluesNothing) {
  Reports reports;
  reports.add({{1, 1}, {2, 1}});
  reports.add({{1, 1}, {2, 1}});
  reports.add({{5, 1}, {6, 1}});
  reports.add({{5, 1}, {6, 1}});
  reports.add({{1, 1}, {2, 0.8F}, {9, 0.5F}});    // like the first story only
  reports.add({{1, 1}, {2, 1}, {5, 1}, {6, 1}});  // like both
  Grouping grouping = reports.grouping({false, false, false, false, true, true});
  grouping.join({0.3F, 0});
  EXPECT_THAT(grouping.groups(), ElementsAre(0, 0, 2, 2, 4, 5));
  grouping.attach_loners({0.2F, 2.5F, 0.1F});
  grouping.attach_singles(0.1F, 1);
  EXPECT_THAT(grouping.groups(), ElementsAre(0, 0, 2, 2, 0, 5));
}

TEST(Grouping, NeighboursThatAreNoGroupsAnyMorePushOutNone) {
  constexpr std::uint32_t kPairs = 700;
  Reports reports;
  std::vector<Link> links;
  reports.add({{1, 1}});  // a bit like all the others, which are pairs
  for (std::uint32_t pair = 0; pair < kPairs; ++pair) {
    const std::uint32_t first = 1 + 2 * pair;
    for (int i = 0; i < 2; ++i) reports.add({{1, 0.5F}, {2 + pair, 1}});
    links.push_back({0, first, 0.447F});
    links.push_back({0, first + 1, 0.447F});
    links.push_back({first, first + 1, 1});
  }
  Grouping grouping(reports.dated(), links, {});
  grouping.join({0.9F, 0});
  grouping.join({0.9F, 0});
  EXPECT_EQ(grouping.groups()[1], 1U);
  grouping.attach_singles(0.1F, 0.5F);
  EXPECT_EQ(grouping.groups()[1], 0U);
}

TEST(Grouping, DaysBetweenReportsCount) {
  Reports reports;
  reports.add({{1, 1}, {2, 1}}, 0);
  reports.add({{1, 1}, {3, 1}}, 0);
  reports.add({{1, 1}, {4, 1}}, 300);
  Grouping grouping = reports.grouping();
  grouping.join({0.46F, 0});
  EXPECT_THAT(grouping.groups(), ElementsAre(0, 0, 2));
}

TEST(Grouping, TheMostCentralReportIsTheOneThatSharesMost) {
  Reports reports;
  reports.add({{1, 1}, {5, 1}});
  reports.add({{1, 1}, {2, 1}});
  reports.add({{2, 1}, {6, 1}});
  Grouping grouping = reports.grouping();
  grouping.join({0.1F, 0});
  const std::vector<float> centrality = grouping.centralities();
  EXPECT_GT(centrality[1], centrality[0]);
  EXPECT_GT(centrality[1], centrality[2]);
}

}  // namespace
}  // namespace ql::stories
