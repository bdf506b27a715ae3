// SPDX-License-Identifier: Apache-2.0
// A vector of weighted terms laid open for many products with others. Private to stories.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

namespace ql::stories {

/// Weights by key in a small hash table that stays in the cache. Not thread-safe; reusable.
class OpenVector {
 public:
  struct Product {
    float capped = 0;  ///< No term gives more than asked for.
    float whole = 0;
  };

  /// `terms` have distinct keys; `key` and `weight` say what they are. Linear.
  template <class Terms, class Key, class Weight>
  void fill(const Terms& terms, Key key, Weight weight) {
    const std::size_t slots = std::bit_ceil(kSlotsPerTerm * terms.size() + 1);
    slots_.assign(slots, {});
    mask_ = slots - 1;
    for (const auto& term : terms) {
      std::size_t slot = mixed(key(term)) & mask_;
      while (slots_[slot].weight != 0) slot = (slot + 1) & mask_;
      slots_[slot] = {key(term), weight(term)};
    }
  }
  /// The product with `terms`, added up in their order; no term gives more than `most` to `capped`. Linear in `terms`.
  template <class Terms, class Key, class Weight>
  [[nodiscard]] Product product(const Terms& terms, Key key, Weight weight, float most) const {
    Product product;
    for (const auto& term : terms) {
      std::size_t slot = mixed(key(term)) & mask_;
      while (slots_[slot].weight != 0 && slots_[slot].key != key(term)) slot = (slot + 1) & mask_;
      if (slots_[slot].weight == 0) continue;
      const float both = slots_[slot].weight * weight(term);
      product.capped += std::min(most, both);
      product.whole += both;
    }
    return product;
  }

 private:
  static constexpr std::size_t kSlotsPerTerm = 4;
  struct Slot {
    std::uint32_t key = 0;
    float weight = 0;  ///< 0: free
  };
  static std::size_t mixed(std::uint32_t key) { return key * std::uint64_t{0x9E3779B97F4A7C15U} >> 32U; }

  std::vector<Slot> slots_{1};
  std::size_t mask_ = 0;
};

}  // namespace ql::stories
