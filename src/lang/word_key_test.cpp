// SPDX-License-Identifier: Apache-2.0
#include "lang/word_key.h"

#include <gtest/gtest.h>

#include "lang/embedded.h"
#include "lang/word_frequency.h"

namespace ql::lang {
namespace {

std::uint64_t stem(const char* word) { return word_key(fold_word(word)).stem; }
std::uint64_t word(const char* word) { return word_key(fold_word(word)).word; }

TEST(WordKey, JoinsInflectedForms) {
  EXPECT_EQ(stem("Kinder"), stem("Kindern"));
  EXPECT_EQ(stem("Brücke"), stem("Brücken"));
  EXPECT_EQ(stem("Deiches"), stem("Deich"));
  EXPECT_NE(stem("Deich"), stem("Teich"));
}

TEST(WordKey, KeepsFourLetters) {
  EXPECT_NE(stem("Ulme"), stem("Ulm"));
  EXPECT_EQ(stem("See"), word("See"));
}

TEST(WordKey, FoldsCaseAndUmlauts) {
  EXPECT_EQ(word("MÜLLER"), word("Mueller"));
  EXPECT_EQ(word("Straße"), word("STRASSE"));
}

TEST(WordFrequency, EverydayWordsAreMoreFrequentThanNames) {
  const WordFrequency frequency(embedded_file("models/de-wordfreq.bin"));
  const auto of = [&](const char* text) { return frequency.of(static_cast<std::uint32_t>(stem(text) >> 32U)); };
  EXPECT_GT(of("und"), 0.01);
  EXPECT_GT(of("Regierung"), 1e-5);
  EXPECT_LT(of("Regierung"), 1e-3);
  EXPECT_EQ(of("Quaddelsbüttel"), WordFrequency::kUnknown);
}

}  // namespace
}  // namespace ql::lang
