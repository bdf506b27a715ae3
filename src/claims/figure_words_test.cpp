// SPDX-License-Identifier: Apache-2.0
// Runs the examples and counter-examples of lexicons/de/figure_roles.tsv: what the figures of a sentence read as.
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "claims/claims.h"
#include "lang/embedded.h"
#include "lang/test_language.h"
#include "lang/tsv.h"

namespace ql::claims {
namespace {

std::string short_number(double number) {
  std::string text = std::to_string(number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

/// "40 Gäste level; 12 Kinder part": value, what is counted, role, then "@" and a stated as-of time, "by" and the
/// speaker.
std::string reads(std::string_view sentence) {
  constexpr std::string_view kRoles[] = {"level", "increment", "part", "total", "change", "cap"};
  const clean::Report report = annotate::test_report({sentence});
  annotate::Annotations notes = annotate::annotate(report, lang::german());
  std::string result;
  for (const Figure& figure : extract_claims(report, notes, lang::german()).figures) {
    if (!result.empty()) result += "; ";
    const annotate::Quantity& quantity = notes.quantities[figure.quantity.index()];
    result += quantity.value ? short_number(*quantity.value) : "vague";
    result.append(" ").append(figure.counted.empty() ? "?" : figure.counted);
    result.append(" ").append(kRoles[static_cast<std::size_t>(figure.role)]);
    if (figure.as_of && figure.as_of->basis != Basis::Inferred) result.append(" @").append(figure.as_of->value);
    if (figure.speaker.valid()) result.append(" by ").append(notes.entities[figure.speaker.index()].name);
  }
  return result;
}

TEST(FigureWords, RowsOfTheTableReadTheirExamples) {
  const std::string path = "lexicons/de/figure_roles.tsv";
  const lang::TsvTable table(lang::embedded_file(path), path);
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    constexpr std::pair<std::string_view, std::string_view> kColumns[] = {{"example", "reads"},
                                                                          {"counter_example", "counter_reads"}};
    for (const auto& [sentence, expected] : kColumns) {
      const std::string_view text = table.cell(row, table.column(sentence));
      if (!text.empty()) {
        EXPECT_EQ(reads(text), table.cell(row, table.column(expected))) << text;
      }
    }
  }
}

}  // namespace
}  // namespace ql::claims
