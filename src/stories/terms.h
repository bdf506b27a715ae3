// SPDX-License-Identifier: Apache-2.0
// What is a report about? Its weightiest terms as a sparse vector of length one. Private to stories.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lang/word_frequency.h"
#include "stories/words.h"

namespace ql::stories {

/// All stems of the run with the number of reports that use them. Open addressing; indices count from 0 in order of
/// first appearance.
class TermTable {
 public:
  explicit TermTable(const lang::WordFrequency& frequency) : frequency_(frequency) {}

  /// Counts every stem of the report once.
  void count(const WordList& list);
  /// Computes the weights from the counts; call once, after the last count().
  void weigh();
  /// Index of a stem that was counted.
  [[nodiscard]] std::uint32_t index_of(std::uint32_t stem) const;
  /// Rarity in this run times rarity in the language; 0 for words that say nothing.
  [[nodiscard]] float weight(std::uint32_t term) const { return terms_[term].weight; }
  /// A word that names something: hardly known to the language and in few reports of the run.
  [[nodiscard]] bool is_rare(std::uint32_t term) const { return terms_[term].rare; }
  [[nodiscard]] std::uint32_t reports_with(std::uint32_t term) const { return terms_[term].reports; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(terms_.size()); }

 private:
  struct Term {
    std::uint32_t stem = 0;
    std::uint32_t reports = 0;
    std::uint32_t last_report = 0;
    float weight = 0;
    bool rare = false;
  };
  [[nodiscard]] std::size_t slot_of(std::uint32_t stem) const;
  void grow();

  lang::WordFrequency frequency_;
  std::vector<Term> terms_;
  std::vector<std::uint32_t> slots_;  // index + 1, 0 = free; size is a power of two
  std::uint32_t reports_ = 0;
};

/// One dimension of a report's vector.
struct Weighted {
  std::uint32_t term = 0;
  float weight = 0;
  bool rare = false;  ///< A rare term that is written as a name.
};

/// Turns word lists into vectors. Not thread-safe; reusable.
class Vectoriser {
 public:
  explicit Vectoriser(const TermTable& terms) : terms_(terms) {}
  /// At most kMostTerms dimensions, ascending by term, of length one before those were dropped that no other report
  /// has. The result is valid until the next call.
  std::span<const Weighted> vector_of(const WordList& list);

  static constexpr std::size_t kMostTerms = 60;

 private:
  struct Mass {
    float frequency = 0;
    float shape = 0;
  };
  void add(const WordList& list);

  const TermTable& terms_;
  std::vector<Mass> masses_;            // by term
  std::vector<std::uint32_t> touched_;  // terms of the present report
  std::vector<Weighted> vector_;
};

}  // namespace ql::stories
