// SPDX-License-Identifier: Apache-2.0
// Figures of one measure and how their values relate, in invented reports of several kinds of news. What must not be
// linked is checked as strictly as what must.
#include <gtest/gtest.h>

#include "compare/compare.h"
#include "compare/test_story.h"

namespace ql::compare {
namespace {

using annotate::Hedge;
using claims::FigureRole;

const Claim* figure_claim(const Comparison& comparison, Item one, Item other) {
  return claim_of(comparison, ClaimKind::Figure, one, other);
}

TEST(FigureClaims, SharesOfBothSidesAreOneMeasure) {
  TestStory story;
  story.report("2025-02-18", {"Nach Angaben der Gewerkschaft sind 85 Prozent der Züge ausgefallen.",
                              "Die Bahn sagt, 62 Prozent der Züge seien gefahren."});
  const Item cancelled = story.figure("85 Prozent der Züge", 85, "Züge", "Gewerkschaft", Hedge::Exact, "%");
  const Item ran = story.figure("62 Prozent der Züge", 62, "Züge", "Bahn", Hedge::Exact, "%");
  const Comparison comparison = story.compare();
  const Claim* claim = figure_claim(comparison, cancelled, ran);
  ASSERT_NE(claim, nullptr);
  EXPECT_EQ(claim->status, ClaimStatus::Differs);
}

TEST(FigureClaims, ComplementaryShareThatFitsDoesNotDiffer) {
  TestStory story;
  story.report("2025-02-18", {"Nach Angaben der Gewerkschaft sind 38 Prozent der Züge ausgefallen.",
                              "Die Bahn sagt, 62 Prozent der Züge seien gefahren."});
  const Item cancelled = story.figure("38 Prozent der Züge", 38, "Züge", "Gewerkschaft", Hedge::Exact, "%");
  const Item ran = story.figure("62 Prozent der Züge", 62, "Züge", "Bahn", Hedge::Exact, "%");
  const Comparison comparison = story.compare();
  const Claim* claim = figure_claim(comparison, cancelled, ran);
  ASSERT_NE(claim, nullptr);
  EXPECT_NE(claim->status, ClaimStatus::Differs);
}

TEST(FigureClaims, AnElidedNumberTakesTheMeasureBeforeIt) {
  TestStory story;
  story.report("2025-04-13", {"Bei der Kundgebung wurden 61 Menschen verletzt, sagte die Polizei."});
  const Item full = story.figure("61 Menschen", 61, "Menschen", "Polizei");
  story.report("2025-11-13", {"Wie viele Menschen bei der Kundgebung verletzt wurden, blieb offen. "
                              "Der Verein spricht inzwischen von 171."});
  const Item elided = story.figure("171", 171, "Menschen", "Verein");
  const Comparison comparison = story.compare();
  ASSERT_NE(figure_claim(comparison, full, elided), nullptr);
  EXPECT_EQ(relation_of(comparison, full, elided)->type, RelationType::Differs);
}

TEST(FigureClaims, ASentenceThatReplacesANumberUpdates) {
  TestStory story;
  story.report("2025-04-13", {"Die Zahl der Festnahmen stieg im Lauf der Nacht von 24 auf 27."});
  const Item before = story.figure("24", 24, "Festnahmen");
  const Item after = story.figure("27", 27, "Festnahmen");
  const Comparison comparison = story.compare();
  const Relation* relation = relation_of(comparison, before, after);
  ASSERT_NE(relation, nullptr);
  EXPECT_EQ(relation->type, RelationType::Updates);
  EXPECT_EQ(relation->from, before);
}

TEST(FigureClaims, CorrectionsDownwardsAreMarked) {
  TestStory story;
  story.report("2025-06-02", {"Die Polizei zählt 30 Vermisste nach der Flut."});
  const Item before = story.figure("30 Vermisste", 30, "Vermisste", "Polizei");
  story.report("2025-06-03", {"Die Polizei zählt noch elf Vermisste nach der Flut."});
  const Item after = story.figure("elf Vermisste", 11, "Vermisste", "Polizei");
  const Comparison comparison = story.compare();
  const Relation* relation = relation_of(comparison, before, after);
  ASSERT_NE(relation, nullptr);
  EXPECT_EQ(relation->type, RelationType::Updates);
  EXPECT_NE(relation->reason.find("downwards"), std::string::npos);
}

TEST(FigureClaims, ALoweredForecastTakesNothingBack) {
  TestStory story;
  story.report("2025-06-02", {"Das Institut erwartet 30 Prozent Wachstum."});
  const Item before = story.figure("30 Prozent", 30, "Wachstum", "Institut", annotate::Hedge::Exact, "%");
  story.report("2025-06-03", {"Das Institut korrigierte seine Prognose und erwartet 20 Prozent Wachstum."});
  const Item after = story.figure("20 Prozent", 20, "Wachstum", "Institut", annotate::Hedge::Exact, "%");
  const Comparison comparison = story.compare();
  const Relation* relation = relation_of(comparison, before, after);
  ASSERT_NE(relation, nullptr);
  EXPECT_NE(relation->type, RelationType::Retracts);
}

TEST(FigureClaims, RecalledCarsGrowWhoeverCounts) {
  TestStory story;
  story.report("2025-03-01", {"Der Hersteller ruft wegen defekter Bremsen 12000 Fahrzeuge zurück."});
  const Item first = story.figure("12000 Fahrzeuge", 12000, "Fahrzeuge", "Hersteller");
  story.report("2025-03-20", {"Nach Angaben des Amtes werden wegen defekter Bremsen 45000 Wagen zurückgerufen."});
  const Item later = story.figure("45000 Wagen", 45000, "Wagen", "Amt");
  const Comparison comparison = story.compare();
  ASSERT_NE(figure_claim(comparison, first, later), nullptr);
  EXPECT_EQ(relation_of(comparison, first, later)->type, RelationType::Updates);
}

TEST(FigureClaims, TurnoutOfTwoSidesDiffersThoughOneIsLater) {
  TestStory story;
  story.report("2025-03-01", {"Nach Angaben der Polizei nahmen 1800 Menschen an dem Marsch teil."});
  const Item police = story.figure("1800 Menschen", 1800, "Menschen", "Polizei");
  story.report("2025-03-02", {"Das Bündnis sprach von 5000 Menschen, die an dem Marsch teilnahmen."});
  const Item organisers = story.figure("5000 Menschen", 5000, "Menschen", "Bündnis");
  const Comparison comparison = story.compare();
  ASSERT_NE(figure_claim(comparison, police, organisers), nullptr);
  EXPECT_EQ(relation_of(comparison, police, organisers)->type, RelationType::Differs);
}

TEST(FigureClaims, UnknownOrderStaysUnknown) {
  TestStory story;
  story.report("", {"Nach Angaben des Kreises mussten 1200 Menschen ihre Häuser wegen der Flut verlassen."});
  const Item one = story.figure("1200 Menschen", 1200, "Menschen", "Kreis");
  story.report("", {"Nach Angaben des Kreises mussten 1500 Menschen ihre Häuser wegen der Flut verlassen."});
  const Item other = story.figure("1500 Menschen", 1500, "Menschen", "Kreis");
  const Comparison comparison = story.compare();
  const Relation* relation = relation_of(comparison, one, other);
  ASSERT_NE(relation, nullptr);
  EXPECT_EQ(relation->type, RelationType::Differs);
  EXPECT_NE(relation->reason.find("order unknown"), std::string::npos);
}

TEST(FigureClaims, TheDemandedSentenceIsNotTheSentencePassed) {
  TestStory story;
  story.report("2025-03-01", {"Die Anklage fordert 14 Monate Haft.", "Das Gericht verhängte 14 Monate Haft."});
  const Item demanded = story.figure("14 Monate Haft", 14, "Haft", "Anklage");
  story.figure_at(demanded).state = "gefordert";
  story.report("2025-03-02", {"Das Gericht verhängte 14 Monate Haft."});
  const Item passed = story.figure("14 Monate Haft", 14, "Haft", "Gericht");
  EXPECT_EQ(figure_claim(story.compare(), demanded, passed), nullptr);
}

TEST(FigureClaims, OneNumberOfSeveralThingsStaysApart) {
  TestStory story;
  story.report("2025-03-01",
               {"Bei dem Brand starben zwölf Menschen.", "Zwölf Wohnungen sind nach dem Brand unbewohnbar.",
                "Nach zwölf Minuten war die Feuerwehr am Brand."});
  const Item dead = story.figure("zwölf Menschen", 12, "Menschen");
  const Item flats = story.figure("Zwölf Wohnungen", 12, "Wohnungen");
  const Item minutes = story.figure("zwölf Minuten", 12, "Minuten");
  story.report("2025-03-02", {"Zwölf Menschen wurden bei dem Brand verletzt."});
  const Item injured = story.figure("Zwölf Menschen", 12, "Menschen");
  const Comparison comparison = story.compare();
  for (const Item other : {flats, minutes, injured}) EXPECT_EQ(figure_claim(comparison, dead, other), nullptr);
  EXPECT_EQ(figure_claim(comparison, flats, injured), nullptr);
}

TEST(FigureClaims, ALongNumberIsOneMeasureWhateverIsSaidOfIt) {
  TestStory story;
  story.report("2025-03-01", {"Alle 168 Betten sollen nach Harm verlegt werden."});
  const Item moved = story.figure("168 Betten", 168, "Betten");
  story.report("2025-03-02", {"Der Rat hat beschlossen: Die 168 Betten fallen weg.", "In Harm gibt es 420 Betten."});
  const Item cut = story.figure("168 Betten", 168, "Betten");
  const Item others = story.figure("420 Betten", 420, "Betten");
  const Comparison comparison = story.compare();
  EXPECT_NE(figure_claim(comparison, moved, cut), nullptr);
  EXPECT_EQ(figure_claim(comparison, moved, others), nullptr);
}

TEST(FigureClaims, ARareNounSaysWhatIsMeasured) {
  TestStory story;
  story.report("2025-03-01", {"Die Initiative hat rund 9.000 Unterschriften gesammelt."});
  const Item first = story.figure("9.000 Unterschriften", 9000, "Unterschriften", "Initiative");
  story.report("2025-03-08", {"Zuvor waren 12.400 Unterschriften \u00fcbergeben worden."});
  const Item later = story.figure("12.400 Unterschriften", 12400, "Unterschriften", "Initiative");
  const Comparison comparison = story.compare();
  ASSERT_NE(figure_claim(comparison, first, later), nullptr);
  EXPECT_EQ(figure_claim(comparison, first, later)->status, ClaimStatus::Evolves);
}

TEST(FigureClaims, WhatAnotherClauseSaysIsNotSaidOfTheNumber) {
  TestStory story;
  story.report("2025-03-01", {"Das Minus lag bei 9 Millionen Euro, davon entfielen drei auf den Vorort Harm."});
  const Item one = story.figure("9 Millionen Euro", 9e6, "Minus", "", Hedge::Exact, "EUR");
  story.report("2025-03-02", {"Der Fehlbetrag lag bei 11 Millionen Euro."});
  const Item other = story.figure("11 Millionen Euro", 11e6, "Fehlbetrag", "", Hedge::Exact, "EUR");
  EXPECT_NE(figure_claim(story.compare(), one, other), nullptr);
}

TEST(FigureClaims, APriceByThePieceIsAnOfferUnderAnyName) {
  TestStory story;
  story.report("2025-03-01", {"Der Konzern bereitet ein Angebot von 38 Euro je Aktie vor."});
  const Item first = story.figure("38 Euro", 38, "Angebot", "", Hedge::Exact, "EUR");
  story.quantity_at(first).per = "Aktie";
  story.report("2025-03-08", {"Der Konzern legt 39,50 Euro je Aktie auf den Tisch.", "Der Kurs stieg auf 41 Euro."});
  const Item later = story.figure("39,50 Euro", 39.5, "", "", Hedge::Exact, "EUR");
  story.quantity_at(later).per = "Aktie";
  const Item quoted = story.figure("41 Euro", 41, "Kurs", "", Hedge::Exact, "EUR");
  const Comparison comparison = story.compare();
  EXPECT_NE(figure_claim(comparison, first, later), nullptr);
  EXPECT_EQ(figure_claim(comparison, later, quoted), nullptr);
}

TEST(FigureClaims, AHeadingIsSetAgainstItsText) {
  TestStory story;
  story.report("2025-03-01", {"40 Verletzte nach dem Unfall", "Bei dem Unfall gab es 43 Verletzte."});
  story.heading(0);
  const Item heading = story.figure("40 Verletzte", 40, "Verletzte");
  const Item text = story.figure("43 Verletzte", 43, "Verletzte");
  const Comparison comparison = story.compare();
  const Relation* relation = relation_of(comparison, heading, text);
  ASSERT_NE(relation, nullptr);
  EXPECT_EQ(relation->type, RelationType::Differs);
  EXPECT_EQ(relation->rule.name(), "compare.figure.heading.01");
}

TEST(FigureClaims, ASidesOwnValuesAreShownWhereSidesDiffer) {
  TestStory story;
  story.report("2025-02-18", {"1912 Beschäftigte streikten nach Angaben der Bahn.",
                              "4800 Beschäftigte streikten, sagt die Gewerkschaft."});
  story.figure("1912 Beschäftigte", 1912, "Beschäftigte", "Bahn");
  const Item first = story.figure("4800 Beschäftigte", 4800, "Beschäftigte", "Gewerkschaft");
  story.report("2025-02-20", {"5050 Beschäftigte streikten, sagt die Gewerkschaft nun."});
  const Item later = story.figure("5050 Beschäftigte", 5050, "Beschäftigte", "Gewerkschaft");
  bool evolves = false;
  for (const Claim& claim : story.compare().claims) {
    evolves = evolves || (claim.status == ClaimStatus::Evolves && claim.members == std::vector<Item>{first, later});
  }
  EXPECT_TRUE(evolves);
}

TEST(FigureClaims, RelationsGrowWithTheFiguresNotWithTheirSquare) {
  TestStory story;
  std::vector<std::string> lines;
  for (int i = 0; i < 400; ++i) lines.push_back("Im Tal wurden " + std::to_string(100 + i) + " Häuser beschädigt.");
  story.report("2025-03-01", lines);
  for (int i = 0; i < 400; ++i) {
    story.figure(std::to_string(100 + i) + " Häuser", 100 + i, "Häuser", i % 2 == 0 ? "Kreis" : "Stadt");
  }
  EXPECT_LE(story.compare().relations.size(), 400U * 7U);
}

TEST(FigureClaims, NotThisButThatTakesANumberBack) {
  TestStory story;
  story.report("2025-03-03", {"900 Pflegekräfte legten die Arbeit nieder, sagte die Gewerkschaft."});
  const Item first = story.figure("900 Pflegekräfte", 900, "Pflegekräfte", "Gewerkschaft");
  story.report("2025-03-06",
               {"Die Gewerkschaft räumt ein: Nicht 900, sondern 780 Pflegekräfte legten die Arbeit nieder."});
  const Item quoted = story.figure("900", 900, "Pflegekräfte", "Gewerkschaft");
  const Item corrected = story.figure("780 Pflegekräfte", 780, "Pflegekräfte", "Gewerkschaft");
  const Comparison comparison = story.compare();
  ASSERT_NE(figure_claim(comparison, first, corrected), nullptr);
  EXPECT_EQ(figure_claim(comparison, first, corrected)->status, ClaimStatus::Evolves);
  const Relation* relation = relation_of(comparison, quoted, corrected);
  ASSERT_NE(relation, nullptr);
  EXPECT_EQ(relation->type, RelationType::Retracts);
  EXPECT_EQ(relation->from, corrected);
  EXPECT_EQ(relation_of(comparison, first, quoted), nullptr);  // named only to be corrected
}

TEST(FigureClaims, ASideTakesBackItsLastNumberNotThoseBefore) {
  TestStory story;
  story.report("2025-06-11", {"Nach Angaben des Bezirks sind vier Menschen ertrunken."});
  const Item oldest = story.figure("vier Menschen", 4, "Menschen", "Bezirk");
  story.report("2025-06-12", {"Nach Angaben des Bezirks sind sieben Menschen ertrunken."});
  const Item last = story.figure("sieben Menschen", 7, "Menschen", "Bezirk");
  story.report("2025-06-14", {"Der Bezirk nahm seine Angabe zurück: Es seien sechs Menschen ertrunken."});
  const Item corrected = story.figure("sechs Menschen", 6, "Menschen", "Bezirk");
  const Comparison comparison = story.compare();
  ASSERT_NE(relation_of(comparison, last, corrected), nullptr);
  EXPECT_EQ(relation_of(comparison, last, corrected)->type, RelationType::Retracts);
  EXPECT_EQ(relation_of(comparison, last, corrected)->rule.name(), "compare.figure.retracts.01");
  const Relation* oldest_relation = relation_of(comparison, oldest, corrected);
  EXPECT_TRUE(oldest_relation == nullptr || oldest_relation->type == RelationType::Updates);
}

TEST(FigureClaims, WhatAnotherSideCountsTakesNothingBack) {
  TestStory story;
  story.report("2025-06-11", {"Am Marsch nahmen 900 Menschen teil, sagte das Bündnis."});
  const Item alliance = story.figure("900 Menschen", 900, "Menschen", "Bündnis");
  story.report("2025-06-12", {"Die Polizei berichtigte ihre Angabe: Am Marsch nahmen 780 Menschen teil."});
  const Item police = story.figure("780 Menschen", 780, "Menschen", "Polizei");
  const Comparison comparison = story.compare();
  ASSERT_NE(relation_of(comparison, alliance, police), nullptr);
  EXPECT_EQ(relation_of(comparison, alliance, police)->type, RelationType::Differs);
}

TEST(FigureClaims, WithdrawnTroopsAreNoCorrection) {
  TestStory story;
  story.report("2025-06-11", {"Nach Angaben der Armee sind 3000 Soldaten im Norden stationiert."});
  const Item before = story.figure("3000 Soldaten", 3000, "Soldaten", "Armee");
  story.report("2025-06-12", {"Die Armee zog Soldaten zurück, stationiert sind noch 2000 Soldaten."});
  const Item after = story.figure("2000 Soldaten", 2000, "Soldaten", "Armee");
  const Comparison comparison = story.compare();
  ASSERT_NE(relation_of(comparison, before, after), nullptr);
  EXPECT_EQ(relation_of(comparison, before, after)->type, RelationType::Updates);
}

TEST(FigureClaims, ANoticeOfCorrectionConcernsTheOutletsOwnText) {
  TestStory story;
  story.report("2025-06-14", {"Bei der Flut wurden 430 Häuser überflutet."});
  story.published_by("Talbote");
  const Item own = story.figure("430 Häuser", 430, "Häuser");
  story.report("2025-06-14", {"Bei der Flut wurden 430 Häuser überflutet."});
  story.published_by("Bergblatt");
  const Item other = story.figure("430 Häuser", 430, "Häuser");
  story.report("2025-06-15", {"In einer früheren Version hieß es, 430 Häuser seien überflutet worden. "
                              "Es wurden 340 Häuser überflutet."});
  story.published_by("Talbote");
  const Item quoted = story.figure("430 Häuser", 430, "Häuser");
  const Item corrected = story.figure("340 Häuser", 340, "Häuser");
  const Comparison comparison = story.compare();
  ASSERT_NE(relation_of(comparison, quoted, corrected), nullptr);
  EXPECT_EQ(relation_of(comparison, quoted, corrected)->rule.name(), "compare.figure.notice.01");
  ASSERT_NE(relation_of(comparison, own, corrected), nullptr);
  EXPECT_EQ(relation_of(comparison, own, corrected)->type, RelationType::Retracts);
  const Relation* relation = relation_of(comparison, other, corrected);
  EXPECT_TRUE(relation == nullptr || relation->type != RelationType::Retracts);
}

TEST(FigureClaims, APartRefinesItsWhole) {
  TestStory story;
  story.report("2025-06-14",
               {"Verletzt wurden 43 Menschen, darunter 12 Polizisten.", "50 Boote fuhren, darunter 60 Kähne."});
  const Item whole = story.figure("43 Menschen", 43, "Menschen");
  const Item part = story.figure("12 Polizisten", 12, "Polizisten");
  story.figure_at(part).role = FigureRole::Part;
  const Item boats = story.figure("50 Boote", 50, "Boote");
  const Item too_many = story.figure("60 Kähne", 60, "Kähne");
  story.figure_at(too_many).role = FigureRole::Part;
  const Comparison comparison = story.compare();
  ASSERT_NE(relation_of(comparison, whole, part), nullptr);
  EXPECT_EQ(relation_of(comparison, whole, part)->type, RelationType::Refines);
  EXPECT_EQ(relation_of(comparison, whole, part)->from, part);
  EXPECT_EQ(relation_of(comparison, boats, too_many), nullptr);
}

TEST(FigureClaims, WithinOneOriginTheExactValueRefinesTheBound) {
  TestStory story;
  story.report("2025-06-14", {"Rund 300 Häuser wurden überflutet."});
  const Item about = story.figure("Rund 300 Häuser", 300, "Häuser", "", Hedge::About);
  story.report("2025-06-14", {"Überflutet wurden 312 Häuser."});
  const Item exact = story.figure("312 Häuser", 312, "Häuser");
  const Comparison one_origin = story.compare({{ReportId(0), ReportId(1)}});
  ASSERT_NE(relation_of(one_origin, about, exact), nullptr);
  EXPECT_EQ(relation_of(one_origin, about, exact)->type, RelationType::Refines);
  EXPECT_EQ(relation_of(one_origin, about, exact)->from, exact);
  EXPECT_EQ(relation_of(story.compare(), about, exact)->type, RelationType::Agrees);
}

TEST(FigureClaims, ASeparatedVerbSaysItsStateWhole) {
  TestStory story;
  story.report("2025-06-14", {"In der Nacht fielen 61 Flüge wegen des Nebels aus."});
  const Item one = story.figure("61 Flüge", 61, "Flüge");
  story.figure_at(one).state = "In der Nacht fielen";
  story.report("2025-06-15", {"Bislang sind 95 Flüge gestrichen worden."});
  const Item other = story.figure("95 Flüge", 95, "Flüge");
  EXPECT_NE(figure_claim(story.compare(), one, other), nullptr);
}

TEST(FigureClaims, WhatIsPaidForSomethingBoughtIsItsPrice) {
  TestStory story;
  story.report("2025-06-14", {"Die Werft Harm kauft die Reederei Velm, sie zahlt 19 Millionen Euro."});
  const Item paid = story.figure("19 Millionen Euro", 19e6, "Velm", "", Hedge::Exact, "EUR");
  story.figure_at(paid).counted_lemma = "Velm";
  story.report("2025-06-15", {"Der Kaufpreis liegt bei 19 Millionen Euro, der Umsatz bei 19 Millionen Euro."});
  const Item price = story.figure("19 Millionen Euro", 19e6, "Kaufpreis", "", Hedge::Exact, "EUR");
  const Item revenue = story.figure("19 Millionen Euro.", 19e6, "Umsatz", "", Hedge::Exact, "EUR");
  const Comparison comparison = story.compare();
  EXPECT_NE(figure_claim(comparison, paid, price), nullptr);
  EXPECT_EQ(figure_claim(comparison, paid, revenue), nullptr);
}

TEST(FigureClaims, ALaterVersionOfAnItemReplacesTheEarlier) {
  TestStory story;
  story.report("2025-06-14", {"Bei dem Brand wurden 43 Menschen verletzt, sagte die Polizei."});
  const Item first = story.figure("43 Menschen", 43, "Menschen", "Polizei");
  story.report("2025-06-14", {"Bei dem Brand wurden 34 Menschen verletzt, sagte die Polizei."});
  const Item second = story.figure("34 Menschen", 34, "Menschen", "Polizei");
  ASSERT_NE(relation_of(story.compare(), first, second), nullptr);
  EXPECT_EQ(relation_of(story.compare(), first, second)->type, RelationType::Differs);
  story.superseded(0, 1, false);
  EXPECT_EQ(relation_of(story.compare(), first, second)->type, RelationType::Updates);
  story.superseded(0, 1, true);
  const Comparison corrected = story.compare();
  EXPECT_EQ(relation_of(corrected, first, second)->type, RelationType::Retracts);
  EXPECT_EQ(relation_of(corrected, first, second)->from, second);
}

}  // namespace
}  // namespace ql::compare
