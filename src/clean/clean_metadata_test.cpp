// SPDX-License-Identifier: Apache-2.0
// Whole readings of small reports: where metadata were read, who sends a report, tables and captions.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "clean/clean.h"
#include "clean/test_reading.h"

namespace ql::clean {
namespace {

using ingest::MediaType;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Clean, ReadsPlaceAndDateBeforeAPressRelease) {
  const Report report =
      read(std::string("Werk baut Stellen ab\n\nMusterstadt, 12. Februar 2025 – ") + kFirst + "\n\n" + kSecond + "\n");
  EXPECT_THAT(texts(report, true), ElementsAre(kFirst, kSecond));
  ASSERT_TRUE(report.published.has_value());
  EXPECT_EQ(report.published->value, "2025-02-12");
  const std::string sentence = "Am Mittwoch, 12. Februar 2025, hat die Feuerwehr in der Altstadt einen Brand gelöscht.";
  EXPECT_THAT(texts(read("Brand gelöscht\n\n" + sentence + "\n"), true), ElementsAre(sentence));
}

TEST(Clean, SaysWhereMetadataWereRead) {
  const Report report = read(
      "<html><head><title>Bad bleibt zu - Bote</title><meta property='og:site_name' content='Bote'>"
      "<meta name='article:section' content='Lokales'><meta property='article:content_tier' content='locked'>"
      "<link rel='canonical' href='https://bote.example/2025/03/07/bad'><link rel='license' "
      "href='https://lizenz.example/by'><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":"
      "\"Bad bleibt zu\",\"datePublished\":\"2025-03-07T10:15:00+01:00\",\"articleSection\":[\"Stadt\"],"
      "\"author\":{\"@type\":\"Person\",\"name\":\"Anna Beispiel\"}}</script></head><body><h1>Bad bleibt zu</h1><p>" +
          std::string(kFirst) + "</p><p>" + kSecond + "</p></body></html>",
      MediaType::Html);
  EXPECT_EQ(report.section, "Stadt");
  EXPECT_EQ(report.found_in.section, FoundIn::JsonLd);
  EXPECT_EQ(report.licence, "https://lizenz.example/by");
  EXPECT_EQ(report.found_in.licence, FoundIn::Link);
  EXPECT_EQ(report.paywall, true);
  EXPECT_EQ(report.found_in.paywall, FoundIn::Meta);
  EXPECT_EQ(report.url, "https://bote.example/2025/03/07/bad");
  EXPECT_EQ(report.found_in.url, FoundIn::Link);
  EXPECT_EQ(report.found_in.title, FoundIn::Heading);
  EXPECT_EQ(report.found_in.authors, FoundIn::JsonLd);
  EXPECT_EQ(report.found_in.published, FoundIn::JsonLd);
  EXPECT_EQ(report.found_in.modified, FoundIn::Nowhere);
}

TEST(Clean, AMeteredTextIsNoPaywall) {
  const Report report = read(
      "<html><head><meta property='article:content_tier' content='metered'></head><body><h1>Bad "
      "bleibt zu</h1><p>" +
          std::string(kFirst) + "</p></body></html>",
      MediaType::Html);
  EXPECT_FALSE(report.paywall.has_value());
}

TEST(Clean, KeepsRowsAndColumnsOfTables) {
  const Report report = read("<html><body><h1>Ergebnis der Wahl</h1><p>" + std::string(kFirst) +
                                 "</p><table><tr><th>Partei</th><th>Stimmen</th></tr><tr><td>Liste &amp; Bund</td>"
                                 "<td>1.204</td></tr></table><p>" +
                                 kSecond + "</p></body></html>",
                             MediaType::Html);
  std::vector<std::string> cells;
  for (const TableCell& cell : report.cells) {
    std::string place = std::to_string(cell.place.row) + "/";
    place.append(std::to_string(cell.place.column)).append(cell.place.header ? "h " : " ");
    cells.push_back(place.append(slice(report.text, report.blocks[cell.block.index()].text)));
  }
  EXPECT_THAT(cells, ElementsAre("0/0h Partei", "0/1h Stimmen", "1/0 Liste & Bund", "1/1 1.204"));
}

TEST(Clean, TellsTheSenderFromTheTitle) {
  const Report release =
      read(std::string("Stadtwerke Musterstadt GmbH & Co. KG\nPressemitteilung 12/2025\n\nNeues Netz für die "
                       "Altstadt\n\n") +
           kFirst + "\n\n" + kSecond + "\n");
  EXPECT_EQ(title_of(release), "Neues Netz für die Altstadt");
  const Report slogan =
      read(std::string("Klarbach – Das Mineralwasser\nPresseinformation vom 3. März 2025\n\nAbfüllung wieder in "
                       "Betrieb\n\n") +
           kFirst + "\n\n" + kSecond + "\n");
  EXPECT_EQ(title_of(slogan), "Abfüllung wieder in Betrieb");
  const Report firm =
      read(std::string("Razzia bei der Muster AG\n\n3. März 2025\n\n") + kFirst + "\n\n" + kSecond + "\n");
  EXPECT_EQ(title_of(firm), "Razzia bei der Muster AG");
}

TEST(Clean, ATitleMayBeginLikeAByLine) {
  EXPECT_EQ(title_of(read(std::string("Von Dichtern und Denkern\n\nVon Anna Beispiel\n\n") + kFirst + "\n\n" + kSecond +
                          "\n")),
            "Von Dichtern und Denkern");
  const Report report =
      read(std::string("Bad bleibt zu\n\nVon unserer Redaktion\n\n") + kFirst + "\n\n" + kSecond + "\n");
  EXPECT_THAT(texts(report, false), ElementsAre("Von unserer Redaktion"));
}

TEST(Clean, APageOfThePaperIsNoTitle) {
  const Report report = read(std::string("Ausland, Seite 7\n\nBad bleibt zu\n\n") + kFirst + "\n\n" + kSecond +
                             "\n\n(sda/dpa/mwe)\n\nInterview mit der Bademeisterin: Seite 12\n");
  EXPECT_EQ(title_of(report), "Bad bleibt zu");
  EXPECT_THAT(report.agencies, ElementsAre("sda", "dpa"));
  EXPECT_THAT(texts(report, true), ElementsAre(kFirst, kSecond));
}

TEST(Clean, TakesTheTitleOfFrontMatterWhereTheTextHasNone) {
  const Report report =
      read(std::string("---\ntitle: \"Wer zahlt das Bad?\"\nauthor: ben\n---\n\n") + kFirst + "\n\n" + kSecond + "\n",
           MediaType::Markdown);
  EXPECT_EQ(title_of(report), "Wer zahlt das Bad?");
  EXPECT_THAT(texts(report, true), ElementsAre(kFirst, kSecond));
}

TEST(Clean, CutsThePhotographerOffACaption) {
  const Report report = read("<html><body><h1>Bad bleibt zu</h1><p>" + std::string(kFirst) + " © Anna Beispiel</p><p>" +
                                 kSecond + "</p></body></html>",
                             MediaType::Html);
  EXPECT_THAT(texts(report, true), ElementsAre(kFirst, kSecond));
}

TEST(Clean, TheSendersProfileIsNotTheReport) {
  const Report report =
      read(std::string("Pressemitteilung 7/2025\n\nBad bleibt zu\n\n") + kFirst + "\n\n" + kSecond +
           "\n\nZum Unternehmen\n\nDie Bäder GmbH betreibt seit 1960 vier Bäder mit insgesamt 90 Beschäftigten.\n");
  EXPECT_THAT(texts(report, true), ElementsAre(kFirst, kSecond));
  const Report kept =
      read(std::string("Bad bleibt zu\n\n") + kFirst + "\n\nZum Unternehmen schwieg der Rat.\n\n" + kSecond + "\n");
  EXPECT_THAT(texts(kept, true), ElementsAre(kFirst, "Zum Unternehmen schwieg der Rat.", kSecond));
}

TEST(Clean, ReadsTheAgencyOnADateLine) {
  const Report report = read("<html><body><h1>Bad bleibt zu</h1><p>13.01.2025 um 11:09 Uhr, Reuters</p><p>" +
                                 std::string(kFirst) + "</p><p>" + kSecond + "</p></body></html>",
                             MediaType::Html);
  EXPECT_THAT(report.agencies, ElementsAre("Reuters"));
}

TEST(Clean, FindsTheNameBelowItsOpener) {
  const auto page = [](const std::string& next) {
    return read("<html><body><h1>Bad bleibt zu</h1><h5>Autor:</h5><p>" + next + "</p><p>" + kFirst + "</p><p>" +
                    kSecond + "</p></body></html>",
                MediaType::Html);
  };
  EXPECT_THAT(page("Anna Beispiel").author_names, ElementsAre("Anna Beispiel"));
  EXPECT_THAT(page("Weiterlesen").author_names, IsEmpty());
}

TEST(Clean, ReadsADateAndAnUnknownAgencyBeforeTheText) {
  const std::string end = std::string(" - ") + kFirst + "\n\n" + kSecond + "\n";
  const Report agency = read("Brand gelöscht\n\nMusterstadt, 12. Februar 2025 (xyz)" + end);
  EXPECT_THAT(texts(agency, true), ElementsAre(kFirst, kSecond));
  ASSERT_TRUE(agency.published.has_value());
  EXPECT_EQ(agency.published->value, "2025-02-12");
  const Report date_only = read("Brand gelöscht\n\n12. Februar 2025" + end);
  EXPECT_THAT(texts(date_only, true), ElementsAre(kFirst, kSecond));
  ASSERT_TRUE(date_only.published.has_value());
  EXPECT_EQ(date_only.published->value, "2025-02-12");
  const std::string sentence = "12. Februar 2025 - so lange will die Stadt in der Altstadt noch warten.";
  EXPECT_THAT(texts(read("Brand gelöscht\n\n" + sentence + "\n"), true), ElementsAre(sentence));
}

}  // namespace
}  // namespace ql::clean
