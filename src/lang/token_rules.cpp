// SPDX-License-Identifier: Apache-2.0
// Three small lexicons -> hash tables, once per run. Tested by token_rules_test.cpp.
#include "lang/token_rules.h"

#include "base/check.h"
#include "lang/embedded.h"
#include "lang/tsv.h"

namespace ql::lang {
namespace {

StopUse stop_use_from(std::string_view name) {
  if (name == "never") return StopUse::Never;
  if (name == "may") return StopUse::May;
  QL_CHECK(name == "guarded");
  return StopUse::Guarded;
}

}  // namespace

TokenRules TokenRules::load(const std::string& code) {
  const std::string folder = "lexicons/" + code + "/";
  TokenRules rules;
  const std::string path = folder + "abbreviations.tsv";
  const TsvTable table(embedded_file(path), path);
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const StopUse use = stop_use_from(table.cell(row, table.column("ends")));
    rules.abbreviations_.add(table.cell(row, table.column("form")), static_cast<std::uint8_t>(use));
  }
  rules.units_ = load_word_set(folder + "glued_units.tsv");
  rules.openers_ = load_word_set(folder + "sentence_openers.tsv");
  return rules;
}

}  // namespace ql::lang
