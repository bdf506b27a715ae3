// SPDX-License-Identifier: Apache-2.0
// For tests of ingest: bytes as gzip and zlib pack them.
#pragma once

#include <zlib.h>

#include <string>

namespace ql::ingest {

/// `window_bits` as zlib wants them: 15 = zlib, -15 = bare, 31 = gzip.
inline std::string deflated(const std::string& bytes, int window_bits) {
  std::string out(bytes.size() / 2 + 1000, '\0');
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, window_bits, 9, Z_DEFAULT_STRATEGY);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(out.size() - stream.avail_out);
  deflateEnd(&stream);
  return out;
}

inline std::string gzipped(const std::string& bytes) { return deflated(bytes, 31); }

}  // namespace ql::ingest
