// SPDX-License-Identifier: Apache-2.0
#include "stories/stories.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lang/test_language.h"
#include "stories/test_reports.h"

namespace ql::stories {
namespace {

using ::testing::ElementsAre;

using lang::german;

const std::string kFire =
    "Bei einem Brand in der Möbelfabrik Harkensiel in Oberdülmen sind am Dienstag drei Beschäftigte verletzt worden. "
    "Nach Angaben der Feuerwehr brach das Feuer gegen 14 Uhr in der Lackiererei aus. Rund 120 Einsatzkräfte waren bis "
    "in den Abend vor Ort. Werkleiterin Frauke Ohlendiek sagte, die Ursache sei noch völlig unklar. Die Polizei "
    "sperrte die Kreisstraße und bat die Anwohner, Fenster und Türen geschlossen zu halten.";
const std::string kFireCopy =
    "Bei einem Brand in der Möbelfabrik Harkensiel in Oberdülmen sind drei Beschäftigte verletzt worden. "
    "Nach Angaben der Feuerwehr brach das Feuer gegen 14 Uhr in der Lackiererei aus. Rund 120 Einsatzkräfte waren bis "
    "in den Abend vor Ort. Werkleiterin Frauke Ohlendiek sagte, die Ursache sei unklar. Die Polizei "
    "sperrte die Kreisstraße und bat die Anwohner, Fenster und Türen geschlossen zu halten.";
const std::string kFireOwn =
    "Nach dem Feuer bei Harkensiel steht die Produktion still. Werkleiterin Ohlendiek rechnet mit mehreren Wochen "
    "Stillstand in Oberdülmen. Gutachter untersuchen die ausgebrannte Lackiererei der Möbelfabrik. Einer der "
    "Verletzten liegt noch im Krankenhaus.";
const std::string kOtherFire =
    "In der Papierfabrik Tannrode ist am Dienstag ein Feuer ausgebrochen. Der Sprecher des Unternehmens, Igor Walch, "
    "bezifferte den Schaden in Sankt Leonden auf zwei Millionen Euro. Verletzt wurde dort niemand, das Altpapierlager "
    "brannte vollständig ab. Die Feuerwehr lobte die Sprinkleranlage.";

std::vector<AnalysedReport> fires() {
  std::vector<AnalysedReport> reports;
  reports.push_back(make_report("Drei Verletzte bei Brand in Möbelfabrik", {kFire}, "2025-03-04T18:00", "dpa"));
  reports.push_back(make_report("Feuer in Oberdülmen", {kFireCopy}, "2025-03-04T20:00", "Dülmer Bote"));
  reports.push_back(make_report("Harkensiel: Produktion ruht", {kFireOwn}, "2025-03-06", "Landfunk"));
  reports.push_back(make_report("Papierfabrik Tannrode brennt", {kOtherFire}, "2025-03-04", "Landfunk"));
  return reports;
}

TEST(Stories, TwoFactoryFiresStayApartAndFollowUpsJoin) {
  const StoryTable table = group(fires(), german());
  ASSERT_EQ(table.stories.size(), 2U);
  EXPECT_THAT(table.stories[0].reports, ElementsAre(ReportId(0), ReportId(1), ReportId(2)));
  EXPECT_THAT(table.stories[1].reports, ElementsAre(ReportId(3)));
}

TEST(Stories, ACopyIsFoundWithDirectionPassagesAndOneOrigin) {
  const std::vector<AnalysedReport> reports = fires();
  const StoryTable table = group(reports, german());
  ASSERT_EQ(table.reuses.size(), 1U);
  const Reuse& copy = table.reuses[0];
  EXPECT_EQ(copy.type, ReuseType::Copy);
  EXPECT_EQ(copy.from, ReportId(0));
  EXPECT_EQ(copy.to, ReportId(1));
  EXPECT_TRUE(copy.direction_known);
  EXPECT_GT(copy.coverage, 0.8F);
  ASSERT_FALSE(copy.passages.empty());
  for (const auto& [from, to] : copy.passages) {
    EXPECT_EQ(slice(reports[0].report.text, from), slice(reports[1].report.text, to));
  }
  EXPECT_THAT(table.stories[0].origins, ElementsAre(ElementsAre(ReportId(0), ReportId(1)), ElementsAre(ReportId(2))));
}

TEST(Stories, UndatedCopiesHaveNoDirection) {
  std::vector<AnalysedReport> reports;
  reports.push_back(make_report("", {kFire}));
  reports.push_back(make_report("", {kFireCopy}));
  const StoryTable table = group(reports, german());
  ASSERT_EQ(table.reuses.size(), 1U);
  EXPECT_FALSE(table.reuses[0].direction_known);
}

TEST(Stories, RemovingAReportLeavesTheOthersAsTheyWere) {
  std::vector<AnalysedReport> reports = fires();
  reports.erase(reports.begin() + 1);
  const StoryTable table = group(reports, german());
  ASSERT_EQ(table.stories.size(), 2U);
  EXPECT_THAT(table.stories[0].reports, ElementsAre(ReportId(0), ReportId(1)));
}

TEST(Stories, NothingAndEmptyReports) {
  EXPECT_TRUE(group({}, german()).stories.empty());
  std::vector<AnalysedReport> reports;
  reports.push_back(make_report("", {}));
  reports.push_back(make_report("", {""}));
  const StoryTable table = group(reports, german());
  EXPECT_EQ(table.stories.size(), 2U);
  EXPECT_EQ(table.stories[0].title_from, ReportId(0));
}

TEST(Stories, ARetellingIsMarkedWithItsOutlet) {
  std::vector<AnalysedReport> reports;
  reports.push_back(make_report(
      "Was der Norder Landkurier über den Hafen schreibt",
      {"Der Norder Landkurier berichtet heute über neue Pläne für den Hafen. Laut „Norder Landkurier“ sollen drei Kais "
       "verkauft werden. Dem Bericht zufolge ist der Vertrag unterschrieben. „Es gibt kein Zurück“, zitiert das Blatt "
       "einen Hafenmeister. Mehr wissen wir auch nicht."}));
  reports.push_back(make_report(
      "Hafen verkauft Kais",
      {"Der Hafen verkauft drei Kais an eine Reederei aus Tarup. Das beschloss der Rat am Montag. Die Opposition will "
       "klagen. Ratsfrau Gesa Lüdde sprach von einem Fehler. Zuvor hatte der Norder Landkurier über Pläne berichtet. "
       "Die Reederei will zwölf Millionen Euro zahlen. Der Vertrag läuft bis 2060. Gebaut wird ab Mai."}));
  const StoryTable table = group(reports, german());
  ASSERT_EQ(table.reuses.size(), 1U);
  EXPECT_EQ(table.reuses[0].type, ReuseType::Repeats);
  EXPECT_EQ(table.reuses[0].to, ReportId(0));
  EXPECT_FALSE(table.reuses[0].from.valid());
  EXPECT_EQ(table.reuses[0].outlet, "Norder Landkurier");
}

/// A retelling, and what else is in the run.
std::vector<AnalysedReport> with_retelling(const std::string& outlet, const std::string& published) {
  std::vector<AnalysedReport> reports;
  reports.push_back(make_report(
      "Hafen von Tarup vor dem Verkauf",
      {"Der Hafen von Tarup soll drei Kais an eine Reederei verkaufen. Der Vertrag ist unterschrieben, wie Papiere aus "
       "dem Rathaus von Tarup zeigen. Ein Hafenmeister sagt: „Es gibt kein Zurück.“"},
      published, outlet));
  reports.push_back(make_report("Bericht: Hafen von Tarup verkauft Kais",
                                {"Der Norder Landkurier berichtet heute über neue Pläne für den Hafen Tarup. Laut "
                                 "„Norder Landkurier“ sollen drei "
                                 "Kais an eine Reederei gehen. Dem Bericht zufolge ist der Vertrag unterschrieben. „Es "
                                 "gibt kein Zurück“, zitiert "
                                 "das Blatt einen Hafenmeister von Tarup. Mehr wissen wir auch nicht."},
                                "2025-03-04T12:00", "Küstenblog"));
  return reports;
}

TEST(Stories, ARetellingRestsOnTheRetoldReportIfTheRunHasIt) {
  for (const std::string outlet : {"Norder Landkurier", "NORDER LANDKURIER am Sonntag"}) {
    const StoryTable table = group(with_retelling(outlet, "2025-03-04T06:00"), german());
    ASSERT_EQ(table.stories.size(), 1U) << outlet;
    ASSERT_EQ(table.reuses.size(), 1U) << outlet;
    EXPECT_EQ(table.reuses[0].from, ReportId(0)) << outlet;
    EXPECT_THAT(table.stories[0].origins, ElementsAre(ElementsAre(ReportId(0), ReportId(1)))) << outlet;
  }
}

TEST(Stories, ARetellingRestsOnNoOtherOutletAndOnNothingLater) {
  for (const auto& [outlet, published] :
       {std::pair("Landkurier", "2025-03-04T06:00"), std::pair("Süder Landkurier", "2025-03-04T06:00"),
        std::pair("Norder Landkurier", "2025-03-04T18:00")}) {
    const StoryTable table = group(with_retelling(outlet, published), german());
    ASSERT_EQ(table.stories.size(), 1U) << outlet;
    ASSERT_EQ(table.reuses.size(), 1U) << outlet;
    EXPECT_FALSE(table.reuses[0].from.valid()) << outlet << published;
    EXPECT_EQ(table.stories[0].origins.size(), 2U) << outlet << published;
  }
}

}  // namespace
}  // namespace ql::stories
