// SPDX-License-Identifier: Apache-2.0
// Steps that need no more than the furniture lexicon and the neighbours: phrases, sections, duplicates.
// Tested by clean_test.cpp.
#include "clean/verdicts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/check.h"
#include "base/utf8.h"
#include "clean/credits.h"

namespace ql::clean {
namespace {

using lang::Phrase;

/// Furniture never opens with a quotation mark: somebody is quoted as saying it.
bool starts_with_word(std::string_view text) {
  if (text.empty()) return false;
  const char32_t c = decode_utf8(text, 0).value;
  return c != U'"' && c != U'\u201E' && c != U'\u00BB' && c != U'\u00AB' && c != U'\u201C' && c != U'\u201A';
}

constexpr std::size_t kLongestSectionHead = 16;
constexpr std::size_t kLongestHolder = 25;
constexpr std::size_t kLongestFurniture = 60;

const Phrase* find_any(const lang::PhraseTable& furniture, const lang::PhraseWords& text) {
  for (std::size_t i = 0; i < text.words.size(); ++i) {
    if (const Phrase* phrase = furniture.find(text, i, Phrase::Where::Any)) return phrase;
  }
  return nullptr;
}

constexpr std::size_t kLongestBlock = 700;
constexpr std::size_t kLongestSectionLine = 160;

/// The words of the block, as far as phrases are looked for in it.
void read_words(std::string_view text, lang::PhraseWords& words) {
  words.words.clear();
  if (text.size() <= kLongestBlock) lang::phrase_words(text, kLongestFurniture + 1, words);
}

/// The phrase that makes all of the block furniture, if there is one.
const Phrase* phrase_of_block(const VerdictTable& table, std::size_t i, const lang::PhraseWords& words) {
  const lang::PhraseTable& furniture = table.words.furniture;
  const std::string_view text = table.view(i);
  if (text.size() > kLongestBlock || words.words.size() > kLongestFurniture) return nullptr;
  if (const Phrase* line = furniture.find(words, 0, Phrase::Where::Line)) return line;
  if (!starts_with_word(text)) return nullptr;
  if (const Phrase* start = furniture.find(words, 0, Phrase::Where::Start)) {
    const bool is_headline = table.draft.blocks[i].heading_level > 0 && start->kind == "credit";  // "Bericht: Damm ..."
    return is_headline ? nullptr : start;
  }
  return words.words.size() <= kLongestHolder ? find_any(furniture, words) : nullptr;
}

bool opens_section(const VerdictTable& table, std::size_t i, const lang::PhraseWords& words) {
  const std::string_view text = table.view(i);
  const bool sentence = table.facts[i].ends_sentence && text.find(':') == std::string_view::npos;
  return text.size() <= kLongestSectionLine && words.words.size() <= kLongestSectionHead && starts_with_word(text) &&
         !sentence && table.words.furniture.find(words, 0, Phrase::Where::Section) != nullptr;
}

/// Agencies sign below their notes to the desk: the line says when, and whose text it is.
void read_sign_off(VerdictTable& table, std::size_t i) {
  if (table.facts[i].is_wire_sign_off()) return table.read_wire_sign_off(i);
  if (table.facts[i].is_date_line && !table.published) table.published = table.facts[i].date;
  if (const auto credit = parse_credit(table.view(i), table.words)) table.add_agencies(*credit);
}

std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t position = 0; position < text.size();) {
    const CodePoint point = decode_utf8(text, position);
    if (is_letter(point.value) || is_digit(point.value)) append_utf8(out, to_lower(point.value));
    position += point.size_bytes;
  }
  return out;
}

}  // namespace

