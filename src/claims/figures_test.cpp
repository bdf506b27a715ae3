// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "claims/claims.h"
#include "lang/test_language.h"

namespace ql::claims {
namespace {

using lang::german;

struct Read {
  clean::Report report;
  annotate::Annotations notes;
  ReportClaims claims;
};

Read read(std::initializer_list<std::string_view> paragraphs) {
  Read result;
  result.report = annotate::test_report(paragraphs);
  result.notes = annotate::annotate(result.report, german());
  result.claims = extract_claims(result.report, result.notes, german());
  return result;
}

std::vector<Figure> figures(std::initializer_list<std::string_view> paragraphs) {
  return read(paragraphs).claims.figures;
}

TEST(Figures, CountedNounStandsBesideTheNumber) {
  const auto found = figures({"Rund 300 verletzte Fans wurden versorgt."});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].counted, "verletzte Fans");
  EXPECT_EQ(found[0].rule.name(), "de.figure.counted.beside.01");
}

TEST(Figures, AmountMeasuresTheNounOfItsClause) {
  const auto found = figures({"Der Umsatz stieg um 14 Prozent auf 1,2 Milliarden Euro."});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].counted, "Umsatz");
  EXPECT_EQ(found[0].role, FigureRole::Change);
  EXPECT_EQ(found[1].counted, "Umsatz");
  EXPECT_EQ(found[1].role, FigureRole::Level);
}

TEST(Figures, AmountBelongsToTheNounBeforeVon) {
  const auto found = figures({"Der Vorstand erwartet einen Verlust von knapp 3 Millionen Euro."});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].counted, "Verlust");
}

TEST(Figures, NumberOfSomethingIsFoundInTheSentenceBefore) {
  const auto found = figures({"Die Zahl der Vermissten sank. Statt zunächst 30 seien es noch elf."});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].counted, "Vermissten");
  EXPECT_EQ(found[1].counted, "Vermissten");
}

TEST(Figures, ElidedNounIsTheLastThingCounted) {
  const auto found = figures({"Zehn Busse kamen. Vier davon waren leer."});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].counted, "Busse");
  EXPECT_EQ(found[1].role, FigureRole::Part);
}

TEST(Figures, PartCountsWhatItsWholeCounts) {
  const auto found = figures({"Die Firma streicht 300 ihrer 1.200 Stellen."});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].role, FigureRole::Part);
  EXPECT_EQ(found[0].counted, "Stellen");
}

TEST(Figures, Roles) {
  EXPECT_EQ(figures({"Die Wehr schickte 40 weitere Helfer."}).at(0).role, FigureRole::Increment);
  EXPECT_EQ(figures({"Die Prüfer fanden 31 Risse, acht mehr als bisher."}).at(1).role, FigureRole::Change);
  EXPECT_EQ(figures({"Insgesamt 40 Helfer kamen."}).at(0).role, FigureRole::Total);
  EXPECT_EQ(figures({"Erlaubt sind höchstens 40 Gäste."}).at(0).role, FigureRole::Cap);
  EXPECT_EQ(figures({"Es fielen bis zu 40 Liter Regen."}).at(0).role, FigureRole::Level);
}

TEST(Figures, AChangeInBrackets) {
  const std::vector<Figure> two = figures({"Gold (minus 12 Prozent) verlor, Silber (plus rund 50 Prozent) gewann."});
  ASSERT_EQ(two.size(), 2U);
  EXPECT_EQ(two[0].role, FigureRole::Change);
  EXPECT_EQ(two[1].role, FigureRole::Change);
  EXPECT_EQ(figures({"Es gab 3.400 Fälle (plus 120)."}).at(1).role, FigureRole::Change);
  EXPECT_EQ(figures({"Der Umsatz (plus drei Millionen Euro) stieg."}).at(0).role, FigureRole::Change);
  EXPECT_EQ(figures({"Silber (+5 Prozent) gewann."}).at(0).role, FigureRole::Change);
  EXPECT_EQ(figures({"In Altmar (+3 Grad) war es kalt."}).at(0).role, FigureRole::Level);
  EXPECT_EQ(figures({"In Altmar (minus 3 Grad) war es kalt."}).at(0).role, FigureRole::Level);
  EXPECT_EQ(figures({"Die Partei (12 Prozent) verlor."}).at(0).role, FigureRole::Level);
}

