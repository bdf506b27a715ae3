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
  EXPECT_EQ(units.find_currency("kanadischen", "dollar", {"en"})->code, "CAD");
  EXPECT_EQ(units.find_currency("blauen", "dollar", {"en"}), nullptr);
}

TEST(Hedges, PlaceMatters) {
  const Hedges hedges(embedded_file("lexicons/de/hedges.tsv"));
  ASSERT_NE(hedges.find("mehr als", HedgePlace::Before), nullptr);
  EXPECT_EQ(hedges.find("mehr als", HedgePlace::Before)->kind, HedgeKind::MoreThan);
  EXPECT_EQ(hedges.find("mehr als", HedgePlace::After), nullptr);
  EXPECT_TRUE(hedges.find("unter", HedgePlace::Before)->needs_measure);
}

TEST(Lexemes, EightBytesAreLoweredAsOne) {
  std::string text = "AZ@[`az{ \u00C4\u00D7\u00DE 0189 ABCDEFGHIJKLMNOPQRSTUVWXYZ\x7F";
  lower_in_place(text);
  EXPECT_EQ(text, "az@[`az{ \u00E4\u00D7\u00FE 0189 abcdefghijklmnopqrstuvwxyz\x7F");
}

TEST(NumberTraps, AFormStandsOnceAtAPlace) {
  const std::string head = "form\tkind\tplace\texample\tcounter_example\n";
  EXPECT_EQ(NumberTraps(head + "ruf\tphone\tlabel\t\t\nruf\tage\tafter\t\t\n").find("ruf", TrapPlace::Label),
            TrapKind::Phone);
  EXPECT_DEATH(NumberTraps(head + "ruf\tphone\tlabel\t\t\nruf\tidentifier\tlabel\t\t\n"), "ruf");
  EXPECT_DEATH(NumberTraps(head + "raum|saal|raum\tidentifier\tlabel\t\t\n"), "raum");
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
