// SPDX-License-Identifier: Apache-2.0
#include "annotate/lexemes.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "lang/test_language.h"

namespace ql::annotate {
namespace {

using lang::german;

/// A report with its tokens and lexemes.
struct Cut {
  clean::Report report;
  Annotations notes;
  Workspace workspace{german()};

  explicit Cut(std::initializer_list<std::string_view> paragraphs) : report(test_report(paragraphs)) {
    notes = annotate(report, german(), workspace);
  }
  [[nodiscard]] std::span<const Lexeme> all() const { return workspace.lexemes.all(); }
  /// The lexemes with a bar between those that no white space parts.
  [[nodiscard]] std::string text() const {
    std::string result;
    for (const Lexeme& lexeme : all()) {
      if (!result.empty()) result += lexeme.space_before ? ' ' : '|';
      result += slice(report.text, lexeme.text);
    }
    return result;
  }
  [[nodiscard]] const Lexeme& of(std::string_view form) const {
    for (const Lexeme& lexeme : all()) {
      if (slice(report.text, lexeme.text) == form) return lexeme;
    }
    ADD_FAILURE() << "no lexeme " << form;
    return all().front();
  }
};

TEST(Lexemes, AreLettersDigitsAndSingleSigns) {
  EXPECT_EQ(Cut({"Die 57-jährige Frau fuhr 3km, von 14-18 Uhr."}).text(),
            "Die 57|-|jährige Frau fuhr 3|km|, von 14|-|18 Uhr|.");
  EXPECT_EQ(Cut({"10.000 oder 10 000 Euro (3,5 %)"}).text(), "10|.|000 oder 10 000 Euro (|3|,|5 %|)");
  EXPECT_EQ(Cut({"A320, z.B. www.heise.de/x2"}).text(), "A|320|, z|.|B|. www|.|heise|.|de|/|x|2");
}

/// Whatever the tokens are, stringing their parts together is the same as cutting the text.
TEST(Lexemes, AreThoseOfTheWholeText) {
  for (const std::string_view text :
       {"\u201EEr kam\u201C, sagte sie... :-) 5,- Euro", "Gibt's das? \u00BD Liter, 2\u20133\u00A0m",
        "\u00C4rzt*innen/-innen (w)", "\u0661\u4E2D\u6587 \u0440\u0443\u0441 123\u0440",
        "+49 30 5550-344, #tag1 @user_2 :D erhalten:Drei", "\xFF\xC3 kaputt \xE2\x82"}) {
    const Cut cut({text});
    std::vector<lang::Lexeme> expected;
    lang::cut_lexemes(cut.report.text, expected);
    ASSERT_EQ(cut.all().size(), expected.size()) << text;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      const Lexeme& lexeme = cut.all()[i];
      EXPECT_EQ(lexeme.text, (TextRange{expected[i].begin, expected[i].end})) << text;
      EXPECT_EQ(lexeme.kind, expected[i].kind) << text;
      EXPECT_EQ(lexeme.space_before, expected[i].space_before) << text;
      EXPECT_EQ(lexeme.capitalised, expected[i].capitalised) << text;
    }
  }
}

TEST(Lexemes, KnowTheirTokens) {
  const Cut cut({"Sie ist 57-jährig. Er auch."});
  const Lexeme& inner = cut.of("jährig");
  EXPECT_EQ(slice(cut.report.text, cut.notes.tokens[inner.token].text), "57-jährig");
  const Sentence& second = cut.notes.sentences.at(1);
  const std::span<const Lexeme> lexemes = cut.workspace.lexemes.of(second.tokens);
  ASSERT_EQ(lexemes.size(), 3U);
  EXPECT_EQ(slice(cut.report.text, lexemes.front().text), "Er");
}

TEST(Lexemes, KnowWhatTheLettersSay) {
  const Cut cut({"Zwölftausend achtjährige Kinder warten zweimal dreistündig mit 24 Hunden auf \u00BD Pfund; Montag."});
  EXPECT_TRUE(cut.of("Zwölftausend").has(Trait::Cardinal));
  EXPECT_EQ(cut.of("Zwölftausend").value, 12000);
  EXPECT_TRUE(cut.of("achtjährige").has(Trait::GrownNumber));
  EXPECT_FALSE(cut.of("achtjährige").has(Trait::Cardinal));
  EXPECT_TRUE(cut.of("zweimal").has(Trait::HowOften));
  EXPECT_TRUE(cut.of("dreistündig").has(Trait::SpanAdjective));
  EXPECT_EQ(cut.of("24").value, 24);
  EXPECT_TRUE(cut.of("\u00BD").has(Trait::StartsNumber));
  EXPECT_TRUE(cut.of("24").has(Trait::StartsNumber));
  EXPECT_FALSE(cut.of("mit").has(Trait::StartsNumber));
  EXPECT_EQ(cut.of(";").mark, ';');
  EXPECT_EQ(cut.of("Hunden").facts, &lang::LexemeLexicon::nothing_known());
  EXPECT_NE(cut.of("Montag").facts->time, nullptr);
}

/// A form keeps its parts from one report to the next; its place does not.
TEST(Lexemes, FormsAreCutOnceAndPlacedEachTime) {
  const Cut cut({"Das A4-Blatt, nein: A4-Blatt, A4-Blatt."});
  EXPECT_EQ(cut.text(), "Das A|4|-|Blatt|, nein|: A|4|-|Blatt|, A|4|-|Blatt|.");
}

TEST(Lexemes, OfNothingAreNone) {
  ReportLexemes lexemes;
  lexemes.assign({}, WordSpan(), german());
  EXPECT_TRUE(lexemes.all().empty());
  EXPECT_TRUE(lexemes.of({0, 0}).empty());
}

}  // namespace
}  // namespace ql::annotate