TEST(Figures, BeforeABracketStandsTheHeadAndItsOwner) {
  EXPECT_EQ(figures({"Aktien der Bank (minus 3 Prozent) verloren."}).at(0).counted, "Aktien der Bank");
  EXPECT_EQ(figures({"Aktien der Lufthansa (minus 3 Prozent) verloren."}).at(0).counted, "Aktien der Lufthansa");
  EXPECT_EQ(figures({"Die Zahl der Unfälle (minus 12 Prozent) sank."}).at(0).counted, "Unfälle");
  EXPECT_EQ(figures({"Besser lief Silber (plus 50 Prozent) im Mai."}).at(0).counted, "Silber");
}

TEST(Figures, AMeasureHasItsNumber) {
  EXPECT_EQ(figures({"Das Beben der Stärke 6,4 war zu spüren."}).at(0).counted, "Stärke");
  EXPECT_EQ(figures({"Ab einer Inzidenz von 70 schließt das Bad."}).at(0).counted, "Inzidenz");
  EXPECT_EQ(figures({"Von 70 Gästen kamen viele."}).at(0).counted, "Gästen");
}

TEST(Figures, AValueIsReachedByTheNounBeforeIt) {
  EXPECT_EQ(figures({"Das Land will den Anteil auf unter 25 Prozent senken."}).at(0).counted, "Anteil");
  EXPECT_EQ(figures({"Die Infektionen stiegen auf 1.500."}).at(0).counted, "Infektionen");
}

TEST(Figures, AVerbOfChangeChangesItsObject) {
  EXPECT_EQ(figures({"Das Werk steigerte den Umsatz im Mai um neun Prozent."}).at(0).counted, "Umsatz");
  EXPECT_EQ(figures({"Im Mai stieg die Zahl der Opfer um neun Prozent."}).at(0).counted, "Opfer");
}

TEST(Figures, EachClauseHasItsOwnCounter) {
  const Read result =
      read({"Die Polizei sprach am Nachmittag von rund 3.800 Teilnehmern, die Veranstalter zählten 12.000."});
  ASSERT_EQ(result.claims.figures.size(), 2U);
  const Figure& figure = result.claims.figures[0];
  const bool of_police =
      !figure.statement.valid() ||
      result.claims.statements[figure.statement.index()].speaker.text.find("Polizei") != std::string::npos;
  EXPECT_TRUE(of_police);
}

TEST(Figures, AFormerValueHasNoDateOfToday) {
  EXPECT_FALSE(figures({"Statt 14.000 sind nun 41.000 Geräte betroffen."}).at(0).as_of.has_value());
}

TEST(Figures, PartsOfAPronoun) {
  const auto found = figures({"Im Bus saßen 48 Gäste, von denen zwölf verletzt wurden."});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].role, FigureRole::Part);
  EXPECT_EQ(found[1].counted, "Gäste");
}

TEST(Figures, StateStandsBehindTheLastOfSeveral) {
  const auto found = figures({"Zwei Männer und drei Frauen wurden festgenommen."});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].state, "wurden festgenommen");
}

TEST(Figures, TheDayOfTheSpeakersSentenceBefore) {
  const auto found =
      figures({"Am 1. November 2024 berichtete Ministerin Anna Weber, dass 800 Helfer kamen. Weber gab an, dass "
               "sich 1.000 Helfer im Norden befinden."});
  ASSERT_EQ(found.size(), 2U);
  ASSERT_TRUE(found[1].as_of.has_value());
  EXPECT_EQ(found[1].as_of->value, "2024-11-01");
  EXPECT_EQ(found[1].as_of->basis, Basis::Inferred);
}

TEST(Figures, StateJumpsOverAnInsertion) {
  const auto found = figures({"Die Stadt meldet, dass sie 300 Helfer, darunter Taucher, nach Norden geschickt hat."});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found[0].state.find("nach Norden geschickt hat"), std::string::npos);
}

