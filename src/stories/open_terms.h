// SPDX-License-Identifier: Apache-2.0
// The terms of one report laid open for being compared with many others. Private to stories.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "stories/term.h"

namespace ql::stories {

/// Terms by key in a small hash table that stays in the cache, behind one byte for each last bits of a key: most
/// terms of another report are refused there. Keys are hashes already, so their last bits serve as they are. Not
/// thread-safe; reusable.
class OpenTerms {
 public:
  /// `terms` have distinct keys. Linear.
  void fill(std::span<const Term> terms) {
    const std::size_t slots = std::bit_ceil(kSlotsPerTerm * terms.size() + 1);
    slots_.assign(slots, {});
    mask_ = slots - 1;
    may_hold_.fill(0);
    for (const Term term : terms) {
      may_hold_[term.key() % may_hold_.size()] = 1;
      std::size_t slot = term.key() & mask_;
      while (slots_[slot].taken) slot = (slot + 1) & mask_;
      slots_[slot] = {term, true};
    }
  }

  /// Calls `use` with (own term, other term) for each key that both have, in the order of `terms`. Linear in `terms`.
  template <class Use>
  void for_each_common(std::span<const Term> terms, Use use) const {
    constexpr std::size_t kAtOnce = 64;
    for (std::size_t begin = 0; begin < terms.size(); begin += kAtOnce) {
      const std::size_t end = std::min(terms.size(), begin + kAtOnce);
      std::uint64_t likely = 0;  // no branch here: which terms are shared nobody can foresee
      for (std::size_t i = begin; i < end; ++i)
        likely |= std::uint64_t{may_hold_[terms[i].key() % may_hold_.size()]} << (i - begin);
      for (; likely != 0; likely &= likely - 1) {
        const Term term = terms[begin + static_cast<std::size_t>(std::countr_zero(likely))];
        std::size_t slot = term.key() & mask_;
        while (slots_[slot].taken && slots_[slot].term.key() != term.key()) slot = (slot + 1) & mask_;
        if (slots_[slot].taken) use(slots_[slot].term, term);
      }
    }
  }

 private:
  static constexpr std::size_t kSlotsPerTerm = 2;
  struct Slot {
    Term term;
    bool taken = false;
  };

  std::array<std::uint8_t, 16384> may_hold_{};  // 1 if a key has these last bits
  std::vector<Slot> slots_{1};
  std::size_t mask_ = 0;
};

}  // namespace ql::stories