FurnitureKind furniture_kind(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, FurnitureKind>, 10> kKinds{{
      {"navigation", FurnitureKind::Navigation},
      {"teaser", FurnitureKind::Teaser},
      {"credit", FurnitureKind::Credit},
      {"prompt", FurnitureKind::Prompt},
      {"caption", FurnitureKind::Caption},
      {"agency_line", FurnitureKind::AgencyLine},
      {"dateline", FurnitureKind::Dateline},
      {"metadata", FurnitureKind::Metadata},
      {"duplicate", FurnitureKind::Duplicate},
      {"other", FurnitureKind::Other},
  }};
  for (const auto& [known, kind] : kKinds) {
    if (known == name) return kind;
  }
  QL_CHECK(false && "unknown kind of furniture");
  return FurnitureKind::Other;
}

void VerdictTable::add_agencies(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    if (std::find(agencies.begin(), agencies.end(), name) == agencies.end()) agencies.push_back(name);
  }
}

void VerdictTable::read_wire_sign_off(std::size_t i) {
  if (!published) published = facts[i].date;
  add_agencies(by_line_agencies(view(i), words));
}

std::size_t VerdictTable::first_text() const {
  std::size_t i = 0;
  while (i < facts.size() && (!open(i) || !facts[i].is_text)) ++i;
  return i;
}

std::size_t VerdictTable::after_last_text() const {
  std::size_t i = facts.size();
  while (i > 0 && (!open(i - 1) || !facts[i - 1].is_text)) --i;
  return i;
}

void mark_phrases(VerdictTable& table) {
  bool seen_text = false;
  bool in_section = false;
  bool in_teasers = false;  // "Das könnte Sie auch interessieren" above a list
  lang::PhraseWords words;
  for (std::size_t i = 0; i < table.facts.size(); ++i) {
    if (!table.open(i)) continue;
    if (!in_section) read_words(table.view(i), words);
    in_section = in_section || (seen_text && opens_section(table, i, words));
    if (in_section) {
      if (!table.hints.is_page) read_sign_off(table, i);
      table.set_furniture(i, FurnitureKind::Other);
      continue;
    }
    const Phrase* phrase = phrase_of_block(table, i, words);
    in_teasers = phrase == nullptr ? in_teasers && table.draft.blocks[i].list_item && !table.facts[i].is_text
                                   : table.draft.blocks[i].heading_level > 0 && phrase->kind == "teaser";
    if (in_teasers && phrase == nullptr) {
      table.set_furniture(i, FurnitureKind::Teaser);
      continue;
    }
    if (phrase == nullptr) {
      seen_text = seen_text || table.facts[i].is_text;
      continue;
    }
    const FurnitureKind kind = furniture_kind(phrase->kind);
    if (kind == FurnitureKind::Metadata && table.facts[i].date && !table.published)
      table.published = table.facts[i].date;
    const auto credit = kind == FurnitureKind::Credit || kind == FurnitureKind::AgencyLine
                            ? parse_credit(table.view(i), table.words)
                            : std::nullopt;
    if (credit && (seen_text || kind == FurnitureKind::AgencyLine)) table.add_agencies(*credit);
    table.set_furniture(i, kind);
  }
}

void mark_duplicates(VerdictTable& table) {
  const std::string title = table.title ? folded(table.view(*table.title)) : std::string();
  std::string before;
  for (std::size_t i = 0; i < table.facts.size(); ++i) {
    constexpr std::size_t kLongest = 400;
    const std::string now = table.view(i).size() <= kLongest && table.open(i) ? folded(table.view(i)) : std::string();
    if (now.empty()) {
      before.clear();
      continue;
    }
    const bool again = now == before && i > 0 && table.facts[i].word_count >= 3;
    constexpr std::size_t kShortestPart = 12;
    const bool repeats = table.draft.blocks[i].heading_level > 0 && table.hints.is_page &&
                         now.size() >= kShortestPart && title.size() >= kShortestPart &&
                         (title.find(now) != std::string::npos || now.find(title) != std::string::npos);
    if ((now == title || repeats) && i != table.title) {
      table.set_furniture(i, FurnitureKind::Duplicate);
    } else if (again) {
      table.set_furniture(i - 1, FurnitureKind::Caption);
      table.set_furniture(i, FurnitureKind::Caption);
    }
    before = now;
  }
}

}  // namespace ql::clean