TEST(Figures, StatementCarriesTheFigure) {
  const Read result = read({"Der Landrat sagte, dass 300 Helfer im Einsatz seien."});
  ASSERT_EQ(result.claims.figures.size(), 1U);
  ASSERT_TRUE(result.claims.figures[0].statement.valid());
  const auto author = read({"300 Helfer sind im Einsatz."});
  EXPECT_FALSE(author.claims.figures.at(0).statement.valid());
}

/// The name of who gives the only figure.
std::string giver(std::initializer_list<std::string_view> paragraphs, std::size_t figure = 0,
                  const char* outlet = nullptr) {
  Read result;
  result.report = annotate::test_report(paragraphs);
  if (outlet != nullptr) result.report.outlet = outlet;
  result.notes = annotate::annotate(result.report, german());
  result.claims = extract_claims(result.report, result.notes, german());
  const EntityId speaker = result.claims.figures.at(figure).speaker;
  return speaker.valid() ? result.notes.entities[speaker.index()].name : std::string();
}

TEST(Figures, WhoDemandsANumberGivesIt) {
  EXPECT_EQ(giver({"Der Mieterbund verlangt 300 neue Wohnungen."}), "Mieterbund");
  EXPECT_EQ(giver({"Die Maler verlangen 300 Euro mehr, mindestens aber 9 Prozent im Jahr."}, 1), "Maler");
  EXPECT_EQ(giver({"Der Sturm riss 300 Dächer fort."}), "");
}

TEST(Figures, BehindTheColonOfWhoReports) {
  EXPECT_EQ(giver({"Die Feuerwehr meldete am Abend: 300 Einsätze, keine Verletzten."}), "Feuerwehr");
  EXPECT_EQ(giver({"300 Einsätze, sagt die Feuerwehr."}), "Feuerwehr");
  EXPECT_EQ(giver({"Die Feuerwehr löschte den Brand: 300 Ballen Heu verbrannten."}), "");
}

TEST(Figures, ASpokeswomanWithoutANameStandsForHerHouse) {
  EXPECT_EQ(
      giver({"Die Reederei teilte mit, dass der Betrieb ruht. Eine Sprecherin nannte die Zahl von 300 Reisenden."}),
      "Reederei");
}

TEST(Figures, TheReportersOwnKnowledgeHasNoSpeaker) {
  EXPECT_EQ(giver({"Nach Informationen der Seepost fordern die Täter 300 Euro."}, 0, "Seepost"), "");
  EXPECT_EQ(giver({"Nach Informationen der Seepost fordern die Täter 300 Euro."}, 0, "Landbote"), "Täter");
}

TEST(Figures, TheOwnVoiceOfAPressReleaseIsItsIssuers) {
  EXPECT_EQ(giver({"Heute kamen 300 Gäste."}, 0, "Gewerkschaft Torf und Moor"), "Gewerkschaft Torf und Moor");
  EXPECT_EQ(giver({"Heute kamen 300 Gäste."}, 0, "Torfer Zeitung"), "");
}

TEST(Figures, NoTimeIsInventedWithoutAnyDate) {
  EXPECT_FALSE(figures({"300 Helfer sind im Einsatz."}).at(0).as_of.has_value());
}

std::string counted(std::string_view sentence, std::size_t index) {
  const auto found = figures({sentence});
  return index < found.size() ? found[index].counted : std::string("no such figure");
}

TEST(Figures, TheNounStandsBehindALongAttribute) {
  EXPECT_EQ(counted("Gerichte verboten zwei mit jeweils 900 Teilnehmern angemeldete Umzüge.", 0), "angemeldete Umzüge");
  EXPECT_EQ(counted("Es kamen zwei mit alten Wagen.", 0), "");
}

TEST(Figures, ABracketPartsNoNounFromItsAmount) {
  EXPECT_EQ(counted("Im Mai sank der Umsatz (brutto) um 8,3 Prozent.", 0), "Umsatz");
  EXPECT_EQ(counted("Im Mai sank der Umsatz von 8 auf 7 Prozent.", 0), "Umsatz");
}

