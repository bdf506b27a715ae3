// SPDX-License-Identifier: Apache-2.0
#include "stories/house_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "annotate/annotate.h"
#include "claims/claims.h"
#include "lang/test_language.h"
#include "stories/stories.h"
#include "stories/test_reports.h"

namespace ql::stories {
namespace {

using ::testing::Each;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr const char* kTeaser = "Am Sonntag gingen in Lissabon 40.000 Menschen auf die Straße.";

/// Six reports that have nothing in common, each with `ending` as its last paragraph.
std::vector<AnalysedReport> unlike_reports(const std::string& ending, const std::vector<std::string>& outlets) {
  static const std::vector<std::pair<std::string, std::string>> kReports{
      {"Harkenmoor bekommt ein Hallenbad",
       "Der Gemeinderat von Harkenmoor hat am Dienstag den Bau des Hallenbads beschlossen."},
      {"Quantis steigert den Umsatz",
       "Der Maschinenbauer Quantis hat im dritten Quartal mehr Fräsen verkauft als im Vorjahr."},
      {"Mähdrescher brennt bei Oberdülmen", "Ein Mähdrescher ist auf einem Feld bei Oberdülmen ausgebrannt."},
      {"Geigerin Sarafian gewinnt Wettbewerb",
       "Die Geigerin Lilit Sarafian hat den Wettbewerb in Wrebenburg gewonnen."},
      {"Forscher finden Zahn eines Höhlenbären",
       "In der Zwieselhöhle haben Forscher den Zahn eines Höhlenbären entdeckt."},
      {"Kellstedt verliert in Unterzahl", "Der TSV Kellstedt hat das Spiel gegen Blau-Weiß Ohrbeck verloren."}};
  std::vector<AnalysedReport> reports;
  for (std::size_t i = 0; i < kReports.size(); ++i) {
    reports.push_back(
        make_report(kReports[i].first, {kReports[i].second, ending}, "2025-03-04", outlets[i % outlets.size()]));
  }
  return reports;
}

std::vector<std::vector<SentenceId>> house_text_of(std::vector<AnalysedReport>& reports) {
  for (AnalysedReport& report : reports) {
    report.notes = annotate::annotate(report.report, lang::german());
    report.claims = claims::extract_claims(report.report, report.notes, lang::german());
  }
  return find_house_text(reports, group(reports, lang::german()));
}

TEST(HouseText, SentencesUnderUnlikeReportsOfOneOutlet) {
  std::vector<AnalysedReport> reports = unlike_reports(kTeaser, {"Landbote"});
  const auto found = house_text_of(reports);
  ASSERT_THAT(found, SizeIs(6));
  EXPECT_THAT(found, Each(SizeIs(1)));
  const TextRange text = reports[0].notes.sentences[found[0][0].index()].text;
  EXPECT_EQ(slice(reports[0].report.text, text), kTeaser);
}

TEST(HouseText, AnotherOutletsSameSentenceCountsForNothing) {
  std::vector<AnalysedReport> reports = unlike_reports(kTeaser, {"Landbote", "Kurier"});
  EXPECT_THAT(house_text_of(reports), Each(IsEmpty()));
}

TEST(HouseText, WithoutAnOutletThereIsNone) {
  std::vector<AnalysedReport> reports = unlike_reports(kTeaser, {""});
  EXPECT_THAT(house_text_of(reports), Each(IsEmpty()));
}

TEST(HouseText, TheBackgroundOfOneAffairIsNone) {
  std::vector<AnalysedReport> reports;
  const std::vector<std::string> news{
      "Taucher untersuchten am Dienstag den Riss.",   "Der Betreiber lässt Wasser ab.",
      "Die Schule in Oberdülmen bleibt geschlossen.", "Das Land prüft die Aufsicht.",
      "Die Bewohner dürfen am Freitag zurück.",       "Ein Gutachter nennt Frost als Ursache."};
  for (std::size_t i = 0; i < news.size(); ++i) {
    reports.push_back(make_report("Talsperre Quirnbach bei Oberdülmen: Riss in der Staumauer",
                                  {"An der Talsperre Quirnbach bei Oberdülmen geht es weiter. " + news[i],
                                   "Am Montag war die Staumauer gerissen, 1.840 Menschen verließen ihre Häuser."},
                                  "2025-03-0" + std::to_string(i + 1), "Landbote"));
  }
  const auto found = house_text_of(reports);
  ASSERT_FALSE(reports[0].claims.figures.empty());
  EXPECT_THAT(found, Each(IsEmpty()));
}

}  // namespace
}  // namespace ql::stories
