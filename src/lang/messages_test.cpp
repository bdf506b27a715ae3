// SPDX-License-Identifier: Apache-2.0
#include "lang/messages.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace ql::lang {
namespace {

TEST(Messages, EveryLanguageHasTheSameKeysAndPlaces) {
  const Messages german("de");
  const Messages english("en");
  EXPECT_GT(german.all().size(), 20U);
  for (const auto& [key, text] : german.all()) {
    ASSERT_TRUE(english.all().contains(key)) << key;
    const std::string_view other = english(key);
    EXPECT_EQ(std::count(text.begin(), text.end(), '{'), std::count(other.begin(), other.end(), '{')) << key;
  }
  EXPECT_EQ(german.all().size(), english.all().size());
}

TEST(Messages, FillsPlacesAndCounts) {
  const Messages german("de");
  EXPECT_EQ(german.integer(7), "7");
  EXPECT_EQ(german.integer(12844), "12.844");
  EXPECT_EQ(german.integer(1234567), "1.234.567");
  EXPECT_EQ(Messages("en").integer(12844), "12,844");
  EXPECT_EQ(german.count("count.reports", 1), "1 Bericht");
  EXPECT_EQ(german.count("count.reports", 1200), "1.200 Berichte");
  EXPECT_EQ(german.format("cli.written", {"a.html"}), "a.html geschrieben");
}

}  // namespace
}  // namespace ql::lang
