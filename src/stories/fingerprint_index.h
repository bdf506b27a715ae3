// SPDX-License-Identifier: Apache-2.0
// Which reports share fingerprints? Private to stories.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "stories/packed_numbers.h"

namespace ql::stories {

/// Two reports that share fingerprints. a < b.
struct CandidatePair {
  std::uint32_t a = 0, b = 0;
  std::uint32_t shared = 0;       ///< Fingerprints that speak for reuse.
  std::uint32_t boilerplate = 0;  ///< Fingerprints of furniture and standing phrases.
  friend constexpr auto operator<=>(const CandidatePair&, const CandidatePair&) = default;
};

/// Finds reports with the same fingerprints. Add all reports in ascending order, call find_candidates once.
class FingerprintIndex {
 public:
  static constexpr std::int32_t kUndated = INT32_MIN;
  /// `fingerprints` must outlive the index. `outlet` is any number that tells outlets apart, 0 = unknown; `day` is the
  /// day of publication, of any calendar, or kUndated.
  void add(std::uint32_t report, std::uint32_t outlet, std::int32_t day, PackedNumbers fingerprints);
  /// Pairs that share enough fingerprints to be worth an exact comparison, ascending. A fingerprint of many reports
  /// (boilerplate, or a wire report that everybody took) joins each report with the first and the one before only,
  /// so the cost stays linear. Cost: one sort, in slices: memory is 64 MiB a thread and 8 bytes a pair that shares any
  /// fingerprint. The result is the same for any number of threads.
  std::vector<CandidatePair> find_candidates(unsigned threads = 1);
  /// True for a fingerprint that furniture or a standing phrase leaves: at least five reports of one outlet have it, or
  /// more than eight reports of at least five days. After find_candidates.
  [[nodiscard]] bool is_boilerplate(std::uint32_t fingerprint) const;
  /// A hash of the report's fingerprints that are boilerplate; 0 for none. After find_candidates.
  [[nodiscard]] std::uint64_t boilerplate_of(std::uint32_t report) const { return boilerplate_hashes_[report]; }

 private:
  /// A fingerprint in the upper half and a report in the lower one.
  using Entry = std::uint64_t;
  /// What a thread needs for a slice.
  struct Workspace {
    std::vector<Entry> entries, dealt;
    std::vector<std::uint32_t> outlets;
    std::vector<std::int32_t> days;
  };
  /// Pairs by ranges of their first reports, and the entries that are boilerplate, ascending.
  struct Slice {
    std::vector<std::vector<std::uint64_t>> pairs;
    std::vector<Entry> boilerplate;
  };

  void fill_slice(std::uint64_t from, std::uint64_t limit, std::vector<Entry>& entries) const;
  Slice join_slice(Workspace& workspace) const;
  [[nodiscard]] bool repeats_in_outlet(std::span<const Entry> group, std::vector<std::uint32_t>& outlets) const;
  [[nodiscard]] bool stands_for_days(std::span<const Entry> group, std::vector<std::int32_t>& days) const;
  [[nodiscard]] std::vector<CandidatePair> add_up(std::span<Slice> slices, std::size_t range) const;
  [[nodiscard]] bool worth_comparing(const CandidatePair& pair) const;
  void note_boilerplate(std::span<const Entry> entries);

  std::vector<PackedNumbers> fingerprints_;  // of each report
  std::vector<std::uint32_t> outlets_;       // of each report
  std::vector<std::int32_t> days_;           // of each report
  std::size_t total_ = 0;
  unsigned range_bits_ = 0;  // reports of a range, as a power of two
  std::vector<std::uint32_t> boilerplate_;
  std::vector<std::uint64_t> boilerplate_hashes_;  // of each report
};

}  // namespace ql::stories
