// SPDX-License-Identifier: Apache-2.0
// A form is found by a hash of its bytes as they stand, taken in a few steps; only one that is not remembered is read
// letter by letter. Tested by words_test.cpp.
#include "stories/word_forms.h"

#include "base/utf8.h"

namespace ql::stories {
namespace {

constexpr std::uint64_t inverse(std::uint64_t odd) {
  std::uint64_t result = odd;  // right in three bits; each step doubles them
  for (int step = 0; step < 6; ++step) result *= 2 - odd * result;
  return result;
}

std::size_t length_of_ending(std::uint32_t letters, std::uint32_t ending) {
  constexpr std::uint32_t kLettersOfGenitive = 3, kLeastLetters = 7;
  constexpr std::uint32_t kErs = 'e' << 16U | 'r' << 8U | 's', kEns = 'e' << 16U | 'n' << 8U | 's';
  const std::uint32_t last = ending & 0xFFFFFFU;
  if (letters >= kLeastLetters && (last == kErs || last == kEns)) return kLettersOfGenitive;
  return lang::ending_length(letters, ending);
}

}  // namespace

/// FNV is undone letter by letter.
std::uint32_t WordHash::stem() const {
  constexpr std::uint64_t kUndo = inverse(lang::kWordHashPrime);
  static_assert(kUndo * lang::kWordHashPrime == 1);
  std::uint64_t result = hash_;
  std::uint32_t ending = ending_;
  for (std::size_t i = length_of_ending(letters_, ending_); i > 0; --i, ending >>= 8U) {
    result = result * kUndo ^ (ending & 0xFFU);
  }
  return static_cast<std::uint32_t>(result >> 32U);
}

WordForms::WordForms(const lang::Language& language, const Rarities& rarities)
    : language_(language), rarities_(rarities), sets_(std::size_t{1} << kSetBits), parts_(kWays << kSetBits) {}

WordForm WordForms::remember(std::uint64_t spelling, std::string_view word) {
  Set& set = sets_[set_of(spelling)];
  const std::size_t place = set_of(spelling) * kWays;
  for (std::size_t way = kWays - 1; way > 0; --way) {
    set.marks[way] = set.marks[way - 1];
    set.keys[way] = set.keys[way - 1];
    set.stems[way] = set.stems[way - 1];
    parts_[place + way] = parts_[place + way - 1];
  }
  WordForm form = read(word, parts_[place]);
  form.place = place;
  set.marks[0] = check_of(spelling) | form.facts.bits();
  set.keys[0] = form.key;
  set.stems[0] = form.stem;
  return form;
}

/// Letters beyond kMostLetters do not count.
WordForm WordForms::read(std::string_view word, WordParts& parts) {
  folded_.clear();
  for (std::size_t at = 0; at < word.size() && folded_.size() < kMostLetters;) {
    if (const auto byte = static_cast<unsigned char>(word[at]); byte < 0x80) {
      folded_.push_back(static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte));
      ++at;
      continue;
    }
    const CodePoint point = decode_utf8(word, at);
    at += point.size_bytes;
    lang::append_folded(folded_, to_lower(point.value));
  }
  if (folded_.size() > kMostLetters) folded_.resize(kMostLetters);
  WordHash hash;
  for (const char letter : folded_) hash.add(static_cast<unsigned char>(letter));
  WordForm form;
  form.key = hash.key();
  form.stem = hash.stem();
  const std::uint8_t rarity = rarities_.of(form.stem);
  if (may_have_parts(hash.letters(), rarity) && !is_ascii_digit(word[0])) {
    parts = parts_of(folded_, rarities_);
  } else {
    parts = {};
  }
  const bool capitalised = is_upper(decode_utf8(word, 0).value);
  const bool relayed = language_.relay_words.is_relayed(form.stem);
  form.facts = WordFacts(rarity, hash.letters(), capitalised, relayed, parts.tail != 0);
  return form;
}

}  // namespace ql::stories
