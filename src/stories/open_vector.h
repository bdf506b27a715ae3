// SPDX-License-Identifier: Apache-2.0
// A vector of weighted terms laid open for many products with others. Private to stories.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <vector>

namespace ql::stories {

/// Weights by key in a small hash table that stays in the cache, behind one byte for each last bits of a key: most
/// terms of another vector are refused there. Terms are a row (size(), [i]) of what has key() and weight(); keys are
/// hashes already, so their last bits serve as they are. Not thread-safe; reusable.
class OpenVector {
 public:
  /// `terms` have distinct keys and weights above 0. Linear.
  template <class Terms>
  void fill(const Terms& terms) {
    const std::size_t slots = std::bit_ceil(kSlotsPerTerm * terms.size() + 1);
    slots_.assign(slots, {});
    mask_ = slots - 1;
    may_hold_.fill(0);
    for (std::size_t i = 0; i < terms.size(); ++i) {
      const auto term = terms[i];
      may_hold_[term.key() % may_hold_.size()] = 1;
      std::size_t slot = term.key() & mask_;
      while (slots_[slot].weight != 0) slot = (slot + 1) & mask_;
      slots_[slot] = {term.key(), term.weight()};
    }
  }

  /// The product with `terms`, added up in their order. Linear in `terms`.
  template <class Terms>
  [[nodiscard]] float product(const Terms& terms) const {
    constexpr std::size_t kAtOnce = 64;
    float product = 0;
    for (std::size_t begin = 0; begin < terms.size(); begin += kAtOnce) {
      const std::size_t end = std::min(terms.size(), begin + kAtOnce);
      std::uint64_t likely = 0;  // no branch here: which terms are shared nobody can foresee
      for (std::size_t i = begin; i < end; ++i)
        likely |= std::uint64_t{may_hold_[terms[i].key() % may_hold_.size()]} << (i - begin);
      for (; likely != 0; likely &= likely - 1) {
        const std::size_t i = begin + static_cast<std::size_t>(std::countr_zero(likely));
        const float weight = weight_of(terms[i].key());
        if (weight != 0) product += weight * terms[i].weight();
      }
    }
    return product;
  }

 private:
  static constexpr std::size_t kSlotsPerTerm = 2;
  struct Slot {
    std::uint32_t key = 0;
    float weight = 0;  ///< 0: free
  };

  [[nodiscard]] float weight_of(std::uint32_t key) const {
    std::size_t slot = key & mask_;
    while (slots_[slot].weight != 0 && slots_[slot].key != key) slot = (slot + 1) & mask_;
    return slots_[slot].weight;
  }

  std::array<std::uint8_t, 16384> may_hold_{};  // 1 if a key has these last bits
  std::vector<Slot> slots_{1};
  std::size_t mask_ = 0;
};

}  // namespace ql::stories
