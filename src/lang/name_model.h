// SPDX-License-Identifier: Apache-2.0
// Weights of the name tagger as train/names writes them: a hash table of feature rows and a transition matrix.
// A view into an embedded file; nothing is copied.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace ql::lang {

/// Labels: 0 outside; 1 + 4 * class + {begin, inside, end, single} for the classes person, place, organisation,
/// other; then words derived from a name (nordkoreanisch) and compounds with one (US-Minister).
inline constexpr std::size_t kNameLabels = 19;
inline constexpr std::size_t kOutsideLabel = 0, kDerivedLabel = 17, kCompoundLabel = 18;
/// A row has one cell more, so that it fills five words.
inline constexpr std::size_t kNameRow = 20;

/// True if a name may be complete before / begin at this label.
constexpr bool name_closed(std::size_t label) { return label == 0 || label >= kDerivedLabel || (label - 1) % 4 >= 2; }
constexpr bool name_opens(std::size_t label) {
  return label == 0 || label >= kDerivedLabel || (label - 1) % 4 == 0 || (label - 1) % 4 == 3;
}
/// True if label `b` may follow label `a`.
constexpr bool name_may_follow(std::size_t a, std::size_t b) {
  return name_closed(a) ? name_opens(b) : !name_opens(b) && (a - 1) / 4 == (b - 1) / 4;
}

/// Bytes of a slot: four of the feature, then its row. An empty slot has feature 0.
inline constexpr std::size_t kNameSlotBytes = 4 + kNameRow;
/// Bytes before the slots: "QLNM", version, bits, then the transitions as 16-bit integers.
inline constexpr std::size_t kNameHeaderBytes = 12 + 2 * kNameLabels * kNameRow;
/// Where the search for a feature begins.
constexpr std::uint32_t name_slot(std::uint32_t feature, std::uint32_t bits) {
  return (feature * 0x9E3779B1U) >> (32U - bits);
}

/// The weights; scores are integers in units of 1 / 32. Copies share one small table.
class NameModel {
 public:
  NameModel() = default;
  /// Requires the bytes that train/names writes.
  explicit NameModel(std::string_view bytes);

  [[nodiscard]] bool empty() const { return slots_ == nullptr; }
  /// Appends the rows (kNameRow weights each) of the features that have one; returns how many there are. `rows` has
  /// room for all. O(features).
  std::size_t find_rows(std::span<const std::uint32_t> features, const std::int8_t** rows) const;
  /// Score of label `to` after `from`; very low where it may not follow.
  [[nodiscard]] std::int32_t transition(std::size_t from, std::size_t to) const {
    return transitions_[from * kNameRow + to];
  }
  [[nodiscard]] const std::int32_t* transitions_from(std::size_t from) const { return &transitions_[from * kNameRow]; }

 private:
  [[nodiscard]] const unsigned char* slot(std::size_t at) const { return slots_ + at * kNameSlotBytes; }
  [[nodiscard]] std::size_t find_check(std::uint32_t feature, std::size_t at) const;

  const unsigned char* slots_ = nullptr;
  std::shared_ptr<const std::vector<std::uint16_t>> checks_;  ///< Of each slot: part of its feature, 0 = free.
  std::uint32_t bits_ = 0;
  std::array<std::int32_t, kNameLabels * kNameRow> transitions_{};
};

}  // namespace ql::lang
