// SPDX-License-Identifier: Apache-2.0
// Which figures are one measure, in invented reports on themes that the lexicon does not know. What must not be linked
// is checked as strictly as what must.
#include <gtest/gtest.h>

#include "compare/compare.h"
#include "compare/test_story.h"

namespace ql::compare {
namespace {

using annotate::Hedge;

const Claim* figure_claim(const Comparison& comparison, Item one, Item other) {
  return claim_of(comparison, ClaimKind::Figure, one, other);
}

TEST(FigureGroups, WhoCountsIsNotWhatIsCounted) {
  TestStory story;
  story.report("2025-07-11", {"Vier Tote bestätigte das Ministerium am Abend, das Landratsamt kam auf fünf."});
  const Item ministry = story.figure("Vier Tote", 4, "Tote", "Ministerium");
  const Item county = story.figure("fünf", 5, "Landratsamt");
  const Comparison comparison = story.compare();
  ASSERT_NE(figure_claim(comparison, ministry, county), nullptr);
  EXPECT_EQ(relation_of(comparison, ministry, county)->type, RelationType::Differs);
}

TEST(FigureGroups, ANounThatTheLexiconDoesNotKnowNamesItsMeasure) {
  TestStory story;
  story.report("2025-09-15", {"Die Initiative hat nach eigenen Angaben 9000 Unterschriften gegen die Umgehung."});
  const Item before = story.figure("9000 Unterschriften", 9000, "Unterschriften", "Initiative");
  story.report("2025-10-02", {"Der Initiative zufolge sind es jetzt 12400 Unterschriften."});
  const Item after = story.figure("12400 Unterschriften", 12400, "Unterschriften", "Initiative");
  const Comparison comparison = story.compare();
  ASSERT_NE(figure_claim(comparison, before, after), nullptr);
  EXPECT_EQ(relation_of(comparison, before, after)->type, RelationType::Updates);
}

TEST(FigureGroups, ANounWithManyValuesInOneReportDoesNot) {
  TestStory story;
  story.report("2025-09-15", {"Im Gutachten stehen 84 Seiten Text.", "Der Anhang hat 112 Seiten."});
  const Item text = story.figure("84 Seiten", 84, "Seiten");
  const Item annex = story.figure("112 Seiten", 112, "Seiten");
  story.report("2025-09-16", {"Die Klageschrift umfasst 96 Seiten."});
  const Item suit = story.figure("96 Seiten", 96, "Seiten");
  const Comparison comparison = story.compare();
  EXPECT_EQ(figure_claim(comparison, text, annex), nullptr);
  EXPECT_EQ(figure_claim(comparison, text, suit), nullptr);
  EXPECT_EQ(figure_claim(comparison, annex, suit), nullptr);
}

TEST(FigureGroups, CasesAreCountedByWhatTheyAreCasesOf) {
  TestStory story;
  story.report("2026-01-10", {"Der Hersteller meldet vier F\u00e4lle von Rauchentwicklung."});
  const Item cases = story.figure("vier F\u00e4lle", 4, "F\u00e4lle");
  story.report("2026-01-11", {"Das Amt z\u00e4hlt elf Rauchentwicklungen."});
  const Item counted = story.figure("elf Rauchentwicklungen", 11, "Rauchentwicklungen");
  const Comparison comparison = story.compare();
  EXPECT_NE(figure_claim(comparison, cases, counted), nullptr);
}

TEST(FigureGroups, ValuesFarApartOfOneNamedThingAreOneMeasure) {
  TestStory story;
  story.report("2026-01-10", {"Der Betreiber hat vier St\u00f6rungen im Stellwerk registriert."});
  const Item few = story.figure("vier St\u00f6rungen", 4, "St\u00f6rungen");
  story.report("2026-01-11", {"Der Verband zeigt eine Liste mit 27 St\u00f6rungen im Stellwerk."});
  const Item many = story.figure("27 St\u00f6rungen", 27, "St\u00f6rungen");
  EXPECT_NE(figure_claim(story.compare(), few, many), nullptr);
}

TEST(FigureGroups, ATellingNumberOfLikeSentencesIsOneMeasure) {
  TestStory story;
  story.report("2026-03-10", {"Die Stiftung Liesegang hält 26,1 Prozent der Anteile."});
  const Item shares = story.figure("26,1 Prozent der Anteile", 26.1, "Anteile", "", Hedge::Exact, "%");
  story.report("2026-03-20", {"Die Stiftung Liesegang dient ihr ganzes Paket von 26,1 Prozent an."});
  const Item package = story.figure("26,1 Prozent", 26.1, "Paket", "", Hedge::Exact, "%");
  story.report("2026-03-21", {"Der Käufer hat sich 8,3 Prozent der Anteile gesichert."});
  const Item secured = story.figure("8,3 Prozent der Anteile", 8.3, "Anteile", "", Hedge::Exact, "%");
  const Comparison comparison = story.compare();
  EXPECT_NE(figure_claim(comparison, shares, package), nullptr);
  EXPECT_EQ(figure_claim(comparison, shares, secured), nullptr);
}

TEST(FigureGroups, ARoundedValueOfTheSameThingAgrees) {
  TestStory story;
  story.report("2024-11-07", {"Der Umsatz des Herstellers lag bei 11,4 Milliarden Euro."});
  const Item exact = story.figure("11,4 Milliarden Euro", 11.4e9, "Umsatz", "", Hedge::Exact, "EUR");
  story.report("2024-11-08", {"Gut elf Milliarden Euro nahm der Hersteller ein."});
  const Item rounded = story.figure("Gut elf Milliarden Euro", 11e9, "", "", Hedge::MoreThan, "EUR");
  const Comparison comparison = story.compare();
  ASSERT_NE(figure_claim(comparison, exact, rounded), nullptr);
  EXPECT_EQ(figure_claim(comparison, exact, rounded)->status, ClaimStatus::Agrees);
}

TEST(FigureGroups, MoreThanDoesNotReachForever) {
  TestStory story;
  story.report("2026-02-07", {"Die Polizei zählte gut 2000 Teilnehmer.", "Die Veranstalter zählten 4500 Teilnehmer."});
  const Item police = story.figure("gut 2000 Teilnehmer", 2000, "Teilnehmer", "Polizei", Hedge::MoreThan);
  const Item organisers = story.figure("4500 Teilnehmer", 4500, "Teilnehmer", "Veranstalter");
  const Comparison comparison = story.compare();
  ASSERT_NE(figure_claim(comparison, police, organisers), nullptr);
  EXPECT_EQ(relation_of(comparison, police, organisers)->type, RelationType::Differs);
}

TEST(FigureGroups, InsteadOfNamesTheOldValueLast) {
  TestStory story;
  story.report("2024-11-21", {"In Lindhofen fallen 850 Stellen statt 1100 Stellen weg."});
  const Item now = story.figure("850 Stellen", 850, "Stellen");
  const Item before = story.figure("1100 Stellen", 1100, "Stellen");
  const Comparison comparison = story.compare();
  ASSERT_NE(figure_claim(comparison, before, now), nullptr);
  EXPECT_EQ(figure_claim(comparison, before, now)->status, ClaimStatus::Evolves);
}

TEST(FigureGroups, AYearToComeIsNoDateOfTheFigure) {
  TestStory story;
  story.report("2024-11-04", {"Bis 2027 sollen 5000 Stellen entfallen."});
  const Item first = story.figure("5000 Stellen", 5000, "Stellen");
  story.figure_at(first).as_of = TimeValue{"2027", "", "", Basis::Stated, ""};
  story.report("2024-11-07", {"Der Konzern baut 4200 Stellen ab."});
  const Item later = story.figure("4200 Stellen", 4200, "Stellen");
  EXPECT_NE(figure_claim(story.compare(), first, later), nullptr);
}

TEST(FigureGroups, WhatIsAllowedIsNotWhatIs) {
  TestStory story;
  story.report("2025-07-20", {"An Bord der Fähre waren 74 Fahrgäste."});
  const Item aboard = story.figure("74 Fahrgäste", 74, "Fahrgäste");
  story.report("2025-07-21", {"Erlaubt waren auf der Fähre 60 Fahrgäste."});
  const Item allowed = story.figure("60 Fahrgäste", 60, "Fahrgäste");
  story.figure_at(allowed).state = "erlaubt";
  EXPECT_EQ(figure_claim(story.compare(), aboard, allowed), nullptr);
}

TEST(FigureGroups, AnEarlierCountIsOfWhatThePassageCounts) {
  TestStory story;
  story.report("2026-05-02",
               {"Mehr als 4.000 Menschen haben ihre D\u00f6rfer verlassen. Gestern waren es noch 2.600."});
  const Item now = story.figure("Mehr als 4.000 Menschen", 4000, "Menschen", "", Hedge::MoreThan);
  story.figure_at(now).state = "ihre D\u00f6rfer verlassen";
  const Item before = story.figure("2.600", 2600, "Menschen");
  story.figure_at(before).state = "Gestern waren es noch";
  story.figure_at(before).state_span = story.range_of("Gestern waren es noch");
  EXPECT_NE(figure_claim(story.compare(), now, before), nullptr);
}

TEST(FigureGroups, AUnitOfWhichReportsGiveOneValueNamesItsMeasure) {
  TestStory story;
  story.report("2026-07-02", {"Verbrannt sind 190 Hektar."});
  const Item first = story.figure("190 Hektar", 190, "", "", Hedge::Exact, "ha");
  story.report("2026-07-03", {"Inzwischen spricht der Landkreis von 320 Hektar."});
  const Item later = story.figure("320 Hektar", 320, "", "", Hedge::Exact, "ha");
  EXPECT_NE(figure_claim(story.compare(), first, later), nullptr);
}

TEST(FigureGroups, AmountsOfMoneyAreNotOneMeasureByTheirUnit) {
  TestStory story;
  story.report("2026-07-02", {"Das Land gibt 190 Millionen Euro."});
  const Item first = story.figure("190 Millionen Euro", 190e6, "", "", Hedge::Exact, "EUR");
  story.report("2026-07-03", {"Inzwischen spricht der Landkreis von 320 Millionen Euro."});
  const Item later = story.figure("320 Millionen Euro", 320e6, "", "", Hedge::Exact, "EUR");
  EXPECT_EQ(figure_claim(story.compare(), first, later), nullptr);
}

TEST(FigureGroups, WhatRosePerCentIsWhatIsMeasured) {
  TestStory story;
  story.report("2026-07-02", {"In Ilmfeld steigt die Grundsteuer um 12 Prozent."});
  const Item land = story.figure("12 Prozent", 12, "Grundsteuer", "", Hedge::Exact, "%");
  story.figure_at(land).role = claims::FigureRole::Change;
  story.report("2026-07-03", {"Die Hundesteuer steigt um 7 Prozent."});
  const Item dogs = story.figure("7 Prozent", 7, "Hundesteuer", "", Hedge::Exact, "%");
  story.figure_at(dogs).role = claims::FigureRole::Change;
  EXPECT_EQ(figure_claim(story.compare(), land, dogs), nullptr);
}

TEST(FigureGroups, DestroyedHousesAreNotTheDamagedOnes) {
  TestStory story;
  story.report("2026-02-02", {"Beim Sturm wurden 480 H\u00e4user zerst\u00f6rt."});
  const Item destroyed = story.figure("480 H\u00e4user", 480, "H\u00e4user");
  story.report("2026-02-03", {"Zerst\u00f6rt sind nun 520 H\u00e4user.", "Besch\u00e4digt sind 1.200 H\u00e4user."});
  const Item more = story.figure("520 H\u00e4user", 520, "H\u00e4user");
  const Item damaged = story.figure("1.200 H\u00e4user", 1200, "H\u00e4user");
  const Comparison comparison = story.compare();
  EXPECT_NE(figure_claim(comparison, destroyed, more), nullptr);
  EXPECT_EQ(figure_claim(comparison, more, damaged), nullptr);
}

TEST(FigureGroups, SomeOfTheInjuredAreAPart) {
  TestStory story;
  story.report("2026-02-02", {"Verletzt wurden 23 Menschen, sechs von ihnen schwer."});
  const Item all = story.figure("23 Menschen", 23, "Menschen");
  const Item some = story.figure("sechs", 6, "Menschen");
  story.report("2026-02-03", {"Verletzt wurden nach neuen Angaben 44 Menschen."});
  const Item later = story.figure("44 Menschen", 44, "Menschen");
  const Comparison comparison = story.compare();
  EXPECT_NE(figure_claim(comparison, all, later), nullptr);
  EXPECT_EQ(figure_claim(comparison, some, later), nullptr);
  EXPECT_EQ(figure_claim(comparison, some, all), nullptr);
}

TEST(FigureGroups, ANumberWithoutANounGoesOnCountingTheSame) {
  TestStory story;
  story.report("2026-02-02", {"Das Amt meldet elf Br\u00e4nde. Der Hersteller spricht von vier."});
  const Item office = story.figure("elf Br\u00e4nde", 11, "Br\u00e4nde");
  const Item maker = story.figure("vier", 4, "Br\u00e4nde");
  story.quantity_at(maker).counted = {};
  const Comparison comparison = story.compare();
  EXPECT_NE(figure_claim(comparison, office, maker), nullptr);
}

}  // namespace
}  // namespace ql::compare
