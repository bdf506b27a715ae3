// SPDX-License-Identifier: Apache-2.0
// What the readers of containers share: one file, its records counted, its reports handed on with their origin.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "ingest/ingest.h"

namespace ql::ingest {

/// Where a record lies in its container, in unpacked bytes.
struct RecordRange {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
};

/// A file with records. Readers take a number for each record, also for those that yield no report.
class Container {
 public:
  Container(std::string path, const Options& options, const ReportSink& sink, Diagnostics& diagnostics)
      : path_(std::move(path)), options_(options), sink_(sink), diagnostics_(diagnostics) {}

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] const Options& options() const { return options_; }
  [[nodiscard]] std::uint64_t max_report_bytes() const { return options_.max_report_bytes; }
  /// False once Options::limit is reached or Options::stop says so.
  [[nodiscard]] bool wants_more() const {
    return (options_.stop == nullptr || !*options_.stop) && (!options_.limit || delivered_ < *options_.limit);
  }
  [[nodiscard]] std::uint64_t delivered() const { return delivered_; }

  std::uint64_t next_record() { return next_record_++; }

  /// Hands on a report of its own (no container around it).
  void deliver_file(RawReport&& raw) {
    raw.origin.path = path_;
    send(std::move(raw));
  }
  /// Hands on a record's report. Empty ones (but for withdrawals) and too large ones become diagnostics.
  void deliver(RawReport&& raw, std::uint64_t record, RecordRange range);

  void report(Severity severity, std::string code, std::optional<std::uint64_t> byte, std::string message) {
    diagnostics_.push_back({path_, severity, std::move(code), byte, std::move(message)});
  }
  Diagnostics& diagnostics() { return diagnostics_; }

 private:
  void send(RawReport&& raw) {
    if (!wants_more()) return;
    ++delivered_;
    sink_(std::move(raw));
  }

  std::string path_;
  const Options& options_;
  const ReportSink& sink_;
  Diagnostics& diagnostics_;
  std::uint64_t next_record_ = 0;
  std::uint64_t delivered_ = 0;
};

/// "record 7"
inline std::string record_name(std::uint64_t record) { return "record " + std::to_string(record); }

}  // namespace ql::ingest
