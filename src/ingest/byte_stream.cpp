// SPDX-License-Identifier: Apache-2.0
// Memory: one line or one chunk, whichever is larger; blocks are read past the buffer straight to where they go.
// Tested by ingest_test.cpp.
#include "ingest/byte_stream.h"

#include <algorithm>

namespace ql::ingest {
namespace {

constexpr std::size_t kChunkBytes = 1U << 18;

}  // namespace

bool ByteStream::fill() {
  if (at_end_ || !source_) {
    return false;
  }
  if (position_ > 0) {
    buffer_.erase(0, position_);
    buffer_begin_byte_ += position_;
    position_ = 0;
  }
  const std::size_t old_size = buffer_.size();
  buffer_.resize(old_size + kChunkBytes);
  const std::size_t got = source_->read(buffer_.data() + old_size, kChunkBytes);
  buffer_.resize(old_size + got);
  at_end_ = got == 0;
  if (at_end_ && fault_ == SourceFault::None) fault_ = source_->fault();
  return got > 0;
}

std::string_view ByteStream::peek(std::size_t count) {
  while (buffer_.size() - position_ < count && fill()) {
  }
  return std::string_view(buffer_).substr(position_, count);
}

std::optional<ByteStream::Line> ByteStream::next_line(std::size_t max_size) {
  std::size_t searched = 0;
  const std::uint64_t begin_byte = position();
  bool too_long = false;
  for (;;) {
    const std::size_t end = buffer_.find('\n', position_ + searched);
    if (end != std::string::npos) {
      const std::string_view bytes(buffer_.data() + position_, end - position_);
      position_ = end + 1;
      too_long = too_long || bytes.size() > max_size;
      return Line{too_long ? std::string_view() : bytes, begin_byte, too_long, true};
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
  return Line{too_long ? std::string_view() : rest, begin_byte, too_long, false};
}

std::size_t ByteStream::read(std::size_t count, std::string& out) {
  const std::size_t buffered = std::min(count, buffer_.size() - position_);
  out.append(buffer_, position_, buffered);
  position_ += buffered;
  std::size_t done = buffered;
  while (done < count) {
    const std::size_t got = peek(std::min(count - done, kChunkBytes)).size();
    if (got == 0) break;
    const std::size_t taken = std::min(count - done, buffer_.size() - position_);
    out.append(buffer_, position_, taken);
    position_ += taken;
    done += taken;
  }
  return done;
}

std::uint64_t ByteStream::skip(std::uint64_t count) {
  std::uint64_t done = 0;
  while (done < count) {
    if (position_ == buffer_.size() && !fill()) break;
    const std::uint64_t taken = std::min<std::uint64_t>(count - done, buffer_.size() - position_);
    position_ += static_cast<std::size_t>(taken);
    done += taken;
  }
  return done;
}

std::string ByteStream::read_rest(std::size_t max_size) {
  std::string rest;
  read(max_size + 1, rest);
  return rest;
}

void ByteStream::unread(std::string_view bytes) {
  buffer_.replace(0, position_, bytes);
  buffer_begin_byte_ = buffer_begin_byte_ + position_ - bytes.size();
  position_ = 0;
}

bool ByteStream::resume() {
  if (position_ < buffer_.size()) return true;
  if (!source_ || !source_->resume()) return false;
  at_end_ = false;
  return true;
}

}  // namespace ql::ingest
