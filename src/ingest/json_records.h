// SPDX-License-Identifier: Apache-2.0
// Reports in JSON: one object per line (JSONL), one object per file, or an array of objects.
#pragma once

#include <cstdint>
#include <string>

#include "base/diagnostic.h"
#include "ingest/byte_stream.h"
#include "ingest/ingest.h"

namespace ql::ingest {

/// What a container reader works with.
struct RecordContext {
  std::uint64_t max_record_bytes;
  const ReportSink& sink;
  Diagnostics& diagnostics;
};

/// Reads a stream of lines. A line that is no JSON object, too long or without text costs that record only.
void read_json_lines(ByteStream& stream, const std::string& path, const RecordContext& context);

/// Reads one JSON file: an object, an array of objects, or, if it is neither as a whole, lines.
void read_json_file(ByteStream& stream, const std::string& path, const RecordContext& context);

}  // namespace ql::ingest
