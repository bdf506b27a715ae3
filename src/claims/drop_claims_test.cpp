// SPDX-License-Identifier: Apache-2.0
#include "claims/drop_claims.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace ql::claims {
namespace {

using ::testing::SizeIs;

Statement statement_in(std::size_t sentence, StatementId nested_in = {}) {
  Statement statement;
  statement.sentence = SentenceId(sentence);
  statement.nested_in = nested_in;
  return statement;
}

Figure figure_in(std::size_t sentence, StatementId statement = {}) {
  Figure figure;
  figure.sentence = SentenceId(sentence);
  figure.statement = statement;
  return figure;
}

TEST(DropClaims, WhatIsLeftRefersToWhatIsLeft) {
  ReportClaims claims;
  claims.statements = {statement_in(1), statement_in(2), statement_in(3), statement_in(3, StatementId(2))};
  claims.figures = {figure_in(2), figure_in(3, StatementId(2)), figure_in(4)};
  const std::vector<SentenceId> sentences{SentenceId(1)};
  drop_claims(sentences, claims);
  ASSERT_THAT(claims.statements, SizeIs(3));
  EXPECT_FALSE(claims.statements[1].nested_in.valid());
  EXPECT_EQ(claims.statements[2].nested_in, StatementId(1));
  ASSERT_THAT(claims.figures, SizeIs(3));
  EXPECT_FALSE(claims.figures[0].statement.valid());
  EXPECT_EQ(claims.figures[1].statement, StatementId(1));
}

TEST(DropClaims, FiguresGoWithTheStatementThatCarriesThem) {
  ReportClaims claims;
  claims.statements = {statement_in(1), statement_in(5, StatementId(0))};
  claims.figures = {figure_in(1), figure_in(2, StatementId(0)), figure_in(2)};  // a quotation over two sentences
  const std::vector<SentenceId> sentences{SentenceId(1)};
  drop_claims(sentences, claims);
  ASSERT_THAT(claims.statements, SizeIs(1));
  EXPECT_FALSE(claims.statements[0].nested_in.valid()) << "the statement that held it is gone";
  ASSERT_THAT(claims.figures, SizeIs(1));
  EXPECT_EQ(claims.figures[0].sentence, SentenceId(2));
}

TEST(DropClaims, NothingToDropChangesNothing) {
  ReportClaims claims;
  claims.statements = {statement_in(1), statement_in(2, StatementId(0))};
  claims.figures = {figure_in(2, StatementId(1))};
  drop_claims({}, claims);
  EXPECT_THAT(claims.statements, SizeIs(2));
  EXPECT_EQ(claims.statements[1].nested_in, StatementId(0));
  EXPECT_EQ(claims.figures[0].statement, StatementId(1));
}

}  // namespace
}  // namespace ql::claims