TEST(Figures, TheSubjectStandsBeforeAnInsertion) {
  EXPECT_EQ(counted("Die Belegquote, die täglich gemeldet wird, liegt derzeit bei 110,4.", 0), "Belegquote");
  EXPECT_NE(counted("Der Minister, der gestern kam, sprach von 12.", 0), "Minister");
}

TEST(Figures, AVerbOfChangeChangesItsObjectBehindAnAdverbial) {
  EXPECT_EQ(counted("So senkt der Vertrag während seiner Laufzeit das Budget um vier Prozent.", 0), "Budget");
}

TEST(Figures, ABareNounBeforeABoundIsMeasured) {
  EXPECT_EQ(counted("Den Besuchern drohten Strafen bis zu 250 Euro.", 0), "Strafen");
  const auto found = figures({"Zuletzt verlangte die Stadt bis zu 250 Euro."});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found[0].rule.name(), "de.figure.counted.linked.01");
}

TEST(Figures, WhatStandsBetweenHasNoAmount) {
  EXPECT_NE(counted("Der Abstand zwischen Hin- und Rückspiel von sechs Wochen ist zu groß.", 0), "Rückspiel");
}

TEST(Figures, APartOfAnAmountMeasuresWhatItMeasures) {
  EXPECT_EQ(counted("Er bekam drei Jahre Haft, davon zwei auf Bewährung.", 1), "Haft");
}

TEST(Figures, AVerbAtTheEndChangesTheLastFreeNoun) {
  EXPECT_EQ(counted("Sie sagte, dass die Firma den Ausstoß im Vergleich zum Mai um 55 Prozent senken wolle.", 0),
            "Ausstoß");
}

TEST(Figures, AVerbOfChangeTakesItsAmountFromAGenitive) {
  EXPECT_EQ(counted("Die Aktie stürzte nach Bekanntgabe des Geschäfts von 42 Euro auf 36 Euro.", 0), "Aktie");
}

TEST(Figures, AShareOfALongGenitive) {
  EXPECT_EQ(counted("Mindestens ein Viertel der ins Visier genommenen Firmen ist klein.", 0), "genommene Firmen");
}

TEST(Figures, AnAttributeOfTheNextNounMakesNoIncrement) {
  EXPECT_EQ(figures({"Sie will in vier Ländern weitere Läden bauen."})[0].role, FigureRole::Level);
  EXPECT_EQ(figures({"Die Stadt schickte 30 Helfer zusätzlich."})[0].role, FigureRole::Increment);
  EXPECT_EQ(figures({"Dort verdienten 684 Angestellte mehr als eine Million Euro."})[0].role, FigureRole::Level);
}

TEST(Figures, ACorrectedNumberCountsWhatTheOtherCounts) {
  EXPECT_EQ(counted("Im Hafen lagen nicht 900, sondern 780 Boote.", 0), "Boote");
}

TEST(Figures, DatelinesDateNothing) {
  const auto found = read({"Bonn, 21. Juli 2025", "Am 19. Juli 2025 kenterte das Boot. An Bord waren 80 Westen."});
  ASSERT_EQ(found.claims.figures.size(), 1U);
  ASSERT_TRUE(found.claims.figures[0].as_of.has_value());
  EXPECT_EQ(found.claims.figures[0].as_of->value, "2025-07-19");
}

TEST(Figures, AWeekendIsNoDay) {
  Read result;
  result.report = annotate::test_report({"Bei dem Angriff am vergangenen Wochenende wurden 84.000 Daten kopiert."});
  result.report.published = TimeValue{"2026-01-14", "2026-01-14", "2026-01-14", Basis::Metadata, ""};
  result.notes = annotate::annotate(result.report, german());
  const auto found = extract_claims(result.report, result.notes, german()).figures;
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(!found[0].as_of || found[0].as_of->value.find("WE") == std::string::npos);
}

TEST(Figures, WhoPaysIsNotWhatCostsSoMuch) {
  EXPECT_EQ(figures({"Die Polizei zahlt 5 Millionen Euro an den Verband."})[0].counted, "");
  EXPECT_EQ(figures({"Die Sanierung kostet 12 Millionen Euro."})[0].counted, "Sanierung");
  EXPECT_EQ(figures({"Das Amt beziffert die Mehrausgaben auf 23 Millionen Euro."})[0].counted, "Mehrausgaben");
}

