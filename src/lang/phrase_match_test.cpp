// SPDX-License-Identifier: Apache-2.0
#include "lang/phrase_match.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace ql::lang {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (WordWalk walk(text); walk.next();) words.emplace_back(text.substr(walk.begin(), walk.end() - walk.begin()));
  return words;
}

std::uint64_t hash_of(std::string_view word) {
  WordWalk walk(word);
  walk.next();
  return walk.hash();
}

TEST(PhraseMatch, WordsAreRunsOfLetters) {
  EXPECT_EQ(words_of("„Das stimmt“, sagte er 3-mal."),
            (std::vector<std::string>{"Das", "stimmt", "sagte", "er", "mal"}));
  EXPECT_TRUE(words_of("").empty());
  EXPECT_TRUE(words_of("... 12 \xFF").empty());
}

TEST(PhraseMatch, CaseDoesNotChangeAHash) {
  EXPECT_EQ(hash_of("Überfall"), hash_of("überfall"));
  EXPECT_EQ(hash_of("NEIN"), hash_of("nein"));
  EXPECT_NE(hash_of("nein"), hash_of("nie"));
}

TEST(PhraseMatch, QuotationMarksBesideBlanksArePassedOver) {
  std::size_t length = 0;
  EXPECT_EQ(match_phrase("keine rede sein", "Keine „Rede“ sein", length), std::string_view("keine rede sein").size());
  EXPECT_EQ(length, std::string_view("Keine „Rede“ sein").size());
  EXPECT_LT(match_phrase("keine rede", "keine Reue", length), std::string_view("keine rede").size());
}

TEST(PhraseMatch, OnlyWholeWordsAreFound) {
  std::size_t end = 0;
  const std::string_view text = "Unwahr, wahr";
  EXPECT_EQ(find_words(text, "wahr", 0, text.size(), end), 8U);
  EXPECT_EQ(end, text.size());
  EXPECT_EQ(find_words(text, "wahr", 0, 8, end), std::string_view::npos);
  EXPECT_FALSE(words_stand_at("wahrlich", "wahr", 0, end));
}

}  // namespace
}  // namespace ql::lang
