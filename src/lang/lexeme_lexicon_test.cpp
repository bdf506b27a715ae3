// SPDX-License-Identifier: Apache-2.0
#include "lang/lexeme_lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "lang/test_language.h"

namespace ql::lang {
namespace {

const LexemeFacts& facts(std::string_view lower) { return german().lexemes.find(lower); }

TEST(LexemeLexicon, OneRecordHasWhatAllListsSay) {
  const LexemeFacts& and_word = facts("und");
  EXPECT_TRUE(and_word.is(CountedWord::And));
  EXPECT_TRUE(and_word.is_number);
  EXPECT_EQ(and_word.number.kind, NumeralKind::Joiner);
  ASSERT_NE(and_word.time, nullptr);
  EXPECT_TRUE(and_word.time->classes.has(TimeClass::k_and));
}

TEST(LexemeLexicon, SaysNothingOfOtherWords) {
  EXPECT_EQ(&facts("fahrradkette"), &LexemeLexicon::nothing_known());
  EXPECT_EQ(&facts(""), &LexemeLexicon::nothing_known());
}

/// "morgen" is tomorrow, "Morgen" the part of the day.
TEST(LexemeLexicon, CapitalMayMakeAnotherTimeWord) {
  const LexemeFacts& morning = facts("morgen");
  ASSERT_NE(morning.time_word(false), nullptr);
  ASSERT_NE(morning.time_word(true), nullptr);
  EXPECT_TRUE(morning.time_word(false)->classes.has(TimeClass::k_relative_day));
  EXPECT_TRUE(morning.time_word(true)->classes.has(TimeClass::k_part));
  EXPECT_EQ(facts("montag").time_word(true)->number, 1);
}

TEST(LexemeLexicon, PhrasesStandAtTheirFirstWordLongestFirst) {
  const LexemeFacts& first = facts("tag");
  ASSERT_NE(first.time_phrases, nullptr);
  const auto shorter = [](const TimePhrase& a, const TimePhrase& b) { return a.rest.size() > b.rest.size(); };
  EXPECT_TRUE(std::is_sorted(first.time_phrases->begin(), first.time_phrases->end(), shorter));
  const auto labour = std::find_if(first.time_phrases->begin(), first.time_phrases->end(),
                                   [](const TimePhrase& phrase) { return phrase.rest.back() == &facts("arbeit"); });
  ASSERT_NE(labour, first.time_phrases->end());
  EXPECT_TRUE(labour->word->classes.has(TimeClass::k_holiday));
  EXPECT_TRUE(facts("arbeit").ends_time_phrase);
  EXPECT_FALSE(facts("deutschen").ends_time_phrase);  // "Tag der Deutschen Einheit"
}

TEST(LexemeLexicon, MarksAndUnitsAreLexemesToo) {
  EXPECT_TRUE(facts("\u2013").time->classes.has(TimeClass::k_dash));
  EXPECT_TRUE(facts("\u20AC").time->classes.has(TimeClass::k_sign));
  EXPECT_TRUE(facts("\u20AC").starts_unit);
  EXPECT_TRUE(facts("kilometer").starts_unit);
  EXPECT_TRUE(facts("km").starts_unit);
  EXPECT_TRUE(facts("dollar").is_currency);
  EXPECT_EQ(facts(";").time, nullptr);
}

TEST(LexemeLexicon, HedgesAndTrapsByTheirFirstAndLastWords) {
  EXPECT_TRUE(facts("rund").ends_hedge);
  EXPECT_TRUE(facts("als").ends_hedge);  // "mehr als"
  EXPECT_FALSE(facts("mehr").ends(TrapPlace::Label));
  EXPECT_TRUE(facts("uhr").starts(TrapPlace::After));
  EXPECT_TRUE(facts("ums").starts_roles != 0);  // "ums Leben"
  EXPECT_FALSE(facts("ums").is(FigureWord::Toll));
}

TEST(LexemeLexicon, LastsWhenItsTablesAreMoved) {
  Language first = load_language("de");
  const Language second = std::move(first);
  EXPECT_EQ(second.lexemes.find("montag").time->number, 1);
  EXPECT_NE(second.lexemes.find("tag").time_phrases->front().word->classes.any(), false);
}

}  // namespace
}  // namespace ql::lang
