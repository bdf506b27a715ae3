// SPDX-License-Identifier: Apache-2.0
// Threads for the per-report stages. Results come back in the order in which the inputs were added, so the
// number of threads cannot show in the output.
#pragma once

#include <atomic>
#include <functional>
#include <thread>
#include <utility>
#include <vector>

namespace ql::engine {

/// Collects inputs into batches, works on a batch with all threads, and hands the results to `sink` in order,
/// on the calling thread. At most one batch of inputs and results is held. Call finish() before destruction.
template <class In, class Out>
class OrderedPool {
 public:
  OrderedPool(unsigned threads, std::function<Out(In&&)> work, std::function<void(Out&&)> sink)
      : threads_(threads == 0 ? 1 : threads), work_(std::move(work)), sink_(std::move(sink)) {}

  void add(In&& input) {
    batch_.push_back(std::move(input));
    if (batch_.size() >= kBatchSize) run_batch();
  }

  void finish() {
    if (!batch_.empty()) run_batch();
  }

 private:
  static constexpr std::size_t kBatchSize = 512;

  void run_batch() {
    std::vector<Out> results(batch_.size());
    {
      std::atomic<std::size_t> next{0};
      const auto worker = [&] {
        for (std::size_t i = next.fetch_add(1); i < batch_.size(); i = next.fetch_add(1)) {
          results[i] = work_(std::move(batch_[i]));
        }
      };
      std::vector<std::jthread> helpers;
      for (unsigned i = 1; i < threads_ && i < batch_.size(); ++i) helpers.emplace_back(worker);
      worker();
    }
    batch_.clear();
    for (Out& result : results) sink_(std::move(result));
  }

  unsigned threads_;
  std::function<Out(In&&)> work_;
  std::function<void(Out&&)> sink_;
  std::vector<In> batch_;
};

}  // namespace ql::engine
