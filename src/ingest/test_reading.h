// SPDX-License-Identifier: Apache-2.0
// For tests of ingest: what comes out of bytes under a name.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ingest/ingest.h"

namespace ql::ingest {

struct TestReading {
  std::vector<RawReport> reports;
  Diagnostics diagnostics;

  [[nodiscard]] std::string codes() const {
    std::string all;
    for (const Diagnostic& diagnostic : diagnostics) all += (all.empty() ? "" : " ") + diagnostic.code;
    return all;
  }
  /// The reports' ids, else their titles, else their texts, joined by '|'.
  [[nodiscard]] std::string names() const {
    std::string all;
    for (const RawReport& report : reports) {
      const std::string name = report.origin.given_id.value_or(report.stated.title.value_or(report.bytes));
      all += (all.empty() ? "" : "|") + name;
    }
    return all;
  }
};

inline TestReading read_test(const std::string& name, std::string bytes, const Options& options = {}) {
  TestReading reading;
  read_reports_in(
      name, std::move(bytes), options, [&reading](RawReport&& raw) { reading.reports.push_back(std::move(raw)); },
      reading.diagnostics);
  return reading;
}

/// The record's bytes in its container.
inline std::string container_slice(const RawReport& report, const std::string& container) {
  const std::uint64_t begin = report.origin.container_begin_byte.value_or(0);
  const std::uint64_t end = report.origin.container_end_byte.value_or(0);
  if (begin > end || end > container.size()) return "(outside)";
  return container.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
}

}  // namespace ql::ingest
