// SPDX-License-Identifier: Apache-2.0
// Averaged perceptron (Collins 2002) over hashed features, written out as a lang::LinearModel.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "lang/linear_model.h"

namespace ql::train {

/// Weights by feature key and label, for adding up models.
using WeightTable = std::unordered_map<std::uint64_t, std::map<std::uint8_t, double>>;

/// Trains one linear classifier. Deterministic: no randomness inside, and nothing depends on the table's order.
class Perceptron {
 public:
  explicit Perceptron(std::vector<lang::ModelLabel> labels) : labels_(std::move(labels)) {}

  /// The best label under the current weights.
  [[nodiscard]] std::size_t predict(std::span<const std::uint64_t> keys) const;
  /// The current score of one label.
  [[nodiscard]] int score(std::span<const std::uint64_t> keys, std::size_t label) const;
  /// Counts one example; moves the weights from `predicted` towards `gold` when they differ.
  void learn(std::span<const std::uint64_t> keys, std::size_t gold, std::size_t predicted);
  /// Adds `amount` to the weight of one label for all keys at the current step.
  void update(std::span<const std::uint64_t> keys, std::size_t label, int amount);
  void step() { ++step_; }
  /// Adds the averaged weights to `table`: the sum of several runs is one model, steadier than each of them.
  void add_averages(WeightTable& table) const;

 private:
  struct Cell {
    std::uint8_t label;
    int weight;
    std::int64_t total;
    std::int64_t stamp;
  };

  /// A place of the open table; empty cells mean a free one.
  struct Slot {
    std::uint64_t key = 0;
    std::vector<Cell> cells;
  };

  [[nodiscard]] std::size_t place(std::uint64_t key) const;
  std::vector<Cell>& cells_of(std::uint64_t key);
  void grow();
  /// Calls `use` with each cell of the keys, table and cells fetched ahead.
  template <class Use>
  void each_cell(std::span<const std::uint64_t> keys, const Use& use) const;

  std::vector<lang::ModelLabel> labels_;
  std::vector<Slot> slots_ = std::vector<Slot>(1U << 16);
  std::size_t used_ = 0;
  std::int64_t step_ = 1;
};

/// The table as a model: the largest weight becomes 2000; those below `smallest` of it are left out.
std::vector<char> linear_model(const std::vector<lang::ModelLabel>& labels, const WeightTable& table, double smallest);

/// Writes bytes to a file; false when it cannot be written.
bool write_file(const std::string& path, const std::vector<char>& bytes);

/// A fixed pseudo-random order of [0, count), another one for each seed.
std::vector<std::size_t> shuffled(std::size_t count, std::uint64_t seed);

}  // namespace ql::train
