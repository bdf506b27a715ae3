// SPDX-License-Identifier: Apache-2.0
// Runs the examples and counter-examples of lexicons/de/cues.tsv through annotate and extract_statements.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "base/utf8.h"
#include "claims/claims.h"
#include "lang/embedded.h"
#include "lang/test_language.h"
#include "lang/tsv.h"

namespace ql::claims {
namespace {

using lang::german;

/// True if a word of the cue is a form or the first word of the entry.
bool shows_entry(std::string_view cue, std::size_t entry) {
  for (const std::string_view word : lang::split(cue, ' ')) {
    const std::string lower = to_lower_utf8(word);
    const auto is_entry = [&](const lang::CueReading& reading) { return reading.entry == entry; };
    const auto& [classes, forms, patterns] = german().cues.word(lower);
    if (std::any_of(forms.begin(), forms.end(), is_entry) || std::any_of(patterns.begin(), patterns.end(), is_entry)) {
      return true;
    }
  }
  return false;
}

/// The statement of `sentence` that carries the cue, or none.
const Statement* find(const clean::Report& report, const std::vector<Statement>& statements, std::size_t entry) {
  const bool label = german().cues.entries()[entry].cue_class == lang::CueClass::Label;
  for (const Statement& s : statements) {
    for (const TextRange& range : label ? s.content : s.cue) {
      if (shows_entry(slice(report.text, range), entry)) return &s;
    }
  }
  return nullptr;
}

TEST(Cues, ExamplesAreTaken) {
  const lang::TsvTable table(lang::embedded_file("lexicons/de/cues.tsv"), "cues.tsv");
  ASSERT_GE(table.row_count(), 600U);
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const std::string_view example = table.cell(row, table.column("example"));
    const clean::Report report = annotate::test_report({example});
    const auto statements = extract_statements(report, annotate::annotate(report, german()), german());
    const Statement* found = find(report, statements, row);
    ASSERT_NE(german().cues.entries().size(), 0U);
    EXPECT_NE(found, nullptr) << "TAKE " << table.cell(row, 0) << "|" << table.cell(row, 1) << ": " << example;
    if (found == nullptr) continue;
    const auto expected = static_cast<Commitment>(german().cues.entries()[row].stance);
    EXPECT_EQ(found->commitment, expected)
        << "STANCE " << table.cell(row, 0) << "|" << table.cell(row, 1) << ": " << example;
  }
}

TEST(Cues, CounterExamplesAreLeft) {
  const lang::TsvTable table(lang::embedded_file("lexicons/de/cues.tsv"), "cues.tsv");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const std::string_view example = table.cell(row, table.column("counter_example"));
    const clean::Report report = annotate::test_report({example});
    const auto statements = extract_statements(report, annotate::annotate(report, german()), german());
    EXPECT_EQ(find(report, statements, row), nullptr)
        << "LEAVE " << table.cell(row, 0) << "|" << table.cell(row, 1) << ": " << example;
  }
}

TEST(Cues, OtherSensesReportNothing) {
  const lang::TsvTable table(lang::embedded_file("lexicons/de/other_senses.tsv"), "other_senses.tsv");
  const auto count = [](std::string_view text) {
    const clean::Report report = annotate::test_report({text});
    return extract_statements(report, annotate::annotate(report, german()), german()).size();
  };
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const std::string_view example = table.cell(row, table.column("example"));
    const std::string_view counter_example = table.cell(row, table.column("counter_example"));
    EXPECT_EQ(count(example), 0U) << "LEAVE " << table.cell(row, 0) << ": " << example;
    EXPECT_NE(count(counter_example), 0U) << "TAKE " << table.cell(row, 0) << ": " << counter_example;
  }
}

}  // namespace
}  // namespace ql::claims
