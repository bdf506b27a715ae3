// SPDX-License-Identifier: Apache-2.0
#include "ingest/xml_records.h"

#include <gtest/gtest.h>

#include "ingest/markup.h"
#include "ingest/test_reading.h"

namespace ql::ingest {
namespace {

std::string rss(const std::string& items) {
  return "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>Harzer Bote &amp;amp; Echo</title>"
         "<language>de</language>" +
         items + "</channel></rss>";
}

TEST(Feeds, ReadsRss) {
  const std::string feed =
      rss("<item><title>Streik &amp;quot;endet&amp;quot;</title><link>http://bote.example/1</link><guid>g1</guid>"
          "<pubDate>Fri, 07 Mar 2025 09:05:00 +0100</pubDate><author>a@b.example (Anna Beispiel)</author>"
          "<description>Kurz.</description>"
          "<content:encoded xmlns:content=\"c\"><![CDATA[<p>Der <b>Streik</b> endet.</p>]]></content:encoded></item>"
          "<item><title>Nur Anriss</title><link>http://bote.example/2</link><description>M&amp;uuml;ll bleibt liegen."
          "</description></item><item><title>Nur Titel</title><link>http://bote.example/3</link></item>");
  const TestReading reading = read_test("feed.xml", feed);
  ASSERT_EQ(reading.reports.size(), 2U);
  const RawReport& first = reading.reports[0];
  EXPECT_EQ(first.bytes, "<p>Der <b>Streik</b> endet.</p>");
  EXPECT_EQ(first.media_type, MediaType::Html);
  EXPECT_EQ(first.stated.title, "Streik \"endet\"");
  EXPECT_EQ(first.stated.outlet, "Harzer Bote & Echo");
  EXPECT_EQ(first.stated.published, "2025-03-07T09:05:00+01:00");
  EXPECT_EQ(first.stated.authors, std::vector<std::string>{"Anna Beispiel"});
  EXPECT_EQ(first.origin.given_id, "g1");
  EXPECT_TRUE(container_slice(first, feed).starts_with("<item><title>Streik"));
  EXPECT_TRUE(container_slice(first, feed).ends_with("</item>"));
  EXPECT_EQ(reading.reports[1].bytes, "M&uuml;ll bleibt liegen.");
  EXPECT_EQ(reading.codes(), "report.summary_only report.linked");
  EXPECT_NE(reading.diagnostics[0].message.find("http://bote.example/2"), std::string::npos);
}

TEST(Feeds, ReadsAtomWithEmbeddedMarkupAsItStands) {
  const std::string feed =
      "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='de'><title type='text'>Bote</title><entry><id>e1</id>"
      "<title type='html'>Br&amp;uuml;cke &lt;i>zu&lt;/i></title><updated>2025-03-07T10:00:00Z</updated>"
      "<link rel='self' href='http://s'/><link href='http://bote.example/e1'/>"
      "<author><name>Anna Beispiel</name></author><author><name>Ben Muster</name></author>"
      "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Die Br&#xFC;cke.</p></div></content></entry>"
      "<entry><id>e2</id><content type='text'>1 &lt; 2 Br\xC3\xBC"
      "cken</content></entry></feed>";
  const TestReading reading = read_test("x.atom", feed);
  ASSERT_EQ(reading.reports.size(), 2U);
  EXPECT_EQ(reading.reports[0].bytes, "<div xmlns='http://www.w3.org/1999/xhtml'><p>Die Br&#xFC;cke.</p></div>");
  EXPECT_EQ(reading.reports[0].stated.title,
            "Br\xC3\xBC"
            "cke zu");
  EXPECT_EQ(reading.reports[0].stated.url, "http://bote.example/e1");
  EXPECT_EQ(reading.reports[0].stated.authors.size(), 2U);
  EXPECT_EQ(reading.reports[0].stated.published, "2025-03-07T10:00:00Z");
  EXPECT_EQ(reading.reports[1].bytes,
            "1 < 2 Br\xC3\xBC"
            "cken");
  EXPECT_EQ(reading.reports[1].media_type, MediaType::Record);
}

TEST(Feeds, AnItemThatIsNotWellFormedCostsItself) {
  const std::string item = "<item><guid>gut</guid><description>Ein Satz.</description></item>";
  for (const std::string broken : {"<item><guid>b</guid><description>a <b>c</description></item>",
                                   "<item><guid>b</guid><description><![CDATA[offen</description></item>",
                                   "<item><guid>b</guid><description attr=>x</description></item>"}) {
    const TestReading reading = read_test("f.xml", rss(item + broken + item + broken + item));
    const bool cdata = broken.find("CDATA") != std::string::npos;
    EXPECT_EQ(reading.names(), "gut|gut|gut") << broken << reading.codes();
    EXPECT_NE(reading.codes().find("record.broken"), std::string::npos) << broken << cdata;
  }
}

TEST(Feeds, ReadsWhatStrictParsersRefuse) {
  const TestReading reading = read_test(
      "f.xml", rss("<item><guid>1</guid><link>http://x.example/?a=1&b=2</link><description>A & B&nbsp;\x08 &#8; C"
                   "</description></item>"));
  ASSERT_EQ(reading.reports.size(), 1U);
  EXPECT_EQ(reading.reports[0].bytes, "A & B&nbsp;  &#8; C");
  EXPECT_EQ(reading.reports[0].stated.url, "http://x.example/?a=1&b=2");
}

TEST(Feeds, ReadsEncodings) {
  const std::string body =
      "<rss><channel><item><guid>M\xFCll</guid><description>M\xFCll \x96</description></item></channel></rss>";
  for (const std::string head :
       {"<?xml version='1.0' encoding='ISO-8859-1'?>", "<?xml version='1.0' encoding='windows-1252'?>", ""}) {
    const TestReading reading = read_test("f.xml", head + body);
    ASSERT_EQ(reading.reports.size(), 1U) << head << reading.codes();
    EXPECT_EQ(reading.reports[0].bytes, "M\xC3\xBCll \xE2\x80\x93") << head;
    EXPECT_EQ(reading.codes().find("encoding.invalid_byte") != std::string::npos, head.empty());
  }
}

TEST(Feeds, ExpandsNoEntityThatTheFileDeclares) {
  const TestReading reading = read_test(
      "f.xml",
      "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
      "<rss><channel><item><guid>1</guid><description>&b;&x;</description></item></channel></rss>");
  ASSERT_EQ(reading.reports.size(), 1U);
  EXPECT_EQ(reading.reports[0].bytes, "&b;&x;");
}

TEST(Feeds, BoundsDepth) {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<a>";
  const TestReading reading = read_test("f.xml", rss("<item><description>x</description>" + deep));
  EXPECT_TRUE(reading.reports.empty());
  EXPECT_NE(reading.codes().find("record.broken"), std::string::npos);
}

std::string news_item(const std::string& meta, const std::string& about, const std::string& content) {
  return "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet><newsItem guid='urn:1' version='3' "
         "xml:lang='de'>"
         "<itemMeta><itemClass qcode='ninat:text'/><provider "
         "qcode='nprov:nag'/><versionCreated>2025-03-07T10:00:00+01:00"
         "</versionCreated>" +
         meta +
         "</itemMeta><contentMeta><headline>Die Br\xC3\xBC"
         "cke</headline><by>Von Anna Beispiel</by>" +
         about + "</contentMeta><contentSet>" + content + "</contentSet></newsItem></itemSet></newsMessage>";
}

TEST(NewsMl, ReadsTheItemWithItsMetadata) {
  const std::string xhtml = "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>Der Text.</p></body></html>";
  const TestReading reading = read_test(
      "n.xml", news_item("<firstCreated>2025-03-07T09:00:00+01:00</firstCreated><pubStatus qcode='stat:usable'/>"
                         "<signal qcode='sig:correction'/><embargoed>2025-03-08T06:00:00+01:00</embargoed>",
                         "", "<inlineXML contenttype='application/xhtml+xml'>" + xhtml + "</inlineXML>"));
  ASSERT_EQ(reading.reports.size(), 1U);
  EXPECT_EQ(reading.reports[0].bytes, xhtml);
  EXPECT_EQ(reading.reports[0].origin.given_id, "urn:1:3");
  EXPECT_EQ(reading.reports[0].stated.outlet, "nag");
  EXPECT_EQ(reading.reports[0].stated.published, "2025-03-07T09:00:00+01:00");
  EXPECT_EQ(reading.reports[0].stated.modified, "2025-03-07T10:00:00+01:00");
  EXPECT_EQ(reading.codes(), "report.embargoed report.correction");
  EXPECT_EQ(reading.reports[0].item.item, "urn:1");
  EXPECT_EQ(reading.reports[0].item.version, 3U);
  EXPECT_EQ(reading.reports[0].item.created, "2025-03-07T10:00:00+01:00");
  EXPECT_TRUE(reading.reports[0].item.correction);
  EXPECT_EQ(reading.reports[0].item.embargoed, "2025-03-08T06:00:00+01:00");
}

TEST(NewsMl, HandsOnThatAnItemWasWithdrawn) {
  const TestReading reading = read_test("n.xml", news_item("<pubStatus qcode='stat:canceled'/>", "", ""));
  ASSERT_EQ(reading.reports.size(), 1U);  // no text needed: what counts is that the versions before it no longer stand
  EXPECT_TRUE(reading.reports[0].item.withdrawn);
  EXPECT_TRUE(reading.reports[0].bytes.empty());
  EXPECT_EQ(reading.reports[0].item.item, "urn:1");
  EXPECT_EQ(reading.codes(), "report.withdrawn");
}

TEST(NewsMl, ReadsSectionAndTerms) {
  const std::string text = "<inlineData contenttype='text/plain'>Ein Text.</inlineData>";
  const std::string about = "<subject type='dpatype:category'><name>Inland</name></subject>";
  const TestReading reading = read_test("n.xml", news_item("", about, text));
  ASSERT_EQ(reading.reports.size(), 1U);
  EXPECT_EQ(reading.reports[0].stated.section, "Inland");
}

TEST(Feeds, ReadSectionAndLicence) {
  const TestReading reading = read_test(
      "f.rss",
      "<rss version='2.0'><channel><title>Bote</title><copyright>Bote Verlag</copyright><item><guid>1</guid><title>Bad"
      "</title><category>Lokales</category><description>Ein Text.</description></item><item><guid>2</guid><title>Rat"
      "</title><license>https://lizenz.example/by</license><description>Noch ein Text.</description></item></channel>"
      "</rss>");
  ASSERT_EQ(reading.reports.size(), 2U);
  EXPECT_EQ(reading.reports[0].stated.section, "Lokales");
  EXPECT_EQ(reading.reports[0].stated.licence, "Bote Verlag");
  EXPECT_EQ(reading.reports[1].stated.licence, "https://lizenz.example/by");
}

TEST(NewsMl, TellsReportsFromOtherItems) {
  const std::string text = "<inlineData contenttype='text/plain'>Ein Text.</inlineData>";
  EXPECT_EQ(read_test("n.xml", news_item("", "", text)).names(), "urn:1:3");
  const std::string table = "<genre qcode='g:1'><name>Tabelle - Spieltag 3</name></genre>";
  EXPECT_EQ(read_test("n.xml", news_item("", table, text)).codes(), "report.not_a_report");
  const std::string summary = "<genre qcode='g:1'><name>Tabellenf\xC3\xBChrer im Portr\xC3\xA4t</name></genre>";
  EXPECT_EQ(read_test("n.xml", news_item("", summary, text)).codes(), "");
  EXPECT_EQ(read_test("n.xml", news_item("<pubStatus qcode='stat:canceled'/>", "", text)).codes(), "report.withdrawn");
  EXPECT_EQ(read_test("n.xml", news_item("", "", "<remoteContent href='x.jpg'/>")).codes(), "report.not_text");
  EXPECT_EQ(read_test("n.xml", "<packageItem guid='1'/>").codes(), "report.not_a_report");
}

TEST(NewsMl, ReadsNitf) {
  const TestReading reading = read_test(
      "n.xml",
      "<nitf><head><docdata><doc-id id-string='d1'/><date.issue norm='20250307T100000+0100'/></docdata></head><body>"
      "<body.head><hedline><hl1>Titel</hl1></hedline></body.head><body.content><p>Text.</p></body.content></body></"
      "nitf>");
  ASSERT_EQ(reading.reports.size(), 1U);
  EXPECT_EQ(reading.reports[0].bytes, "<p>Text.</p>");
  EXPECT_EQ(reading.reports[0].stated.published, "2025-03-07T10:00:00+01:00");
}

TEST(NewsMl, ReadsNewsMl1) {
  const TestReading reading = read_test(
      "n.xml",
      "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>nag.example</ProviderId><PublicIdentifier>urn:7"
      "</PublicIdentifier></NewsIdentifier></Identification><NewsManagement><FirstCreated>20250307T100000+0100"
      "</FirstCreated><Status "
      "FormalName='Usable'/></NewsManagement><NewsComponent><NewsLines><HeadLine>Titel</HeadLine>"
      "</NewsLines><ContentItem><DataContent><html><body><p>Text.</p></body></html></DataContent></ContentItem>"
      "</NewsComponent></NewsItem></NewsML>");
  ASSERT_EQ(reading.reports.size(), 1U) << reading.codes();
  EXPECT_NE(reading.reports[0].bytes.find("<p>Text.</p>"), std::string::npos);
  EXPECT_EQ(reading.reports[0].stated.title, "Titel");
  EXPECT_EQ(reading.reports[0].stated.outlet, "nag.example");
  EXPECT_EQ(reading.reports[0].origin.given_id, "urn:7");
}

TEST(OtherXml, IsNamed) {
  EXPECT_EQ(read_test("l.opml", "<opml><body><outline xmlUrl='https://bote.example/rss'/></body></opml>").codes(),
            "feed.not_fetched");
  EXPECT_EQ(read_test("s.xml", "<urlset><url><loc>http://x.example/</loc></url></urlset>").codes(), "feed.not_fetched");
  EXPECT_EQ(read_test("s.xml", "<svg/>").codes(), "format.unknown");
  EXPECT_EQ(read_test("s.xml", "kein XML").codes(), "record.broken");
  EXPECT_EQ(read_test("s.xml", rss("")).codes(), "report.empty");
  EXPECT_EQ(read_test("s.xml", "<?xml version='1.0'?><html><body>Text</body></html>").reports.at(0).media_type,
            MediaType::Html);
}

TEST(Markup, ReadsTitlesAndTellsTagsFromText) {
  EXPECT_EQ(text_of_html(" a <b>b</b>&nbsp;&amp; c <d "), "a b\xC2\xA0& c <d");
  EXPECT_TRUE(has_tags("x<br>y"));
  EXPECT_FALSE(has_tags("3 <4 und <unbekannt"));
  EXPECT_TRUE(is_html_page("<!DOCTYPE HTML><p>"));
  EXPECT_FALSE(is_html_page("<p>html</p>"));
}

}  // namespace
}  // namespace ql::ingest
