// SPDX-License-Identifier: Apache-2.0
// Reports in JSON: one object per line (JSONL), one object per file, or a list of objects, bare or in an envelope.
#pragma once

#include "ingest/byte_stream.h"
#include "ingest/container.h"

namespace ql::ingest {

/// Reads a stream of lines. A line that is no JSON object, too long or without text costs that record only.
void read_json_lines(ByteStream& stream, Container& file);

/// Reads one JSON file: an object, an array of objects, an object without text that holds such an array ("items" of a
/// JSON Feed, "articles", "results"), or, if it is none of these as a whole, lines.
void read_json_file(ByteStream& stream, Container& file);

}  // namespace ql::ingest
