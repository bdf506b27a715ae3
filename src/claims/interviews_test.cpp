// SPDX-License-Identifier: Apache-2.0
#include "claims/interviews.h"

#include <gtest/gtest.h>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "claims/claims.h"

namespace ql::claims {
namespace {

struct Read {
  clean::Report report;
  annotate::Annotations notes;
  std::vector<Statement> statements;
};

Read read(const std::vector<std::string_view>& paragraphs) {
  static const lang::Language language = lang::load_language("de");
  Read result;
  result.report = annotate::test_report(paragraphs);
  result.notes = annotate::annotate(result.report, language);
  result.statements = extract_statements(result.report, result.notes, language);
  return result;
}

/// The answers as "speaker: first bytes".
std::vector<std::string> answers(const Read& read) {
  std::vector<std::string> list;
  for (const Statement& s : read.statements) {
    if (s.rule.name() != "de.interview.answer.01") continue;
    const std::string name = s.speaker.entity.valid() ? read.notes.entities[s.speaker.entity.index()].name : "-";
    list.push_back(name + ": " + std::string(slice(read.report.text, s.content.front()).substr(0, 12)));
  }
  return list;
}

TEST(Interviews, LabelsNameWhoAnswers) {
  const Read r = read({"Bauleiterin Ina Voss leitet die Sanierung der Brücke.", "Hafenbote: Wie lange dauert der Bau?",
                       "Voss: Zwei Jahre. Der Kran kommt im Mai.", "Hafenbote: Und was kostet er?",
                       "Voss: Zwölf Millionen Euro.", "Der Rest ist bezahlt."});
  EXPECT_EQ(answers(r),
            (std::vector<std::string>{"Ina Voss: Zwei Jahre. ", "Ina Voss: Zwölf Milli", "Ina Voss: Der Rest ist"}));
}

TEST(Interviews, InitialsStandForThePerson) {
  const Read r = read({"Ina Voss leitet die Sanierung der Brücke.", "Wie lange dauert der Bau?",
                       "I.V.: Zwei Jahre lang.", "Und was kostet er?", "I.V.: Zwölf Millionen Euro."});
  EXPECT_EQ(answers(r), (std::vector<std::string>{"Ina Voss: Zwei Jahre l", "Ina Voss: Zwölf Milli"}));
}

TEST(Interviews, QuestionsWithoutLabelsAreAnsweredByThePersonNamedBefore) {
  const Read r = read({"Ina Voss leitet die Sanierung. Ein Gespräch mit Voss über Stahl.", "Wie lange bauen Sie?",
                       "Ich rechne mit zwei Jahren.", "Was ist schwierig?", "Wir finden kaum Schweißer.",
                       "Und der Winter?", "Den mag ich nicht.", "Aber er geht vorbei."});
  EXPECT_EQ(answers(r).size(), 4U);
  EXPECT_EQ(answers(r).back(), "Ina Voss: Aber er geht");
}

TEST(Interviews, EditorsWhoAskAndAnswerThemselvesAreNone) {
  const Read r = read({"Fragen und Antworten zur neuen Steuer.", "Wer muss zahlen?", "Alle Besitzer eines Hauses.",
                       "Ab wann gilt das?", "Die Steuer gilt ab Mai.", "Was ist neu?", "Das Formular ist neu."});
  EXPECT_TRUE(answers(r).empty());
}

TEST(Interviews, AnAnswerHoldsWhatOthersSaid) {
  const Read r = read({"Ina Voss leitet die Sanierung.", "Hafenbote: Was sagt die Stadt?",
                       "Voss: Der Bürgermeister hat erklärt, dass das Geld reicht.", "Hafenbote: Glauben Sie das?",
                       "Voss: Ja, sehr sogar."});
  ASSERT_EQ(answers(r).size(), 2U);
  const auto nested =
      std::count_if(r.statements.begin(), r.statements.end(), [](const Statement& s) { return s.nested_in.valid(); });
  EXPECT_EQ(nested, 1);
}

}  // namespace
}  // namespace ql::claims
