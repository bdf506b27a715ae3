// SPDX-License-Identifier: Apache-2.0
#include "stories/alignment.h"

#include <gtest/gtest.h>

#include "stories/stories.h"
#include "stories/test_reports.h"

namespace ql::stories {
namespace {

const std::string kReport =
    "Nach dem Brand in der Weberei Tillmann hat die Stadt Oberdülmen das Viertel am Kanal gesperrt. Die Feuerwehr fand "
    "in "
    "einem Lager mehrere Fässer mit unbekanntem Inhalt, deren Prüfung bis Freitag dauern soll. Bürgermeisterin Agnes "
    "Röwekamp bat die Anwohner, ihre Wohnungen vorerst nicht zu betreten. Rund achtzig Menschen übernachten in der "
    "Halle "
    "des Sportvereins. Die Ursache des Feuers ist nach Angaben der Polizei noch offen.";
/// Every third word is another one, and the last two sentences changed places.
const std::string kEdited =
    "Seit dem Feuer in der Fabrik Tillmann hat der Kreis Oberdülmen das Gebiet am Kanal geräumt. Die Helfer fand in "
    "dem "
    "Lager mehrere Kanister mit unbekanntem Stoff, deren Untersuchung bis Freitag gehen soll. Stadtchefin Agnes "
    "Röwekamp "
    "ersuchte die Nachbarn, ihre Häuser vorerst nicht zu verlassen. Die Herkunft des Feuers war nach Worten der "
    "Polizei "
    "zunächst offen. Etwa achtzig Bewohner übernachten in einer Halle des Turnvereins.";
const std::string kOwn =
    "In Oberdülmen brannte am Mittwoch die Weberei Tillmann. Bürgermeisterin Agnes Röwekamp ließ das Viertel am Kanal "
    "sperren, nachdem die Feuerwehr Fässer gefunden hatte. Was darin ist, weiß niemand. Achtzig Anwohner schlafen in "
    "einer "
    "Halle. Die Polizei sucht nach der Ursache und will am Freitag mehr sagen. Der Besitzer war nicht zu sprechen.";

Overlap align(const std::string& a, const std::string& b) {
  const AnalysedReport first = make_report("", {a}), second = make_report("", {b});
  const ComparedWords x = compared_words_of(first), y = compared_words_of(second);
  Aligner aligner;
  aligner.set_reference(x);
  Overlap overlap;
  aligner.align(y, overlap);
  for (const Run& run : overlap.runs) {
    for (std::uint32_t i = 0; i < run.length; ++i) EXPECT_EQ(x.keys[run.a + i], y.keys[run.b + i]);
  }
  return overlap;
}

TEST(Alignment, AnEditedCopyKeepsMostOfItsWordsInStep) {
  const Overlap overlap = align(kReport, kEdited);
  EXPECT_GT(overlap.shared_words, 24U);
  for (std::size_t i = 1; i < overlap.runs.size(); ++i) {
    EXPECT_LE(overlap.runs[i - 1].b + overlap.runs[i - 1].length, overlap.runs[i].b);
  }
}

TEST(Alignment, AnotherReportOfTheSameEventDoesNot) { EXPECT_EQ(align(kReport, kOwn).shared_words, 0U); }

TEST(Alignment, ShortAndEmptyListsShareNothing) {
  EXPECT_EQ(align("", kReport).shared_words, 0U);
  EXPECT_EQ(align(kReport, "Brand").shared_words, 0U);
}

TEST(Alignment, ARowOfOneWordIsAlignedOnce) {
  const std::string row = "ja ja ja ja ja ja ja ja ja ja ja ja ja ja ja ja ja ja ja ja";
  EXPECT_LE(align(row, row).shared_words, 20U);
}

TEST(Alignment, AnEditedCopyIsFoundThroughLikeness) {
  std::vector<AnalysedReport> reports;
  reports.push_back(make_report("Weberei abgebrannt", {kReport}, "2025-03-04T18:00"));
  reports.push_back(make_report("", {kEdited}, "2025-03-04T21:00"));
  reports.push_back(make_report("Brand in Weberei", {kOwn}, "2025-03-04T20:00"));
  const StoryTable table = group(reports, lang::german());
  ASSERT_EQ(table.reuses.size(), 1U);
  EXPECT_EQ(table.reuses[0].from, ReportId(0));
  EXPECT_EQ(table.reuses[0].to, ReportId(1));
  EXPECT_EQ(table.reuses[0].type, ReuseType::SharesText);
  EXPECT_GT(table.reuses[0].coverage, 0.35F);
}

}  // namespace
}  // namespace ql::stories
