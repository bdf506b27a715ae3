// SPDX-License-Identifier: Apache-2.0
// How long each stage took, for --stats. Measured here and not in the stages, which know no clock.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ql::engine {

enum class Stage : std::uint8_t { Read, Clean, Annotate, Claims, Actors, Stories, Compare, Present };

inline constexpr std::array<std::string_view, 8> kStageNames = {"ingest", "clean",   "annotate", "claims",
                                                                "actors", "stories", "compare",  "present"};

/// Seconds per stage; the per-report stages count the seconds of every thread.
struct StageTimes {
  std::array<double, kStageNames.size()> seconds{};

  void add(const StageTimes& other) {
    for (std::size_t i = 0; i < seconds.size(); ++i) seconds[i] += other.seconds[i];
  }
  [[nodiscard]] double& operator[](Stage stage) { return seconds[static_cast<std::size_t>(stage)]; }
};

/// Runs `work` and adds its duration to the stage. Returns what `work` returns.
template <class Work>
auto timed(StageTimes& times, Stage stage, const Work& work) {
  struct Stopwatch {
    double& total;
    std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now();
    ~Stopwatch() { total += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(); }
  };
  const Stopwatch stopwatch{times[stage]};
  return work();
}

}  // namespace ql::engine
