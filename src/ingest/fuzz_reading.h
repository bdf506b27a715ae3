// SPDX-License-Identifier: Apache-2.0
// What every fuzz target of ingest checks: bytes under a name are read, records lie in the file and in order, nothing
// is lost silently.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "ingest/ingest.h"

namespace ql::ingest {

/// `packed`: ranges count in unpacked bytes, which are not at hand.
inline void read_fuzzed(const std::string& name, const std::uint8_t* data, std::size_t size, bool packed = false) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  Diagnostics diagnostics;
  std::uint64_t last_begin = 0, last_record = 0;
  std::size_t reports = 0;
  Options options;
  options.max_report_bytes = 1U << 20;
  read_reports_in(
      name, bytes, options,
      [&](RawReport&& raw) {
        QL_CHECK(!raw.origin.container_begin_byte || !raw.bytes.empty() || raw.item.withdrawn);
        QL_CHECK(raw.bytes.size() <= options.max_report_bytes);
        if (raw.origin.record) {
          QL_CHECK(reports == 0 || *raw.origin.record > last_record);
          last_record = *raw.origin.record;
        }
        if (raw.origin.container_begin_byte && !packed) {
          QL_CHECK(*raw.origin.container_begin_byte >= last_begin);
          QL_CHECK(*raw.origin.container_end_byte >= *raw.origin.container_begin_byte);
          QL_CHECK(*raw.origin.container_end_byte <= size);
          last_begin = *raw.origin.container_begin_byte;
        }
        ++reports;
      },
      diagnostics);
  for (const Diagnostic& diagnostic : diagnostics) QL_CHECK(!diagnostic.code.empty() && !diagnostic.message.empty());
  const bool blank = bytes.find_first_not_of(" \t\r\n\f\v\xEF\xBB\xBF") == std::string::npos;
  QL_CHECK(blank || packed || reports > 0 || !diagnostics.empty());
}

}  // namespace ql::ingest
