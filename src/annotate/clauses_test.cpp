// SPDX-License-Identifier: Apache-2.0
#include "annotate/clauses.h"

#include <gtest/gtest.h>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "lang/test_language.h"

namespace ql::annotate {
namespace {

using lang::german;

struct Read {
  explicit Read(std::string_view text) : report(test_report({text})), notes(annotate(report, german())) {}
  [[nodiscard]] std::string text(TokenRange range) const {
    if (range.empty()) return "";
    const TextRange bytes = notes.tokens[range.begin].text.hull(notes.tokens[range.end - 1].text);
    return std::string(slice(report.text, bytes));
  }
  /// The clause whose finite verb is `verb`.
  [[nodiscard]] const Clause& clause(std::string_view verb) const {
    for (const Clause& clause : notes.clauses) {
      if (clause.finite_verb.valid() && slice(report.text, notes.tokens[clause.finite_verb.index()].text) == verb) {
        return clause;
      }
    }
    ADD_FAILURE() << "no clause of " << verb;
    return notes.clauses.front();
  }
  [[nodiscard]] std::string subject(std::string_view verb) const { return text(clause(verb).subject); }

  clean::Report report;
  Annotations notes;
};

TEST(Clauses, SubordinateClausesLieInTheirParent) {
  const Read read("Der Sprecher sagte, dass die Firma den Vertrag k\u00FCndigt.");
  const Clause& main = read.clause("sagte");
  const Clause& inner = read.clause("k\u00FCndigt");
  EXPECT_EQ(main.kind, ClauseKind::Main);
  EXPECT_EQ(inner.kind, ClauseKind::Subordinate);
  ASSERT_TRUE(inner.parent.valid());
  EXPECT_EQ(&read.notes.clauses[inner.parent.index()], &main);
  EXPECT_TRUE(main.tokens.contains(inner.tokens));
  EXPECT_EQ(read.subject("sagte"), "Der Sprecher");
  EXPECT_EQ(read.subject("k\u00FCndigt"), "die Firma");
}

TEST(Clauses, ARelativeClauseInterruptsItsParent) {
  const Read read("Der Mann, der den Hund fand, lobte die Polizei.");
  EXPECT_EQ(read.clause("fand").kind, ClauseKind::Relative);
  EXPECT_EQ(read.clause("lobte").kind, ClauseKind::Main);
  EXPECT_EQ(read.subject("lobte"), "Der Mann");
  EXPECT_EQ(read.subject("fand"), "der");
}

TEST(Clauses, TheVerbBracketFindsTheMainVerb) {
  const Read read("Gestern hat der Rat den Antrag der Stadt abgelehnt.");
  const Clause& clause = read.clause("hat");
  EXPECT_EQ(slice(read.report.text, read.notes.tokens[clause.main_verb.index()].text), "abgelehnt");
  EXPECT_EQ(read.subject("hat"), "der Rat");
}

TEST(Clauses, CoordinatedClausesShareTheSubject) {
  const Read read("Die Ministerin lobte den Plan und warnte vor den Kosten.");
  EXPECT_EQ(read.subject("warnte"), "Die Ministerin");
  EXPECT_TRUE(read.clause("warnte").subject_shared);
}

TEST(Clauses, ALeadingClauseBelongsToTheMainClause) {
  const Read read("Weil es regnete, blieb das Stadion leer.");
  ASSERT_TRUE(read.clause("regnete").parent.valid());
  EXPECT_EQ(&read.notes.clauses[read.clause("regnete").parent.index()], &read.clause("blieb"));
}

TEST(Clauses, NumbersWithTheirHedgesAreSubjects) {
  EXPECT_EQ(Read("Mehr als 2000 Menschen kamen am Samstag zur Demo.").subject("kamen"), "Mehr als 2000 Menschen");
  EXPECT_EQ(Read("Rund 400 Millionen Sendungen wurden verschickt.").subject("wurden"), "Rund 400 Millionen Sendungen");
  EXPECT_EQ(Read("Am Abend standen bis zu 50 H\u00E4user unter Wasser.").subject("standen"), "bis zu 50 H\u00E4user");
  EXPECT_EQ(Read("Die Firma sprach \u00FCber 400 Stellen.").subject("sprach"), "Die Firma");
}

TEST(Clauses, AnInsertionLeavesTheClauseThatItInterrupts) {
  const Read read("Der Plan, so hie\u00DF es, sei fertig.");
  EXPECT_EQ(read.subject("sei"), "Der Plan");
  EXPECT_EQ(read.clause("hie\u00DF").kind, ClauseKind::Main);
}

TEST(Clauses, AComparisonWithItsVerbLastIsSubordinate) {
  EXPECT_EQ(Read("Die Firma baut mehr, als sie verkaufen kann.").clause("kann").kind, ClauseKind::Subordinate);
  EXPECT_EQ(Read("Wie die Polizei gestern Abend mitteilte, starb der Fahrer.").subject("mitteilte"), "die Polizei");
}

TEST(Clauses, HeadlinesAreFragments) {
  const Read read("Brand im Hafen");
  ASSERT_EQ(read.notes.clauses.size(), 1U);
  EXPECT_EQ(read.notes.clauses[0].kind, ClauseKind::Fragment);
}

}  // namespace
}  // namespace ql::annotate
