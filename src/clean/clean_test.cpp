// SPDX-License-Identifier: Apache-2.0
// Whole readings of small reports: what is the title, the body, the furniture, who is credited, when was it.
#include "clean/clean.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "clean/test_reading.h"

namespace ql::clean {
namespace {

using ingest::MediaType;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Clean, ReadsAWireStory) {
  const Report report =
      read(std::string("mst0042 4 pl 210 dpa 0815\n\nFeuer/Altstadt/\nLagerhaus in Musterstadt abgebrannt\n\n"
                       "Musterstadt (dpa) - ") +
           kFirst + "\n\n" + kSecond + "\n\ndpa abc/xyz yyzz n1 fgh\n031045 Mrz 25\n");
  EXPECT_EQ(title_of(report), "Lagerhaus in Musterstadt abgebrannt");
  EXPECT_THAT(texts(report, true), ElementsAre(kFirst, kSecond));
  EXPECT_THAT(report.agencies, ElementsAre("dpa"));
  ASSERT_TRUE(report.published.has_value());
  EXPECT_EQ(report.published->value, "2025-03-03T10:45");
}

TEST(Clean, ReadsTheSignOffBelowTheNotesToTheDesk) {
  const Report report = read(std::string("Lagerhaus abgebrannt\n\nMusterstadt (dpa) - ") + kFirst + "\n\n" + kSecond +
                             "\n\n# dpa-Notizblock\n\n## Orte\n- [Lagerhaus](Am Kai 7, Musterstadt)\n\n"
                             "dpa abc/xyz yyzz n1 fgh 031045 Mrz 25\n");
  EXPECT_THAT(texts(report, true), ElementsAre(kFirst, kSecond));
  EXPECT_THAT(report.agencies, ElementsAre("dpa"));
  ASSERT_TRUE(report.published.has_value());
  EXPECT_EQ(report.published->value, "2025-03-03T10:45");
}

TEST(Clean, ReadsTheTimeThatAReportIsAsOf) {
  const std::string body = std::string(kFirst) + "\n\n" + kSecond + "\n";
  for (const std::string& text : {"Lagerhaus brennt\n\nStand: 3. M\u00e4rz 2025, 10:45 Uhr\n\n" + body,
                                  "Lagerhaus brennt\n\n" + body + "\nStand: 03.03.2025, 10.45 Uhr\n",
                                  "Lagerhaus brennt\nAktualisiert am 03.03.2025 um 10:45 Uhr\n\n" + body}) {
    const Report report = read(text);
    ASSERT_TRUE(report.published.has_value()) << text;
    EXPECT_EQ(report.published->value, "2025-03-03T10:45") << text;
    EXPECT_THAT(texts(report, true), ElementsAre(kFirst, kSecond)) << text;
  }
}

TEST(Clean, ReadsWireHeadsWithServiceOrNumber) {
  for (const char* head : {"bdt0327 3 pl 296 dpa-lno 0655", "sid0712 4 rad 311", "AFP0061 4 AU 412 GER /AFP-KX21"}) {
    const Report report =
        read(std::string(head) + "\n\nFeuer/Altstadt/\nLagerhaus abgebrannt\n\n" + kFirst + "\n\n" + kSecond + "\n");
    EXPECT_EQ(title_of(report), "Lagerhaus abgebrannt") << head;
  }
}

TEST(Clean, ReadsTheTitleBelowTheKeywordsOfAnAgency) {
  const std::string body = std::string("\n\n") + kFirst + "\n\n" + kSecond + "\n";
  for (const char* slug : {"Feuer/Altstadt/", "Sport/2. Liga/Musterstadt", "Feuer/Bad Musterstadt/Kai"}) {
    EXPECT_EQ(title_of(read(slug + std::string("\nLagerhaus abgebrannt") + body)), "Lagerhaus abgebrannt") << slug;
  }
  for (const char* title :
       {"Lagerhaus brennt: 2/3 der Hallen zerst\u00f6rt", "CDU/CSU streitet mit SPD/FDP um das Lagerhaus"}) {
    EXPECT_EQ(title_of(read(title + body)), title);
  }
}

TEST(Clean, TheSignBehindAHeadlineIsTheWires) {
  const Report report =
      read(std::string("Feuer/Altstadt/\nLagerhaus abgebrannt =\n\n") + kFirst + "\n\n" + kSecond + "\n");
  EXPECT_EQ(title_of(report), "Lagerhaus abgebrannt");
  EXPECT_THAT(texts(report, true), ElementsAre(kFirst, kSecond));
}

TEST(Clean, AListBelowATeaserHeadingIsTeasers) {
  const Report report =
      read(std::string("# Lagerhaus brennt\n\n") + kFirst + "\n\n" + kSecond +
           "\n\n## Das könnte Sie auch interessieren\n\n- Stau auf der Umgehung\n- Quiz zum Advent\n");
  EXPECT_THAT(texts(report, true), ElementsAre(kFirst, kSecond));
}

/// The title of a report that begins with these lines.
std::string title_below(const std::string& head) { return title_of(read(head + kFirst + "\n\n" + kSecond + "\n")); }

TEST(Clean, NamesOfPapersAndBlogsAreNoTitles) {
  EXPECT_EQ(title_below("# Muster-Blog\n\n## Lagerhaus brennt\n\n"), "Lagerhaus brennt");
  EXPECT_EQ(title_below("# Lagerhaus brennt\n\n## Niemand verletzt\n\n"), "Lagerhaus brennt");
  EXPECT_EQ(title_below("Die Musterwarte\nMontag, 3. März 2025 – Lokales\n\nLagerhaus ist weg\n\n"),
            "Lagerhaus ist weg");
  EXPECT_EQ(title_below("Lagerhaus brennt ab\nMontag, 3. März 2025\n\nNiemand verletzt\n\n"), "Lagerhaus brennt ab");
}

TEST(Clean, AHeadingIsNoCreditThoughItBeginsLikeOne) {
  EXPECT_EQ(title_below("**musterportal** - was hier passiert\n\n# Bericht: Stadt wusste davon\n\n"),
            "Bericht: Stadt wusste davon");
}

TEST(Clean, ANumberGoesOnWithTheLineBeforeIt) {
  const Report report = read(
      "Musterstadt baut um\n\nDer Landkreis hat in den vergangenen zehn Jahren weit mehr als\n"
      "35 Millionen Euro in seine Schulen und Turnhallen gesteckt. Das sagte die\n"
      "Sprecherin am Montag in Musterstadt.\n");
  ASSERT_EQ(texts(report, true).size(), 1U);
}

TEST(Clean, ReadsTheDateOfAWireHeadAndOfACopyrightLine) {
  const Report head = read(std::string("dpa mst 41 / 03.03.2025 12:40\nFeuer/Altstadt\n\nLagerhaus abgebrannt\n\n") +
                           kFirst + "\n\n" + kSecond + "\n");
  ASSERT_TRUE(head.published.has_value());
  EXPECT_EQ(head.published->value, "2025-03-03T12:40");
  const Report tail = read(std::string("Lagerhaus abgebrannt\n\n") + kFirst + "\n\n" + kSecond +
                           "\n\n\u00a9 AFP, 03.03.2025, 14:10 Uhr\n");
  ASSERT_TRUE(tail.published.has_value());
  EXPECT_EQ(tail.published->value, "2025-03-03T14:10");
}

TEST(Clean, TellsTheLetterHeadFromTheTitle) {
  const Report report =
      read(std::string("MUSTERSTÄDTER TAGBLATT\n\nFreitag, 7. März 2025 | Lokales\n\nRat stimmt für neues Stadtbad\n\n"
                       "Von Anna Beispiel und Bernd Muster\n\n") +
           kFirst + "\n\nFoto: Muster\n");
  EXPECT_EQ(title_of(report), "Rat stimmt für neues Stadtbad");
  EXPECT_EQ(report.published->value, "2025-03-07");
  EXPECT_EQ(report.outlet, "MUSTERSTÄDTER TAGBLATT");
  EXPECT_THAT(report.author_names, ElementsAre("Anna Beispiel", "Bernd Muster"));
  EXPECT_THAT(texts(report, true), ElementsAre(kFirst));
}

TEST(Clean, DoesNotTakeAQuotedAgencyForACredit) {
  const Report report =
      read(std::string("Streit um das Bad\n\n") + kFirst + " Wie die dpa erfuhr, ist der Rat uneins.\n\nFoto: dpa\n");
  EXPECT_THAT(report.agencies, IsEmpty());
}

TEST(Clean, CutsPromptsOffParagraphs) {
  const Report report = read(std::string("Brand in der Altstadt\n\n") + kFirst +
                             " Lesen Sie mehr in unserem Liveblog.\n\n" + kSecond + "\n");
  EXPECT_THAT(texts(report, true), ElementsAre(kFirst, kSecond));
  EXPECT_THAT(texts(report, false), ElementsAre("Lesen Sie mehr in unserem Liveblog."));
}

TEST(Clean, KeepsAQuotedPrompt) {
  const std::string quote = "„Lesen Sie mehr Bücher“, riet die Bibliothekarin den Kindern am Montag in der Schule.";
  EXPECT_THAT(texts(read("Lesefest\n\n" + quote + "\n"), true), ElementsAre(quote));
}

TEST(Clean, ReadsMarkdownWithFrontMatter) {
  const Report report = read(
      std::string(
          "---\ntitle: \"Bad bleibt zu\"\ndate: 2025-03-07 12:30\nsource: Musterblog\n---\n\n# Bad bleibt zu\n\n") +
          kFirst + "\n\n## Wie geht es weiter?\n\n- " + kSecond + "\n",
      MediaType::Markdown);
  EXPECT_EQ(title_of(report), "Bad bleibt zu");
  EXPECT_EQ(report.published->value, "2025-03-07T12:30");
  EXPECT_EQ(report.outlet, "Musterblog");
  EXPECT_THAT(texts(report, true), ElementsAre(kFirst, "Wie geht es weiter?", kSecond));
}

TEST(Clean, TakesScrapersFieldsOffTheHead) {
  const std::string body = std::string(kFirst) + "\n\n" + kSecond + "\n";
  const Report fields = read(
      "Titel: Lagerhaus abgebrannt\nAutor: Ben Muster\nDatum: 07.03.2025\nQuelle: Harzer Bote\nTags: Feuer\n\n" + body);
  EXPECT_EQ(title_of(fields), "Lagerhaus abgebrannt");
  EXPECT_THAT(texts(fields, true), ElementsAre(kFirst, kSecond));
  EXPECT_THAT(fields.author_names, ElementsAre("Ben Muster"));
  EXPECT_EQ(fields.outlet, "Harzer Bote");
  ASSERT_TRUE(fields.published.has_value());
  EXPECT_EQ(fields.published->value, "2025-03-07");
  const Report glued =
      read("https://bote.example/1\nStartseite > Region > Harz\npublished 2025-03-07T10:15:00Z " + body);
  EXPECT_EQ(glued.url, "https://bote.example/1");
  EXPECT_THAT(texts(glued, true), ElementsAre(kFirst, kSecond));
  ASSERT_TRUE(glued.published.has_value());
  EXPECT_EQ(glued.published->value, "2025-03-07T10:15");
  const Report twice =
      read("RegionLagerhaus in Musterstadt ist abgebrannt\nLagerhaus in Musterstadt ist abgebrannt\n" + body);
  EXPECT_EQ(title_of(twice), "Lagerhaus in Musterstadt ist abgebrannt");
  EXPECT_THAT(texts(twice, true), ElementsAre(kFirst, kSecond));
}

TEST(Clean, LeavesSentencesWithColonsAndArrowsAlone) {
  const Report report = read(std::string("Quelle: Der Bericht liegt vor.\n\n") + kFirst + "\n\n" + kSecond + "\n");
  EXPECT_THAT(texts(report, true), testing::Contains(kFirst));
  const Report arrows = read(std::string("Lage A > B\n\n") + kFirst + "\n\n" + kSecond + "\n");
  EXPECT_EQ(title_of(arrows), "Lage A > B");
}

TEST(Clean, KeepsADatelineOnItsLine) {
  const Report report =
      read(std::string("<html><body><article><h1>Lagerhaus abgebrannt</h1><p><span class=dateline>Musterstadt "
                       "<span class=credit>(dpa)</span> - </span>") +
               kFirst + "</p><p>" + kSecond + "</p></article></body></html>",
           MediaType::Html);
  EXPECT_THAT(texts(report, true), ElementsAre(kFirst, kSecond));
  EXPECT_THAT(report.agencies, ElementsAre("dpa"));
}

TEST(Clean, ReadsAFragmentWithItsStatedTitle) {
  ingest::RawReport raw;
  raw.origin.path = raw.origin.container.emplace("feed.xml");
  raw.media_type = MediaType::Html;
  raw.stated.title = "Lagerhaus abgebrannt";
  raw.bytes = std::string("<p>") + kFirst + "</p><figcaption>Das Lagerhaus</figcaption><p>" + kSecond +
              "</p><p><a href=x>Mehr dazu hier</a></p>";
  Diagnostics diagnostics;
  const auto report = clean(std::move(raw), language(), diagnostics);
  ASSERT_TRUE(report.has_value());
  EXPECT_EQ(title_of(*report), "Lagerhaus abgebrannt");
  EXPECT_THAT(texts(*report, true), ElementsAre(kFirst, kSecond));
}

TEST(Clean, ReadsAPage) {
  const Report report = read(
      std::string("<html><head><title>Brand - Musterbote</title><meta property='og:site_name' content='Musterbote'>"
                  "<meta property='article:published_time' content='2025-03-07T12:30:00+01:00'>"
                  "<meta name='author' content='Anna Beispiel'></head><body>"
                  "<nav><a href='/'>Start</a><a href='/s'>Sport</a></nav><main><article><h1>Brand in der Altstadt</h1>"
                  "<figure><img><figcaption>Rauch &uuml;ber der Stadt</figcaption></figure><p>") +
          kFirst + "</p><aside><a href='/x'>Stadtbad schlie&szlig;t</a></aside><p>" + kSecond +
          " <em>(afp/bo)</em></p></article></main><footer><p>&copy; 2025 Musterbote Verlag, alle "
          "Rechte</p></footer></body></html>",
      MediaType::Html);
  EXPECT_EQ(title_of(report), "Brand in der Altstadt");
  EXPECT_THAT(texts(report, true), ElementsAre(kFirst, kSecond));
  EXPECT_THAT(report.agencies, ElementsAre("AFP"));
  EXPECT_EQ(report.outlet, "Musterbote");
  EXPECT_EQ(report.published->value, "2025-03-07T12:30");
  EXPECT_THAT(report.author_names, ElementsAre("Anna Beispiel"));
  EXPECT_EQ(report.language, "de");
}

TEST(Clean, TakesTheTitleTagWhereAPageHasNoHeading) {
  const Report report =
      read(std::string("<title>Brand in der Altstadt | Musterbote</title><p>") + kFirst + "</p>", MediaType::Html);
  EXPECT_EQ(title_of(report), "Brand in der Altstadt");
}

TEST(Clean, TellsLanguagesApart) {
  EXPECT_EQ(read("The fire brigade has put out a blaze in the old town, and nobody was hurt.\n").language, "en");
  EXPECT_EQ(read(std::string(kFirst) + "\n").language, "de");
  EXPECT_EQ(read("De brandweer heeft maandag een brand in de oude stad geblust, niemand is gewond.\n").language, "nl");
}

}  // namespace
}  // namespace ql::clean
