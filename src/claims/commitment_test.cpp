// SPDX-License-Identifier: Apache-2.0
// Stances as statements show them: through annotate and extract_statements.
#include "claims/commitment.h"

#include <gtest/gtest.h>

#include <optional>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "claims/claims.h"

namespace ql::claims {
namespace {

/// The first statement of a text, or none.
std::optional<Statement> first_statement(std::string_view text) {
  static const lang::Language language = lang::load_language("de");
  const clean::Report report = annotate::test_report({text});
  const auto statements = extract_statements(report, annotate::annotate(report, language), language);
  if (statements.empty()) return std::nullopt;
  return statements[0];
}

void expect_stance(std::string_view text, Commitment commitment) {
  const auto statement = first_statement(text);
  ASSERT_TRUE(statement.has_value()) << text;
  EXPECT_EQ(statement->commitment, commitment) << text;
}

TEST(Commitment, ComesFromTheCue) {
  expect_stance("Der Trainer sagte, dass das Spiel verlegt wird.", Commitment::Asserts);
  expect_stance("Der Vorstand bestätigte, dass die Werft verkauft wird.", Commitment::Confirms);
  expect_stance("Der Vorstand bestritt, dass die Werft verkauft wird.", Commitment::Denies);
  expect_stance("Die Behörde warnte, dass der Deich brechen könnte.", Commitment::Warns);
}

TEST(Commitment, ANeutralCueLeavesItToTheContent) {
  expect_stance("Der Vorstand sagte, der Vorwurf entbehre jeder Grundlage, er sei frei erfunden.", Commitment::Denies);
}

TEST(Commitment, ANegatedDenialIsNoDenial) {
  const auto statement = first_statement("Der Vorstand bestritt nicht, dass die Werft verkauft wird.");
  ASSERT_TRUE(statement.has_value());
  EXPECT_NE(statement->commitment, Commitment::Denies);
}

TEST(Commitment, WhatWasNotSaidIsNoStatement) {
  EXPECT_FALSE(first_statement("Der Vorstand sagte nicht, ob die Werft verkauft wird.").has_value());
}

/// The stance of the last statement of a text.
void expect_last_stance(std::string_view text, Commitment commitment) {
  static const lang::Language language = lang::load_language("de");
  const clean::Report report = annotate::test_report({text});
  const auto statements = extract_statements(report, annotate::annotate(report, language), language);
  ASSERT_FALSE(statements.empty()) << text;
  EXPECT_EQ(statements.back().commitment, commitment) << text;
}

TEST(Commitment, AQuotationGoesOnWithWhatTheSameSideDeniedOrAdmitted) {
  expect_last_stance("Trainer Jan Roth widersprach. „Die Mannschaft ist fit“, sagte Roth.", Commitment::Denies);
  expect_last_stance("Das Präsidium bestritt das. „Wir zählen nach Metern“, sagte Sprecher Arne Jessen.",
                     Commitment::Denies);
  expect_last_stance("Ina Voss räumte Versäumnisse ein. „Die Meldung kam nicht an“, sagte Voss.", Commitment::Confirms);
}

TEST(Commitment, AnotherSideOrIndirectSpeechDoesNotGoOn) {
  expect_last_stance("Trainer Jan Roth widersprach. „Die Mannschaft ist fit“, sagte Ärztin Ina Voss.",
                     Commitment::Asserts);
  expect_last_stance(
      "Der Konzern wies den Vorwurf zurück. Hinweise habe es Ende Januar gegeben, sagte Sprecher Jan Roth.",
      Commitment::Asserts);
}

TEST(Commitment, APhraseThatTheSourceInterruptsIsRead) {
  expect_stance("Gerüchte über Plünderer entbehren nach Erkenntnissen der Polizei jeder Grundlage.",
                Commitment::Denies);
}

TEST(Commitment, AConfirmationDoesNotGoOnAsAnAdmissionDoes) {
  expect_last_stance("Ina Voss bestätigte den Unfall. „Wir ermitteln noch“, sagte Voss.", Commitment::Asserts);
}

TEST(Commitment, AbsoluteNegationsOfOnesOwnActsDeny) {
  expect_stance("„Ich habe nie etwas unterschrieben“, sagte Jan Roth.", Commitment::Denies);
  expect_stance("Sie habe keinem einzigen Fahrer etwas gespritzt, betont ihr Anwalt.", Commitment::Denies);
  expect_stance("„So etwas habe ich noch nie erlebt“, sagte Jan Roth.", Commitment::Asserts);
  expect_stance("„Wir geben niemals auf“, sagte Jan Roth.", Commitment::Asserts);
}

TEST(Commitment, AnAccountIsSaidToBeUntrueBeforeOrBehindIt) {
  expect_stance("Die Behauptung, die Werft habe gezahlt, entbehrt jeder Grundlage.", Commitment::Denies);
  expect_stance("Nicht zutreffend ist ferner die Behauptung, die Werft habe gezahlt.", Commitment::Denies);
  expect_stance("Das Gerücht, die Werft habe gezahlt, ist frei erfunden.", Commitment::Denies);
  expect_stance("Das Gerücht, die Werft habe gezahlt, ist alt.", Commitment::Suspects);
  expect_stance("Neu ist ferner die Behauptung, die Werft habe gezahlt.", Commitment::Asserts);
}

TEST(Commitment, WhatIsTakenBackIsDenied) {
  expect_last_stance("Der Zeuge Jan Roth hat seine Aussage widerrufen, der Wirt habe das Feuer gelegt.",
                     Commitment::Denies);
  expect_last_stance("Der Zeuge Jan Roth machte die Aussage, der Wirt habe das Feuer gelegt.", Commitment::Asserts);
}

TEST(Commitment, PhrasesWithAGapAndOfTheOwnVoice) {
  expect_stance("Eine solche Mail sei bei ihm nie eingegangen, sagte der Minister.", Commitment::Denies);
  expect_stance("Die Mail sei am Montag eingegangen, sagte der Minister.", Commitment::Asserts);
  expect_stance("„Das war ein Fehler von uns“, sagte der Minister.", Commitment::Confirms);
  expect_stance("„Der Bau des Damms war ein Fehler der Nachbarn“, sagte der Minister.", Commitment::Asserts);
  expect_stance("Man äußere sich zu Verträgen grundsätzlich nicht, sagte die Sprecherin.", Commitment::Refuses);
}

}  // namespace
}  // namespace ql::claims
