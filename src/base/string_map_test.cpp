// SPDX-License-Identifier: Apache-2.0
#include "base/string_map.h"

#include <gtest/gtest.h>

#include <string>

namespace ql {
namespace {

TEST(StringMap, FindsWhatWasAddedAndNothingElse) {
  StringMap<int> map;
  EXPECT_FALSE(map.contains("a"));
  for (int i = 0; i < 5000; ++i) EXPECT_TRUE(map.emplace("wort" + std::to_string(i), i).second);
  ASSERT_EQ(map.size(), 5000U);
  for (int i = 0; i < 5000; ++i) {
    const auto found = map.find("wort" + std::to_string(i));
    ASSERT_NE(found, map.end());
    EXPECT_EQ(found->second, i);
    EXPECT_FALSE(map.contains("fort" + std::to_string(i)));
  }
}

TEST(StringMap, TheFirstValueOfAKeyStays) {
  StringMap<int> map;
  map.emplace("", 1);
  EXPECT_FALSE(map.emplace("", 2).second);
  EXPECT_EQ(map.find("")->second, 1);
  map["x"] += 3;
  map["x"] += 4;
  EXPECT_EQ(map.find("x")->second, 7);
}

TEST(StringMap, IsInTheOrderOfInsertion) {
  StringMap<int> map;
  for (const char* key : {"z", "a", "m"}) map[key] = 1;
  std::string order;
  for (const auto& [key, value] : map) order += key;
  EXPECT_EQ(order, "zam");
  map.clear();
  EXPECT_TRUE(map.empty());
  EXPECT_FALSE(map.contains("z"));
  map["b"] = 2;
  EXPECT_EQ(map.find("b")->second, 2);
}

}  // namespace
}  // namespace ql
