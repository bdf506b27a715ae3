// SPDX-License-Identifier: Apache-2.0
// Open addressing by a hash of the bytes; entries never move, so that sentences can point to them. Nine of ten tokens
// of a news corpus find their form here, which spares them the automaton, the hashing of their endings and the tagger's
// look-ups for the form itself. Tested by word_cache_test.cpp.
#include "annotate/word_cache.h"

#include "annotate/tag_features.h"
#include "base/hash.h"
#include "base/utf8.h"

namespace ql::annotate {
namespace {

constexpr std::size_t kMostForms = 65'536;
constexpr std::size_t kFirstSlots = 4096;

std::uint64_t key_of(std::string_view raw, bool capitalised, bool first) {
  return lang::feature_key(hash64(raw), (capitalised ? 2U : 0U) + (first ? 1U : 0U));
}

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

void WordCache::look_up(std::string_view text, std::span<const Token> tokens, std::vector<const WordInfo*>& words) {
  if (entries_.size() > kMostForms) clear();
  words.clear();
  bool first = true;
  for (const Token& token : tokens) {
    const WordInfo& info = find(slice(text, token.text), token.capitalised, first);
    words.push_back(&info);
    first = (first && !is_word(info)) || opens_speech(info);
  }
}

const WordInfo& WordCache::find(std::string_view raw, bool capitalised, bool first) {
  const std::uint64_t hash = key_of(raw, capitalised, first);
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const std::uint32_t index = slots_[slot] - 1;
    if (hashes_[index] != hash) continue;
    const Entry& entry = entries_[index];
    if (entry.raw == raw && entry.capitalised == capitalised && entry.first == first) return entry.info;
  }
  entries_.push_back({std::string(raw), capitalised, first, read_word_info(raw, capitalised, first, language_)});
  hashes_.push_back(hash);
  slots_[slot] = static_cast<std::uint32_t>(entries_.size());
  WordInfo& info = entries_.back().info;
  score_form(info, language_.tagger);
  if (entries_.size() * 2 > slots_.size()) grow();
  return info;
}

void WordCache::grow() {
  slots_.assign(slots_.size() * 2, 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t index = 0; index < hashes_.size(); ++index) {
    std::size_t slot = hashes_[index] & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = index + 1;
  }
}

void WordCache::clear() {
  entries_.clear();
  hashes_.clear();
  slots_.assign(kFirstSlots, 0);
}

}  // namespace ql::annotate
