// SPDX-License-Identifier: Apache-2.0
// Fingerprints -> candidate pairs. Sorting all (fingerprint, report) entries brings equal fingerprints together; each
// group yields pairs, and a second sort counts how often a pair came up. Groups are joined in full up to kFullGroup
// reports and as a star and a chain beyond. Both sorts are done in pieces that know nothing of one another: the first
// one by slices of the fingerprints, the second one by ranges of first reports; so they run on all threads and an
// archive takes the memory of a few slices beside that of its pairs. Tested by fingerprint_index_test.cpp.
#include "stories/fingerprint_index.h"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>

#include "base/parallel.h"
#include "stories/release.h"
#include "stories/spread_sort.h"

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
/// A text is taken over within a day or two; what so many reports say on so many days is a standing phrase ("Die Zahl
/// der Menschen, die an oder unter Beteiligung ...").
constexpr std::size_t kMostTakers = 8, kDaysOfPhrase = 5;

/// Entries that are sorted at once, about; slices at most; and ranges of first reports.
constexpr std::size_t kSliceEntries = 1U << 21U;
constexpr unsigned kMostSliceBits = 8, kRangesBits = 6;

constexpr std::uint32_t fingerprint_of(std::uint64_t entry) { return static_cast<std::uint32_t>(entry >> 32U); }
constexpr std::uint32_t report_of(std::uint64_t entry) { return static_cast<std::uint32_t>(entry); }

/// By fingerprint, then report, in whose order they come. Entries are dealt into buckets by the byte that follows what
/// the slice has in common; each bucket is sorted on its own, a piece that fits the cache.
void sort_slice(std::vector<std::uint64_t>& entries, std::vector<std::uint64_t>& dealt, unsigned slice_bits) {
  constexpr std::size_t kBuckets = 256;
  std::vector<std::uint64_t> sorted;
  std::array<std::size_t, kBuckets + 1> begins{};
  const auto bucket_of = [&](std::uint64_t entry) { return entry >> (64U - 8U - slice_bits) & (kBuckets - 1); };
  for (const std::uint64_t entry : entries) ++begins[bucket_of(entry) + 1];
  for (std::size_t i = 0; i < kBuckets; ++i) begins[i + 1] += begins[i];
  dealt.resize(entries.size());
  std::array<std::size_t, kBuckets + 1> next = begins;
  for (const std::uint64_t entry : entries) dealt[next[bucket_of(entry)]++] = entry;
  entries.swap(dealt);
  for (std::size_t i = 0; i < kBuckets; ++i) {
    sort_spread(
        std::span(entries).subspan(begins[i], begins[i + 1] - begins[i]), sorted,
        [&](std::uint64_t entry) { return static_cast<std::uint32_t>(entry << (8U + slice_bits) >> 32U); },
        std::less<>());
  }
}

/// A pair within a range as one number: first report (from the range's begin), second report, boilerplate or not.
constexpr unsigned kSecondBits = 33;
constexpr std::uint64_t pair_code(std::uint64_t first, std::uint32_t second, bool boilerplate) {
  return first << kSecondBits | std::uint64_t{second} << 1U | (boilerplate ? 1U : 0U);
}

}  // namespace

void FingerprintIndex::add(std::uint32_t report, std::uint32_t outlet, std::int32_t day, PackedNumbers fingerprints) {
  fingerprints_.resize(report + 1);
  fingerprints_[report] = fingerprints;
  total_ += fingerprints.size();
  outlets_.resize(report + 1, 0);
  outlets_[report] = outlet;
  days_.resize(report + 1, kUndated);
  days_[report] = day;
}

bool FingerprintIndex::repeats_in_outlet(std::span<const Entry> group, std::vector<std::uint32_t>& outlets) const {
  if (group.size() < kFurnitureRepeats) return false;
  outlets.clear();
  for (const Entry entry : group) {
    const std::uint32_t outlet = outlets_[report_of(entry)];
    if (outlet != 0) outlets.push_back(outlet);
  }
  std::sort(outlets.begin(), outlets.end());
  for (std::size_t i = kFurnitureRepeats - 1; i < outlets.size(); ++i) {
    if (outlets[i] == outlets[i + 1 - kFurnitureRepeats]) return true;
  }
  return false;
}

bool FingerprintIndex::stands_for_days(std::span<const Entry> group, std::vector<std::int32_t>& days) const {
  if (group.size() <= kMostTakers) return false;
  days.clear();
  for (const Entry entry : group) {
    const std::int32_t day = days_[report_of(entry)];
    if (day != kUndated) days.push_back(day);
  }
  std::sort(days.begin(), days.end());
  return static_cast<std::size_t>(std::unique(days.begin(), days.end()) - days.begin()) >= kDaysOfPhrase;
}

void FingerprintIndex::note_boilerplate(std::span<const Entry> entries) {
  for (const Entry entry : entries) {
    const std::uint32_t fingerprint = fingerprint_of(entry);
    if (boilerplate_.empty() || boilerplate_.back() != fingerprint) boilerplate_.push_back(fingerprint);
    std::uint64_t& hash = boilerplate_hashes_[report_of(entry)];
    hash = (hash ^ fingerprint ^ (std::uint64_t{1} << 40U)) * kRoll;
  }
}

