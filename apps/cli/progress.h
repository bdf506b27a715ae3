// SPDX-License-Identifier: Apache-2.0
// The line on the terminal that says how far a long run is.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "lang/messages.h"

namespace ql::cli {

/// Rewrites one line on standard error, a few times a second, when that is a terminal; does nothing otherwise.
class ProgressLine {
 public:
  ProgressLine(const std::vector<std::string>& paths, bool quiet, const lang::Messages& messages);
  ~ProgressLine() { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void update(const engine::Progress& progress);
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  const lang::Messages& messages_;
  bool enabled_;
  bool shown_ = false;
  std::uint64_t total_bytes_ = 0;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point last_ = begin_;
};

}  // namespace ql::cli
