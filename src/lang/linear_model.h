// SPDX-License-Identifier: Apache-2.0
// A sparse linear classifier over hashed features, read in place from the binary. Format: docs/formats/linear-model.md.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace ql::lang {

/// Mixes the parts of a feature into its 64-bit key (the same on every machine).
constexpr std::uint64_t feature_key(std::uint64_t part, std::uint64_t other) {
  std::uint64_t key = (part ^ (other + 0x9E3779B97F4A7C15ULL + (part << 6) + (part >> 2))) * 0xFF51AFD7ED558CCDULL;
  return key ^ (key >> 32);
}

/// One label of a model: what it means is two small numbers that the model's user defines.
struct ModelLabel {
  std::uint8_t first = 0;
  std::uint8_t second = 0;
};

/// View of a compiled model; copies are cheap. Thread-safe.
class LinearModel {
 public:
  static constexpr std::size_t kMaxLabels = 96;
  using Scores = std::array<std::int32_t, kMaxLabels>;

  LinearModel() = default;
  /// Reads the file in place. Requires bytes of the right format, aligned to 4, that outlive the model.
  explicit LinearModel(std::string_view bytes);

  [[nodiscard]] std::span<const ModelLabel> labels() const { return labels_; }
  /// Adds the weights of one feature to `scores`. Unknown features weigh nothing (of 65,536 one is taken for another).
  /// Amortised O(1).
  void add(std::uint64_t key, Scores& scores) const;
  /// Adds the weights of all these features. The same sums as one add() per key, but the waits for memory overlap.
  void add_all(std::span<const std::uint64_t> keys, Scores& scores) const;
  /// The label with the highest score; the first of equals.
  [[nodiscard]] std::size_t best(const Scores& scores) const;

 private:
  /// 8 bytes. A feature with one or two weights has them here; one with more has them side by side elsewhere.
  struct Slot {
    std::uint16_t check;
    std::uint8_t
        label;  ///< kFree, kMany (then `rest` counts the weights and `where` says where they begin), or a label.
    std::uint8_t rest;  ///< The second label.
    std::int16_t weight, second_weight;

    static constexpr std::uint8_t kFree = 255, kMany = 254;
    [[nodiscard]] std::uint32_t where() const {
      return static_cast<std::uint16_t>(weight) | static_cast<std::uint32_t>(static_cast<std::uint16_t>(second_weight))
                                                      << 16;
    }
  };

  /// The slot of a feature, or the free slot that ends the search for it.
  [[nodiscard]] const Slot& slot_of(std::uint64_t key) const;
  void add_slot(const Slot& slot, Scores& scores) const;

  std::span<const ModelLabel> labels_;
  const Slot* slots_ = nullptr;
  std::uint64_t mask_ = 0;
  const std::int16_t* weights_ = nullptr;
  const std::uint8_t* weight_labels_ = nullptr;
};

/// Weights of one feature while a model is written.
struct ModelFeature {
  std::uint64_t key = 0;
  std::vector<std::pair<std::uint8_t, std::int16_t>> weights;
};

/// The bytes of a model file. `features` sorted by key, without empty ones. For the trainers.
std::vector<char> write_linear_model(std::span<const ModelLabel> labels, std::span<const ModelFeature> features);

}  // namespace ql::lang