bool FingerprintIndex::is_boilerplate(std::uint32_t fingerprint) const {
  return std::binary_search(boilerplate_.begin(), boilerplate_.end(), fingerprint);
}

bool FingerprintIndex::worth_comparing(const CandidatePair& pair) const {
  const std::uint32_t smaller = std::min(fingerprints_[pair.a].size(), fingerprints_[pair.b].size());
  if (pair.shared + pair.boilerplate >= kWholeShare * smaller) return true;
  return pair.shared >= 2 ? pair.shared >= kLeastShare * smaller : pair.shared == 1 && smaller <= kFewFingerprints;
}

/// The fingerprints in [from, limit), in the order of reports.
void FingerprintIndex::fill_slice(std::uint64_t from, std::uint64_t limit, std::vector<Entry>& entries) const {
  entries.clear();
  for (std::uint32_t report = 0; report < fingerprints_.size(); ++report) {
    fingerprints_[report].for_each(
        from, limit, [&](std::uint32_t fingerprint) { entries.push_back(Entry{fingerprint} << 32U | report); });
  }
}

FingerprintIndex::Slice FingerprintIndex::join_slice(Workspace& workspace) const {
  const std::vector<Entry>& entries = workspace.entries;
  Slice slice;
  slice.pairs.resize(std::size_t{1} << kRangesBits);
  for (std::size_t begin = 0, end = 0; begin < entries.size(); begin = end) {
    while (end < entries.size() && fingerprint_of(entries[end]) == fingerprint_of(entries[begin])) ++end;
    const std::span<const Entry> group(entries.data() + begin, end - begin);
    if (group.size() == 1) continue;
    const bool furniture = repeats_in_outlet(group, workspace.outlets) || stands_for_days(group, workspace.days);
    if (furniture) slice.boilerplate.insert(slice.boilerplate.end(), group.begin(), group.end());
    const auto join = [&](std::size_t i, std::size_t j) {
      const std::uint32_t first = report_of(group[i]), range = first >> range_bits_;
      slice.pairs[range].push_back(pair_code(first - (range << range_bits_), report_of(group[j]), furniture));
    };
    const bool full = !furniture && group.size() <= kFullGroup;
    for (std::size_t i = 1; i < group.size(); ++i) {
      for (std::size_t j = full ? 0 : i - 1; j < i; ++j) join(j, i);
      if (!full && i > 1) join(0, i);
    }
  }
  return slice;
}

/// The pairs of a range that are worth comparing, ascending. What the slices have of it is given back.
std::vector<CandidatePair> FingerprintIndex::add_up(std::span<Slice> slices, std::size_t range) const {
  std::vector<std::uint64_t> pairs;
  for (Slice& slice : slices) {
    pairs.insert(pairs.end(), slice.pairs[range].begin(), slice.pairs[range].end());
    release(slice.pairs[range]);
  }
  std::sort(pairs.begin(), pairs.end());
  std::vector<CandidatePair> sums;
  const auto begin = static_cast<std::uint32_t>(range << range_bits_);
  for (std::size_t i = 0; i < pairs.size();) {
    CandidatePair sum{begin + static_cast<std::uint32_t>(pairs[i] >> kSecondBits),
                      static_cast<std::uint32_t>(pairs[i] >> 1U), 0, 0};
    for (const std::uint64_t pair = pairs[i] >> 1U; i < pairs.size() && pairs[i] >> 1U == pair; ++i) {
      ++(pairs[i] % 2 == 0 ? sum.shared : sum.boilerplate);
    }
    if (worth_comparing(sum)) sums.push_back(sum);
  }
  return sums;
}

std::vector<CandidatePair> FingerprintIndex::find_candidates(unsigned threads) {
  boilerplate_.clear();
  boilerplate_hashes_.assign(fingerprints_.size(), 0);
  const auto bits = static_cast<unsigned>(std::bit_width(fingerprints_.size()));
  range_bits_ = bits > kRangesBits ? bits - kRangesBits : 0;
  unsigned slice_bits = 0;
  while (slice_bits < kMostSliceBits && total_ >> slice_bits > kSliceEntries) ++slice_bits;
  std::vector<Slice> slices(std::size_t{1} << slice_bits);
  for_each_index(
      threads, slices.size(), [] { return Workspace(); },
      [&](std::size_t i, Workspace& workspace) {
        const std::uint64_t width = std::uint64_t{1} << (32U - slice_bits);
        fill_slice(i * width, (i + 1) * width, workspace.entries);
        sort_slice(workspace.entries, workspace.dealt, slice_bits);
        slices[i] = join_slice(workspace);
      });
  for (const Slice& slice : slices) note_boilerplate(slice.boilerplate);
  std::vector<std::vector<CandidatePair>> ranges(std::size_t{1} << kRangesBits);
  for_each_index(threads, ranges.size(), [&](std::size_t range) { ranges[range] = add_up(slices, range); });
  std::vector<CandidatePair> pairs;
  for (const std::vector<CandidatePair>& range : ranges) pairs.insert(pairs.end(), range.begin(), range.end());
  return pairs;
}

}  // namespace ql::stories
