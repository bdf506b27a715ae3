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
  const std::size_t gender = table.column("gender"), proper = table.column("proper");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const std::string lower = to_lower_utf8(table.cell(row, noun));
    const BodyNoun entry{lower,
                         std::string(table.cell(row, body)),
                         table.cell(row, gender).front(),
                         table.cell(row, speaks) == "1",
                         table.cell(row, proper) == "1",
                         0};
    for (const char* ending : {"", "s", "es"}) nouns_.emplace(lower + ending, entry);
  }
  const TsvTable words(embedded_file("lexicons/" + language_code + "/organisation_words.tsv"),
                       "organisation_words.tsv");
  const std::size_t word = words.column("word"), kind = words.column("kind");
  for (std::size_t row = 0; row < words.row_count(); ++row) {
    name_words_.emplace(std::string(words.cell(row, word)), std::string(words.cell(row, kind)));
  }
}

/// The entry of the longest listed ending of a lower-case word, and where the ending begins; null when none.
const BodyNoun* BodyNouns::find_ending(std::string_view lower, std::size_t& begin) const {
  constexpr std::size_t kShortest = 3;
  for (begin = 0; begin + kShortest <= lower.size(); ++begin) {
    if (begin == 1) continue;
    const auto found = nouns_.find(lower.substr(begin));
    if (found != nouns_.end()) return &found->second;
  }
  return nullptr;
}

std::optional<BodyNoun> BodyNouns::find(std::string_view word) const {
  std::size_t begin = 0;
  const BodyNoun* entry = find_ending(to_lower_utf8(word), begin);
  if (entry == nullptr) return std::nullopt;
  BodyNoun result = *entry;
  result.modifier_bytes = begin;
  return result;
}

std::string_view BodyNouns::kind_of_name_word(std::string_view word) const {
  if (const auto found = name_words_.find(word); found != name_words_.end()) return found->second;
  std::size_t begin = 0;
  const BodyNoun* entry = find_ending(to_lower_utf8(word), begin);
  return entry == nullptr ? std::string_view{} : std::string_view(entry->body);
}

}  // namespace ql::lang
