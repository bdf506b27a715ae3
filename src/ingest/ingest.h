// SPDX-License-Identifier: Apache-2.0
// ingest: Which bytes are the reports? Files, folders, records, stdin -> RawReport. The only stage that reads files.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "ingest/raw_report.h"

namespace ql::ingest {

struct Options {
  std::uint64_t max_report_bytes = 64ULL << 20;  ///< Larger single reports are refused with a diagnostic.
};

using ReportSink = std::function<void(RawReport&&)>;

/// Reads every report of `paths` (files, folders, "-") in a fixed order: sorted by path bytes, records as they
/// stand; neither the order of `paths` nor a path that is given twice matters. Calls `sink` once per report,
/// streaming: at most one report is held. Files may be gzip-compressed. A file that cannot be read, an unknown
/// format, a broken record become diagnostics.
void read_reports(const std::vector<std::string>& paths, const Options& options, const ReportSink& sink,
                  Diagnostics& diagnostics);

}  // namespace ql::ingest
