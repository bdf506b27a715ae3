// SPDX-License-Identifier: Apache-2.0
// One map from the word to the set of its kinds. Tested by number_words_test.cpp.
#include "lang/counted_words.h"

#include <algorithm>

#include "base/check.h"
#include "lang/tsv.h"

namespace ql::lang {
namespace {

constexpr std::string_view kNames[] = {"function", "genitive", "pronoun",    "adverb",      "marker",   "per",
                                       "per_link", "per_unit", "from",       "to",          "ratio",    "minus",
                                       "between",  "until",    "no_range",   "and",         "or",       "of",
                                       "of_all",   "vague_of", "difference", "part_adverb", "definite", "ordinal_lead"};

unsigned bit_of(std::string_view name) {
  for (unsigned i = 0; i < std::size(kNames); ++i) {
    if (kNames[i] == name) return 1U << i;
  }
  check_failed("known kind in counted_words.tsv", name.data(), 0);
}

}  // namespace

CountedWords::CountedWords(std::string_view text) {
  const TsvTable table(text, "counted_words.tsv");
  const std::size_t form = table.column("form"), kind = table.column("kind");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const std::string_view name = table.cell(row, kind);
    std::vector<std::string>* endings = nullptr;
    if (name == "adjective_ending") endings = &adjective_endings_;
    if (name == "demonym_ending") endings = &demonym_endings_;
    for (const std::string_view each : split(table.cell(row, form), '|')) {
      if (endings != nullptr) {
        endings->emplace_back(each);
      } else {
        kinds_[each] |= bit_of(name);
      }
    }
  }
}

bool CountedWords::ends_as_demonym(std::string_view word) const {
  return std::any_of(demonym_endings_.begin(), demonym_endings_.end(),
                     [word](const std::string& ending) { return word.ends_with(ending); });
}

bool CountedWords::is(std::string_view word, CountedWord kind) const {
  const auto found = kinds_.find(word);
  return found != kinds_.end() && (found->second & 1U << static_cast<unsigned>(kind)) != 0;
}

}  // namespace ql::lang
