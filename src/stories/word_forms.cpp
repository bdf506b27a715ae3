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

void append_folded_word(std::string_view word, std::string& out) {
  const std::size_t most = out.size() + kMostLetters;
  for (std::size_t at = 0; at < word.size() && out.size() < most;) {
    if (const auto byte = static_cast<unsigned char>(word[at]); byte < 0x80) {
      out.push_back(static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte));
      ++at;
      continue;
    }
    const CodePoint point = decode_utf8(word, at);
    at += point.size_bytes;
    lang::append_folded(out, to_lower(point.value));
  }
  if (out.size() > most) out.resize(most);
}

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

void WordForms::announce(std::string_view word) {
  if (all_read()) {
    announced_.clear();
    folded_.clear();
    next_ = 0;
  }
  Announced form;
  form.begin = static_cast<std::uint32_t>(folded_.size());
  append_folded_word(word, folded_);
  WordHash hash;
  for (std::size_t i = form.begin; i < folded_.size(); ++i) hash.add(static_cast<unsigned char>(folded_[i]));
  form.letters = hash.letters();
  form.key = hash.key();
  form.stem = hash.stem();
  form.capitalised = is_upper(decode_utf8(word, 0).value);
  form.digit = is_ascii_digit(word[0]);
  rarities_.fetch(form.stem);
  announced_.push_back(form);
}

/// The ways of a set are taken in turn, over all sets, so that none has to note whose turn it is.
WordForm WordForms::read_next(std::uint64_t spelling) {
  const Announced& form = announced_[next_++];
  if (const WordForm known = find(spelling); known.place != kMissing) return known;  // announced twice
  const std::uint8_t rarity = rarities_.of(form.stem);
  WordParts parts;
  if (may_have_parts(form.letters, rarity) && !form.digit) {
    parts = parts_of(std::string_view(folded_).substr(form.begin, form.letters), rarities_);
  }
  const lang::RelayWords& words = language_.relay_words;
  const WordFacts facts =
      WordFacts(rarity, form.letters)
          .with(form.capitalised, words.is_relayed(form.stem), parts.tail != 0, words.is_cue(form.stem));
  const std::size_t set = set_of(spelling), way = turn_++ % kWays;
  sets_[set].marks[way] = check_of(spelling) | facts.bits();
  sets_[set].hashes[way] = {form.key, form.stem};
  const std::size_t place = set * kWays + way;
  if (facts.compound()) parts_[place] = parts;
  return {form.key, form.stem, facts, place};
}

}  // namespace ql::stories
