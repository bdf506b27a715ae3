// SPDX-License-Identifier: Apache-2.0
// Naive Bayes over common words: each known word adds the logarithm of its frequency in each language, relative to that
// of a word not listed; letters that only some languages use add points too. The best sum wins, German on a tie. A
// word's entry is pairs of bytes: language, weight. Tested by clean/clean_test.cpp.
#include "lang/language_guess.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.h"
#include "lang/embedded.h"
#include "lang/tsv.h"

namespace ql::lang {
namespace {

/// Letters and the languages that they speak for, with weight.
struct LetterEvidence {
  char32_t letter;
  std::string_view language;
  double weight;
};
constexpr std::array<LetterEvidence, 40> kLetters{{
    {0xDF, "de", 1.5},  {0xE4, "de", 0.4},  {0xFC, "de", 0.3},  {0xF6, "de", 0.3},  {0xE4, "sv", 0.3},
    {0xF6, "sv", 0.3},  {0xF6, "tr", 0.15}, {0xFC, "tr", 0.15}, {0xE5, "sv", 0.6},  {0xE5, "da", 0.5},
    {0xE6, "da", 1.0},  {0xF8, "da", 1.0},  {0xF1, "es", 1.0},  {0xBF, "es", 1.5},  {0xA1, "es", 1.5},
    {0xF3, "es", 0.4},  {0xED, "es", 0.4},  {0xE1, "es", 0.4},  {0xFA, "es", 0.3},  {0xF3, "pl", 0.4},
    {0x142, "pl", 1.0}, {0x17C, "pl", 1.0}, {0x119, "pl", 1.0}, {0x105, "pl", 1.0}, {0x15B, "pl", 1.0},
    {0x107, "pl", 1.0}, {0x144, "pl", 1.0}, {0x131, "tr", 1.0}, {0x15F, "tr", 1.0}, {0x11F, "tr", 1.0},
    {0xE7, "tr", 0.3},  {0xE7, "fr", 0.4},  {0xE8, "fr", 0.4},  {0xE9, "fr", 0.3},  {0xEA, "fr", 0.8},
    {0xE0, "fr", 0.3},  {0xE8, "it", 0.4},  {0xF2, "it", 0.8},  {0xE0, "it", 0.4},  {0xEB, "lb", 0.8},
}};

constexpr double kLetterWeight = 12.0;

bool is_cyrillic(char32_t c) { return c >= 0x400 && c <= 0x4FF; }

}  // namespace

LanguageGuess::LanguageGuess(std::string_view path) {
  const TsvTable table(embedded_file(path), path);
  const std::size_t form = table.column("form");
  const std::size_t languages = table.column("languages");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    std::vector<std::uint8_t>& of_word = words_[table.cell(row, form)];
    std::string_view rest = table.cell(row, languages);
    of_word.reserve(2 * static_cast<std::size_t>(1 + std::count(rest.begin(), rest.end(), ' ')));
    while (!rest.empty()) {
      const std::string_view entry = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(rest.size(), entry.size() + 1));
      const std::string_view name = entry.substr(0, entry.find('='));
      std::uint8_t weight = 0;
      const std::string_view digits = entry.substr(std::min(entry.size(), name.size() + 1));
      std::from_chars(digits.data(), digits.data() + digits.size(), weight);
      auto known = std::find(languages_.begin(), languages_.end(), name);
      if (known == languages_.end()) known = languages_.insert(languages_.end(), std::string(name));
      of_word.push_back(static_cast<std::uint8_t>(known - languages_.begin()));
      of_word.push_back(weight);
    }
  }
}

std::string LanguageGuess::guess(std::string_view text) const {
  constexpr std::size_t kMostBytes = 1000;
  text = text.substr(0, kMostBytes);
  std::vector<double> points(languages_.size(), 0.0);
  std::size_t words = 0;
  std::size_t cyrillic = 0;
  std::string word;
  const auto end_word = [&] {
    if (word.empty()) return;
    ++words;
    const auto found = words_.find(word);
    if (found != words_.end()) {
      const std::vector<std::uint8_t>& entry = found->second;
      for (std::size_t i = 0; i + 1 < entry.size(); i += 2) points[entry[i]] += static_cast<double>(entry[i + 1]);
    }
    word.clear();
  };
  for (std::size_t position = 0; position < text.size();) {
    const CodePoint point = decode_utf8(text, position);
    position += point.size_bytes;
    const char32_t lower = to_lower(point.value);
    cyrillic += is_cyrillic(lower) ? 1 : 0;
    if (lower >= 0x80) {
      for (const LetterEvidence& evidence : kLetters) {
        if (evidence.letter != lower) continue;
        const auto known = std::find(languages_.begin(), languages_.end(), evidence.language);
        if (known != languages_.end())
          points[static_cast<std::size_t>(known - languages_.begin())] += kLetterWeight * evidence.weight;
      }
    }
    if (is_letter(point.value)) {
      append_utf8(word, lower);
    } else {
      end_word();
    }
  }
  end_word();
  if (cyrillic * 4 > text.size()) return "ru";
  const auto german = std::find(languages_.begin(), languages_.end(), "de");
  if (german == languages_.end()) return {};
  std::size_t best = static_cast<std::size_t>(german - languages_.begin());
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (points[i] > points[best]) best = i;
  }
  constexpr std::size_t kFewWords = 4;
  if (points[best] <= 0.0 && words > kFewWords) return {};
  return languages_[best];
}

}  // namespace ql::lang
