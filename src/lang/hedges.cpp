// SPDX-License-Identifier: Apache-2.0
// One map per place, keyed by phrase_key(). Tested by number_words_test.cpp.
#include "lang/hedges.h"

#include <algorithm>

#include "base/check.h"
#include "lang/tsv.h"

namespace ql::lang {
namespace {

template <class Enum, std::size_t Size>
Enum named(std::string_view name, const std::pair<std::string_view, Enum> (&names)[Size]) {
  for (const auto& [known, value] : names) {
    if (known == name) return value;
  }
  check_failed("known name in hedges.tsv", name.data(), 0);
}

constexpr std::pair<std::string_view, HedgeKind> kKinds[] = {
    {"none", HedgeKind::None},         {"exact", HedgeKind::Exact},    {"about", HedgeKind::About},
    {"at_least", HedgeKind::AtLeast},  {"at_most", HedgeKind::AtMost}, {"more_than", HedgeKind::MoreThan},
    {"less_than", HedgeKind::LessThan}};
constexpr std::pair<std::string_view, HedgePlace> kPlaces[] = {
    {"before", HedgePlace::Before}, {"after", HedgePlace::After}, {"between", HedgePlace::Between}};

}  // namespace

Hedges::Hedges(std::string_view text) {
  const TsvTable table(text, "hedges.tsv");
  const std::size_t form = table.column("form"), hedge = table.column("hedge"), place = table.column("place"),
                    needs = table.column("needs");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const HedgeEntry entry{named(table.cell(row, hedge), kKinds), named(table.cell(row, place), kPlaces),
                           table.cell(row, needs) == "measure", table.cell(row, needs) == "numeral"};
    const std::string key = phrase_key(table.cell(row, form));
    longest_ = std::max(longest_, static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')) + 1);
    const std::string_view view = key;
    if (entry.place == HedgePlace::Before) last_words_.emplace(view.substr(view.rfind(' ') + 1), 0);
    if (entry.place == HedgePlace::After) first_words_.emplace(view.substr(0, view.find(' ')), 0);
    places_[static_cast<std::size_t>(entry.place)].emplace(key, entry);
  }
}

const HedgeEntry* Hedges::find(std::string_view phrase, HedgePlace place) const {
  const auto& map = places_[static_cast<std::size_t>(place)];
  const auto found = map.find(phrase);
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace ql::lang
