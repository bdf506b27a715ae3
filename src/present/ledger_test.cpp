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
            "  -            300 Leute Kern   \"werft\".txt f1\n");
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

/// The small dossier with two more reports of its origin and one of another, each with a value of one measure.
Dossier dossier_of_three_values() {
  Dossier dossier = claimed_dossier();
  compare::Claim& claim = dossier.findings.topics[0].claims[0];
  stories::Story story;
  for (std::size_t r = 0; r < 3; ++r) {
    if (r > 0) dossier.reports.push_back(dossier.reports[0]);
    dossier.reports[r].report.origin.path = "b/" + std::to_string(r) + ".txt";
    if (r > 0) claim.members.push_back({ReportId(r), compare::Item::Kind::Figure, 0});
    story.reports.emplace_back(r);
  }
  story.origins = {{ReportId(std::size_t{0}), ReportId(std::size_t{1})}, {ReportId(std::size_t{2})}};
  dossier.stories.stories = {story};
  claim.origins = 2;
  const auto day = [](const char* value) { return TimeValue{value, value, value, Basis::Stated, "text"}; };
  dossier.reports[0].claims.figures[0].as_of = day("2025-05-04");
  dossier.reports[1].claims.figures[0].as_of = day("2025-05-04");
  dossier.reports[2].claims.figures[0].as_of = day("2025-05-02");
  return dossier;
}

TEST(Ledger, OldestFirstOneTimeOnceAndTheSameOriginMarked) {
  EXPECT_EQ(figures_table(dossier_of_three_values(), {80, "de"}),
            "Leute auf der Werft [geht auseinander] 3 Werte, 2 Ursprünge\n"
            "  02.05.2025   300 Leute Kern   2.txt  f3\n"
            "  04.05.2025   300 Leute Kern   0.txt  f1\n"
            "               300 Leute Kern   1.txt  f2 = f1\n");
}

TEST(Ledger, CorrectionsStandLast) {
  Dossier dossier = dossier_of_three_values();
  const std::vector<compare::Item> members = dossier.findings.topics[0].claims[0].members;
  compare::Relation relation;
  relation.type = compare::RelationType::Retracts;
  relation.from = members[2];
  relation.to = members[0];
  dossier.findings.topics[0].relations = {relation};
  const std::string table = figures_table(dossier, {80, "de"});
  EXPECT_THAT(table, testing::EndsWith("300 Leute (Korrektur) Kern   2.txt  f3\n")) << table;
  EXPECT_THAT(figures_csv(dossier, {80, "de"}), HasSubstr(",\"f1\",\"\"\r\n\"f3\","));
}

TEST(Ledger, ReportsOfOneOriginDoNotAgree) {
  Dossier dossier = dossier_of_three_values();
  dossier.findings.topics[0].claims[0].status = compare::ClaimStatus::Agrees;
  EXPECT_THAT(figures_table(dossier, {80, "de"}), HasSubstr("[übereinstimmend] 3 Werte, 2 Ursprünge"));
  dossier.findings.topics[0].claims[0].origins = 1;
  EXPECT_THAT(figures_table(dossier, {80, "de"}), HasSubstr("[ein Ursprung] 3 Werte\n"));
}

TEST(LedgerJson, ListsMeasuresWithTheirValues) {
  const std::string json = figures_json(claimed_dossier(), {80, "de"});
  EXPECT_THAT(json, StartsWith("{\"figures\":["));
  EXPECT_THAT(
      json,
      HasSubstr("\"measure\":\"Leute auf der Werft\",\"status\":\"differs\",\"origins\":1,\"values\":[{\"id\":\"f1\""));
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
