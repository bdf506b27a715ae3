// SPDX-License-Identifier: Apache-2.0
#include "ingest/format.h"

#include <gtest/gtest.h>

#include "ingest/dates.h"

namespace ql::ingest {
namespace {

TEST(Format, GoesByMarksThenNamesThenBytes) {
  EXPECT_EQ(format_of("a.txt", "Ein Text."), Format::PlainText);
  EXPECT_EQ(format_of("a.JSONL.gz", "{}"), Format::JsonLines);
  EXPECT_EQ(format_of("a.warc.zst", ""), Format::Warc);
  EXPECT_EQ(format_of("-", "WARC/1.1\r\n"), Format::Warc);
  EXPECT_EQ(format_of("a.txt", "%PDF-1.7"), Format::Pdf);
  EXPECT_EQ(format_of("a.txt", "Das Format %PDF-1.7"), Format::PlainText);
  EXPECT_EQ(format_of("a", std::string_view("PK\x03\x04", 4)), Format::Archive);
  EXPECT_EQ(format_of("a.docx", std::string_view("PK\x03\x04", 4)), Format::Unknown);
  EXPECT_EQ(format_of("-", "<?xml version='1.0'?><rss>"), Format::Xml);
  EXPECT_EQ(format_of("-", "<?xml version='1.0'?><html>"), Format::Html);
  EXPECT_EQ(format_of("-", "{\"a\":1}\n{\"a\":2}\n"), Format::JsonLines);
  EXPECT_EQ(format_of("-", "{\n  \"a\": 1\n}"), Format::Json);
  EXPECT_EQ(format_of("-", "[ {\"a\":1}]"), Format::Json);
  EXPECT_EQ(format_of("-", "[Update] Die Lage"), Format::PlainText);
  EXPECT_EQ(format_of("-", "Message-ID: <1>\nFrom: a@b.example\n\nText"), Format::Mail);
  EXPECT_EQ(format_of("-", "Berlin: Senat\nHamburg: Hafen\n\nText"), Format::PlainText);
  EXPECT_EQ(format_of("x", std::string_view("\x89PNG\0", 5)), Format::Unknown);
}

TEST(Dates, BringsStandardFormsToIso) {
  EXPECT_EQ(iso_time("Fri, 07 Mar 2025 09:05:00 +0100"), "2025-03-07T09:05:00+01:00");
  EXPECT_EQ(iso_time(" 7 Mar 25 9:05 GMT "), "2025-03-07T09:05Z");
  EXPECT_EQ(iso_time("Wed, 31 Dec 1997 23:59:59 EST"), "1997-12-31T23:59:59");
  EXPECT_EQ(iso_time("20250307T100000+0100"), "2025-03-07T10:00:00+01:00");
  EXPECT_EQ(iso_time("1741341900"), "2025-03-07T10:05:00Z");
  EXPECT_EQ(iso_time("1741341900123"), "2025-03-07T10:05:00Z");
  EXPECT_EQ(iso_time("2025-03-07"), "2025-03-07");
  EXPECT_EQ(iso_time("32 Mar 2025"), "32 Mar 2025");
  EXPECT_EQ(iso_time("7. M\xC3\xA4rz 2025"), "7. M\xC3\xA4rz 2025");
}

}  // namespace
}  // namespace ql::ingest
