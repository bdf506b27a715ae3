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

/// Paragraphs are parted by " / "; one with "# " before it is a heading.
clean::Report report_of(std::string_view text) {
  std::vector<std::string_view> paragraphs;
  std::vector<bool> is_heading;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(" / "), text.size());
    is_heading.push_back(text.starts_with("# "));
    paragraphs.push_back(text.substr(is_heading.back() ? 2 : 0, end - (is_heading.back() ? 2 : 0)));
    text.remove_prefix(std::min(end + 3, text.size()));
  }
  clean::Report report = annotate::test_report(paragraphs);
  for (std::size_t i = 0; i < is_heading.size(); ++i) {
    if (is_heading[i]) report.blocks[i].kind = clean::BlockKind::Subheading;
  }
  return report;
}

bool fires(std::string_view rule, std::string_view text) {
  static const lang::Language language = lang::load_language("de");
  const clean::Report report = report_of(text);
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
