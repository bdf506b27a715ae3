// SPDX-License-Identifier: Apache-2.0
#include "compare/compare.h"

#include <gtest/gtest.h>

#include "compare/context.h"
#include "compare/test_story.h"

namespace ql::compare {
namespace {

using claims::Commitment;

TEST(Order, IsKnownOnlyAsFarAsBothValuesGo) {
  EXPECT_EQ(order_of("2025-03-01", "2025-03-02T10:00"), Order::Before);
  EXPECT_EQ(order_of("2025-03", "2025-03-02"), Order::Same);
  EXPECT_EQ(order_of("2025-03-03", "2025-03-02"), Order::After);
  EXPECT_EQ(order_of("", "2025"), Order::Unknown);
  EXPECT_EQ(order_of("XXXX-WXX-3", "2025"), Order::Unknown);
}

TEST(Utterances, OneSpeakerInOtherWordsIsOneUtterance) {
  TestStory story;
  story.report("2025-03-01", {"Die Kläranlage ist nach dem Brand vollständig zerstört."});
  const Item one = story.statement("Die Kläranlage ist nach dem Brand vollständig zerstört", "Ina Roth");
  story.report("2025-03-02", {"Der Brand habe die Kläranlage zerstört."});
  const Item other = story.statement("Der Brand habe die Kläranlage zerstört", "Ina Roth");
  const Comparison comparison = story.compare();
  const Claim* claim = claim_of(comparison, ClaimKind::Utterance, one, other);
  ASSERT_NE(claim, nullptr);
  EXPECT_EQ(claim->status, ClaimStatus::Agrees);
  const Relation* relation = relation_of(comparison, one, other);
  ASSERT_NE(relation, nullptr);
  EXPECT_EQ(relation->type, RelationType::SameUtterance);
  EXPECT_EQ(relation->slots.front().slot, "wording");
}

TEST(Utterances, WhatOneSpeakerLeavesOpenIsOneThoughFewWordsAreShared) {
  TestStory story;
  const auto open = [&](std::string_view day, std::string_view text) {
    story.report(day, {text});
    const Item item = story.statement(text, "Ina Roth");
    story.statement_at(item).open = true;
    return item;
  };
  const Item one = open("2025-03-01", "Was sie genau dort tun, wird sich noch zeigen");
  const Item two = open("2025-03-01", "Der genaue Zweck dieser Reise sei derzeit noch unklar");
  const Item three = open("2025-03-02", "Was genau tun sie dort, das bleibt abzuwarten");
  const Comparison comparison = story.compare();
  EXPECT_NE(claim_of(comparison, ClaimKind::Utterance, one, two), nullptr);
  EXPECT_NE(claim_of(comparison, ClaimKind::Utterance, two, three), nullptr);
}

TEST(Utterances, OtherSpeakersOrOtherNumbersStayApart) {
  TestStory story;
  story.report("2025-03-01", {"Die Halle fasst 300 Besucher.", "Die Halle fasst 500 Besucher."});
  const Item small = story.statement("Die Halle fasst 300 Besucher", "Ina Roth");
  const Item large = story.statement("Die Halle fasst 500 Besucher", "Ina Roth");
  story.report("2025-03-02", {"Die Halle fasst 300 Besucher."});
  const Item someone = story.statement("Die Halle fasst 300 Besucher", "Udo Lang");
  const Comparison comparison = story.compare();
  EXPECT_EQ(claim_of(comparison, ClaimKind::Utterance, small, large), nullptr);
  EXPECT_EQ(claim_of(comparison, ClaimKind::Utterance, small, someone), nullptr);
}

TEST(Utterances, WeakerEvidenceIsMarked) {
  TestStory story;
  story.report("2025-03-01", {"Es gibt Beweise für Absprachen der Zementhersteller."});
  const Item strong = story.statement("Es gibt Beweise für Absprachen der Zementhersteller", "Ina Roth");
  story.report("2025-03-02", {"Es gebe Hinweise auf Absprachen der Zementhersteller."});
  const Item weak = story.statement("Es gebe Hinweise auf Absprachen der Zementhersteller", "Ina Roth");
  const Comparison comparison = story.compare();
  const Relation* relation = relation_of(comparison, strong, weak);
  ASSERT_NE(relation, nullptr);
  ASSERT_EQ(relation->slots.size(), 2U);
  EXPECT_EQ(relation->slots[1].slot, "evidence");
  EXPECT_EQ(relation->slots[1].weaker, relation->from == weak ? Side::From : Side::To);
}

TEST(Utterances, FortyCopiesAreOneOriginAndOneClaim) {
  TestStory story;
  std::vector<ReportId> origin;
  std::vector<Item> items;
  for (std::size_t i = 0; i < 40; ++i) {
    story.report("2025-03-01", {"Der Damm am Oberlauf hält dem Druck nicht mehr stand."});
    items.push_back(story.statement("Der Damm am Oberlauf hält dem Druck nicht mehr stand", "Ina Roth"));
    origin.emplace_back(i);
  }
  const Comparison comparison = story.compare({origin});
  ASSERT_EQ(comparison.claims.size(), 1U);
  EXPECT_EQ(comparison.claims[0].members.size(), 40U);
  EXPECT_EQ(comparison.claims[0].origins, 1U);  // several reports tell it, none of them independently
  EXPECT_EQ(comparison.claims[0].status, ClaimStatus::Agrees);
  for (const Relation& relation : comparison.relations) EXPECT_EQ(relation.type, RelationType::SameUtterance);
}

TEST(Denials, ConfirmedLaterByTheSameSide) {
  TestStory story;
  story.report("2025-03-01", {"Es habe keine Absprachen mit dem Zementwerk gegeben."});
  const Item denial = story.statement("Absprachen mit dem Zementwerk", "Ina Roth", Commitment::Denies);
  story.report("2025-03-05", {"Es gab Absprachen mit dem Zementwerk, räumte Roth ein."});
  const Item admission = story.statement("Es gab Absprachen mit dem Zementwerk", "Ina Roth", Commitment::Confirms);
  const Comparison comparison = story.compare();
  const Claim* claim = claim_of(comparison, ClaimKind::Proposition, denial, admission);
  ASSERT_NE(claim, nullptr);
  EXPECT_EQ(claim->status, ClaimStatus::DeniedThenConfirmed);
}

TEST(Denials, AnEarlierConfirmationDoesNotOverturnALaterDenial) {
  TestStory story;
  story.report("2025-03-05", {"Es habe keine Absprachen mit dem Zementwerk gegeben."});
  const Item denial = story.statement("Absprachen mit dem Zementwerk", "Ina Roth", Commitment::Denies);
  story.report("2025-03-01", {"Es gab Absprachen mit dem Zementwerk, sagte Lang."});
  const Item before = story.statement("Es gab Absprachen mit dem Zementwerk", "Udo Lang", Commitment::Confirms);
  const Comparison comparison = story.compare();
  for (const Claim& claim : comparison.claims) EXPECT_NE(claim.status, ClaimStatus::DeniedThenConfirmed);
  const Relation* relation = relation_of(comparison, denial, before);
  ASSERT_NE(relation, nullptr);
  EXPECT_EQ(relation->type, RelationType::Denies);
}

TEST(Figures, AGrowingTollEvolves) {
  TestStory story;
  story.report("2025-03-01", {"Bei dem Erdrutsch starben zwei Menschen."});
  const Item two = story.figure("zwei Menschen", 2, "Menschen");
  story.report("2025-03-03", {"Die Zahl der Todesopfer des Erdrutsches stieg auf vier."});
  const Item four = story.figure("vier", 4, "Todesopfer", "Ina Roth");
  const Comparison comparison = story.compare();
  const Claim* claim = claim_of(comparison, ClaimKind::Figure, two, four);
  ASSERT_NE(claim, nullptr);
  EXPECT_EQ(claim->status, ClaimStatus::Evolves);
  EXPECT_EQ(relation_of(comparison, two, four)->type, RelationType::Updates);
  EXPECT_EQ(relation_of(comparison, two, four)->from, two);
}

TEST(Figures, TwoSidesThatCountDifferentlyDiffer) {
  TestStory story;
  story.report("2025-03-01", {"Am Marsch nahmen 5000 Menschen teil.", "Am Marsch nahmen 1800 Menschen teil."});
  const Item organisers = story.figure("5000 Menschen", 5000, "Menschen", "Bündnis");
  const Item police = story.figure("1800 Menschen", 1800, "Menschen", "Polizei");
  const Comparison comparison = story.compare();
  const Claim* claim = claim_of(comparison, ClaimKind::Figure, organisers, police);
  ASSERT_NE(claim, nullptr);
  EXPECT_EQ(claim->status, ClaimStatus::Differs);
}

TEST(Figures, TheSameNumberOfOtherThingsIsNotTheSameClaim) {
  TestStory story;
  story.report("2025-03-01",
               {"Zwölf Menschen wurden bei dem Brand verletzt.", "Zwölf Wohnungen wurden bei dem Brand zerstört.",
                "Zwölf Menschen starben bei dem Brand."});
  const Item injured = story.figure("Zwölf Menschen", 12, "Menschen");
  const Item flats = story.figure("Zwölf Wohnungen", 12, "Wohnungen");
  const Comparison comparison = story.compare();
  EXPECT_EQ(claim_of(comparison, ClaimKind::Figure, injured, flats), nullptr);
}

TEST(Figures, CompatibleHedgesOfTwoOriginsAgree) {
  TestStory story;
  story.report("2025-03-01", {"Etwa 300 Häuser wurden beschädigt."});
  const Item about = story.figure("Etwa 300 Häuser", 300, "Häuser", "", annotate::Hedge::About);
  story.report("2025-03-01", {"Beschädigt wurden 312 Häuser."});
  const Item exact = story.figure("312 Häuser", 312, "Häuser");
  const Comparison comparison = story.compare();
  const Claim* claim = claim_of(comparison, ClaimKind::Figure, about, exact);
  ASSERT_NE(claim, nullptr);
  EXPECT_EQ(claim->status, ClaimStatus::Agrees);
  EXPECT_EQ(relation_of(comparison, about, exact)->slots.front().weaker, Side::From);
}

TEST(Figures, AnIncrementRefines) {
  TestStory story;
  story.report("2025-03-01",
               {"40 Helfer wurden in das Tal geschickt.", "20 weitere Helfer wurden in das Tal geschickt."});
  const Item level = story.figure("40 Helfer", 40, "Helfer");
  const Item more = story.figure("20 weitere Helfer", 20, "Helfer");
  story.figure_at(more).role = claims::FigureRole::Increment;
  const Comparison comparison = story.compare();
  const Relation* relation = relation_of(comparison, level, more);
  ASSERT_NE(relation, nullptr);
  EXPECT_EQ(relation->type, RelationType::Refines);
  EXPECT_EQ(relation->from, more);
}

TEST(Claims, OneReportNeverAgreesWithItself) {
  TestStory story;
  story.report("2025-03-01", {"Der Damm hält nicht.", "Der Damm hält nicht."});
  story.statement("Der Damm hält nicht", "Ina Roth");
  story.statement("Der Damm hält nicht", "Ina Roth");
  for (const Claim& claim : story.compare().claims) {
    EXPECT_EQ(claim.status, ClaimStatus::Single);
    EXPECT_EQ(claim.origins, 1U);
  }
}

TEST(Statements, WhoDoubtsIsTheWeakerSideOfAnAgreement) {
  TestStory story;
  story.report("2025-03-01", {"Der Damm ist wegen der Wurzeln gebrochen, sagte Roth."});
  const Item sure = story.statement("Der Damm ist wegen der Wurzeln gebrochen", "Ina Roth");
  story.report("2025-03-01", {"Lang sagte, der Damm ist vermutlich wegen der Wurzeln gebrochen."});
  const Item unsure = story.statement("der Damm ist vermutlich wegen der Wurzeln gebrochen", "Karl Lang");
  const Comparison comparison = story.compare();
  const Relation* relation = relation_of(comparison, sure, unsure);
  ASSERT_NE(relation, nullptr);
  EXPECT_EQ(relation->type, RelationType::Agrees);
  EXPECT_EQ(relation->slots.front().weaker, relation->from == unsure ? Side::From : Side::To);
}

TEST(Statements, AnUtteranceWithAnotherNumberDoesNotAgree) {
  TestStory story;
  story.report("2025-03-01", {"Im Werk fallen 1500 Stellen weg, sagte Roth."});
  const Item many = story.statement("Im Werk fallen 1500 Stellen weg", "Ina Roth");
  story.report("2025-03-02",
               {"Im Werk fallen Stellen weg, sagte Lang.", "Im Werk fallen 800 Stellen weg, sagte Lang."});
  const Item bare = story.statement("Im Werk fallen Stellen weg", "Karl Lang");
  const Item few = story.statement("Im Werk fallen 800 Stellen weg", "Karl Lang");
  const Comparison comparison = story.compare();
  ASSERT_NE(claim_of(comparison, ClaimKind::Utterance, bare, few), nullptr);
  EXPECT_EQ(claim_of(comparison, ClaimKind::Proposition, many, few), nullptr);
}

TEST(Statements, AFamilyNameStandsForTheOnePersonNamedInFull) {
  TestStory story;
  story.report("2025-03-01", {"Der Damm bei Altmoor hält noch lange, sagte Ina Roth."});
  const Item full = story.statement("Der Damm bei Altmoor hält noch lange", "Ina Roth");
  story.report("2025-03-01", {"Der Damm bei Altmoor halte noch lange, sagte Roth."});
  const Item family = story.statement("Der Damm bei Altmoor halte noch lange", "Roth");
  EXPECT_NE(claim_of(story.compare(), ClaimKind::Utterance, full, family), nullptr);
  story.report("2025-03-01", {"Kai Roth schweigt."});
  story.statement("Kai Roth schweigt", "Kai Roth");
  EXPECT_EQ(claim_of(story.compare(), ClaimKind::Utterance, full, family), nullptr);
}

}  // namespace
}  // namespace ql::compare
