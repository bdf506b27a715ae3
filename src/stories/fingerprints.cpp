// SPDX-License-Identifier: Apache-2.0
// WordList -> fingerprints -> candidate pairs. A shingle's hash is rolled over eight word hashes; of every window of
// sixteen to 32 shingles the smallest hash is kept (the rightmost of equals). Sorting all (hash, report)
// entries brings equal hashes together; each group yields pairs, and a second sort counts how often a pair came up.
// Entries sort in O(n log n); groups are joined in full up to kFullGroup reports and as a star and a chain beyond.
// Tested by fingerprints_test.cpp.
#include "stories/fingerprints.h"

#include <algorithm>
#include <array>

namespace ql::stories {
namespace {

constexpr std::uint64_t kRoll = 0x9E3779B97F4A7C15U;
/// Groups up to this size are joined pair by pair.
constexpr std::size_t kFullGroup = 20;
/// A pair must share this part of the smaller report's fingerprints (containment 0.1 shows about 0.1).
constexpr double kLeastShare = 0.04;
/// With boilerplate counted: the texts may be one and the same.
constexpr double kWholeShare = 0.7;
/// Short reports have few fingerprints, so that one shared one is worth a look.
constexpr std::uint32_t kFewFingerprints = 6;
/// Reports of one outlet that repeat a shingle before it counts as the outlet's furniture.
constexpr std::size_t kFurnitureRepeats = 5;

/// The window grows with the text by one for so many words.
constexpr std::size_t kWordsPerWindow = 20;
/// Entries that are sorted at once, about; and slices at most.
constexpr std::size_t kSliceEntries = 1U << 21U;
constexpr unsigned kMostSliceBits = 6;

constexpr std::uint32_t fingerprint_of(std::uint64_t entry) { return static_cast<std::uint32_t>(entry >> 32U); }
constexpr std::uint32_t report_of(std::uint64_t entry) { return static_cast<std::uint32_t>(entry); }

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

std::vector<std::uint32_t>& shingle_hashes(const std::vector<Word>& words, std::vector<std::uint32_t>& out) {
  constexpr std::uint64_t kDrop = power(kRoll, kShingleWords);
  out.clear();
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    hash = hash * kRoll + words[i].key;
    if (i >= kShingleWords) hash -= words[i - kShingleWords].key * kDrop;
    if (i + 1 >= kShingleWords) out.push_back(mix(hash));
  }
  return out;
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
    if (smallest != before) out.push_back({hashes[smallest], static_cast<std::uint32_t>(smallest)});
  }
}

void FingerprintIndex::add(std::uint32_t report, std::uint32_t outlet, std::span<const std::uint32_t> fingerprints) {
  fingerprints_.resize(report + 1);
  fingerprints_[report] = fingerprints;
  total_ += fingerprints.size();
  outlets_.resize(report + 1, 0);
  outlets_[report] = outlet;
}

bool FingerprintIndex::repeats_in_outlet(std::span<const Entry> group) {
  if (group.size() < kFurnitureRepeats) return false;
  scratch_.clear();
  for (const Entry entry : group) {
    const std::uint32_t outlet = outlets_[report_of(entry)];
    if (outlet != 0) scratch_.push_back(outlet);
  }
  std::sort(scratch_.begin(), scratch_.end());
  for (std::size_t i = kFurnitureRepeats - 1; i < scratch_.size(); ++i) {
    if (scratch_[i] == scratch_[i + 1 - kFurnitureRepeats]) return true;
  }
  return false;
}

void FingerprintIndex::add_boilerplate(std::span<const Entry> group) {
  boilerplate_.push_back(fingerprint_of(group.front()));
  for (const Entry entry : group) {
    std::uint64_t& hash = boilerplate_hashes_[report_of(entry)];
    hash = (hash ^ fingerprint_of(entry) ^ (std::uint64_t{1} << 40U)) * kRoll;
  }
}

bool FingerprintIndex::is_boilerplate(std::uint32_t fingerprint) const {
  return std::binary_search(boilerplate_.begin(), boilerplate_.end(), fingerprint);
}

