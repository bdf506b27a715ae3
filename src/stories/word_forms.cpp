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

/// Compounds that are remembered; place 0 is for none.
constexpr std::size_t kMostParts = 1U << 16U;

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

WordForms::WordForms(const lang::Language& language)
    : language_(language), rarities_(language.word_frequency), sets_(std::size_t{1} << kSetBits), parts_(1) {}

void WordForms::make_room() {
  if (parts_.size() < kMostParts) return;
  sets_.assign(sets_.size(), {});
  parts_.resize(1);
}

const WordForm& WordForms::remember(std::uint64_t spelling, std::string_view word) {
  std::array<WordForm, 2>& latest = sets_[set_of(spelling)].latest;
  latest[1] = latest[0];
  latest[0] = read(word);
  latest[0].spelling = spelling;
  return latest[0];
}

/// Letters beyond kMostLetters do not count.
WordForm WordForms::read(std::string_view word) {
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
  form.length = static_cast<std::uint8_t>(hash.letters());
  form.rarity = rarities_.of(form.stem);
  form.capitalised = is_upper(decode_utf8(word, 0).value);
  form.relayed = language_.relay_words.is_relayed(form.stem);
  if (may_have_parts(form.length, form.rarity) && !is_digit(static_cast<unsigned char>(word[0]))) {
    if (const WordParts parts = parts_of(folded_, rarities_); parts.tail != 0) {
      form.parts = static_cast<std::uint32_t>(parts_.size());
      parts_.push_back(parts);
    }
  }
  return form;
}

}  // namespace ql::stories
