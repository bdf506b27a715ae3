// SPDX-License-Identifier: Apache-2.0
// Runs the examples of lexicons/de/denial_weights.tsv.
#include "claims/negated_deeds.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "claims/claims.h"
#include "lang/embedded.h"
#include "lang/tsv.h"

namespace ql::claims {
namespace {

bool denies(std::string_view text) {
  static const lang::Language language = lang::load_language("de");
  const clean::Report report = annotate::test_report({text});
  const auto statements = extract_statements(report, annotate::annotate(report, language), language);
  EXPECT_FALSE(statements.empty()) << text;
  return std::any_of(statements.begin(), statements.end(),
                     [](const Statement& s) { return s.commitment == Commitment::Denies; });
}

/// "D: ..." must deny, "O: ..." must not.
void expect_as_marked(std::string_view id, std::string_view example) {
  ASSERT_TRUE(example.starts_with("D: ") || example.starts_with("O: ")) << id;
  EXPECT_EQ(denies(example.substr(3)), example.starts_with("D: ")) << id << ' ' << example;
}

TEST(NegatedDeeds, DecideAsTheTableShows) {
  const lang::TsvTable table(lang::embedded_file("lexicons/de/denial_weights.tsv"), "denial_weights.tsv");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const std::string_view id = table.cell(row, table.column("id"));
    expect_as_marked(id, table.cell(row, table.column("example")));
    expect_as_marked(id, table.cell(row, table.column("counter_example")));
  }
}

}  // namespace
}  // namespace ql::claims
