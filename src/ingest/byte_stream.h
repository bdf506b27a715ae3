// SPDX-License-Identifier: Apache-2.0
// Bytes of a source in the pieces that readers want: lines, blocks, everything.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/byte_source.h"

namespace ql::ingest {

/// A source that is read once, front to back. Positions count unpacked bytes from 0.
class ByteStream {
 public:
  explicit ByteStream(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;

  [[nodiscard]] SourceFault fault() const { return fault_; }
  [[nodiscard]] std::uint64_t position() const { return buffer_begin_byte_ + position_; }

  /// Up to `count` first bytes of what is left, without consuming them.
  std::string_view peek(std::size_t count);

  /// One line, without its '\n'. Valid until the next call.
  struct Line {
    std::string_view bytes;        ///< At most max_size; empty when `too_long`.
    std::uint64_t begin_byte = 0;  ///< In the unpacked stream.
    bool too_long = false;
    bool complete = true;  ///< False if the end of the stream cut it.
  };
  /// The next line, or nothing at the end. Lines beyond `max_size` are skipped and reported as too_long.
  std::optional<Line> next_line(std::size_t max_size);

  /// Appends the next `count` bytes to `out`; fewer at the end. Returns how many.
  std::size_t read(std::size_t count, std::string& out);
  /// Skips `count` bytes; fewer at the end. Returns how many.
  std::uint64_t skip(std::uint64_t count);
  /// Everything that is left, but at most `max_size` + 1 bytes (so that the caller sees that it is too much).
  std::string read_rest(std::size_t max_size);

  /// Gives back bytes that were read last; they come again. Requires that they were read from this stream.
  void unread(std::string_view bytes);

  /// After the end: goes on behind damaged bytes, if the source can. What follows starts a new piece.
  bool resume();

 private:
  bool fill();
  /// Bytes read from the source and not consumed yet.
  [[nodiscard]] std::string_view waiting() const { return {buffer_.get() + position_, size_ - position_}; }
  /// Makes room for `count` bytes in all; keeps the first `size_`.
  void reserve(std::size_t count);

  std::unique_ptr<ByteSource> source_;
  std::unique_ptr<char[]> buffer_;  // no std::string: that would write zeros before the source writes bytes
  std::size_t capacity_ = 0;
  std::size_t size_ = 0;
  std::size_t position_ = 0;             // of the next unread byte in buffer_
  std::uint64_t buffer_begin_byte_ = 0;  // stream offset of buffer_[0]
  bool at_end_ = false;
  SourceFault fault_ = SourceFault::None;  // the first one
};

}  // namespace ql::ingest
