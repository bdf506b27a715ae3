// SPDX-License-Identifier: Apache-2.0
// Two rows of words -> Overlap. The reference's word 4-grams go into a hash table with chains; the other list is walked
// once, and where a 4-gram is known (a bit refuses most others) the longest run from there is taken and skipped. Short
// runs count only in company: two reports on one event share "sagte ein Sprecher der Polizei" without having copied
// anything. Linear but for repeated 4-grams, of which kMostTries are tried. Tested by passages_test.cpp.
#include "stories/passages.h"

#include <algorithm>
#include <array>
#include <bit>

#include "stories/fingerprints.h"

namespace ql::stories {
namespace {

constexpr std::uint32_t kSeedWords = 4;
constexpr std::uint32_t kLeastPiece = 3;
/// Runs of this distance or less in both reports support one another.
constexpr std::uint32_t kCompanyGap = 6;
constexpr int kMostTries = 8;
/// One of sixteen bits or fewer is set.
constexpr std::size_t kWordsPerKnown = 4;

/// The products do not wait for one another.
std::uint64_t seed_hash(std::span<const std::uint32_t> words, std::uint32_t at) {
  constexpr std::array<std::uint64_t, kSeedWords> kFactors{0x9E3779B97F4A7C15U, 0xBF58476D1CE4E5B9U,
                                                           0x94D049BB133111EBU, 0xD6E8FEB86659FD93U};
  std::uint64_t hash = 0;
  for (std::uint32_t i = 0; i < kSeedWords; ++i) hash += words[at + i] * kFactors[i];
  return hash ^ (hash >> 32U);
}

std::uint32_t distance(std::uint32_t end, std::uint32_t begin) { return begin >= end ? begin - end : UINT32_MAX; }

bool follows_closely(const Run& first, const Run& second) {
  return distance(first.a + first.length, second.a) <= kCompanyGap &&
         distance(first.b + first.length, second.b) <= kCompanyGap;
}

/// The first word behind the block of a word.
std::uint32_t block_end(const ComparedWords& list, std::uint32_t word) {
  const auto next = std::upper_bound(list.block_starts.begin(), list.block_starts.end(), word);
  return next != list.block_starts.end() ? *next : static_cast<std::uint32_t>(list.size());
}

/// Keeps long runs and the short ones that belong to them: a chain of close runs stands if it has enough words.
void drop_lonely_runs(std::vector<Run>& runs) {
  std::size_t kept = 0;
  for (std::size_t begin = 0, end = 0; begin < runs.size(); begin = end) {
    std::uint32_t words = runs[begin].length;
    for (end = begin + 1; end < runs.size() && follows_closely(runs[end - 1], runs[end]); ++end) {
      words += runs[end].length;
    }
    if (words < kShingleWords) continue;
    for (std::size_t i = begin; i < end; ++i) runs[kept++] = runs[i];
  }
  runs.resize(kept);
}

}  // namespace

void measure(Overlap& out, std::size_t words_a, std::size_t words_b) {
  std::uint32_t shingles = 0;
  for (const Run& run : out.runs) {
    out.shared_words += run.length;
    out.longest = std::max(out.longest, run.length);
    if (run.length >= kShingleWords) shingles += run.length - kShingleWords + 1;
  }
  const std::size_t smaller = std::min(words_a, words_b);
  if (smaller >= kShingleWords) {
    out.containment = std::min(1.0, static_cast<double>(shingles) / static_cast<double>(smaller - kShingleWords + 1));
  }
}

void PassageFinder::insert(std::uint64_t gram, std::uint32_t position) {
  known_[gram >> 38U & (known_.size() - 1)] |= std::uint64_t{1} << (gram >> 32U & 63U);
  std::uint32_t& slot = slots_[gram & (slots_.size() - 1)];
  next_[position] = slot;
  slot = position + 1;
}

void PassageFinder::set_reference(const ComparedWords& a) {
  a_ = &a;
  const std::size_t count = a.size();
  slots_.assign(std::bit_ceil(std::max<std::size_t>(16, count * 2)), 0);
  next_.assign(count, 0);
  known_.assign(std::bit_ceil(count / kWordsPerKnown + 1), 0);
  if (count < kSeedWords) return;
  // From the end, so that a chain begins with the first occurrence.
  for (auto i = static_cast<std::uint32_t>(count - kSeedWords + 1); i-- > 0;) insert(seed_hash(a.keys, i), i);
}

bool PassageFinder::is_boilerplate(const Run& run) const {
  if (marked_ == nullptr || run.length < kShingleWords) return false;
  const auto first = std::lower_bound(marked_->begin(), marked_->end(), run.a,
                                      [](const MarkedShingle& x, std::uint32_t word) { return x.word < word; });
  std::uint32_t all = 0, boilerplate = 0;
  for (auto it = first; it != marked_->end() && it->word + kShingleWords <= run.a + run.length; ++it) {
    ++all;
    boilerplate += it->boilerplate ? 1U : 0U;
  }
  return boilerplate > 0 && 2 * boilerplate >= all;
}

std::uint32_t PassageFinder::next_known(std::span<const std::uint32_t> b, std::uint32_t at) const {
  const std::uint64_t* const known = known_.data();
  const std::uint64_t mask = known_.size() - 1;
  for (; at + kSeedWords <= b.size(); ++at) {
    const std::uint64_t gram = seed_hash(b, at);
    if ((known[gram >> 38U & mask] >> (gram >> 32U & 63U) & 1U) != 0) return at;
  }
  return at;
}

Run PassageFinder::longest_run(std::span<const std::uint32_t> b, std::uint32_t at, std::uint64_t gram) const {
  const std::span<const std::uint32_t> a = a_->keys;
  Run best{0, at, 0};
  int tries = kMostTries;
  for (std::uint32_t next = slots_[gram & (slots_.size() - 1)]; next != 0 && tries > 0; next = next_[next - 1]) {
    const std::uint32_t position = next - 1;
    std::uint32_t length = 0;
    while (position + length < a.size() && at + length < b.size() && a[position + length] == b[at + length]) {
      ++length;
    }
    if (length >= kSeedWords) --tries;
    if (length > best.length) best = {position, at, length};
  }
  return best;
}

void PassageFinder::compare(const ComparedWords& b, Overlap& out) {
  out = Overlap();
  const auto count = static_cast<std::uint32_t>(b.size());
  std::uint32_t at = 0;
  for (at = next_known(b.keys, at); at + kSeedWords <= count; at = next_known(b.keys, at)) {
    const Run run = longest_run(b.keys, at, seed_hash(b.keys, at));
    if (run.length >= kSeedWords) {
      out.runs.push_back(run);
      at += run.length;
    } else {
      ++at;
    }
  }
  drop_lonely_runs(out.runs);
  std::erase_if(out.runs, [&](const Run& run) {
    if (!is_boilerplate(run)) return false;
    out.boilerplate_words += run.length;
    return true;
  });
  measure(out, a_->size(), b.size());
}

std::vector<std::pair<TextRange, TextRange>> passage_ranges(const Overlap& overlap, const ComparedWords& a,
                                                            const ComparedWords& b) {
  std::vector<std::pair<TextRange, TextRange>> ranges;
  for (const Run& run : overlap.runs) {
    for (std::uint32_t begin = 0, end = 0; begin < run.length; begin = end) {
      end = std::min({run.length, block_end(a, run.a + begin) - run.a, block_end(b, run.b + begin) - run.b});
      if (end - begin < kLeastPiece) continue;
      ranges.emplace_back(TextRange{a.texts[run.a + begin].begin, a.texts[run.a + end - 1].end},
                          TextRange{b.texts[run.b + begin].begin, b.texts[run.b + end - 1].end});
    }
  }
  return ranges;
}

}  // namespace ql::stories
