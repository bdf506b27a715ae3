// SPDX-License-Identifier: Apache-2.0
// Phrases are short, so a look-up by first word and a comparison of the rest is enough: one hash look-up for each
// place that is asked about. Tested by clean/clean_test.cpp.
#include "lang/phrase_table.h"

#include <algorithm>

#include "base/check.h"
#include "base/utf8.h"
#include "lang/embedded.h"
#include "lang/tsv.h"

namespace ql::lang {
namespace {

bool is_digits(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Phrase::Where where_of(std::string_view name) {
  if (name == "line") return Phrase::Where::Line;
  if (name == "start") return Phrase::Where::Start;
  if (name == "sentence") return Phrase::Where::Sentence;
  if (name == "any") return Phrase::Where::Any;
  QL_CHECK(name == "section");
  return Phrase::Where::Section;
}

bool is_sign(char32_t c) { return c == U':' || c == U'|' || c == U'?' || c == U'\u00A9' || c == U'+' || c == U'@'; }

bool is_word_part(std::string_view text, std::size_t position, char32_t c) {
  if (is_letter(c) || is_digit(c) || c == U'&') return true;
  const bool joins = c == U'-' || c == U'\u2019' || c == U'\'';
  if (!joins || position + 1 >= text.size() || position == 0) return false;
  const auto next = static_cast<unsigned char>(text[position + 1]);
  return next >= 0x80 || is_letter(next);
}

bool matches(const Phrase& phrase, const PhraseWords& text, std::size_t position) {
  if (position + phrase.words.size() > text.words.size()) return false;
  for (std::size_t i = 0; i < phrase.words.size(); ++i) {
    const std::string_view word = text.at(position + i);
    const std::string& wanted = phrase.words[i];
    if (wanted == "*" || (wanted == "<n>" && is_digits(word))) continue;
    if (wanted != word) return false;
  }
  return true;
}

}  // namespace

void phrase_words(std::string_view text, std::size_t max_words, PhraseWords& result) {
  result.lower.clear();
  result.words.clear();
  bool in_word = false;
  for (std::size_t position = 0; position < text.size() && result.words.size() <= max_words;) {
    const auto byte = static_cast<unsigned char>(text[position]);
    if (byte == ' ') {
      in_word = false;
      ++position;
      continue;
    }
    const CodePoint point = decode_utf8(text, position);
    const bool part = is_word_part(text, position, point.value);
    if (part || is_sign(point.value)) {
      const auto at = static_cast<std::uint32_t>(result.lower.size());
      const bool plus = point.value == U'+' && position > 0 && text[position - 1] == '+';
      if ((!in_word || !part) && !plus) result.words.push_back({at, at, static_cast<std::uint32_t>(position)});
      if (byte < 0x80) {
        result.lower.push_back(static_cast<char>(to_lower(byte)));
      } else {
        append_utf8(result.lower, to_lower(point.value));
      }
      result.words.back().end = static_cast<std::uint32_t>(result.lower.size());
    }
    in_word = part;
    position += point.size_bytes;
  }
  if (result.words.size() > max_words) result.words.pop_back();
}

PhraseWords phrase_words(std::string_view text, std::size_t max_words) {
  PhraseWords result;
  phrase_words(text, max_words, result);
  return result;
}

void PhraseTable::add_file(std::string_view path) {
  const TsvTable table(embedded_file(path), path);
  const std::size_t phrase_column = table.column("phrase");
  const std::size_t kind = table.column("kind");
  const std::size_t where = table.column("where");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    Phrase phrase;
    phrase.where = where_of(table.cell(row, where));
    phrase.kind = table.cell(row, kind);
    for (const std::string_view word : split(table.cell(row, phrase_column), ' ')) {
      phrase.words.emplace_back(word);
    }
    QL_CHECK(!phrase.words.empty());
    by_first_word_[phrase.words.front()].push_back(static_cast<std::uint32_t>(phrases_.size()));
    phrases_.push_back(std::move(phrase));
  }
}

const Phrase* PhraseTable::find(const PhraseWords& text, std::size_t position, Phrase::Where where) const {
  if (position >= text.words.size()) return nullptr;
  const Phrase* best = nullptr;
  const auto try_key = [&](std::string_view key) {
    const auto found = by_first_word_.find(key);
    if (found == by_first_word_.end()) return;
    for (const std::uint32_t index : found->second) {
      const Phrase& phrase = phrases_[index];
      const bool whole = phrase.where != Phrase::Where::Line || phrase.words.size() == text.words.size();
      const bool longer = best == nullptr || phrase.words.size() > best->words.size();
      if (phrase.where == where && whole && longer && matches(phrase, text, position)) best = &phrase;
    }
  };
  const std::string_view first = text.at(position);
  try_key(first);
  if (is_digits(first)) try_key("<n>");
  return best;
}

}  // namespace ql::lang
