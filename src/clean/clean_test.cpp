// SPDX-License-Identifier: Apache-2.0
// Whole readings of small reports: what is the title, the body, the furniture, who is credited, when was it.
#include "clean/clean.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ql::clean {
namespace {

using ingest::MediaType;
using testing::ElementsAre;
using testing::IsEmpty;

const lang::Language& language() {
  static const lang::Language words_only = [] {
    lang::Language made;
    made.document_words = lang::load_document_words();
    return made;
  }();
  return words_only;
}

Report read(const std::string& bytes, MediaType media_type = MediaType::PlainText) {
  ingest::RawReport raw;
  raw.origin.path = "bericht";
  raw.media_type = media_type;
  raw.bytes = bytes;
  Diagnostics diagnostics;
  auto report = clean(std::move(raw), language(), diagnostics);
  EXPECT_TRUE(report.has_value());
  return report ? std::move(*report) : Report{};
}

std::string title_of(const Report& report) {
  return report.title ? std::string(slice(report.text, report.blocks[report.title->index()].text)) : "";
}

std::vector<std::string> texts(const Report& report, bool body) {
  std::vector<std::string> found;
  for (const Block& block : report.blocks) {
    if (body ? is_body(block.kind) : block.kind == BlockKind::Furniture)
      found.emplace_back(slice(report.text, block.text));
  }
  return found;
}

constexpr const char* kFirst = "Die Feuerwehr hat am Montag in der Altstadt einen Brand in einem Lagerhaus gelöscht.";
constexpr const char* kSecond =
    "Verletzt wurde nach Angaben der Polizei niemand, der Schaden ist noch nicht beziffert.";

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
