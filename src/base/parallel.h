// SPDX-License-Identifier: Apache-2.0
// Independent pieces of work on several threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace ql {

/// `count` things in a row, cut into pieces of `size` (more than 0) of which the last may be shorter.
class Pieces {
 public:
  struct Piece {
    std::size_t begin = 0, end = 0;
  };
  Pieces(std::size_t count, std::size_t size) : count_(count), size_(size) {}
  /// How many pieces there are.
  [[nodiscard]] std::size_t size() const { return (count_ + size_ - 1) / size_; }
  [[nodiscard]] Piece operator[](std::size_t piece) const {
    return {piece * size_, std::min(count_, (piece + 1) * size_)};
  }

 private:
  std::size_t count_ = 0, size_ = 1;
};

/// Calls work(0, state) to work(count - 1, state), each once, in no order, on up to `threads` threads of which the
/// caller's is one; each thread makes itself a `state` to be used by one call after the other. Returns when all are
/// done. Nothing may throw, and what one call writes no other may touch, except for the state.
template <class MakeState, class Work>
void for_each_index(unsigned threads, std::size_t count, const MakeState& make_state, const Work& work) {
  std::atomic<std::size_t> next{0};
  const auto worker = [&] {
    auto state = make_state();
    for (std::size_t i = next.fetch_add(1); i < count; i = next.fetch_add(1)) work(i, state);
  };
  std::vector<std::jthread> helpers;
  for (unsigned i = 1; i < threads && i < count; ++i) helpers.emplace_back(worker);
  worker();
}

/// The same without a state.
template <class Work>
void for_each_index(unsigned threads, std::size_t count, const Work& work) {
  for_each_index(threads, count, [] { return 0; }, [&](std::size_t i, int) { work(i); });
}

}  // namespace ql
