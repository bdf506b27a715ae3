// SPDX-License-Identifier: Apache-2.0
// One map from the word to the set of its kinds. Tested by number_words_test.cpp.
#include "lang/counted_words.h"

#include "base/check.h"
#include "lang/tsv.h"

namespace ql::lang {
namespace {

CountedWord kind_of(std::string_view name) {
  if (name == "function") return CountedWord::Function;
  if (name == "genitive") return CountedWord::Genitive;
  if (name == "pronoun") return CountedWord::Pronoun;
  if (name == "adverb") return CountedWord::Adverb;
  if (name == "marker") return CountedWord::Marker;
  if (name == "per") return CountedWord::Per;
  if (name == "per_link") return CountedWord::PerLink;
  if (name == "per_unit") return CountedWord::PerUnit;
  if (name == "from") return CountedWord::From;
  if (name == "to") return CountedWord::To;
  if (name == "ratio") return CountedWord::Ratio;
  if (name == "minus") return CountedWord::Minus;
  check_failed("known kind in counted_words.tsv", name.data(), 0);
}

}  // namespace

CountedWords::CountedWords(std::string_view text) {
  const TsvTable table(text, "counted_words.tsv");
  const std::size_t form = table.column("form"), kind = table.column("kind");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const unsigned bit = 1U << static_cast<unsigned>(kind_of(table.cell(row, kind)));
    for (const std::string_view each : split(table.cell(row, form), '|')) kinds_[std::string(each)] |= bit;
  }
}

bool CountedWords::is(std::string_view word, CountedWord kind) const {
  const auto found = kinds_.find(word);
  return found != kinds_.end() && (found->second & 1U << static_cast<unsigned>(kind)) != 0;
}

}  // namespace ql::lang
