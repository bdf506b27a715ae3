// SPDX-License-Identifier: Apache-2.0
// One map per place, keyed by phrase_key(); endings in short lists. Tested by number_words_test.cpp.
#include "lang/number_traps.h"

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
  check_failed("known name in number_traps.tsv", name.data(), 0);
}

constexpr std::pair<std::string_view, TrapKind> kKinds[] = {{"rank", TrapKind::Rank},
                                                            {"identifier", TrapKind::Identifier},
                                                            {"paragraph", TrapKind::Paragraph},
                                                            {"phone", TrapKind::Phone},
                                                            {"house_number", TrapKind::HouseNumber},
                                                            {"clock_time", TrapKind::ClockTime},
                                                            {"age", TrapKind::Age},
                                                            {"month", TrapKind::Month},
                                                            {"year", TrapKind::Year},
                                                            {"duration", TrapKind::Duration},
                                                            {"other", TrapKind::Other}};
constexpr std::pair<std::string_view, TrapPlace> kPlaces[] = {{"label", TrapPlace::Label},
                                                              {"label_suffix", TrapPlace::LabelSuffix},
                                                              {"after", TrapPlace::After},
                                                              {"suffix", TrapPlace::Suffix},
                                                              {"before_years", TrapPlace::BeforeYears},
                                                              {"month", TrapPlace::Month},
                                                              {"year_cue", TrapPlace::YearCue},
                                                              {"before_time", TrapPlace::BeforeTime},
                                                              {"after_time", TrapPlace::AfterTime},
                                                              {"age_bound", TrapPlace::AgeBound},
                                                              {"age_lead", TrapPlace::AgeLead},
                                                              {"age_verb", TrapPlace::AgeVerb},
                                                              {"age_bare", TrapPlace::AgeBare},
                                                              {"idiom", TrapPlace::Idiom},
                                                              {"pronoun", TrapPlace::Pronoun},
                                                              {"ratio", TrapPlace::Ratio},
                                                              {"before_hour", TrapPlace::BeforeHour},
                                                              {"label_whole", TrapPlace::LabelWhole},
                                                              {"label_measure", TrapPlace::LabelMeasure}};

/// The last two bytes as a number; of a single byte that byte.
std::size_t last_bytes(std::string_view word) {
  const auto last = static_cast<unsigned char>(word.back());
  if (word.size() < 2) return last;
  return static_cast<std::size_t>(static_cast<unsigned char>(word[word.size() - 2])) << 8U | last;
}

}  // namespace

NumberTraps::NumberTraps(std::string_view text) {
  const TsvTable table(text, "number_traps.tsv");
  const std::size_t form = table.column("form"), kind = table.column("kind"), place = table.column("place");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const TrapKind trap = named(table.cell(row, kind), kKinds);
    const TrapPlace where = named(table.cell(row, place), kPlaces);
    for (const std::string_view each : split(table.cell(row, form), '|')) {
      const std::string key = phrase_key(each);
      const unsigned bit = 1U << static_cast<unsigned>(where);
      // A form that stands twice at one place would have the kind of whichever row comes first.
      const bool is_new = places_[static_cast<std::size_t>(where)].emplace(key, trap).second;
      if (!is_new) check_failed("one row for each form and place in number_traps.tsv", key.c_str(), 0);
      first_words_[std::string_view(key).substr(0, key.find(' '))] |= bit;
      last_words_[std::string_view(key).substr(key.rfind(' ') + 1)] |= bit;
      if (where == TrapPlace::LabelSuffix) label_endings_.push_back({std::string(each), trap});
      if (where != TrapPlace::Suffix) continue;
      grown_endings_.push_back({std::string(each), trap});
      grown_ends_[last_bytes(each)] = true;
    }
  }
  const auto longer = [](const Ending& a, const Ending& b) { return a.form.size() > b.form.size(); };
  std::stable_sort(label_endings_.begin(), label_endings_.end(), longer);
  std::stable_sort(grown_endings_.begin(), grown_endings_.end(), longer);
}

std::optional<TrapKind> NumberTraps::find(std::string_view phrase, TrapPlace place) const {
  const auto& map = places_[static_cast<std::size_t>(place)];
  const auto found = map.find(phrase);
  return found == map.end() ? std::nullopt : std::optional(found->second);
}

std::optional<TrapKind> NumberTraps::find_label_suffix(std::string_view word) const {
  for (const Ending& ending : label_endings_) {
    if (word.ends_with(ending.form)) return ending.kind;
  }
  return std::nullopt;
}

std::string_view NumberTraps::grown_suffix(std::string_view word) const {
  if (word.size() < 2 || (!grown_ends_[last_bytes(word)] && !grown_ends_[last_bytes(word.substr(word.size() - 1))])) {
    return "";
  }
  const char last = word.back();
  for (const Ending& ending : grown_endings_) {
    if (ending.form.back() == last && word.size() > ending.form.size() && word.ends_with(ending.form)) {
      return ending.form;
    }
  }
  return "";
}

}  // namespace ql::lang
