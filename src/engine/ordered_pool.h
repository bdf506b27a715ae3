// SPDX-License-Identifier: Apache-2.0
// Threads for the per-report stages. Results come back in the order in which the inputs were added, so the
// number of threads cannot show in the output.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include "base/parallel.h"

namespace ql::engine {

/// How many inputs are held at once, by number and by the sizes that add() is told.
struct BatchLimits {
  std::size_t inputs = 512;
  std::uint64_t bytes = 64U << 20;
};

/// Collects inputs into batches, works on a batch with all threads, and hands the results to `sink` in order,
/// on the calling thread. At most one batch of inputs and results is held. Call finish() before destruction.
template <class In, class Out>
class OrderedPool {
 public:
  OrderedPool(unsigned threads, BatchLimits limits, std::function<Out(In&&)> work, std::function<void(Out&&)> sink)
      : threads_(threads == 0 ? 1 : threads), limits_(limits), work_(std::move(work)), sink_(std::move(sink)) {}

  void add(In&& input, std::uint64_t bytes) {
    batch_.push_back(std::move(input));
    bytes_ += bytes;
    if (batch_.size() >= limits_.inputs || bytes_ >= limits_.bytes) run_batch();
  }

  void finish() {
    if (!batch_.empty()) run_batch();
  }

 private:
  void run_batch() {
    std::vector<Out> results(batch_.size());
    for_each_index(threads_, batch_.size(), [&](std::size_t i) { results[i] = work_(std::move(batch_[i])); });
    batch_.clear();
    bytes_ = 0;
    for (Out& result : results) sink_(std::move(result));
  }

  unsigned threads_;
  BatchLimits limits_;
  std::uint64_t bytes_ = 0;
  std::function<Out(In&&)> work_;
  std::function<void(Out&&)> sink_;
  std::vector<In> batch_;
};

}  // namespace ql::engine
