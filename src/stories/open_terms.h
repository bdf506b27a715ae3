// SPDX-License-Identifier: Apache-2.0
// The terms of one report laid open for being compared with many others. Private to stories.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "stories/term.h"

namespace ql::stories {

/// A term that two reports share.
struct CommonTerm {
  Term mine, other;
};

/// Which terms have these last bits of a key, in a table of bytes that stays in the cache: most terms of another report
/// are refused there. Keys are hashes already, so their last bits serve as they are. Not thread-safe; reusable.
class OpenTerms {
 public:
  static constexpr std::size_t kMostTerms = 255;

  /// `terms` have distinct keys; those beyond kMostTerms are left out. Linear.
  void fill(std::span<const Term> terms) {
    for (std::size_t number = 1; number <= count_; ++number) numbers_[place_of(terms_[number])] = 0;
    count_ = std::min(terms.size(), kMostTerms);
    for (std::size_t number = 1; number <= count_; ++number) {
      std::uint8_t& latest = numbers_[place_of(terms[number - 1])];
      terms_[number] = terms[number - 1];
      before_[number] = latest;
      latest = static_cast<std::uint8_t>(number);
    }
  }

  /// What both have, in the order of `terms`; holds until the next call. Linear in `terms`.
  [[nodiscard]] std::span<const CommonTerm> common_with(std::span<const Term> terms) {
    if (likely_.size() <= terms.size()) {
      likely_.resize(terms.size() + 1);
      common_.resize(terms.size() + 1);
    }
    std::size_t likely = 0;  // no branch here: which terms are shared nobody can foresee
    for (const Term term : terms) {
      const std::uint8_t number = numbers_[place_of(term)];
      likely_[likely] = {number, term};
      likely += number != 0 ? 1 : 0;
    }
    std::size_t count = 0;
    for (std::size_t i = 0; i < likely; ++i) {
      std::size_t number = likely_[i].number;
      while (terms_[number].key() != likely_[i].term.key() && before_[number] != 0) number = before_[number];
      common_[count] = {terms_[number], likely_[i].term};
      count += terms_[number].key() == likely_[i].term.key() ? 1 : 0;
    }
    return {common_.data(), count};
  }

 private:
  /// A term of the other report and the latest own term that falls on its place.
  struct Likely {
    std::uint32_t number = 0;
    Term term;
  };
  static constexpr std::size_t kPlaces = 16384;
  static std::size_t place_of(Term term) { return term.key() % kPlaces; }

  std::array<std::uint8_t, kPlaces> numbers_{};        // of the latest term on each place; 0 = none
  std::array<Term, kMostTerms + 1> terms_{};           // by number, from 1 on
  std::array<std::uint8_t, kMostTerms + 1> before_{};  // of each term: the one before on its place
  std::size_t count_ = 0;
  std::vector<Likely> likely_;
  std::vector<CommonTerm> common_;  // those of the latest call first
};

}  // namespace ql::stories
