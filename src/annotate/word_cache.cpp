// SPDX-License-Identifier: Apache-2.0
// Open addressing by a hash of the bytes; entries never move, so that reports can point to them. Nine of ten tokens of
// a news corpus find their form here, which spares them the automaton, the hashing of their endings and the tagger's
// look-ups for the form itself. Two generations: when the young one is full it becomes the old one, and what is asked
// for again moves over, so that frequent forms stay. Tested by word_cache_test.cpp.
#include "annotate/word_cache.h"

#include <algorithm>
#include <utility>

#include "annotate/tag_features.h"
#include "base/hash.h"
#include "base/utf8.h"

namespace ql::annotate {
namespace {

/// Of one generation. An entry takes some 800 bytes.
constexpr std::size_t kMostForms = 24'576;
constexpr std::size_t kFirstSlots = 4096;

std::uint64_t key_of(std::string_view raw, bool capitalised, bool first) {
  return (hash64(raw) & ~std::uint64_t{3}) + (capitalised ? 2U : 0U) + (first ? 1U : 0U);
}

std::uint32_t check_of(std::uint64_t key) { return static_cast<std::uint32_t>(key >> 32); }

/// A word; marks, brackets and bullets at the start of a sentence leave it at its start.
bool is_word(const WordInfo& info) {
  const char32_t c = decode_utf8(info.form, 0).value;
  return is_letter(c) || is_digit(c);
}

/// What stands behind begins a sentence of its own.
bool opens_speech(const WordInfo& info) {
  return info.form == ":" || info.form == "\u201E" || info.form == "\u00BB" || info.form == "\u00AB" ||
         info.form == "\"" || info.form == "``";
}

}  // namespace

void WordCache::start_report() {
  if (young_.size() <= kMostForms) return;
  old_ = std::move(young_);
  young_ = Table();
}

void WordCache::look_up(std::string_view text, std::span<const Token> tokens, std::vector<const WordInfo*>& words) {
  words.clear();
  keys_.clear();
  for (const Token& token : tokens) {
    keys_.push_back(key_of(slice(text, token.text), token.capitalised, false));
    young_.prefetch(keys_.back());
  }
  bool first = true;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::uint64_t key = keys_[i] + (first ? 1U : 0U);
    const WordInfo& info = find(key, slice(text, tokens[i].text), tokens[i].capitalised, first);
    words.push_back(&info);
    first = (first && !is_word(info)) || opens_speech(info);
  }
}

const WordInfo& WordCache::find(std::string_view raw, bool capitalised) {
  return find(key_of(raw, capitalised, false), raw, capitalised, false);
}

const WordInfo& WordCache::find(std::uint64_t key, std::string_view raw, bool capitalised, bool first) {
  if (const Entry* entry = young_.find(key, raw)) return entry->info;
  if (Entry* entry = old_.find(key, raw)) {
    Entry moved{key, std::move(entry->info)};
    entry->info.form.clear();  // not found again
    return young_.add(std::move(moved)).info;
  }
  Entry& entry = young_.add({key, read_word_info(raw, capitalised, first, language_)});
  score_form(entry.info, language_.tagger);
  return entry.info;
}

WordCache::Entry* WordCache::Table::find(std::uint64_t key, std::string_view raw) {
  if (slots_.empty()) return nullptr;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = key & mask; slots_[slot].entry != 0; slot = (slot + 1) & mask) {
    if (slots_[slot].check != check_of(key)) continue;
    Entry& entry = at(slots_[slot].entry - 1);
    if (entry.key == key && entry.info.raw() == raw) return &entry;
  }
  return nullptr;
}

WordCache::Entry& WordCache::Table::add(Entry&& entry) {
  if (2 * (size_ + 1) > slots_.size()) grow();
  if (size_ == blocks_.size() * kBlock) blocks_.push_back(std::make_unique<Entry[]>(kBlock));
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = entry.key & mask;
  while (slots_[slot].entry != 0) slot = (slot + 1) & mask;
  slots_[slot] = {check_of(entry.key), static_cast<std::uint32_t>(++size_)};
  return at(size_ - 1) = std::move(entry);
}

void WordCache::Table::grow() {
  slots_.assign(std::max(kFirstSlots, slots_.size() * 2), Slot{});
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t index = 0; index < size_; ++index) {
    std::size_t slot = at(index).key & mask;
    while (slots_[slot].entry != 0) slot = (slot + 1) & mask;
    slots_[slot] = {check_of(at(index).key), static_cast<std::uint32_t>(index + 1)};
  }
}

}  // namespace ql::annotate
