// SPDX-License-Identifier: Apache-2.0
// engine: The whole flow on one screen. Paths in, dossier out.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/stage_clock.h"
#include "ingest/ingest.h"
#include "present/dossier.h"

namespace ql::engine {

/// Called now and then from the calling thread while reports are read.
struct Progress {
  std::uint64_t reports_done = 0;
  std::uint64_t file_bytes_done = 0;  ///< Of the files, packed as they are.
};

struct Options {
  unsigned threads = 1;
  ingest::Options ingest;
  std::optional<std::uint64_t> limit;  ///< Only so many reports, the first ones.
  std::string since;                   ///< "2025-03-07": none that is known to be published before that day.
  std::function<void(const Progress&)> on_progress;  ///< May be empty.
  StageTimes* stage_times = nullptr;                 ///< Added to when not null.
};

/// Runs all stages over the reports at `paths`. Never fails: what cannot be read is a diagnostic in the dossier.
/// The dossier is the same for any number of threads and any order of `paths`. Reports in a language without
/// lexicons are kept with a note, but nobody reads what they say.
present::Dossier run(const std::vector<std::string>& paths, const Options& options);

/// Runs ingest and clean only and hands over each report in order, without keeping it. Returns what went wrong.
Diagnostics extract(const std::vector<std::string>& paths, const Options& options,
                    const std::function<void(const clean::Report&)>& sink);

}  // namespace ql::engine
