// SPDX-License-Identifier: Apache-2.0
// Tested by succession_words_test.cpp.
#include "lang/succession_words.h"

#include <algorithm>

#include "lang/embedded.h"
#include "lang/tsv.h"

namespace ql::lang {

SuccessionWords SuccessionWords::load(const std::string& code) {
  const std::string path = "lexicons/" + code + "/successions.tsv";
  const TsvTable table(embedded_file(path), path);
  SuccessionWords words;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    words.pairs_.emplace_back(table.cell(row, table.column("before_earlier")),
                              table.cell(row, table.column("before_later")));
  }
  return words;
}

bool SuccessionWords::replaces(std::string_view before_earlier, std::string_view before_later) const {
  return std::any_of(pairs_.begin(), pairs_.end(), [&](const auto& pair) {
    return pair.first == before_earlier && (pair.second.empty() || pair.second == before_later);
  });
}

}  // namespace ql::lang
