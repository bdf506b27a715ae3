// SPDX-License-Identifier: Apache-2.0
// Web archives: WARC 1.0 and 1.1 (ISO 28500), and the older ARC.
#pragma once

#include "ingest/byte_stream.h"
#include "ingest/container.h"

namespace ql::ingest {

/// Streams an archive record by record; at most one record is held. Pages and plain texts in records of type response,
/// resource and conversion become reports; their bytes are the payload with transfer and content encoding undone.
/// What else is there (requests, redirects, pictures) is counted in one note. A broken record costs itself: reading
/// goes on at the next line that starts one.
void read_warc(ByteStream& stream, Container& file);

}  // namespace ql::ingest
