// SPDX-License-Identifier: Apache-2.0
// Lazy averaging: each cell remembers when it last changed and adds its weight times the steps since.
#include "perceptron.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <numeric>
#include <utility>

namespace ql::train {

/// The slot that holds the key, or the free one where it would go.
std::size_t Perceptron::place(std::uint64_t key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key & mask;
  while (!slots_[at].cells.empty() && slots_[at].key != key) at = (at + 1) & mask;
  return at;
}

/// The cells of a key that is about to get one.
std::vector<Perceptron::Cell>& Perceptron::cells_of(std::uint64_t key) {
  if (2 * used_ >= slots_.size()) grow();
  Slot& slot = slots_[place(key)];
  if (slot.cells.empty()) {
    slot.key = key;
    ++used_;
  }
  return slot.cells;
}

void Perceptron::grow() {
  std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
  for (Slot& slot : old) {
    if (!slot.cells.empty()) slots_[place(slot.key)] = std::move(slot);
  }
}

template <class Use>
void Perceptron::each_cell(std::span<const std::uint64_t> keys, const Use& use) const {
  constexpr std::size_t kMost = 128;
  std::array<const std::vector<Cell>*, kMost> found{};
  for (const std::uint64_t key : keys) __builtin_prefetch(&slots_[key & (slots_.size() - 1)]);
  const std::size_t count = std::min(keys.size(), kMost);
  for (std::size_t i = 0; i < count; ++i) {
    found[i] = &slots_[place(keys[i])].cells;
    __builtin_prefetch(found[i]->data());
  }
  for (std::size_t i = 0; i < count; ++i) {
    for (const Cell& cell : *found[i]) use(cell);
  }
}

std::size_t Perceptron::predict(std::span<const std::uint64_t> keys) const {
  std::array<int, lang::LinearModel::kMaxLabels> scores{};
  each_cell(keys, [&](const Cell& cell) { scores[cell.label] += cell.weight; });
  const auto end = scores.begin() + static_cast<std::ptrdiff_t>(labels_.size());
  return static_cast<std::size_t>(std::max_element(scores.begin(), end) - scores.begin());
}

int Perceptron::score(std::span<const std::uint64_t> keys, std::size_t label) const {
  int sum = 0;
  each_cell(keys, [&](const Cell& cell) { sum += cell.label == label ? cell.weight : 0; });
  return sum;
}

void Perceptron::update(std::span<const std::uint64_t> keys, std::size_t label, int amount) {
  for (const std::uint64_t key : keys) {
    std::vector<Cell>& cells = cells_of(key);
    auto cell = std::find_if(cells.begin(), cells.end(), [&](const Cell& c) { return c.label == label; });
    if (cell == cells.end()) {
      cells.push_back({static_cast<std::uint8_t>(label), 0, 0, step_});
      cell = cells.end() - 1;
    }
    cell->total += cell->weight * (step_ - cell->stamp);
    cell->stamp = step_;
    cell->weight += amount;
  }
}

void Perceptron::learn(std::span<const std::uint64_t> keys, std::size_t gold, std::size_t predicted) {
  if (gold != predicted) {
    update(keys, gold, 1);
    update(keys, predicted, -1);
  }
  step();
}

/// Sums of some fifteen weights still fit into 16 bits.
constexpr double kLargest = 2000;

void Perceptron::add_averages(WeightTable& table) const {
  const auto average = [&](const Cell& cell) {
    const std::int64_t total = cell.total + cell.weight * (step_ - cell.stamp);
    return static_cast<double>(total) / static_cast<double>(step_);
  };
  for (const Slot& slot : slots_) {
    if (slot.cells.empty()) continue;
    auto& weights = table[slot.key];
    for (const Cell& cell : slot.cells) weights[cell.label] += average(cell);
  }
}

std::vector<char> linear_model(const std::vector<lang::ModelLabel>& labels, const WeightTable& table, double smallest) {
  double largest = 0;
  for (const auto& [key, weights] : table) {
    for (const auto& [label, weight] : weights) largest = std::max(largest, std::abs(weight));
  }
  std::vector<lang::ModelFeature> features;
  for (const auto& [key, weights] : table) {
    lang::ModelFeature feature{key, {}};
    for (const auto& [label, weight] : weights) {
      if (std::abs(weight) < smallest * largest) continue;
      feature.weights.emplace_back(label, static_cast<std::int16_t>(std::lround(weight / largest * kLargest)));
    }
    if (!feature.weights.empty()) features.push_back(std::move(feature));
  }
  std::sort(features.begin(), features.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
  return lang::write_linear_model(labels, features);
}

bool write_file(const std::string& path, const std::vector<char>& bytes) {
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return file.good();
}

std::vector<std::size_t> shuffled(std::size_t count, std::uint64_t seed) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t i = count; i > 1; --i) {
    seed = lang::feature_key(seed, i);
    std::swap(order[i - 1], order[seed % i]);
  }
  return order;
}

}  // namespace ql::train
