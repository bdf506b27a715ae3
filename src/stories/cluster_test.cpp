// SPDX-License-Identifier: Apache-2.0
#include "stories/cluster.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ql::stories {
namespace {

using ::testing::ElementsAre;

TEST(AverageLink, JoinsByTheMeanNotByOneLink) {
  // 0-1 and 2-3 are close pairs; the single link 1-2 is not enough for four.
  const std::vector<Link> links = {{0, 1, 0.9F}, {2, 3, 0.8F}, {1, 2, 0.7F}};
  EXPECT_THAT(average_link(4, links, 0.3F, 0), ElementsAre(0, 0, 2, 2));
  EXPECT_THAT(average_link(4, links, 0.1F, 0), ElementsAre(0, 0, 0, 0));
}

TEST(AverageLink, OrderOfLinksDoesNotMatter) {
  const std::vector<Link> links = {{0, 1, 0.5F}, {1, 2, 0.5F}, {0, 3, 0.4F}};
  const std::vector<Link> turned(links.rbegin(), links.rend());
  EXPECT_EQ(average_link(4, links, 0.3F, 0), average_link(4, turned, 0.3F, 0));
}

TEST(AttachSingles, OnlyWhereNothingCompetes) {
  std::vector<std::uint32_t> clear = {0, 0, 2, 3, 3};
  const std::vector<Link> one_side = {{0, 1, 0.9F}, {3, 4, 0.9F}, {0, 2, 0.2F}, {1, 2, 0.2F}, {2, 3, 0.05F}};
  attach_singles(one_side, 0.15F, 2, clear);
  EXPECT_THAT(clear, ElementsAre(0, 0, 0, 3, 3));
  std::vector<std::uint32_t> torn = {0, 0, 2, 3, 3};
  const std::vector<Link> both = {{0, 2, 0.2F}, {1, 2, 0.2F}, {2, 3, 0.2F}, {2, 4, 0.2F}};
  attach_singles(both, 0.15F, 2, torn);
  EXPECT_THAT(torn, ElementsAre(0, 0, 2, 3, 3));
}

TEST(GroupLinks, AreMeansOverAllPairs) {
  const std::vector<std::uint32_t> group_of = {0, 0, 2};
  const std::vector<Link> links = {{0, 1, 0.9F}, {0, 2, 0.4F}};
  const std::vector<Link> between = group_links(links, group_of);
  ASSERT_EQ(between.size(), 1U);
  EXPECT_FLOAT_EQ(between[0].likeness, 0.2F);
}

}  // namespace
}  // namespace ql::stories
