// SPDX-License-Identifier: Apache-2.0
// zlib's gzread() passes plain bytes through and decompresses gzip (also many members in a row), so one reader
// serves both. Memory: one line or one chunk, whichever is larger. Tested by ingest_test.cpp.
#include "ingest/byte_stream.h"

#include <unistd.h>
#include <zlib.h>

#include <algorithm>

namespace ql::ingest {
namespace {

constexpr std::size_t kChunkBytes = 1U << 20;

}  // namespace

ByteStream::ByteStream(const std::string& path) {
  gzFile file = path == "-" ? gzdopen(dup(STDIN_FILENO), "rb") : gzopen(path.c_str(), "rb");
  if (file != nullptr) {
    gzbuffer(file, 1U << 17);
  }
  handle_ = file;
}

ByteStream::~ByteStream() {
  if (handle_ != nullptr) {
    gzclose(static_cast<gzFile>(handle_));
  }
}

bool ByteStream::fill() {
  if (at_end_ || handle_ == nullptr) {
    return false;
  }
  if (position_ > 0) {
    buffer_.erase(0, position_);
    buffer_begin_byte_ += position_;
    position_ = 0;
  }
  const std::size_t old_size = buffer_.size();
  buffer_.resize(old_size + kChunkBytes);
  const int got = gzread(static_cast<gzFile>(handle_), buffer_.data() + old_size, kChunkBytes);
  buffer_.resize(old_size + static_cast<std::size_t>(std::max(got, 0)));
  failed_ = failed_ || got < 0;
  at_end_ = got <= 0;
  return got > 0;
}

std::string_view ByteStream::peek(std::size_t count) {
  while (buffer_.size() - position_ < count && fill()) {
  }
  return std::string_view(buffer_).substr(position_, count);
}

std::optional<ByteStream::Line> ByteStream::next_line(std::size_t max_size) {
  std::size_t searched = 0;
  std::uint64_t begin_byte = buffer_begin_byte_ + position_;
  bool too_long = false;
  for (;;) {
    const std::size_t end = buffer_.find('\n', position_ + searched);
    if (end != std::string::npos) {
      const std::string_view bytes(buffer_.data() + position_, end - position_);
      position_ = end + 1;
      too_long = too_long || bytes.size() > max_size;
      return Line{too_long ? std::string_view() : bytes, begin_byte, too_long};
    }
    searched = buffer_.size() - position_;
    if (searched > max_size) {
      too_long = true;
      position_ = buffer_.size();
      searched = 0;
    }
    if (!fill()) {
      break;
    }
  }
  const std::string_view rest = std::string_view(buffer_).substr(position_);
  position_ = buffer_.size();
  if (rest.empty() && !too_long) {
    return std::nullopt;
  }
  return Line{too_long ? std::string_view() : rest, begin_byte, too_long};
}

std::string ByteStream::read_rest(std::size_t max_size) {
  while (buffer_.size() - position_ <= max_size && fill()) {
  }
  std::string rest = buffer_.substr(position_, max_size + 1);
  position_ = buffer_.size();
  return rest;
}

}  // namespace ql::ingest
