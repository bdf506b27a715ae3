// SPDX-License-Identifier: Apache-2.0
// One map from the word to the set of its kinds. Tested by number_words_test.cpp.
#include "lang/figure_roles.h"

#include "base/check.h"
#include "lang/tsv.h"

namespace ql::lang {
namespace {

constexpr std::string_view kNames[] = {
    "increment",        "part",        "total",         "change",        "change_verb", "cap",
    "number_noun",      "amount_link", "now",           "open_time",     "person",      "toll",
    "toll_noun",        "force",       "press_release", "comparison",    "than",        "part_pronoun",
    "part_preposition", "reach_link",  "level_verb",    "counting_verb", "former",      "measure_noun",
    "change_by",        "change_of",   "how",           "many",          "until_hour",  "each",
    "dimension",        "purpose",     "scale_noun",    "direction",     "given_with"};

std::uint64_t bit_of(std::string_view name) {
  for (unsigned i = 0; i < std::size(kNames); ++i) {
    if (kNames[i] == name) return std::uint64_t{1} << i;
  }
  check_failed("known kind in figure_roles.tsv", name.data(), 0);
}

}  // namespace

FigureRoles::FigureRoles(std::string_view text) {
  const TsvTable table(text, "figure_roles.tsv");
  const std::size_t form = table.column("form"), kind = table.column("kind");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const std::uint64_t bit = bit_of(table.cell(row, kind));
    for (const std::string_view each : split(table.cell(row, form), '|')) kinds_[std::string(each)] |= bit;
  }
}

}  // namespace ql::lang
