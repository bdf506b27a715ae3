// SPDX-License-Identifier: Apache-2.0
#include "stories/report_form.h"

#include <gtest/gtest.h>

#include "stories/test_reports.h"

namespace ql::stories {
namespace {

ReportForm form_of(const std::string& title, const std::vector<std::string>& paragraphs) {
  const AnalysedReport report = make_report(title, paragraphs);
  return FormReader(lang::german()).form_of(report.report, word_list_of(report));
}

TEST(ReportForm, StampedEntriesMakeATicker) {
  EXPECT_EQ(
      form_of("Sturm über Friedheim", {"+++ 9.12 Uhr +++ Die Brücke ist gesperrt.", "+++ 10.05 Uhr +++ Ein Baum fällt.",
                                       "+++ 12.40 Uhr +++ Die Feuerwehr rückt aus."}),
      ReportForm::Ticker);
  EXPECT_EQ(form_of("Sturm über Friedheim",
                    {"18:05 Uhr: Es wird ruhiger.", "17:30 Uhr: Ein Baum fällt.", "15:12 Uhr: Sturm."}),
            ReportForm::Ticker);
  EXPECT_EQ(form_of("", {"20:41", "Karge reagiert.", "19:20", "Die Freude ist groß.", "18:32", "Es ist amtlich."}),
            ReportForm::Ticker);
  EXPECT_EQ(
      form_of("", {"Der Sturm zieht ab. 18.05 Uhr: Es wird ruhig. 17.30 Uhr: Ein Baum fällt. 15.12 Uhr: Es stürmt."}),
      ReportForm::Ticker);
}

TEST(ReportForm, TimesAndPricesWithinAReportMakeNone) {
  EXPECT_EQ(
      form_of("Unfall am Morgen", {"Um 9.12 Uhr fuhr der Zug ab. Gegen 9.40 Uhr hielt er. Um 10.05 Uhr kam Hilfe.",
                                   "5.50 Euro kostet die Fahrt. 12.05 Grad waren es. 13.20 Meter ist er lang.",
                                   "18.00 Uhr war es, als der letzte ging."}),
      ReportForm::Plain);
  EXPECT_EQ(form_of("Alle Meldungen im Ticker", {"Die Brücke ist gesperrt."}), ReportForm::Plain);
}

TEST(ReportForm, ATitleAnnouncesADigest) {
  EXPECT_EQ(form_of("Das war der Tag: Die wichtigsten Nachrichten im Überblick", {"Der Sturm deckte Dächer ab."}),
            ReportForm::Digest);
  EXPECT_EQ(form_of("Region kompakt", {"Der Sturm deckte Dächer ab."}), ReportForm::Digest);
  EXPECT_EQ(form_of("Die neuen Regeln im Überblick", {"Wer einreist, braucht einen Test."}), ReportForm::Plain);
}

TEST(ReportForm, ShortItemsWithHeadingsThatShareNothingMakeADigest) {
  EXPECT_EQ(
      form_of("Aus dem Kreis",
              {"Friedheim: Der Orkan deckte sechzig Dächer ab.", "Schach: Mila Roth gewann das Turnier in Ellerlohe.",
               "Rathaus: Die Stadträte wählten eine Kämmerin.", "Imker: Ein Laster mit Bienen kippte um."}),
      ReportForm::Digest);
  EXPECT_EQ(
      form_of("Orkan in Friedheim",
              {"Feuerwehr: Der Orkan deckte in Friedheim Dächer ab.", "Bahn: In Friedheim hielt der Orkan Züge auf.",
               "Schulen: Nach dem Orkan bleibt Friedheims Schule zu.", "Strom: Der Orkan riss Leitungen um."}),
      ReportForm::Plain);
}

}  // namespace
}  // namespace ql::stories
