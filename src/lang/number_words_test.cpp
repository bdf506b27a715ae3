// SPDX-License-Identifier: Apache-2.0
#include "lang/number_words.h"

#include <gtest/gtest.h>

#include "lang/embedded.h"
#include "lang/hedges.h"
#include "lang/number_traps.h"
#include "lang/units.h"

namespace ql::lang {
namespace {

NumberWords words() { return NumberWords(embedded_file("lexicons/de/number_words.tsv")); }

TEST(NumberWords, Compounds) {
  const NumberWords german = words();
  EXPECT_EQ(german.cardinal("siebenundzwanzig"), 27);
  EXPECT_EQ(german.cardinal("hundertzwei"), 102);
  EXPECT_EQ(german.cardinal("achtzehnhundertzwölf"), 1812);
  EXPECT_EQ(german.cardinal("dreihundertviertausendundneun"), 304009);
  EXPECT_EQ(german.cardinal("dreieinhalb"), 3.5);
  EXPECT_EQ(german.cardinal("einundhalb"), 1.5);
}

TEST(NumberWords, OtherWordsAreNoNumbers) {
  const NumberWords german = words();
  for (const char* word : {"achtung", "einig", "neunauge", "zweifel", "hundertster", "undzwanzig", "dreizwei", ""}) {
    EXPECT_FALSE(german.cardinal(word).has_value()) << word;
  }
}

TEST(NumberWords, CardinalBeforeASuffix) { EXPECT_EQ(words().cardinal_before("achtjährig", 7), 8); }

TEST(Units, SymbolsKeepTheirCaseAndCurrenciesTheirAdjective) {
  const Units units(embedded_file("lexicons/de/units.tsv"), embedded_file("lexicons/de/currencies.tsv"));
  ASSERT_NE(units.find("m", "m"), nullptr);
  EXPECT_EQ(units.find("m", "M"), nullptr);
  EXPECT_EQ(units.find("metern", "Metern")->code, "m");
  EXPECT_EQ(units.find_currency("kanadischen", "dollar")->code, "CAD");
  EXPECT_EQ(units.find_currency("blauen", "dollar"), nullptr);
}

TEST(Hedges, PlaceMatters) {
  const Hedges hedges(embedded_file("lexicons/de/hedges.tsv"));
  ASSERT_NE(hedges.find("mehr als", HedgePlace::Before), nullptr);
  EXPECT_EQ(hedges.find("mehr als", HedgePlace::Before)->kind, HedgeKind::MoreThan);
  EXPECT_EQ(hedges.find("mehr als", HedgePlace::After), nullptr);
  EXPECT_TRUE(hedges.find("unter", HedgePlace::Before)->needs_measure);
}

TEST(NumberTraps, EndingsAndLabels) {
  const NumberTraps traps(embedded_file("lexicons/de/number_traps.tsv"));
  EXPECT_EQ(traps.find("platz", TrapPlace::Label), TrapKind::Rank);
  EXPECT_EQ(traps.find_label_suffix("birkenweg"), TrapKind::HouseNumber);
  EXPECT_EQ(traps.grown_suffix("achtjährige"), "jährige");
  EXPECT_EQ(traps.grown_suffix("brot"), "");
}

}  // namespace
}  // namespace ql::lang
