// SPDX-License-Identifier: Apache-2.0
#include "clean/versions.h"

#include <gtest/gtest.h>

namespace ql::clean {
namespace {

using ingest::ItemState;

ItemState version_of(const std::string& item, std::uint64_t version, const std::string& created = "") {
  ItemState state;
  state.item = item;
  state.version = version;
  state.created = created;
  return state;
}

std::vector<VersionLink> link(const std::vector<ItemState>& states) {
  std::vector<const ItemState*> items;
  for (const ItemState& state : states) items.push_back(&state);
  return link_versions(items);
}

TEST(Versions, TheNewestSpeaksWhateverTheOrder) {
  const auto links = link({version_of("a", 2), version_of("a", 10), version_of("b", 1), version_of("a", 1), {}, {}});
  EXPECT_EQ(links[0].status, VersionStatus::Superseded);
  EXPECT_EQ(links[0].newest, std::size_t{1});
  EXPECT_EQ(links[1].status, VersionStatus::Current);
  EXPECT_EQ(links[2].status, VersionStatus::Current);
  EXPECT_EQ(links[3].newest, std::size_t{1});
  EXPECT_EQ(links[4].status, VersionStatus::Current);  // no id: not versions of each other
  EXPECT_EQ(links[5].status, VersionStatus::Current);
}

TEST(Versions, TimeDecidesWhereNumbersDoNot) {
  const auto links = link({version_of("a", 0, "2025-03-07T10:00:00"), version_of("a", 0, "2025-03-07T09:00:00")});
  EXPECT_EQ(links[0].status, VersionStatus::Current);
  EXPECT_EQ(links[1].newest, std::size_t{0});
}

TEST(Versions, AWithdrawalTakesBackWhatCameBeforeIt) {
  ItemState withdrawal = version_of("a", 3);
  withdrawal.withdrawn = true;
  const auto all = link({version_of("a", 1), version_of("a", 2), withdrawal});
  EXPECT_EQ(all[0].status, VersionStatus::Withdrawn);
  EXPECT_EQ(all[1].status, VersionStatus::Withdrawn);
  EXPECT_FALSE(all[1].newest.has_value());
  const auto again = link({version_of("a", 2), withdrawal, version_of("a", 4)});
  EXPECT_EQ(again[0].status, VersionStatus::Superseded);  // sent again after it
  EXPECT_EQ(again[0].newest, std::size_t{2});
  EXPECT_EQ(again[2].status, VersionStatus::Current);
}

TEST(Versions, ACorrectionMarksWhatItCorrects) {
  ItemState correction = version_of("a", 2);
  correction.correction = true;
  const auto links = link({version_of("a", 1), correction, version_of("a", 3)});
  EXPECT_TRUE(links[0].corrected);
  EXPECT_FALSE(links[1].corrected);
  EXPECT_FALSE(links[2].corrected);
}

TEST(Versions, TheSameVersionTwiceIsNotSuperseded) {
  const auto links = link({version_of("a", 1), version_of("a", 1), version_of("a", 2), version_of("a", 2)});
  EXPECT_EQ(links[0].status, VersionStatus::Superseded);
  EXPECT_EQ(links[1].status, VersionStatus::Superseded);
  EXPECT_EQ(links[2].status, VersionStatus::Current);
  EXPECT_EQ(links[3].status, VersionStatus::Current);
}

}  // namespace
}  // namespace ql::clean
