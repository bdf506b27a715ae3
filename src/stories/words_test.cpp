// SPDX-License-Identifier: Apache-2.0
#include "stories/words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "stories/test_reports.h"

namespace ql::stories {
namespace {

TEST(Words, TitleFirstThenBodyWithRangesIntoTheText) {
  const AnalysedReport report = make_report("Brand in Ödhafen", {"Um 5 Uhr brannte es. Niemand starb."});
  WordList list = word_list_of(report);
  ASSERT_EQ(list.title_words, 3U);
  ASSERT_EQ(list.words.size(), 10U);
  EXPECT_EQ(slice(report.report.text, list.words[2].text), "Ödhafen");
  EXPECT_TRUE(list.words[2].facts.capitalised());
  EXPECT_TRUE(list.words[4].digit);
  EXPECT_TRUE(list.words[8].sentence_start);
  EXPECT_FALSE(list.words[9].sentence_start);
}

TEST(Words, TheGenitiveOfWordsInErAndEnIsTheSameWord) {
  const AnalysedReport report = make_report("", {"Trainer Trainers Brasilien Brasiliens Kurs Kurses"});
  const WordList list = word_list_of(report);
  ASSERT_EQ(list.words.size(), 6U);
  for (const std::size_t i : {0U, 2U, 4U}) EXPECT_EQ(list.words[i].stem, list.words[i + 1].stem) << i;
}

TEST(Words, NumbersAreOneWordAndTellingOnesAreMarked) {
  const AnalysedReport report =
      make_report("", {"22.657 Fälle, 1,5 Prozent, 100.000 Euro, 2021, 12 Tote, 5G, 24.12. um 14:30"});
  WordList list = word_list_of(report);
  std::vector<std::string> telling;
  for (const Word& word : list.words) {
    if (word.kind == WordKind::Number) telling.emplace_back(slice(report.report.text, word.text));
  }
  EXPECT_EQ(telling, (std::vector<std::string>{"22.657", "1,5", "24.12"}));
  const AnalysedReport plain = make_report("", {"22657 Fälle"});
  WordList other = word_list_of(plain);
  EXPECT_EQ(list.words[0].key, other.words[0].key);
  EXPECT_EQ(list.words.size(), 14U);
}

TEST(Words, NamesAreMarkedInTitleAndBody) {
  const AnalysedReport report = make_report("Ohlendiek geht", {"Werkleiterin Frauke Ohlendiek verlässt Oberdal."});
  WordList list = word_list_of(report);
  annotate::Mention person;
  person.type = annotate::EntityType::Person;
  const auto at = static_cast<std::uint32_t>(report.report.text.find("Frauke"));
  person.text = {at, at + 16};
  annotate::Mention title = person;
  title.text = {0, 9};
  mark_names(std::vector<annotate::Mention>{title, person}, list);
  std::vector<std::string> names;
  for (const Word& word : list.words) {
    if (word.kind == WordKind::Person) names.emplace_back(slice(report.report.text, word.text));
  }
  EXPECT_EQ(names, (std::vector<std::string>{"Ohlendiek", "Frauke", "Ohlendiek"}));
}

TEST(Words, FurnitureIsNotRead) {
  AnalysedReport report = make_report("", {"Hier steht Text.", "Jetzt Abo kaufen"});
  report.report.blocks[1].kind = clean::BlockKind::Furniture;
  WordList list = word_list_of(report);
  EXPECT_EQ(list.words.size(), 3U);
}

TEST(Words, LettersBeyondAsciiAreFoundWhereverTheyStand) {
  for (std::size_t blanks = 0; blanks < 70; ++blanks) {
    const AnalysedReport report = make_report(
        "", {std::string(blanks, ' ') + "Öl, \xC3\x97 \xE2\x80\x9EÄußerst\xE2\x80\x9C \xD0\x96 3,5\xC2\xA0km"});
    const WordList list = word_list_of(report);
    std::vector<std::string> words;
    for (const Word& word : list.words) words.emplace_back(slice(report.report.text, word.text));
    EXPECT_EQ(words, (std::vector<std::string>{"Öl", "Äußerst", "\xD0\x96", "3,5", "km"})) << blanks;
  }
}

TEST(Words, AFormSaysTheSameWhenItComesAgain) {
  const AnalysedReport report = make_report("", {"Brückenstreit! 5G 1.5G 7,x Brückenstreit"});
  for (int round = 0; round < 2; ++round) {
    const WordList list = word_list_of(report);
    std::vector<std::string> words;
    for (const Word& word : list.words) words.emplace_back(slice(report.report.text, word.text));
    EXPECT_EQ(words, (std::vector<std::string>{"Brückenstreit", "5G", "1.5", "G", "7", "x", "Brückenstreit"}));
    ASSERT_EQ(list.compounds.size(), 2U);
    EXPECT_EQ(list.compounds[1].word, 6U);
    EXPECT_EQ(list.words[0].key, list.words[6].key);
    EXPECT_TRUE(list.words[1].sentence_start);
  }
}

TEST(Words, RaritiesAreThoseOfTheList) {
  const Rarities rarities(lang::german().word_frequency);
  const lang::WordFrequency& list = lang::german().word_frequency;
  const auto check = [&](std::uint32_t stem) {
    const std::uint8_t rarity = rarity_of(list, stem);
    ASSERT_EQ(rarities.of(stem), rarity) << stem;
    ASSERT_EQ(rarities.of_common(stem), rarity <= Rarities::kMostCommon ? rarity : 0) << stem;
  };
  for (std::uint32_t i = 0; i < list.size(); ++i) check(list.stem_at(i));
  for (std::uint32_t stem = 0; stem < 100'000; ++stem) check(stem * 40'503U);
}

TEST(Words, InvalidBytesEndWords) {
  const AnalysedReport report = make_report("", {"ab\xFF"
                                                 "cd"});
  WordList list = word_list_of(report);
  EXPECT_EQ(list.words.size(), 2U);
}

}  // namespace
}  // namespace ql::stories
