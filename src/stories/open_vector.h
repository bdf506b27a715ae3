// SPDX-License-Identifier: Apache-2.0
// A vector of weighted terms laid open for many products with others. Private to stories.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <vector>

namespace ql::stories {

/// Weights by key in a small hash table that stays in the cache, behind one bit for each last bits of a key: most terms
/// of another vector are refused there. Terms are a row (size(), [i]) of what has key() and weight(); keys are hashes
/// already, so their last bits serve as they are. Not thread-safe; reusable.
class OpenVector {
 public:
  /// `terms` have distinct keys and weights above 0. Linear.
  template <class Terms>
  void fill(const Terms& terms) {
    const std::size_t slots = std::bit_ceil(kSlotsPerTerm * terms.size() + 1);
    slots_.assign(slots, {});
    mask_ = slots - 1;
    bits_.fill(0);
    for (std::size_t i = 0; i < terms.size(); ++i) {
      const auto term = terms[i];
      bits_[term.key() / 64 % bits_.size()] |= std::uint64_t{1} << term.key() % 64;
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
      for (std::size_t i = begin; i < end; ++i) likely |= std::uint64_t{may_hold(terms[i].key())} << (i - begin);
      for (; likely != 0; likely &= likely - 1) {
        const auto term = terms[begin + static_cast<std::size_t>(std::countr_zero(likely))];
        product += weight_of(term.key()) * term.weight();
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

  [[nodiscard]] bool may_hold(std::uint32_t key) const {
    return (bits_[key / 64 % std::tuple_size_v<decltype(bits_)>] >> key % 64 & 1U) != 0;
  }
  [[nodiscard]] float weight_of(std::uint32_t key) const {
    std::size_t slot = key & mask_;
    while (slots_[slot].weight != 0 && slots_[slot].key != key) slot = (slot + 1) & mask_;
    return slots_[slot].weight;
  }

  std::array<std::uint64_t, 128> bits_{};
  std::vector<Slot> slots_{1};
  std::size_t mask_ = 0;
};

}  // namespace ql::stories
