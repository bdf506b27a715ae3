// SPDX-License-Identifier: Apache-2.0
#include "annotate/sentences.h"

#include <gtest/gtest.h>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "lang/embedded.h"
#include "lang/test_language.h"
#include "lang/tsv.h"

namespace ql::annotate {
namespace {

using lang::german;

std::vector<std::string> sentences_of(std::initializer_list<std::string_view> paragraphs) {
  const clean::Report report = test_report(paragraphs);
  std::vector<std::string> result;
  for (const Sentence& sentence : annotate(report, german()).sentences) {
    result.emplace_back(slice(report.text, sentence.text));
  }
  return result;
}

using Texts = std::vector<std::string>;

TEST(Sentences, EndBehindTerminalMarks) {
  EXPECT_EQ(sentences_of({"Der Rat tagt. Er berät! Wann endet das?"}),
            (Texts{"Der Rat tagt.", "Er berät!", "Wann endet das?"}));
}

TEST(Sentences, QuotationsKeepTheirClosingMark) {
  EXPECT_EQ(sentences_of({"„Ja. Nein.“, sagte er. „Gut.“ Dann ging er."}),
            (Texts{"„Ja.", "Nein.“, sagte er.", "„Gut.“", "Dann ging er."}));
  EXPECT_EQ(sentences_of({"\"Warum?\" fragte sie. «Darum.» Er schwieg."}),
            (Texts{"\"Warum?\" fragte sie.", "«Darum.»", "Er schwieg."}));
}

TEST(Sentences, StraightMarksBetweenBlanksBelongToTheSentenceThatTheyComplete) {
  // The inch mark would turn the counting of the whole text around.
  EXPECT_EQ(sentences_of({"Ein Rohr von 5 \" fehlt . Sie sagte : \" Ich bleibe . \" Dann ging er ."}),
            (Texts{"Ein Rohr von 5 \" fehlt .", "Sie sagte : \" Ich bleibe . \"", "Dann ging er ."}));
  EXPECT_EQ(sentences_of({"\" Das ist gut \" , sagte er . \" Es geht . \""}),
            (Texts{"\" Das ist gut \" , sagte er .", "\" Es geht . \""}));
}

TEST(Sentences, AbbreviationsAndOrdinalsDoNotEndThem) {
  EXPECT_EQ(sentences_of({"Dr. Adler kam am 3. Mai. Die Firma baut Rohre usw. Der Preis stieg."}),
            (Texts{"Dr. Adler kam am 3. Mai.", "Die Firma baut Rohre usw.", "Der Preis stieg."}));
}

TEST(Sentences, AFullStopBehindANumberThatCountsEndsThem) {
  const std::string path = "lexicons/de/number_stops.tsv";
  const lang::TsvTable table(lang::embedded_file(path), path);
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const std::string_view two = table.cell(row, table.column("example"));
    const std::string_view one = table.cell(row, table.column("counter_example"));
    EXPECT_EQ(sentences_of({two}).size(), 2U) << two;
    EXPECT_EQ(sentences_of({one}).size(), 1U) << one;
  }
  EXPECT_EQ(sentences_of({"Der neue ID.3 fehlt."}).size(), 1U);
}

TEST(Sentences, AHeadlineIsOne) { EXPECT_EQ(sentences_of({"Brand im Hafen", "Es brannte."}).size(), 2U); }

TEST(Sentences, AStrayBreakDoesNotEndThem) {
  EXPECT_EQ(sentences_of({"Der Minister sagte am", "gestrigen Abend nichts.", "Er ging."}).size(), 2U);
  EXPECT_EQ(sentences_of({"Am Abend sprach der", "Minister mit Bauern."}).size(), 1U);
  EXPECT_EQ(
      sentences_of({"Das meldete der Seewetterdienst, das Marine", "Weather Centre, am Abend.", "Er ging."}).size(),
      2U);
  // A heading without mark, a list of names and a whole sentence stay apart.
  EXPECT_EQ(sentences_of({"Sturm trifft die Insel", "Am Abend, als alle schliefen, kam er."}).size(), 2U);
  EXPECT_EQ(sentences_of({"Es kamen Karl Lange, der Wirt", "Frieda Meer, die Lotsin"}).size(), 2U);
  EXPECT_EQ(sentences_of({"Der Sturm geht.", "am Abend kommt er wieder."}).size(), 2U);
}

}  // namespace
}  // namespace ql::annotate
