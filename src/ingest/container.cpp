// SPDX-License-Identifier: Apache-2.0
// Tested by ingest_test.cpp.
#include "ingest/container.h"

#include <utility>

namespace ql::ingest {

void Container::deliver(RawReport&& raw, std::uint64_t record, RecordRange range) {
  if (raw.bytes.size() > options_.max_report_bytes) {
    report(Severity::Error, "report.too_large", range.begin,
           record_name(record) + " is larger than one report may be (" +
               std::to_string(options_.max_report_bytes >> 20U) + " MiB); split it");
    return;
  }
  if (raw.bytes.empty() && !raw.item.withdrawn) {
    report(Severity::Warning, "report.empty", range.begin, record_name(record) + " holds no text");
    return;
  }
  raw.origin.path = path_;
  raw.origin.container = path_;
  raw.origin.record = record;
  raw.origin.container_begin_byte = range.begin;
  raw.origin.container_end_byte = range.end;
  send(std::move(raw));
}

}  // namespace ql::ingest
