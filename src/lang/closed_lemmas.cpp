// SPDX-License-Identifier: Apache-2.0
// One small lexicon -> two hash tables. Tested by closed_lemmas_test.cpp.
#include "lang/closed_lemmas.h"

#include "lang/embedded.h"
#include "lang/tsv.h"

namespace ql::lang {

ClosedLemmas ClosedLemmas::load(const std::string& code) {
  ClosedLemmas lemmas;
  const std::string path = "lexicons/" + code + "/closed_lemmas.tsv";
  const TsvTable table(embedded_file(path), path);
  const std::size_t kind = table.column("class"), form = table.column("form"), lemma = table.column("lemma");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    Table& target = table.cell(row, kind) == "pronoun" ? lemmas.pronouns_ : lemmas.others_;
    target.emplace(table.cell(row, form), table.cell(row, lemma));
  }
  return lemmas;
}

}  // namespace ql::lang
