// SPDX-License-Identifier: Apache-2.0
// Bytes of a file or of stdin, decompressed where they are gzip, in pieces.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ql::ingest {

/// A file that is read once, front to back. Not copyable; closes on destruction.
class ByteStream {
 public:
  /// Opens a file, or stdin for "-". Check is_open().
  explicit ByteStream(const std::string& path);
  ~ByteStream();
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;

  [[nodiscard]] bool is_open() const { return handle_ != nullptr; }
  /// True if reading ended because of an error (a broken gzip member, an I/O error).
  [[nodiscard]] bool failed() const { return failed_; }

  /// Up to `count` first bytes of what is left, without consuming them.
  std::string_view peek(std::size_t count);

  /// One line, without its '\n'. Valid until the next call.
  struct Line {
    std::string_view bytes;        ///< At most max_size; empty when `too_long`.
    std::uint64_t begin_byte = 0;  ///< In the decompressed stream.
    bool too_long = false;
  };
  /// The next line, or nothing at the end. Lines beyond `max_size` are skipped and reported as too_long.
  std::optional<Line> next_line(std::size_t max_size);

  /// Everything that is left, but at most `max_size` + 1 bytes (so that the caller sees that it is too much).
  std::string read_rest(std::size_t max_size);

 private:
  bool fill();

  void* handle_ = nullptr;  // gzFile
  std::string buffer_;
  std::size_t position_ = 0;             // of the next unread byte in buffer_
  std::uint64_t buffer_begin_byte_ = 0;  // stream offset of buffer_[0]
  bool at_end_ = false;
  bool failed_ = false;
};

}  // namespace ql::ingest
