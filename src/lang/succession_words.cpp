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
    words.pairs_.push_back({table.cell(row, table.column("before_earlier")),
                            table.cell(row, table.column("before_later")),
                            table.cell(row, table.column("does")) == "corrects"});
  }
  return words;
}

const SuccessionWords::Pair* SuccessionWords::find(std::string_view before_earlier,
                                                   std::string_view before_later) const {
  const auto found = std::find_if(pairs_.begin(), pairs_.end(), [&](const Pair& pair) {
    return pair.before_earlier == before_earlier && (pair.before_later.empty() || pair.before_later == before_later);
  });
  return found == pairs_.end() ? nullptr : &*found;
}

bool SuccessionWords::replaces(std::string_view before_earlier, std::string_view before_later) const {
  return find(before_earlier, before_later) != nullptr;
}

bool SuccessionWords::corrects(std::string_view before_earlier, std::string_view before_later) const {
  const Pair* pair = find(before_earlier, before_later);
  return pair != nullptr && pair->corrects;
}

}  // namespace ql::lang
