// SPDX-License-Identifier: Apache-2.0
#include "ingest/warc.h"

#include <gtest/gtest.h>

#include "ingest/http_message.h"
#include "ingest/test_packing.h"
#include "ingest/test_reading.h"

namespace ql::ingest {
namespace {

std::string record(const std::string& type, const std::string& content_type, const std::string& block,
                   const std::string& length = "") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: <http://bote.example/" + type +
         ">\r\nWARC-Record-ID: <urn:x>\r\nContent-Type: " + content_type +
         "\r\nContent-Length: " + (length.empty() ? std::to_string(block.size()) : length) + "\r\n\r\n" + block +
         "\r\n\r\n";
}

std::string response(const std::string& head, const std::string& body, int status = 200) {
  return record("response", "application/http; msgtype=response",
                "HTTP/1.1 " + std::to_string(status) + " X\r\n" + head + "\r\n\r\n" + body);
}

std::string page(const std::string& head, const std::string& body) {
  return response("Content-Type: text/html; charset=ISO-8859-1" + head, body);
}

const std::string kPage =
    "<html><body><p>Die Br\xFC"
    "cke ist gesperrt.</p></body></html>";

TEST(Warc, ReadsPagesAndCountsTheRest) {
  const std::string archive = record("warcinfo", "application/warc-fields", "software: x\r\n") + page("", kPage) +
                              record("request", "application/http", "GET / HTTP/1.1\r\n\r\n") +
                              response("Content-Type: image/png", "png") + response("Location: /", "", 301) +
                              record("conversion", "text/plain", "Der Text.");
  const TestReading reading = read_test("a.warc", archive);
  ASSERT_EQ(reading.reports.size(), 2U);
  EXPECT_EQ(reading.reports[0].bytes, kPage);
  EXPECT_EQ(reading.reports[0].declared_encoding, "iso-8859-1");
  EXPECT_EQ(reading.reports[0].stated.url, "http://bote.example/response");
  EXPECT_EQ(reading.reports[0].origin.record, 1U);
  EXPECT_TRUE(container_slice(reading.reports[0], archive).starts_with("WARC/1.0\r\nWARC-Type: response"));
  EXPECT_TRUE(container_slice(reading.reports[0], archive).ends_with("</html>"));
  EXPECT_EQ(reading.reports[1].bytes, "Der Text.");
  EXPECT_EQ(reading.codes(), "archive.skipped");
  EXPECT_EQ(reading.diagnostics[0].message,
            "holds besides pages: 1 bodies of type image, 1 records of type request, 1 records of type warcinfo, "
            "1 redirects and errors");
}

TEST(Warc, UndoesChunksAndContentEncoding) {
  const std::string chunked = "5;x=y\r\n<html\r\n1\r\n>\r\n0\r\n\r\n";
  const TestReading reading = read_test(
      "a.warc", page("\r\nTransfer-Encoding: chunked", chunked) + page("\r\nContent-Encoding: gzip", gzipped(kPage)) +
                    page("\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked", kPage) +
                    page("\r\nTransfer-Encoding: chunked", "5\r\n<html\r\n9\r\n>cut"));
  ASSERT_EQ(reading.reports.size(), 4U);
  EXPECT_EQ(reading.reports[0].bytes, "<html>");
  EXPECT_EQ(reading.reports[1].bytes, kPage);
  EXPECT_EQ(reading.reports[2].bytes, kPage) << "headers that are not true of the body any more";
  EXPECT_EQ(reading.reports[3].bytes, "<html>cut");
  EXPECT_EQ(reading.codes(), "record.damaged_body");
}

TEST(Warc, ReadsMembersOfGzipAndGoesOnBehindADamagedOne) {
  std::string damaged = gzipped(page("", kPage + std::string(3000, 'x')));
  damaged.resize(damaged.size() / 2);
  const std::string archive = gzipped(page("", kPage)) + damaged + gzipped(page("", kPage));
  const TestReading reading = read_test("a.warc.gz", archive);
  EXPECT_EQ(reading.reports.size(), 2U);
  EXPECT_EQ(reading.codes(), "record.broken file.truncated");
}

TEST(Warc, ABrokenRecordCostsItself) {
  const std::string good = page("", kPage);
  const struct {
    std::string broken, codes;
  } cases[] = {
      {record("response", "application/http", "HTTP/1.1 200 X\r\n\r\nx", "99999"), "record.broken"},
      {record("response", "application/http", "HTTP/1.1 200 X\r\n\r\nx", "minus"), "record.broken record.broken"},
      {record("response", "application/http", "HTTP/1.1 200 X\r\nContent-Type: text/html\r\n\r\nxyz", "44"),
       "record.wrong_length record.broken"},
      {"no record\r\nat all\r\n", "record.broken"},
  };
  for (const auto& damage : cases) {
    const TestReading reading = read_test("a.warc", good + damage.broken + good);
    EXPECT_GE(reading.reports.size(), 2U) << damage.broken;
    EXPECT_EQ(reading.reports.back().bytes, kPage) << damage.broken;
    EXPECT_EQ(reading.codes(), damage.codes) << damage.broken;
  }
}

TEST(Warc, ReadsArc) {
  const std::string block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Text";
  const TestReading reading = read_test(
      "a.arc",
      "filedesc://a.arc 0.0.0.0 20250307 text/plain 9\n1 0 Test\n\nhttp://bote.example/ 0.0.0.0 20250307 text/html " +
          std::to_string(block.size()) + "\n" + block + "\nhttp://x.example/ 0.0.0.0 20250307 text/html abc\n");
  ASSERT_EQ(reading.reports.size(), 1U);
  EXPECT_EQ(reading.reports[0].bytes, "<p>Text");
  EXPECT_EQ(reading.codes(), "record.broken archive.skipped");
}

TEST(Warc, EndsAtTheLimit) {
  Options options;
  options.limit = 1;
  EXPECT_EQ(read_test("a.warc", page("", kPage) + page("", kPage), options).reports.size(), 1U);
}

TEST(HttpMessage, BelievesTheBodyMoreThanItsHeader) {
  EXPECT_EQ(read_http_response("GET / HTTP/1.1\r\n\r\n", 100).status, 0);
  EXPECT_EQ(read_http_response("HTTP/1.1 200 OK\nContent-Encoding: br\n\nplain", 100).damaged, true);
  EXPECT_EQ(read_http_response("HTTP/1.1 200 OK\nContent-Encoding: br\n\nplain", 100).body, "plain");
  EXPECT_EQ(read_http_response("HTTP/1.1 200 OK\nContent-Encoding: gzip\n\n" + gzipped(std::string(9999, 'x')), 100)
                .body.size(),
            101U);
}

}  // namespace
}  // namespace ql::ingest
