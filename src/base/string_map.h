// SPDX-License-Identifier: Apache-2.0
// A hash table from strings to values for look-ups by view. Most words of a text are in none of our lists, so what must
// be cheap is a miss: one hash and one cache line. Iteration is in the order of insertion.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/hash.h"

namespace ql {

/// The part of std::unordered_map<std::string, Value> that lexicons use. No erasing; adding invalidates iterators.
template <class Value>
class StringMap {
 public:
  using value_type = std::pair<std::string, Value>;
  using iterator = typename std::vector<value_type>::iterator;
  using const_iterator = typename std::vector<value_type>::const_iterator;

  [[nodiscard]] const_iterator begin() const { return entries_.begin(); }
  [[nodiscard]] const_iterator end() const { return entries_.end(); }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] bool empty() const { return entries_.empty(); }
  [[nodiscard]] bool contains(std::string_view key) const { return find(key) != end(); }

  [[nodiscard]] const_iterator find(std::string_view key) const {
    if (entries_.empty()) return end();
    const Slot& slot = slots_[slot_of(key, hash64(key))];
    return slot.entry == 0 ? end() : entries_.begin() + (slot.entry - 1);
  }

  /// Adds the value if the key is new; returns where the key is and whether it was.
  std::pair<iterator, bool> emplace(std::string_view key, Value value) {
    if (2 * (entries_.size() + 1) > slots_.size()) grow();
    const std::uint64_t hash = hash64(key);
    Slot& slot = slots_[slot_of(key, hash)];
    const bool added = slot.entry == 0;
    if (added) {
      entries_.emplace_back(std::string(key), std::move(value));
      slot = {check_of(hash), static_cast<std::uint32_t>(entries_.size())};
    }
    return {entries_.begin() + (slot.entry - 1), added};
  }
  Value& operator[](std::string_view key) { return emplace(key, Value{}).first->second; }

  void clear() {
    entries_.clear();
    slots_.assign(slots_.size(), Slot{});
  }

 private:
  struct Slot {
    std::uint32_t check = 0;
    std::uint32_t entry = 0;  ///< Index + 1; 0 = free.
  };
  static std::uint32_t check_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

  /// The slot of the key, or the free one where it belongs. Requires a free slot.
  [[nodiscard]] std::size_t slot_of(std::string_view key, std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
      const Slot& slot = slots_[at];
      if (slot.entry == 0 || (slot.check == check_of(hash) && entries_[slot.entry - 1].first == key)) return at;
    }
  }

  void grow() {
    slots_.assign(slots_.empty() ? 16 : slots_.size() * 2, Slot{});
    for (std::uint32_t entry = 1; entry <= entries_.size(); ++entry) {
      const std::uint64_t hash = hash64(entries_[entry - 1].first);
      slots_[slot_of(entries_[entry - 1].first, hash)] = {check_of(hash), entry};
    }
  }

  std::vector<value_type> entries_;
  std::vector<Slot> slots_;
};

}  // namespace ql
