// SPDX-License-Identifier: Apache-2.0
// Four small lexicons -> hash tables, once per run. Tested by token_rules_test.cpp.
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

NumberStop number_stop_from(std::string_view name) {
  if (name == "counts") return NumberStop::Counts;
  if (name == "reaches") return NumberStop::Reaches;
  QL_CHECK(name == "predicate");
  return NumberStop::Predicate;
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
  const std::string stops_path = folder + "number_stops.tsv";
  const TsvTable stops(embedded_file(stops_path), stops_path);
  for (std::size_t row = 0; row < stops.row_count(); ++row) {
    const auto use = static_cast<std::uint8_t>(number_stop_from(stops.cell(row, stops.column("use"))));
    for (const std::string_view each : split(stops.cell(row, stops.column("form")), '|')) {
      rules.number_stops_.add(each, use);
    }
  }
  rules.units_ = load_word_set(folder + "glued_units.tsv");
  rules.openers_ = load_word_set(folder + "sentence_openers.tsv");
  return rules;
}

}  // namespace ql::lang