bool FingerprintIndex::worth_comparing(const CandidatePair& pair) const {
  const std::uint32_t smaller =
      static_cast<std::uint32_t>(std::min(fingerprints_[pair.a].size(), fingerprints_[pair.b].size()));
  if (pair.shared + pair.boilerplate >= kWholeShare * smaller) return true;
  return pair.shared >= 2 ? pair.shared >= kLeastShare * smaller : pair.shared == 1 && smaller <= kFewFingerprints;
}

/// The fingerprints below `limit` that no slice before had, in the order of reports.
void FingerprintIndex::fill_slice(std::uint64_t limit) {
  entries_.clear();
  for (std::uint32_t report = 0; report < fingerprints_.size(); ++report) {
    const std::span<const std::uint32_t> all = fingerprints_[report];
    std::uint32_t& next = next_[report];
    for (; next < all.size() && all[next] < limit; ++next) entries_.push_back(Entry{all[next]} << 32U | report);
  }
}

/// By fingerprint, then report. Entries are dealt into buckets by the byte that follows what the slice has in common;
/// each bucket is sorted on its own, a piece that fits the cache.
void FingerprintIndex::sort_slice(unsigned slice_bits) {
  constexpr std::size_t kBuckets = 256;
  std::array<std::size_t, kBuckets + 1> begins{};
  const auto bucket_of = [&](Entry entry) { return entry >> (64U - 8U - slice_bits) & (kBuckets - 1); };
  for (const Entry entry : entries_) ++begins[bucket_of(entry) + 1];
  for (std::size_t i = 0; i < kBuckets; ++i) begins[i + 1] += begins[i];
  dealt_.resize(entries_.size());
  std::array<std::size_t, kBuckets + 1> next = begins;
  for (const Entry entry : entries_) dealt_[next[bucket_of(entry)]++] = entry;
  entries_.swap(dealt_);
  for (std::size_t i = 0; i < kBuckets; ++i) {
    std::sort(entries_.begin() + static_cast<std::ptrdiff_t>(begins[i]),
              entries_.begin() + static_cast<std::ptrdiff_t>(begins[i + 1]));
  }
}

void FingerprintIndex::join_slice(std::vector<CandidatePair>& pairs) {
  for (std::size_t begin = 0, end = 0; begin < entries_.size(); begin = end) {
    while (end < entries_.size() && fingerprint_of(entries_[end]) == fingerprint_of(entries_[begin])) ++end;
    const std::size_t size = end - begin;
    if (size == 1) continue;
    const bool furniture = repeats_in_outlet({entries_.data() + begin, size});
    if (furniture) add_boilerplate({entries_.data() + begin, size});
    const auto join = [&](std::size_t i, std::size_t j) {
      pairs.push_back({report_of(entries_[i]), report_of(entries_[j]), furniture ? 0U : 1U, furniture ? 1U : 0U});
    };
    const bool full = !furniture && size <= kFullGroup;
    for (std::size_t i = begin + 1; i < end; ++i) {
      for (std::size_t j = full ? begin : i - 1; j < i; ++j) join(j, i);
      if (!full && i > begin + 1) join(begin, i);
    }
  }
}

std::vector<CandidatePair> FingerprintIndex::find_candidates() {
  boilerplate_hashes_.assign(fingerprints_.size(), 0);
  next_.assign(fingerprints_.size(), 0);
  unsigned slice_bits = 0;
  while (slice_bits < kMostSliceBits && total_ >> slice_bits > kSliceEntries) ++slice_bits;
  std::vector<CandidatePair> pairs;
  for (std::uint64_t slice = 1; slice <= std::uint64_t{1} << slice_bits; ++slice) {
    fill_slice(slice << (32U - slice_bits));
    sort_slice(slice_bits);
    join_slice(pairs);
  }
  entries_ = {};
  dealt_ = {};
  std::sort(pairs.begin(), pairs.end());
  std::size_t kept = 0;
  for (std::size_t begin = 0, end = 0; begin < pairs.size(); begin = end) {
    CandidatePair sum{pairs[begin].a, pairs[begin].b, 0, 0};
    for (; end < pairs.size() && pairs[end].a == sum.a && pairs[end].b == sum.b; ++end) {
      sum.shared += pairs[end].shared;
      sum.boilerplate += pairs[end].boilerplate;
    }
    if (worth_comparing(sum)) pairs[kept++] = sum;
  }
  pairs.resize(kept);
  return pairs;
}

}  // namespace ql::stories
