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

}  // namespace
}  // namespace ql::claims
