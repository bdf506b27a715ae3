// SPDX-License-Identifier: Apache-2.0
// Denials and what became of them, in invented reports of several kinds. Each rule has a pair that it must link and
// one that looks alike and must not be linked.
#include <gtest/gtest.h>

#include "compare/compare.h"
#include "compare/test_story.h"

namespace ql::compare {
namespace {

using claims::Commitment;

TEST(Denials, AnAdmissionInOtherWordsOverturns) {
  TestStory story;
  story.report("2025-03-01", {"Roth bestritt vertrauliche Gespräche mit dem Zementwerk über den Abbau."});
  const Item denial =
      story.statement("vertrauliche Gespräche mit dem Zementwerk über den Abbau", "Ina Roth", Commitment::Denies);
  story.report("2025-03-05", {"Es habe ein Treffen mit dem Zementwerk in einem Hotel gegeben, räumte Roth ein."});
  const Item admission = story.statement("Es habe ein Treffen mit dem Zementwerk in einem Hotel gegeben", "Ina Roth",
                                         Commitment::Confirms);
  const Comparison comparison = story.compare();
  EXPECT_EQ(status_of(comparison, denial, admission), ClaimStatus::DeniedThenConfirmed);
  const Relation* relation = relation_of(comparison, denial, admission);
  ASSERT_NE(relation, nullptr);
  EXPECT_EQ(relation->type, RelationType::Confirms);
  EXPECT_EQ(relation->from, admission);
  EXPECT_EQ(relation->slots.front().slot, "target");
}

TEST(Denials, AnAdmissionOfAnotherMatterDoesNot) {
  TestStory story;
  story.report("2025-03-01", {"Roth bestritt vertrauliche Gespräche mit dem Zementwerk über den Abbau."});
  const Item denial =
      story.statement("vertrauliche Gespräche mit dem Zementwerk über den Abbau", "Ina Roth", Commitment::Denies);
  story.report("2025-03-05", {"Die Brücke bleibe wegen fehlender Schrauben bis Mai gesperrt, räumte Roth ein."});
  const Item admission =
      story.statement("Die Brücke bleibe wegen fehlender Schrauben bis Mai gesperrt", "Ina Roth", Commitment::Confirms);
  EXPECT_EQ(status_of(story.compare(), denial, admission), ClaimStatus::Single);
}

TEST(Denials, WhatAnotherSideConfirmsLaterStandsAsConfirmed) {
  TestStory story;
  story.report("2025-03-01", {"Der Verein habe keine Schmiergelder an den Schiedsrichter gezahlt."});
  const Item denial =
      story.said_by("Vereinspräsident Krug", "Schmiergelder an den Schiedsrichter gezahlt", Commitment::Denies);
  story.report("2025-03-05", {"Der Verein habe Schmiergelder an den Schiedsrichter gezahlt, bestätigte die Anklage."});
  const Item other =
      story.said_by("die Anklage", "Der Verein habe Schmiergelder an den Schiedsrichter gezahlt", Commitment::Confirms);
  const Comparison comparison = story.compare();
  EXPECT_EQ(status_of(comparison, denial, other), ClaimStatus::DeniedThenConfirmed);
  ASSERT_NE(relation_of(comparison, denial, other), nullptr);
  EXPECT_EQ(relation_of(comparison, denial, other)->type, RelationType::Confirms);
  EXPECT_EQ(relation_of(comparison, denial, other)->from, other);
}

TEST(Denials, WhatAnOpponentAssertsDoesNotEndADenial) {
  TestStory story;
  story.report("2025-03-01", {"Der Verein habe keine Schmiergelder an den Schiedsrichter gezahlt."});
  const Item denial =
      story.said_by("Vereinspräsident Krug", "Schmiergelder an den Schiedsrichter gezahlt", Commitment::Denies);
  story.report("2025-03-05", {"Der Verein habe Schmiergelder an den Schiedsrichter gezahlt, sagte der Trainer."});
  const Item other = story.said_by("der Trainer", "Der Verein habe Schmiergelder an den Schiedsrichter gezahlt");
  const Comparison comparison = story.compare();
  EXPECT_EQ(status_of(comparison, denial, other), ClaimStatus::Denied);
  ASSERT_NE(relation_of(comparison, denial, other), nullptr);
  EXPECT_EQ(relation_of(comparison, denial, other)->type, RelationType::Denies);
}

TEST(Denials, WhatAnAuthorityFindsConfirms) {
  TestStory story;
  story.report("2025-03-01", {"Die Reederei wies zurück, die Fähre sei überladen gewesen."});
  const Item denial = story.said_by("Die Reederei", "die Fähre sei überladen gewesen", Commitment::Denies);
  story.report("2025-03-09", {"Die Fähre war deutlich überladen, teilte die Schifffahrtsaufsicht mit."});
  const Item found = story.said_by("die Schifffahrtsaufsicht", "Die Fähre war deutlich überladen");
  EXPECT_EQ(status_of(story.compare(), denial, found), ClaimStatus::DeniedThenConfirmed);
}

TEST(Denials, AnAdmissionOverturnsTheDenialWhosePassageItShares) {
  TestStory story;
  story.report("2025-03-01",
               {"Die Prüfer werfen Roth Reisen auf Kosten der Werft vor. Roth bestritt das.", "Der Rat tagt am Montag.",
                "Die Sitzung beginnt am Abend.", "Roth wies auch zurück, das Gutachten zur Brücke gekannt zu haben."});
  const Item journeys = story.statement("das", "Ina Roth", Commitment::Denies);
  const Item report = story.statement("das Gutachten zur Brücke gekannt zu haben", "Ina Roth", Commitment::Denies);
  story.report("2025-03-05", {"Es geht um Reisen auf Kosten der Werft. Roth gestand, sie sei mitgefahren."});
  const Item admission = story.statement("sie sei mitgefahren", "Ina Roth", Commitment::Confirms);
  story.statement_at(admission).cue = {story.range_of("gestand")};
  const Comparison comparison = story.compare();
  EXPECT_EQ(status_of(comparison, journeys, admission), ClaimStatus::DeniedThenConfirmed);
  EXPECT_NE(status_of(comparison, report, admission), ClaimStatus::DeniedThenConfirmed);
}

TEST(Denials, WordsThatAdmitNeedNoVerbOfAdmitting) {
  TestStory story;
  story.report("2025-03-01",
               {"Die Prüfer werfen Roth Reisen auf Kosten der Werft vor. Roth bestritt das.", "Der Rat tagt am Montag.",
                "Die Sitzung beginnt am Abend.", "Roth wies auch zurück, das Gutachten zur Brücke gekannt zu haben."});
  const Item journeys = story.statement("das", "Ina Roth", Commitment::Denies);
  const Item report = story.statement("das Gutachten zur Brücke gekannt zu haben", "Ina Roth", Commitment::Denies);
  story.report("2025-03-05", {"Es geht um Reisen auf Kosten der Werft. Das war mein Fehler, sagte Roth."});
  const Item admission = story.statement("Das war mein Fehler", "Ina Roth", Commitment::Confirms);
  story.statement_at(admission).cue = {story.range_of("sagte")};
  const Comparison comparison = story.compare();
  EXPECT_EQ(status_of(comparison, journeys, admission), ClaimStatus::DeniedThenConfirmed);
  EXPECT_NE(status_of(comparison, report, admission), ClaimStatus::DeniedThenConfirmed);
}

TEST(Denials, WhatThePoliceAssertAgainstItDoesNotEndADenial) {
  TestStory story;
  story.report("2025-03-01", {"Der Klub wies zurück, seine Fans hätten das Tor aufgebrochen."});
  const Item denial = story.said_by("Der Klub", "seine Fans hätten das Tor aufgebrochen", Commitment::Denies);
  story.report("2025-03-09", {"Die Fans haben das Tor aufgebrochen, teilte die Polizei mit."});
  const Item police = story.said_by("die Polizei", "Die Fans haben das Tor aufgebrochen");
  EXPECT_NE(status_of(story.compare(), denial, police), ClaimStatus::DeniedThenConfirmed);
}

TEST(Denials, ConfirmingBeyondDoubtDeniesNothing) {
  TestStory story;
  story.report("2025-03-01", {"Die Reederei wies zurück, die Fähre sei überladen gewesen."});
  const Item denial = story.said_by("Die Reederei", "die Fähre sei überladen gewesen", Commitment::Denies);
  story.report("2025-03-09", {"„Die Fähre war überladen, daran gibt es keinen Zweifel“, bestätigte die Anklage."});
  const Item found =
      story.said_by("die Anklage", "Die Fähre war überladen, daran gibt es keinen Zweifel", Commitment::Confirms);
  EXPECT_EQ(status_of(story.compare(), denial, found), ClaimStatus::DeniedThenConfirmed);
}

TEST(Denials, ASuspicionOfAnAuthorityDoesNot) {
  TestStory story;
  story.report("2025-03-01", {"Die Reederei wies zurück, die Fähre sei überladen gewesen."});
  const Item denial = story.said_by("Die Reederei", "die Fähre sei überladen gewesen", Commitment::Denies);
  story.report("2025-03-09", {"Die Fähre war wohl überladen, vermutet die Staatsanwaltschaft."});
  const Item suspected = story.said_by("die Staatsanwaltschaft", "Die Fähre war wohl überladen", Commitment::Suspects);
  EXPECT_NE(status_of(story.compare(), denial, suspected), ClaimStatus::DeniedThenConfirmed);
}

TEST(Denials, AnInstitutionIsOneSideWhoeverSpeaksForIt) {
  TestStory story;
  story.report("2025-03-01", {"Im Tunnel sei kein Pfefferspray eingesetzt worden, sagte Polizeisprecherin Wilk."});
  const Item denial =
      story.said_by("Polizeisprecherin Wilk", "Im Tunnel sei kein Pfefferspray eingesetzt worden", Commitment::Denies);
  story.report("2025-09-05", {"Im Tunnel sei Reizgas gesprüht worden, räumte Polizeihauptkommissar Renz ein."});
  const Item admission =
      story.said_by("Polizeihauptkommissar Renz", "Im Tunnel sei Reizgas gesprüht worden", Commitment::Confirms);
  story.report("2025-09-05", {"Im Tunnel sei Reizgas gesprüht worden, bestätigte Feuerwehrsprecher Thon."});
  const Item stranger =
      story.said_by("Feuerwehrsprecher Thon", "Im Tunnel sei Reizgas gesprüht worden", Commitment::Confirms);
  const Comparison comparison = story.compare();
  EXPECT_EQ(status_of(comparison, denial, admission), ClaimStatus::DeniedThenConfirmed);
  const Relation* relation = relation_of(comparison, denial, stranger);
  EXPECT_TRUE(relation == nullptr || relation->type == RelationType::Denies);
}

TEST(Denials, WhoIsAccusedDeniesWhereNobodyIsNamed) {
  TestStory story;
  story.report("2025-03-01", {"Behauptungen, die Reederei habe Altöl ins Hafenbecken eingeleitet, sind falsch."});
  const Item denial = story.said_by("", "die Reederei habe Altöl ins Hafenbecken eingeleitet", Commitment::Denies);
  story.report("2025-04-05", {"Altöl sei ins Hafenbecken eingeleitet worden, gab ein Sprecher der Reederei zu."});
  const Item admission =
      story.said_by("ein Sprecher der Reederei", "Altöl sei ins Hafenbecken eingeleitet worden", Commitment::Confirms);
  EXPECT_EQ(status_of(story.compare(), denial, admission), ClaimStatus::DeniedThenConfirmed);
}

TEST(Denials, APointingDenialDeniesWhatStandsBeforeIt) {
  TestStory story;
  story.report("2025-03-01", {"Anwohner werfen der Klinik vor, Patientendaten an Händler verkauft zu haben.",
                              "Die Klinik wies diese Vorwürfe zurück."});
  const Item denial = story.said_by("Die Klinik", "diese Vorwürfe", Commitment::Denies);
  story.report("2025-04-05", {"Patientendaten seien an einen Händler verkauft worden, bestätigte die Klinikleitung."});
  const Item admission =
      story.said_by("die Klinikleitung", "Patientendaten seien an einen Händler verkauft worden", Commitment::Confirms);
  EXPECT_EQ(status_of(story.compare(), denial, admission), ClaimStatus::DeniedThenConfirmed);
}

TEST(Denials, AReportLooksBackAtADenial) {
  TestStory story;
  story.report("2025-02-20", {"Die Bahn hat bestätigt, dass sich ihre Chefin mit der Gewerkschaft getroffen hat.",
                              "Noch gestern hatten beide Seiten solche Gespräche bestritten."});
  const Item confirmation =
      story.said_by("Die Bahn", "dass sich ihre Chefin mit der Gewerkschaft getroffen hat", Commitment::Confirms);
  const Item denial = story.said_by("beide Seiten", "solche Gespräche", Commitment::Denies);
  const Comparison comparison = story.compare();
  EXPECT_EQ(status_of(comparison, denial, confirmation), ClaimStatus::DeniedThenConfirmed);
  EXPECT_EQ(relation_of(comparison, denial, confirmation)->rule.name(), "compare.denial.recalled.01");
}

TEST(Denials, WhatFollowsAnAdmissionSaysWhatIsMeant) {
  TestStory story;
  story.report("2025-06-03", {"Landrätin Kolb wies zurück, dass die Bevölkerung zu spät gewarnt wurde."});
  const Item denial = story.statement("dass die Bevölkerung zu spät gewarnt wurde", "Mara Kolb", Commitment::Denies);
  story.report("2025-06-04",
               {"Kolb räumte Fehler bei der Warnung der Bevölkerung ein.",
                "Die Warnmeldung habe viele erst gegen Mitternacht erreicht.", "Einen Rücktritt lehne sie ab."});
  const Item admission = story.statement("Fehler bei der Warnung der Bevölkerung", "Mara Kolb", Commitment::Confirms);
  const Item detail = story.statement("Die Warnmeldung habe viele erst gegen Mitternacht erreicht", "Mara Kolb");
  const Item other = story.statement("Einen Rücktritt lehne sie ab", "Mara Kolb", Commitment::Refuses);
  const Comparison comparison = story.compare();
  EXPECT_EQ(status_of(comparison, denial, admission), ClaimStatus::DeniedThenConfirmed);
  EXPECT_EQ(status_of(comparison, denial, detail), ClaimStatus::DeniedThenConfirmed);
  EXPECT_EQ(status_of(comparison, denial, other), ClaimStatus::Single);
}

TEST(Denials, OfTwoMattersAreTwoClaims) {
  TestStory story;
  story.report("2025-06-03", {"Der Verband bestritt, die Talsperre zu spät geöffnet zu haben.",
                              "Der Verband bestritt auch, Fördergelder für Reisen ausgegeben zu haben."});
  const Item one = story.said_by("Der Verband", "die Talsperre zu spät geöffnet zu haben", Commitment::Denies);
  const Item other = story.said_by("Der Verband", "Fördergelder für Reisen ausgegeben zu haben", Commitment::Denies);
  EXPECT_EQ(claim_of(story.compare(), ClaimKind::Proposition, one, other), nullptr);
}

TEST(Denials, TheSameMatterDeniedAgainIsOneClaim) {
  TestStory story;
  story.report("2025-06-03", {"Das Werk habe keine Glassplitter in Gläsern gefunden, sagte ein Werkssprecher."});
  const Item one =
      story.statement("Das Werk habe keine Glassplitter in Gläsern gefunden", "Jan Ott", Commitment::Denies);
  story.report("2025-06-04", {"Ott bekräftigte, in keinem Glas seien Splitter aus Glas gefunden worden."});
  const Item other =
      story.statement("in keinem Glas seien Splitter aus Glas gefunden worden", "Jan Ott", Commitment::Denies);
  EXPECT_NE(claim_of(story.compare(), ClaimKind::Proposition, one, other), nullptr);
}

TEST(Denials, ADeniedNumberIsOverturnedByALaterOneOfTheSameSide) {
  TestStory story;
  story.report("2025-06-03", {"Von einem Abbau von 3000 Stellen könne keine Rede sein, sagte Ott."});
  const Item denial =
      story.statement("Von einem Abbau von 3000 Stellen könne keine Rede sein", "Jan Ott", Commitment::Denies);
  const Item denied = story.figure("3000 Stellen", 3000, "Stellen");
  story.figure_at(denied).statement = StatementId(denial.index);
  story.report("2025-06-20", {"Nun werden 2400 Stellen abgebaut, sagte Ott.",
                              "Die Gewerkschaft zählt 2600 Stellen, die abgebaut werden."});
  const Item given = story.figure("2400 Stellen", 2400, "Stellen", "Jan Ott");
  const Item by_others = story.figure("2600 Stellen", 2600, "Stellen", "Gewerkschaft");
  const Comparison comparison = story.compare();
  EXPECT_EQ(status_of(comparison, denial, given), ClaimStatus::DeniedThenConfirmed);
  EXPECT_EQ(relation_of(comparison, denial, given)->rule.name(), "compare.denial.figure.01");
  EXPECT_EQ(claim_of(comparison, ClaimKind::Proposition, denial, by_others), nullptr);
}

TEST(Denials, AnAdmissionThatNamesNothingOverturnsTheOnlyDenialOfItsSide) {
  TestStory story;
  story.report("2025-06-11", {"Reents wies zurück, dass Mängel am Deich bekannt waren."});
  const Item denial = story.statement("dass Mängel am Deich bekannt waren", "Udo Reents", Commitment::Denies);
  story.report("2025-06-14", {"Wir haben uns geirrt, sagte Reents.", "Wir haben uns geirrt, sagte Timm."});
  const Item admission = story.statement("Wir haben uns geirrt", "Udo Reents", Commitment::Confirms);
  const Comparison comparison = story.compare();
  EXPECT_EQ(status_of(comparison, denial, admission), ClaimStatus::DeniedThenConfirmed);
  EXPECT_EQ(relation_of(comparison, denial, admission)->rule.name(), "compare.denial.unnamed.01");
}

TEST(Denials, AnAdmissionThatNamesNothingLeavesTwoMattersOpen) {
  TestStory story;
  story.report("2025-06-11", {"Reents wies zurück, dass Mängel am Deich bekannt waren.",
                              "Reents bestritt auch, Fördergelder für Reisen ausgegeben zu haben."});
  const Item denial = story.statement("dass Mängel am Deich bekannt waren", "Udo Reents", Commitment::Denies);
  story.statement("Fördergelder für Reisen ausgegeben zu haben", "Udo Reents", Commitment::Denies);
  story.report("2025-06-14", {"Wir haben uns geirrt, sagte Reents."});
  const Item admission = story.statement("Wir haben uns geirrt", "Udo Reents", Commitment::Confirms);
  EXPECT_EQ(status_of(story.compare(), denial, admission), ClaimStatus::Single);
}

TEST(Denials, TakingBackWhatWasSaidRetractsIt) {
  TestStory story;
  story.report("2025-06-11", {"Lang habe den Tresor geöffnet, sagte Roth."});
  const Item said = story.statement("Lang habe den Tresor geöffnet", "Ina Roth");
  story.report("2025-06-14", {"Roth nahm die Behauptung zurück, dass Lang den Tresor geöffnet hat."});
  const Item back = story.statement("dass Lang den Tresor geöffnet hat", "Ina Roth", Commitment::Denies);
  story.statement_at(back).cue = {story.range_of("zurück")};
  EXPECT_EQ(relation_of(story.compare(), said, back), nullptr);  // "zurück" alone takes nothing back

  story.statement_at(back).cue = {story.range_of("nahm")};
  const Comparison with_verb = story.compare();
  ASSERT_NE(relation_of(with_verb, said, back), nullptr);
  EXPECT_EQ(relation_of(with_verb, said, back)->type, RelationType::Retracts);
  EXPECT_EQ(relation_of(with_verb, said, back)->from, back);
}

TEST(Denials, OneWordIsEnoughForADenialOfHardlyMore) {
  TestStory story;
  story.report("2025-09-02", {"Es gibt keine Gespräche, sagte Loewe."});
  const Item denial = story.statement("Es gibt keine Gespräche", "Britta Loewe", Commitment::Denies);
  story.report("2025-09-12", {"Wir führen seit Juli Gespräche, sagte Loewe.", "Wir bauen ein Werk, sagte Loewe."});
  const Item answer = story.statement("Wir führen seit Juli Gespräche", "Britta Loewe");
  const Item other = story.statement("Wir bauen ein Werk", "Britta Loewe");
  const Comparison comparison = story.compare();
  EXPECT_EQ(status_of(comparison, denial, answer), ClaimStatus::DeniedThenConfirmed);
  EXPECT_EQ(claim_of(comparison, ClaimKind::Proposition, denial, other), nullptr);
}

TEST(Denials, WhatIsDeniedAndAdmittedInTheSameWordsIsTwoStatements) {
  TestStory story;
  story.report("2025-09-02", {"Das Doping im Verein bestritt Loewe."});
  const Item denial = story.statement("Das Doping im Verein", "Britta Loewe", Commitment::Denies);
  story.report("2025-09-12", {"Das Doping im Verein gab Loewe zu."});
  const Item answer = story.statement("Das Doping im Verein", "Britta Loewe", Commitment::Confirms);
  const Comparison comparison = story.compare();
  EXPECT_EQ(status_of(comparison, denial, answer), ClaimStatus::DeniedThenConfirmed);
}

TEST(Denials, WhatIsSaidNotToBeSoElaboratesNoAdmission) {
  TestStory story;
  story.report("2025-09-02", {"Krug bestritt, Geld vom Bauunternehmer Kolbe angenommen zu haben."});
  const Item denial = story.statement("Geld vom Bauunternehmer Kolbe angenommen zu haben", "Krug", Commitment::Denies);
  story.report("2025-09-12", {"Krug räumte ein, mit Bauunternehmer Kolbe essen gegangen zu sein.",
                              "Geld habe er nicht genommen, sagte Krug."});
  story.statement("mit Bauunternehmer Kolbe essen gegangen zu sein", "Krug", Commitment::Confirms);
  const Item negated = story.statement("Geld habe er nicht genommen", "Krug");
  const Comparison comparison = story.compare();
  for (const Relation& relation : comparison.relations) {
    EXPECT_FALSE(relation.type == RelationType::Confirms && relation.from == negated);
  }
  EXPECT_NE(relation_of(comparison, negated, denial), nullptr);  // it denies again
}

TEST(Denials, TwoInARowAreOneMatterIfOneOnlyPoints) {
  TestStory story;
  story.report("2025-09-02", {"Kranz bestritt dies.", "Es gebe keine Absprachen mit Lang, sagte Kranz.",
                              "Auch Fördergelder habe niemand erhalten, sagte Kranz."});
  const Item pointing = story.statement("dies", "Kranz", Commitment::Denies);
  const Item spelled_out = story.statement("Es gebe keine Absprachen mit Lang", "Kranz", Commitment::Denies);
  const Item other = story.statement("Auch Fördergelder habe niemand erhalten", "Kranz", Commitment::Denies);
  const Comparison comparison = story.compare();
  EXPECT_NE(claim_of(comparison, ClaimKind::Proposition, pointing, spelled_out), nullptr);
  EXPECT_EQ(claim_of(comparison, ClaimKind::Proposition, pointing, other), nullptr);
}

/// Two of one house, the second of whom confirms, among so many statements of others, of whom some are of the house.
ClaimStatus status_among(std::size_t others, std::size_t of_the_house) {
  TestStory story;
  story.report("2025-03-01", {"Die Streife habe den Fahrer nicht verfolgt, sagte Dohm."});
  const Item denial =
      story.said_by("Polizeisprecherin Dohm", "Die Streife habe den Fahrer nicht verfolgt", Commitment::Denies);
  story.report("2025-03-05", {"Die Streife habe den Fahrer verfolgt, bestätigte Stroth."});
  const Item later =
      story.said_by("Polizeidirektor Stroth", "Die Streife habe den Fahrer verfolgt", Commitment::Confirms);
  for (std::size_t i = 0; i < others; ++i) {
    const std::string content = "Zeuge Nummer " + std::to_string(1000 + i) + " sah das Auto";
    story.report("2025-03-06", {content + ", sagte er."});
    story.said_by((i < of_the_house ? "Polizist " : "Zeuge ") + std::to_string(1000 + i), content);
  }
  return status_of(story.compare(), denial, later);
}

TEST(Denials, WhereManySpeakForAHouseNobodyConfirmsForAnother) {
  EXPECT_EQ(status_among(2, 2), ClaimStatus::DeniedThenConfirmed);
  EXPECT_EQ(status_among(150, 0), ClaimStatus::DeniedThenConfirmed);
  EXPECT_EQ(status_among(150, 100), ClaimStatus::Single);
}

}  // namespace
}  // namespace ql::compare
