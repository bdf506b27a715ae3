// SPDX-License-Identifier: Apache-2.0
#include "ingest/pdf.h"

#include <gtest/gtest.h>

#include "ingest/test_reading.h"

namespace ql::ingest {
namespace {

TEST(Pdf, JoinsDividedWordsAndKeepsOtherHyphens) {
  EXPECT_EQ(pdf_text("Der Ver-\nkehr steht.\fSeite 2\n"), "Der Verkehr steht.\nSeite 2\n");
  EXPECT_EQ(pdf_text("Vor-\nund Nachteile, Nord-\nOst, 3-\nmal, \xC3\xA4-\n\xC3\xBC"),
            "Vor-\nund Nachteile, Nord-\nOst, 3-\nmal, \xC3\xA4\xC3\xBC");
  EXPECT_EQ(pdf_text("-\nx-\n"), "-\nx-\n");
}

/// A document of one page with one line of text.
std::string small_pdf(const std::string& line) {
  const std::string stream = "BT /F1 12 Tf 72 720 Td (" + line + ") Tj ET";
  return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
         "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 "
         "R>>>>>>endobj\n"
         "4 0 obj<</Length " +
         std::to_string(stream.size()) + ">>stream\n" + stream +
         "\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 "
         "R>>\n%%EOF\n";
}

TEST(Pdf, ReadsTheTextLayer) {
  const std::string pdf = small_pdf("Der Streik endet am Freitag.");
  const TestReading reading = read_test("a.pdf", pdf);
  ASSERT_EQ(reading.reports.size(), 1U) << reading.codes();
  EXPECT_EQ(reading.reports[0].bytes, "Der Streik endet am Freitag.\n\n\n");
  EXPECT_EQ(reading.reports[0].origin.container, "a.pdf");
  EXPECT_EQ(container_slice(reading.reports[0], pdf), pdf);
}

TEST(Pdf, SaysWhyThereIsNoText) {
  EXPECT_EQ(read_test("a.pdf", small_pdf("")).codes(), "pdf.no_text_layer");
  EXPECT_EQ(read_test("a.pdf", "%PDF-1.4 nothing").codes(), "pdf.broken");
  EXPECT_EQ(read_test("a.pdf", "").codes(), "pdf.broken");
}

}  // namespace
}  // namespace ql::ingest
