// SPDX-License-Identifier: Apache-2.0
// Exact comparison of two reports: the passages that they share, word by word. Private to stories.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "stories/compared_words.h"

namespace ql::stories {

/// A run of the same words: [a, a + length) in one list, [b, b + length) in the other.
struct Run {
  std::uint32_t a = 0, b = 0, length = 0;
};

/// A fingerprinted shingle of the reference.
struct MarkedShingle {
  std::uint32_t word = 0;
  bool boilerplate = false;
};

/// What two reports share.
struct Overlap {
  std::vector<Run> runs;                ///< In the order of b, disjoint in b; boilerplate left out.
  std::uint32_t shared_words = 0;       ///< Words in runs.
  std::uint32_t boilerplate_words = 0;  ///< Words in runs that were left out.
  double containment = 0;               ///< Shared word 8-grams / 8-grams of the smaller report.
  std::uint32_t longest = 0;            ///< Words of the longest run.
};

/// Fills the numbers of an overlap from its runs.
void measure(Overlap& overlap, std::size_t words_a, std::size_t words_b);

/// Compares many lists with one. Cost of compare: linear in both lists. Not thread-safe.
class PassageFinder {
 public:
  /// The list that later ones are compared with; it must outlive the comparisons.
  void set_reference(const ComparedWords& a);
  /// Shingles of the reference that are boilerplate or not; runs whose fingerprints mostly are boilerplate do not
  /// count as reuse. Ordered by word; must outlive the comparisons.
  void set_boilerplate(const std::vector<MarkedShingle>& marked) { marked_ = &marked; }
  /// Runs of at least eight words, and runs of four to seven words that stand close to such a run or to one another
  /// in the same order (lightly edited text).
  void compare(const ComparedWords& b, Overlap& out);

 private:
  void insert(std::uint64_t gram, std::uint32_t position);
  /// The first place from `at` on whose 4-gram the reference may have; most others are passed over.
  [[nodiscard]] std::uint32_t next_known(std::span<const std::uint32_t> b, std::uint32_t at) const;
  [[nodiscard]] bool is_boilerplate(const Run& run) const;
  [[nodiscard]] Run longest_run(std::span<const std::uint32_t> b, std::uint32_t at, std::uint64_t gram) const;

  const ComparedWords* a_ = nullptr;
  const std::vector<MarkedShingle>* marked_ = nullptr;
  std::vector<std::uint32_t> slots_;  // position + 1 of the first 4-gram with this hash; size is a power of two
  std::vector<std::uint64_t> known_;  // a bit for each value of some bits of a 4-gram's hash
  std::vector<std::uint32_t> next_;   // position + 1 of the next 4-gram in the same slot
};

/// The byte ranges of runs, cut where either report changes its block, pieces below `kLeastPiece` words dropped.
std::vector<std::pair<TextRange, TextRange>> passage_ranges(const Overlap& overlap, const ComparedWords& a,
                                                            const ComparedWords& b);

}  // namespace ql::stories
