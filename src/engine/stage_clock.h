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

/// Clocks of CPU time (what other jobs on the machine do does not count): of the calling thread, and of all threads.
inline constexpr clockid_t kThisThread = CLOCK_THREAD_CPUTIME_ID, kAllThreads = CLOCK_PROCESS_CPUTIME_ID;

inline double seconds_of(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  constexpr double kNanosecond = 1e-9;
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * kNanosecond;
}

/// Runs `work`, adds the CPU time that it takes to the stage, and returns what `work` returns. kAllThreads is for work
/// that makes threads of its own while no others are busy.
template <class Work>
auto timed(StageTimes& times, Stage stage, const Work& work, clockid_t clock = kThisThread) {
  struct Stopwatch {
    double& total;
    clockid_t clock;
    double begin = seconds_of(clock);
    ~Stopwatch() { total += seconds_of(clock) - begin; }
  };
  const Stopwatch stopwatch{times[stage], clock};
  return work();
}

}  // namespace ql::engine
