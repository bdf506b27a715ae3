// SPDX-License-Identifier: Apache-2.0
#include "stories/compared_words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "stories/test_reports.h"

namespace ql::stories {
namespace {

std::vector<std::uint32_t> keys_of(const std::string& text) { return compared_words_of(make_report("", {text})).keys; }

TEST(ComparedWords, StandWhereTheWordsOfTheListStand) {
  const std::string last = "Der letzte Absatz hat ein Wort mit mehr als 24 Buchstaben: Bundesverfassungsgerichtsurteil";
  const AnalysedReport report = make_report(
      "Überflutung in Ödhafen", {"Am 24.12. fielen 22.657 Liter, 1,5 mehr. 5G fiel aus.", "", "Zwei.", last});
  const WordList list = word_list_of(report);
  const ComparedWords words = compared_words_of(report);
  ASSERT_EQ(words.size(), list.words.size());
  std::vector<std::uint32_t> block_starts;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    EXPECT_EQ(words.texts[i], list.words[i].text) << i;
    if (list.words[i].block_start) block_starts.push_back(i);
  }
  EXPECT_EQ(words.block_starts, block_starts);
}

TEST(ComparedWords, AreEqualWhenTheFoldedWordsAre) {
  const std::vector<std::uint32_t> one = keys_of("MUELLER Strasse gross 22657 haus 24 Öl Verwaltungsgerichtsverfahren");
  const std::vector<std::uint32_t> two = keys_of("Müller STRAßE groß 22.657 Haus 2,4 Oel VERWALTUNGSGERICHTSVERFAHREN");
  ASSERT_EQ(one.size(), two.size());
  for (std::size_t i = 0; i < one.size(); ++i) EXPECT_EQ(one[i] == two[i], i != 5) << i;
}

/// Two words have one key here just if they have one key in the list.
TEST(ComparedWords, AgreeWithTheListOnWhatIsTheSame) {
  const AnalysedReport report = make_report(
      "",
      {"Die Größe der Grösse die GRÖSSE groesse 5G 5g 1.000 1000 10,00 Café café CAFÉ cafe Ärzte ärzte Aerzte Arzt",
       "Donaudampfschifffahrtsgesellschaft donaudampfschifffahrtsgesellschaft Donaudampfschifffahrtsgesellschaften"});
  const WordList list = word_list_of(report);
  const ComparedWords words = compared_words_of(report);
  ASSERT_EQ(words.size(), list.words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      EXPECT_EQ(words.keys[i] == words.keys[k], list.words[i].key == list.words[k].key) << i << ' ' << k;
    }
  }
}

}  // namespace
}  // namespace ql::stories
