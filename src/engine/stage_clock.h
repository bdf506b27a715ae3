// SPDX-License-Identifier: Apache-2.0
// How much CPU time each stage took, for --stats. Measured here and not in the stages, which know no clock.
#pragma once

#include <time.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ql::engine {

enum class Stage : std::uint8_t { Read, Clean, Annotate, Claims, Actors, Stories, Compare, Present };

inline constexpr std::array<std::string_view, 8> kStageNames = {"ingest", "clean",   "annotate", "claims",
                                                                "actors", "stories", "compare",  "present"};

/// CPU seconds per stage; the per-report stages count the seconds of every thread.
struct StageTimes {
  std::array<double, kStageNames.size()> seconds{};

  void add(const StageTimes& other) {
    for (std::size_t i = 0; i < seconds.size(); ++i) seconds[i] += other.seconds[i];
  }
  [[nodiscard]] double& operator[](Stage stage) { return seconds[static_cast<std::size_t>(stage)]; }
};

/// CPU seconds of the calling thread: what other jobs on the machine do does not count.
inline double thread_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  constexpr double kNanosecond = 1e-9;
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * kNanosecond;
}

/// CPU seconds of all threads of the process.
inline double process_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  constexpr double kNanosecond = 1e-9;
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * kNanosecond;
}

/// Runs `work`, which makes threads of its own while no others are at work, and adds what all of them spend.
template <class Work>
auto timed_with_threads(StageTimes& times, Stage stage, const Work& work) {
  const double begin = process_seconds();
  auto result = work();
  times[stage] += process_seconds() - begin;
  return result;
}

/// Runs `work` and adds the CPU time that this thread spends on it to the stage. Returns what `work` returns.
template <class Work>
auto timed(StageTimes& times, Stage stage, const Work& work) {
  struct Stopwatch {
    double& total;
    double begin = thread_seconds();
    ~Stopwatch() { total += thread_seconds() - begin; }
  };
  const Stopwatch stopwatch{times[stage]};
  return work();
}

}  // namespace ql::engine
