// SPDX-License-Identifier: Apache-2.0
#include "stories/word_parts.h"

#include <gtest/gtest.h>

#include "lang/language.h"
#include "lang/word_key.h"

namespace ql::stories {
namespace {

std::uint32_t stem(const std::string& word) {
  return static_cast<std::uint32_t>(lang::word_key(lang::fold_word(word)).stem >> 32U);
}

WordParts parts_of(const std::string& word) {
  static const lang::Language language = lang::load_language("de");
  static const Rarities rarities(language.word_frequency);
  return parts_of(lang::fold_word(word), rarities);
}

TEST(WordParts, CompoundsFallIntoKnownWords) {
  EXPECT_EQ(parts_of("Hafenfest").head, stem("Hafen"));
  EXPECT_EQ(parts_of("Hafenfest").tail, stem("Fest"));
  EXPECT_EQ(parts_of("Brückensperrung").head, stem("Brücke"));
  EXPECT_EQ(parts_of("Fabrikbrände").tail, stem("Brände"));
}

TEST(WordParts, NamesAndSimpleWordsStayWhole) {
  EXPECT_EQ(parts_of("Ohlendiek").tail, 0U);
  EXPECT_EQ(parts_of("Feuer").tail, 0U);
}

}  // namespace
}  // namespace ql::stories
