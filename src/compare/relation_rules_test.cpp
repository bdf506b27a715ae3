// SPDX-License-Identifier: Apache-2.0
#include "compare/relation_rules.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "lang/embedded.h"
#include "lang/tsv.h"

namespace ql::compare {
namespace {

constexpr int kRuleCount = static_cast<int>(Why::DenialWithdrawn) + 1;

TEST(RelationRules, EachRowSpeaksForItsReason) {
  for (int why = 0; why < kRuleCount; ++why) {
    const RelationRule& rule = relation_rule(static_cast<Why>(why));
    EXPECT_EQ(rule.why, static_cast<Why>(why));
    EXPECT_FALSE(rule.reason.empty());
  }
}

TEST(RelationRules, EveryRelationTypeHasARule) {
  std::set<RelationType> types;
  for (int why = 0; why < kRuleCount; ++why) types.insert(relation_rule(static_cast<Why>(why)).type);
  EXPECT_EQ(types.size(), static_cast<std::size_t>(RelationType::Retracts) + 1);
}

TEST(RelationRules, EachIdStandsInTheTableWithExampleAndCounterExample) {
  const lang::TsvTable table(lang::embedded_file("lexicons/de/rules.tsv"), "rules.tsv");
  std::set<std::string> known;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    if (table.cell(row, table.column("example")).empty() || table.cell(row, table.column("counter_example")).empty()) {
      continue;
    }
    known.insert(std::string(table.cell(row, table.column("id"))));
  }
  for (int why = 0; why < kRuleCount; ++why) {
    const std::string id(relation_rule(static_cast<Why>(why)).rule.name());
    EXPECT_TRUE(known.contains(id)) << id;
  }
}

}  // namespace
}  // namespace ql::compare
