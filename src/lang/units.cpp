// SPDX-License-Identifier: Apache-2.0
// Three maps keyed by phrase_key(): words in lower case, symbols as written (5 m is not 5 M), and currencies
// that need an adjective, keyed "stem noun". Tested by number_words_test.cpp.
#include "lang/units.h"

#include <algorithm>
#include <charconv>

#include "lang/tsv.h"

namespace ql::lang {
namespace {

double number_of(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

UnitKind kind_of(std::string_view name) {
  if (name == "share") return UnitKind::Share;
  if (name == "points") return UnitKind::Points;
  if (name == "time") return UnitKind::Time;
  if (name == "times") return UnitKind::Times;
  return UnitKind::Measure;
}

}  // namespace

Units::Units(std::string_view units_text, std::string_view currencies_text) {
  add_measures(units_text);
  add_currencies(currencies_text);
}

void Units::note(std::string_view key, PhraseMap<char>& starts) {
  starts.emplace(key.substr(0, key.find(' ')), 0);
  longest_ = std::max(longest_, static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')) + 1);
}

void Units::add_measures(std::string_view text) {
  const TsvTable table(text, "units.tsv");
  const std::size_t form = table.column("form"), match = table.column("match"), code = table.column("code"),
                    kind = table.column("kind"), si_unit = table.column("si_unit"), factor = table.column("si_factor"),
                    offset = table.column("si_offset"), sub = table.column("sub"), large = table.column("large");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    Unit unit{std::string(table.cell(row, code)),    kind_of(table.cell(row, kind)),
              std::string(table.cell(row, si_unit)), number_of(table.cell(row, factor)),
              number_of(table.cell(row, offset)),    number_of(table.cell(row, sub)),
              std::string(table.cell(row, large))};
    const bool symbol = table.cell(row, match) == "symbol";
    for (const std::string_view each : split(table.cell(row, form), '|')) {
      const std::string key = phrase_key(each, symbol);
      note(key, symbol ? symbol_starts_ : word_starts_);
      (symbol ? symbols_ : words_).emplace(key, unit);
    }
  }
}

void Units::add_currencies(std::string_view text) {
  const TsvTable table(text, "currencies.tsv");
  const std::size_t noun = table.column("noun"), adjective = table.column("adjective"), code = table.column("code"),
                    sub = table.column("sub");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const Unit unit{std::string(table.cell(row, code)), UnitKind::Money, "", 0, 0, number_of(table.cell(row, sub)), ""};
    for (const std::string_view each : split(table.cell(row, noun), '|')) {
      if (table.cell(row, adjective).empty()) {
        const std::string key = phrase_key(each);
        note(key, word_starts_);
        words_.emplace(key, unit);
        continue;
      }
      for (const std::string_view stem : split(table.cell(row, adjective), '|')) {
        currency_nouns_.emplace(each, 0);
        currencies_by_adjective_.emplace(std::string(stem) + ' ' + std::string(each), unit);
      }
    }
  }
}

const Unit* Units::find(std::string_view lower, std::string_view exact) const {
  if (const auto symbol = symbols_.find(exact); symbol != symbols_.end()) return &symbol->second;
  const auto word = words_.find(lower);
  return word == words_.end() ? nullptr : &word->second;
}

const Unit* Units::find_currency(std::string_view adjective, std::string_view noun,
                                 const std::vector<std::string>& endings) const {
  if (!currency_nouns_.contains(noun)) return nullptr;
  for (const std::string& ending : endings) {
    if (!adjective.ends_with(ending)) continue;
    std::string key(adjective.substr(0, adjective.size() - ending.size()));
    key.append(" ").append(noun);
    const auto found = currencies_by_adjective_.find(key);
    if (found != currencies_by_adjective_.end()) return &found->second;
  }
  return nullptr;
}

}  // namespace ql::lang
