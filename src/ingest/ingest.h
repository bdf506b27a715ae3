// SPDX-License-Identifier: Apache-2.0
// ingest: Which bytes are the reports? Files, folders, records, stdin -> RawReport. The only stage that reads files.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "ingest/raw_report.h"

namespace ql::ingest {

struct Options {
  std::uint64_t max_report_bytes = 64ULL << 20;  ///< Larger single reports are refused with a diagnostic.
  std::optional<std::uint64_t> limit;            ///< Reading ends after so many reports.
  const bool* stop = nullptr;                    ///< Reading ends when it becomes true; may be null.
  /// Pairs of role ("text", "title", ...; see field_roles()) and the JSON field that has it; before the known names.
  std::vector<std::pair<std::string, std::string>> field_map;
  std::uint64_t* file_bytes_read = nullptr;  ///< Added to while files are read, packed as they are; may be null.
};

using ReportSink = std::function<void(RawReport&&)>;

/// Reads every report of `paths` (files, folders, "-") in a fixed order: sorted by path bytes, records as they
/// stand; neither the order of `paths` nor a path that is given twice matters. Calls `sink` once per report,
/// streaming: at most one report is held (of XML and JSON files that are not in lines, the file). Files may be
/// compressed or in archives. Nothing is fetched from a network. A file that cannot be read, an unknown format, a
/// broken record become diagnostics.
void read_reports(const std::vector<std::string>& paths, const Options& options, const ReportSink& sink,
                  Diagnostics& diagnostics);

/// The same for one file whose bytes are at hand; `name` says what its extension would.
void read_reports_in(const std::string& name, std::string bytes, const Options& options, const ReportSink& sink,
                     Diagnostics& diagnostics);

/// The names of roles that Options::field_map may use.
std::vector<std::string> field_roles();

}  // namespace ql::ingest
