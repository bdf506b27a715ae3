// SPDX-License-Identifier: Apache-2.0
// WordList -> fingerprints. A shingle's hash is rolled over eight word hashes; of every window of sixteen to 32
// shingles the smallest hash is kept (the rightmost of equals). Tested by fingerprints_test.cpp.
#include "stories/fingerprints.h"

#include <algorithm>
#include <span>

namespace ql::stories {
namespace {

constexpr std::uint64_t kRoll = 0x9E3779B97F4A7C15U;
/// The window grows with the text by one for so many words.
constexpr std::size_t kWordsPerWindow = 20;
/// Rarity of words that make no fingerprint alone: one of ten thousand words of a text and more. Eight of them in a row
/// ("er sagte, dass es in den letzten Jahren") stand in texts that have nothing to do with one another, and the more
/// reports there are, the more share them.
constexpr std::uint8_t kMostCommon = 80;

constexpr std::uint64_t power(std::uint64_t base, std::uint32_t exponent) {
  std::uint64_t result = 1;
  for (; exponent > 0; --exponent) result *= base;
  return result;
}

/// The upper half of a multiplicative mix: rolling hashes are weak in their low bits.
std::uint32_t mix(std::uint64_t hash) {
  hash ^= hash >> 29U;
  hash *= 0xBF58476D1CE4E5B9U;
  return static_cast<std::uint32_t>(hash >> 32U);
}

/// What a shingle of common words alone has in place of a hash: the greatest, so that it is kept only where a window
/// has nothing else, and then left out.
constexpr std::uint32_t kPhrase = UINT32_MAX;

void shingle_hashes(std::span<const Word> words, std::vector<std::uint32_t>& out) {
  constexpr std::uint64_t kDropAhead = power(kRoll, kShingleWords - 1);  // before the next word is added
  out.resize(words.size() < kShingleWords ? 0 : words.size() - kShingleWords + 1);
  if (out.empty()) return;
  std::uint64_t hash = 0;
  std::size_t after_telling = 0;  // the word behind the last one that is not common
  const auto add = [&](std::size_t i) {
    hash = hash * kRoll + words[i].key;
    after_telling = words[i].facts.rarity() > kMostCommon ? i + 1 : after_telling;
  };
  std::size_t i = 0;
  for (; i + 1 < kShingleWords; ++i) add(i);
  for (std::uint32_t& shingle : out) {
    add(i);
    static_assert(kPhrase == UINT32_MAX);
    shingle = mix(hash) | (after_telling + kShingleWords > ++i ? 0U : kPhrase);
    hash -= words[i - kShingleWords].key * kDropAhead;
  }
}

}  // namespace

void winnow(const WordList& list, std::vector<Fingerprint>& out) {
  thread_local std::vector<std::uint32_t> hashes;
  out.clear();
  shingle_hashes(list.words, hashes);
  if (hashes.empty()) return;
  const std::size_t wanted = std::clamp<std::size_t>(list.words.size() / kWordsPerWindow, kLeastWindow, kMostWindow);
  const std::size_t window = std::min(wanted, hashes.size());
  std::size_t smallest = hashes.size();
  for (std::size_t end = window; end <= hashes.size(); ++end) {
    const std::size_t begin = end - window;
    const std::size_t before = smallest;
    if (smallest == hashes.size() || smallest < begin) {
      smallest = begin;
      for (std::size_t i = begin + 1; i < end; ++i) smallest = hashes[i] <= hashes[smallest] ? i : smallest;
    } else if (hashes[end - 1] <= hashes[smallest]) {
      smallest = end - 1;
    }
    if (smallest != before && hashes[smallest] != kPhrase)
      out.push_back({hashes[smallest], static_cast<std::uint32_t>(smallest)});
  }
}

}  // namespace ql::stories
