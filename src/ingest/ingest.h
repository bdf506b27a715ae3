// SPDX-License-Identifier: Apache-2.0
// ingest: Which bytes are the reports? Files, folders, records, stdin -> RawReport. The only stage that reads files.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "ingest/raw_report.h"

namespace ql::ingest {

struct Options {
  std::uint64_t max_report_bytes = 64ULL << 20;  ///< Larger single reports are refused with a diagnostic.
};

/// Reads every report of `paths` (files, folders, "-") in a fixed order: folders sorted by path bytes, records
/// as they stand; the order of `paths` does not matter. Calls `sink` once per report, streaming: at most one
/// report is held. A file that cannot be read, an unknown format, a broken record become diagnostics.
void read_reports(const std::vector<std::string>& paths, const Options& options,
                  const std::function<void(RawReport&&)>& sink, Diagnostics& diagnostics);

}  // namespace ql::ingest
