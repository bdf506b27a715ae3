// SPDX-License-Identifier: Apache-2.0
// gzip, Zstandard, bzip2, xz and Brotli, told by their first bytes or named by a header.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "ingest/byte_source.h"

namespace ql::ingest {

enum class Compression : std::uint8_t { None, Gzip, Deflate, Zstd, Brotli, Other };

/// What the first bytes say (6 suffice). Deflate and Brotli have no mark.
Compression compression_of(std::string_view start);

/// `source` unpacked: members and frames in a row are one stream, as RFC 1952 and RFC 8878 have it. A WARC dictionary
/// in front (the frame 0x184D2A5D) is used. Memory: the window of the format, at most 128 MiB. A stream that grows more
/// than 300-fold beyond 256 MiB is a fault (Bomb).
std::unique_ptr<ByteSource> decompressed(std::unique_ptr<ByteSource> source, Compression compression);

/// The same by the first bytes of the source; the source itself if they say nothing.
std::unique_ptr<ByteSource> decompressed(std::unique_ptr<ByteSource> source);

/// Unpacks `bytes` as a header names it ("gzip", "x-gzip", "deflate", "br", "zstd"; bytes without the mark of what is
/// named are taken as they are), up to `max_size` + 1 bytes. False if they are damaged or the name is unknown; what
/// could be unpacked is in `out`.
bool unpack(std::string_view bytes, std::string_view encoding, std::size_t max_size, std::string& out);

}  // namespace ql::ingest
