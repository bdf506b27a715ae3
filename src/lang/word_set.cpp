// SPDX-License-Identifier: Apache-2.0
// One column of an embedded TSV file -> hash set. Tested by token_rules_test.cpp.
#include "lang/word_set.h"

#include "lang/embedded.h"
#include "lang/tsv.h"

namespace ql::lang {

WordLabels load_word_set(std::string_view path) {
  WordLabels words;
  const TsvTable table(embedded_file(path), path);
  const std::size_t form = table.column("form");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    words.add(table.cell(row, form), 1);
  }
  return words;
}

}  // namespace ql::lang
