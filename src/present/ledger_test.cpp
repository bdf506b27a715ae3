// SPDX-License-Identifier: Apache-2.0
#include "present/ledger.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "present/terminal_text.h"
#include "present/test_dossier.h"

namespace ql::present {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// The small dossier with a claim over its only figure.
Dossier claimed_dossier() {
  Dossier dossier = small_dossier();
  compare::Claim claim;
  claim.kind = compare::ClaimKind::Figure;
  claim.label = "Leute auf der Werft";
  claim.members = {{ReportId(std::size_t{0}), compare::Item::Kind::Figure, 0}};
  claim.status = compare::ClaimStatus::Differs;
  dossier.findings.topics.push_back({{claim}, {}, {}});
  return dossier;
}

std::size_t lines_of(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

TEST(Ledger, ShowsAFigureOfNoClaimUnderItsOwnWords) {
  EXPECT_EQ(figures_table(small_dossier(), {80, "de"}),
            "300 Leute [ein Ursprung]\n"
            "  f1    -            300 Leute                    Kern           \"werft\".txt\n");
}

TEST(Ledger, ShowsAFigureOfAClaimOnlyThere) {
  const std::string table = figures_table(claimed_dossier(), {80, "de"});
  EXPECT_THAT(table, StartsWith("Leute auf der Werft [geht auseinander]\n"));
  EXPECT_EQ(lines_of(table), 2U) << table;
}

TEST(Ledger, NamesTheChainAndTheTime) {
  Dossier dossier = small_dossier();
  claims::ReportClaims& claims = dossier.reports[0].claims;
  claims.statements[0].chain = {{{}, "Hafenfunk"}, {{}, "Werftkreise"}};
  claims.figures[0].as_of = TimeValue{"2025-05-02", "2025-05-02", "2025-05-02", Basis::Stated, "text"};
  const std::string table = figures_table(dossier, {120, "de"});
  EXPECT_THAT(table, HasSubstr("Hafenfunk < Werftk"));
  EXPECT_THAT(table, HasSubstr("02.05.2025"));
}

TEST(Ledger, KeepsToTheWidth) {
  Dossier dossier = claimed_dossier();
  dossier.findings.topics[0].claims[0].label = std::string(300, 'x');
  dossier.reports[0].report.outlet = "Allgemeine Zeitung der ganzen Nordwestkueste";
  for (const unsigned width : {60U, 80U, 133U}) {
    std::istringstream lines(figures_table(dossier, {width, "de"}));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(columns(line), width) << line;
  }
}

TEST(LedgerJson, ListsMeasuresWithTheirValues) {
  const std::string json = figures_json(claimed_dossier(), {80, "de"});
  EXPECT_THAT(json, StartsWith("{\"figures\":["));
  EXPECT_THAT(json, HasSubstr("\"measure\":\"Leute auf der Werft\",\"status\":\"differs\",\"values\":[{\"id\":\"f1\""));
  EXPECT_THAT(json, HasSubstr("\"hedge\":\"exact\""));
}

TEST(LedgerCsv, HasAHeadAndARowPerFigure) {
  const std::string csv = figures_csv(small_dossier(), {80, "de"});
  EXPECT_THAT(csv, StartsWith("\"id\",\"measure\",\"status\",\"value\","));
  EXPECT_THAT(csv, HasSubstr("\r\n\"f1\",\"300 Leute\",\"single\",\"300\",\"300\",\"300\",\"exact\",\"Leute\","));
  EXPECT_THAT(csv, HasSubstr("\"b\u00f6rse/\"\"werft\"\".txt\""));  // Quotation marks are doubled.
  EXPECT_EQ(lines_of(csv), 2U);
}

TEST(LedgerCsv, DisarmsFormulasButNotNumbers) {
  Dossier dossier = claimed_dossier();
  dossier.reports[0].notes.quantities[0].value = -2.5;
  for (const char* formula : {"=1+1", "+A1", "@SUM(A1)", "-2+3|x", "-A1"}) {
    dossier.findings.topics[0].claims[0].label = formula;
    const std::string csv = figures_csv(dossier, {80, "de"});
    EXPECT_THAT(csv, HasSubstr("\"'" + std::string(formula) + "\"")) << formula;
    EXPECT_THAT(csv, HasSubstr("\"-2.5\""));
  }
}

}  // namespace
}  // namespace ql::present
