// SPDX-License-Identifier: Apache-2.0
#include "ingest/ingest.h"

#include <fstream>
#include <sstream>

namespace ql::ingest {

void read_reports(const std::vector<std::string>& paths, const Options&, const std::function<void(RawReport&&)>& sink,
                  Diagnostics& diagnostics) {
  for (const std::string& path : paths) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
      diagnostics.push_back({path, Severity::Error, "file.unreadable", std::nullopt, "cannot be read"});
      continue;
    }
    std::ostringstream bytes;
    bytes << file.rdbuf();
    RawReport report;
    report.origin.path = path;
    report.bytes = std::move(bytes).str();
    sink(std::move(report));
  }
}

}  // namespace ql::ingest