TEST(Figures, WhereItIsFromIsNotWhatIsCounted) {
  EXPECT_EQ(figures({"Dem Vernehmen nach liegt er bei knapp 17 Millionen Euro."})[0].counted, "");
  EXPECT_EQ(figures({"In der Umfrage des Instituts waren 47 Prozent dagegen."})[0].counted, "");
}

TEST(Figures, APronounTakesUpANounThatAgreesWithIt) {
  const auto found =
      figures({"Anleger griffen beherzt zu: Die Aktie stieg. Am Montag war sie noch mit 28 Euro gehandelt worden."});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].counted, "Aktie");
}

TEST(Figures, TheSentenceOpensWithTheWhole) {
  const auto found = figures({"Von den 86 Besch\u00e4ftigten sind zw\u00f6lf krank."});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].role, FigureRole::Part);
  EXPECT_EQ(found[1].counted, "Besch\u00e4ftigten");
  EXPECT_EQ(figures({"Von den 86 Besch\u00e4ftigten kommen 120 Briefe."})[1].role, FigureRole::Level);
}

TEST(Figures, GappedClausesCountTheSame) {
  const auto found = figures({"In Rieth gab es 12 Verletzte, in Sonnau 15 und in Harm drei."});
  ASSERT_EQ(found.size(), 3U);
  for (const Figure& figure : found) EXPECT_EQ(figure.counted, "Verletzte");
}

TEST(Figures, AYearThatIsOverDatesWhatWas) {
  Read result;
  result.report = annotate::test_report({"Im vergangenen Jahr lag der Umsatz bei 612 Millionen Euro.",
                                         "In diesem Jahr liegt er bei 640 Millionen Euro."});
  result.report.published = TimeValue{"2026-01-14", "2026-01-14", "2026-01-14", Basis::Metadata, ""};
  result.notes = annotate::annotate(result.report, german());
  const auto found = extract_claims(result.report, result.notes, german()).figures;
  ASSERT_EQ(found.size(), 2U);
  ASSERT_TRUE(found[0].as_of.has_value());
  EXPECT_EQ(found[0].as_of->value, "2025");
  EXPECT_TRUE(!found[1].as_of || found[1].as_of->value != "2026");
}

/// Name of the speaker of the last figure; "" for none.
std::string last_speaker(std::initializer_list<std::string_view> paragraphs) {
  const Read result = read(paragraphs);
  if (result.claims.figures.empty() || !result.claims.figures.back().speaker.valid()) return {};
  return result.notes.entities[result.claims.figures.back().speaker.index()].name;
}

TEST(Figures, WhoCountsStandsAnywhereInTheClause) {
  EXPECT_EQ(last_speaker({"Von rund 12.000 Obdachlosen geht das Innenministerium aus."}), "Innenministerium");
  EXPECT_EQ(last_speaker({"Die Sch\u00e4den veranschlagt das Finanzministerium auf 40 Millionen Euro."}),
            "Finanzministerium");
  EXPECT_EQ(last_speaker({"Der Verwalter Emil Rabe kommt auf 58 Stellen."}), "Emil Rabe");
  EXPECT_EQ(last_speaker({"Die Polizei traf auf 300 Demonstranten."}), "");
  EXPECT_EQ(last_speaker({"Die Feuerwehr kam mit 20 Helfern."}), "");
}

TEST(Figures, TheNumberOfSomethingBehindItsAttribute) {
  EXPECT_EQ(figures({"Die Gesamtzahl der Menschen, die daran starben, stieg auf 63.635."})[0].counted, "Menschen");
  const auto found = figures({"Die Zahl der binnen sieben Tagen gemeldeten neuen F\u00e4lle lag bei 640."});
  ASSERT_FALSE(found.empty());
  EXPECT_NE(found.back().counted.find("F\u00e4lle"), std::string::npos);
}

}  // namespace
}  // namespace ql::claims
