// SPDX-License-Identifier: Apache-2.0
#include "ingest/mail.h"

#include <gtest/gtest.h>

#include "ingest/test_reading.h"

namespace ql::ingest {
namespace {

const std::string kHead =
    "Message-ID: <m1@bote.example>\r\nFrom: =?utf-8?Q?B=C3=B6hmer_Bote?= <n@bote.example>\r\n"
    "Date: Fri, 07 Mar 2025 09:05:00 +0100\r\nSubject: =?iso-8859-1?Q?Die_Br=FCcke?=\r\nMIME-Version: 1.0\r\n";

std::string two_parts(const std::string& plain, const std::string& html) {
  return kHead +
         "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; "
         "charset=iso-8859-1\r\n"
         "Content-Transfer-Encoding: quoted-printable\r\n\r\n" +
         plain + "\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
         html + "\r\n--b--\r\n";
}

TEST(Mail, ReadsTheTextAndTheHead) {
  const TestReading reading = read_test("a.eml", kHead +
                                                     "Content-Type: text/plain; charset=iso-8859-1\r\n"
                                                     "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                                                     "Die Br=FCcke =\r\nist zu.\r\n");
  ASSERT_EQ(reading.reports.size(), 1U);
  const RawReport& report = reading.reports[0];
  EXPECT_EQ(report.bytes,
            "Die Br\xFC"
            "cke ist zu.\r\n");
  EXPECT_EQ(report.declared_encoding, "iso-8859-1");
  EXPECT_EQ(report.stated.title,
            "Die Br\xC3\xBC"
            "cke");
  EXPECT_EQ(report.stated.outlet, "B\xC3\xB6hmer Bote");
  EXPECT_EQ(report.stated.published, "2025-03-07T09:05:00+01:00");
  EXPECT_EQ(report.origin.given_id, "m1@bote.example");
}

TEST(Mail, PrefersPlainTextUnlessItOnlyPointsToTheHtml) {
  const std::string html = "PHA+RGllIEJyw7xja2UgaXN0IHp1LjwvcD4=";
  EXPECT_EQ(read_test("a.eml", two_parts("Im Browser ansehen", html)).reports.at(0).bytes,
            "<p>Die Br\xC3\xBC"
            "cke ist zu.</p>");
  EXPECT_EQ(read_test("a.eml", two_parts(std::string(500, 'a'), html)).reports.at(0).media_type, MediaType::PlainText);
}

TEST(Mail, NamesAttachments) {
  const TestReading reading = read_test(
      "a.eml",
      kHead +
          "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nText.\r\n--b\r\n"
          "Content-Type: application/pdf; name=bericht.pdf\r\nContent-Disposition: attachment; filename=bericht.pdf\r\n"
          "\r\nx\r\n--b--\r\n");
  EXPECT_EQ(reading.reports.size(), 1U);
  EXPECT_EQ(reading.codes(), "mail.attachment");
  EXPECT_NE(reading.diagnostics[0].message.find("bericht.pdf"), std::string::npos);
}

TEST(Mail, ReadsAMailboxMessageByMessage) {
  const std::string message = "Message-ID: <x>\nSubject: Eins\n\nText.\n>From hier\n\n";
  const std::string box = "From a@b Fri Mar  7 2025\n" + message + "From a@b Fri Mar  7 2025\n" + message;
  const TestReading reading = read_test("a.mbox", box);
  ASSERT_EQ(reading.reports.size(), 2U);
  EXPECT_EQ(container_slice(reading.reports[1], box), message);
}

TEST(Mail, SurvivesDeepNesting) {
  std::string deep = kHead;
  for (int i = 0; i < 20000; ++i) {
    deep +=
        "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\r\n\r\n--b" + std::to_string(i) + "\r\n";
  }
  const TestReading reading = read_test("a.eml", deep + "\r\nText.");
  EXPECT_EQ(reading.reports.size() + reading.diagnostics.size(), 1U);
}

}  // namespace
}  // namespace ql::ingest
