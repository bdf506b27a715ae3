// SPDX-License-Identifier: Apache-2.0
#include "lang/tsv.h"

#include <gtest/gtest.h>

namespace ql::lang {
namespace {

TEST(Tsv, SkipsCommentsAndFindsColumnsByName) {
  const TsvTable table("# licence\nlemma\tclass\n\nsagen\tverb\nlaut\t\n", "test");
  ASSERT_EQ(table.row_count(), 2U);
  EXPECT_EQ(table.cell(0, table.column("class")), "verb");
  EXPECT_EQ(table.cell(1, table.column("lemma")), "laut");
  EXPECT_EQ(table.cell(1, table.column("class")), "");
}

TEST(Tsv, RefusesRowsOfAnotherWidth) { EXPECT_DEATH(TsvTable("a\tb\nonly one\n", "broken.tsv"), "broken.tsv:2"); }

TEST(Tsv, SplitKeepsEmptyParts) {
  EXPECT_EQ(split("a||b|", '|'), (std::vector<std::string_view>{"a", "", "b", ""}));
  EXPECT_TRUE(split("", '|').empty());
}

}  // namespace
}  // namespace ql::lang
