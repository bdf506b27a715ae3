// SPDX-License-Identifier: Apache-2.0
// Runs the examples and counter-examples of the statement rules in lexicons/de/rules.tsv.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "claims/claims.h"
#include "lang/embedded.h"
#include "lang/tsv.h"

namespace ql::claims {
namespace {

bool is_statement_rule(std::string_view id) {
  return id.starts_with("de.") && !id.starts_with("de.figure") && !id.starts_with("de.time");
}

bool fires(std::string_view rule, std::string_view text) {
  static const lang::Language language = lang::load_language("de");
  std::vector<std::string_view> paragraphs;  // parted by " / "
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(" / ", at), text.size());
    paragraphs.push_back(text.substr(at, end - at));
    at = end + 3;
  }
  const clean::Report report = annotate::test_report(paragraphs);
  const auto statements = extract_statements(report, annotate::annotate(report, language), language);
  return std::any_of(statements.begin(), statements.end(), [&](const Statement& s) { return s.rule.name() == rule; });
}

TEST(Rules, StatementRulesTakeTheirExamplesAndLeaveTheRest) {
  const lang::TsvTable table(lang::embedded_file("lexicons/de/rules.tsv"), "rules.tsv");
  std::size_t seen = 0;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const std::string_view id = table.cell(row, table.column("id"));
    if (!is_statement_rule(id)) continue;
    ++seen;
    EXPECT_TRUE(fires(id, table.cell(row, table.column("example")))) << "TAKE " << id;
    EXPECT_FALSE(fires(id, table.cell(row, table.column("counter_example")))) << "LEAVE " << id;
  }
  EXPECT_GE(seen, 20U);
}

}  // namespace
}  // namespace ql::claims
