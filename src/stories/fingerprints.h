// SPDX-License-Identifier: Apache-2.0
// Which reports may share passages? Winnowed fingerprints of word 8-grams and an inverted index over them.
// Schleimer, Wilkerson, Aiken: Winnowing (SIGMOD 2003). Private to stories.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/id.h"
#include "stories/words.h"

namespace ql::stories {

/// Words of a fingerprinted shingle; also the unit of containment.
constexpr std::uint32_t kShingleWords = 8;
/// Of so many shingles one is kept: few of a long text. What a wide window keeps, a narrow one keeps too, so any
/// kShingleWords + window - 1 shared words in a row are sure to share a fingerprint, with the wider of both windows.
constexpr std::uint32_t kLeastWindow = 16, kMostWindow = 32;

/// A fingerprint and the word at which its shingle begins.
struct Fingerprint {
  std::uint32_t value = 0;
  std::uint32_t word = 0;
};

/// The winnowed fingerprints of the words, in text order. Linear; `out` is reused, not appended to.
void winnow(const WordList& list, std::vector<Fingerprint>& out);

/// Two reports that share fingerprints. a < b.
struct CandidatePair {
  std::uint32_t a = 0, b = 0;
  std::uint32_t shared = 0;       ///< Fingerprints that speak for reuse.
  std::uint32_t boilerplate = 0;  ///< Fingerprints that an outlet or very many reports repeat.
  friend constexpr auto operator<=>(const CandidatePair&, const CandidatePair&) = default;
};

/// Finds reports with the same fingerprints. Add all reports in ascending order, call find_candidates once.
class FingerprintIndex {
 public:
  /// `fingerprints` ascending, each once; they must outlive the index. `outlet` is any number that tells outlets apart,
  /// 0 = unknown.
  void add(std::uint32_t report, std::uint32_t outlet, std::span<const std::uint32_t> fingerprints);
  /// Pairs that share enough fingerprints to be worth an exact comparison, ascending. A fingerprint of many reports
  /// (boilerplate, or a wire report that everybody took) joins each report with the first and the one before only,
  /// so the cost stays linear. Cost: one sort, in slices, so that a large archive needs little more memory than its
  /// pairs.
  std::vector<CandidatePair> find_candidates();
  /// True for a fingerprint that furniture leaves: at least five reports of one outlet have it. After
  /// find_candidates.
  [[nodiscard]] bool is_boilerplate(std::uint32_t fingerprint) const;
  /// A hash of the report's fingerprints that are boilerplate; 0 for none. After find_candidates.
  [[nodiscard]] std::uint64_t boilerplate_of(std::uint32_t report) const { return boilerplate_hashes_[report]; }

 private:
  /// A fingerprint in the upper half and a report in the lower one.
  using Entry = std::uint64_t;
  void fill_slice(std::uint64_t limit);
  void sort_slice(unsigned slice_bits);
  void join_slice(std::vector<CandidatePair>& pairs);
  void add_boilerplate(std::span<const Entry> group);
  [[nodiscard]] bool repeats_in_outlet(std::span<const Entry> group);
  [[nodiscard]] bool worth_comparing(const CandidatePair& pair) const;

  std::vector<Entry> entries_;  // of the slice at hand
  std::vector<Entry> dealt_;
  std::vector<std::span<const std::uint32_t>> fingerprints_;  // of each report
  std::vector<std::uint32_t> next_;                           // the first one after the slices before
  std::vector<std::uint32_t> outlets_;                        // of each report
  std::size_t total_ = 0;
  std::vector<std::uint32_t> boilerplate_;
  std::vector<std::uint64_t> boilerplate_hashes_;  // of each report
  std::vector<std::uint32_t> scratch_;
};

}  // namespace ql::stories
