// SPDX-License-Identifier: Apache-2.0
// Reads body_nouns.tsv; the longest listed ending of a word wins. Tested by name_lexicon_test.cpp.
#include "lang/body_nouns.h"

#include "base/utf8.h"
#include "lang/embedded.h"
#include "lang/tsv.h"

namespace ql::lang {

BodyNouns::BodyNouns(const std::string& language_code) {
  const TsvTable table(embedded_file("lexicons/" + language_code + "/body_nouns.tsv"), "body_nouns.tsv");
  const std::size_t noun = table.column("noun"), body = table.column("body"), speaks = table.column("speaks");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const std::string lower = to_lower_utf8(table.cell(row, noun));
    const BodyNoun entry{lower, std::string(table.cell(row, body)), table.cell(row, speaks) == "1", 0};
    for (const char* ending : {"", "s", "es"}) nouns_.emplace(lower + ending, entry);
  }
}

std::optional<BodyNoun> BodyNouns::find(std::string_view word) const {
  constexpr std::size_t kShortest = 3;
  const std::string lower = to_lower_utf8(word);
  for (std::size_t begin = 0; begin + kShortest <= lower.size(); ++begin) {
    if (begin == 1) continue;
    const auto found = nouns_.find(std::string_view(lower).substr(begin));
    if (found == nouns_.end()) continue;
    BodyNoun result = found->second;
    result.modifier_bytes = begin;
    return result;
  }
  return std::nullopt;
}

}  // namespace ql::lang
