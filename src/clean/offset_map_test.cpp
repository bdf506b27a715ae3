// SPDX-License-Identifier: Apache-2.0
#include "clean/offset_map.h"

#include <gtest/gtest.h>

namespace ql::clean {
namespace {

TEST(OffsetMap, MapsThroughEntitiesAndGaps) {
  OffsetMap map;                // source: "<p>Gr&uuml;n</p>", text: "Grün"
  map.append_literal(3, 2);     // "Gr"
  map.append_unit(2, {5, 11});  // "&uuml;" -> two bytes of UTF-8
  map.append_literal(11, 1);    // "n"
  EXPECT_EQ(map.text_size(), 5U);
  EXPECT_EQ(map.to_source({0, 5}), (SourceRange{3, 12}));
  EXPECT_EQ(map.to_source({2, 4}), (SourceRange{5, 11}));
  EXPECT_EQ(map.to_source({4, 5}), (SourceRange{11, 12}));
}

TEST(OffsetMap, JoinsNeighbouringLiterals) {
  OffsetMap map;
  map.append_literal(0, 4);
  map.append_literal(4, 6);
  EXPECT_EQ(map.runs().size(), 1U);
  map.append_literal(4, 1, Field::Title);
  EXPECT_EQ(map.runs().size(), 2U);
  EXPECT_EQ(map.field_at(10), Field::Title);
}

}  // namespace
}  // namespace ql::clean
