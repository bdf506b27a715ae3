// SPDX-License-Identifier: Apache-2.0
// Memory: one line or one chunk, whichever is larger; blocks are read past the buffer straight to where they go.
// Tested by ingest_test.cpp.
#include "ingest/byte_stream.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace ql::ingest {
namespace {

constexpr std::size_t kChunkBytes = 1U << 18;

}  // namespace

void ByteStream::reserve(std::size_t count) {
  if (count <= capacity_) return;
  capacity_ = std::max(count, 2 * capacity_);
  auto larger = std::make_unique_for_overwrite<char[]>(capacity_);
  if (size_ > 0) std::memcpy(larger.get(), buffer_.get(), size_);
  buffer_ = std::move(larger);
}

bool ByteStream::fill() {
  if (at_end_ || !source_) {
    return false;
  }
  if (position_ > 0) {
    const std::size_t left = size_ - position_;
    std::memmove(buffer_.get(), buffer_.get() + position_, left);
    buffer_begin_byte_ += position_;
    size_ = left;
    position_ = 0;
  }
  reserve(size_ + kChunkBytes);
  const std::size_t got = source_->read(buffer_.get() + size_, kChunkBytes);
  size_ += got;
  at_end_ = got == 0;
  if (at_end_ && fault_ == SourceFault::None) fault_ = source_->fault();
  return got > 0;
}

std::string_view ByteStream::peek(std::size_t count) {
  while (size_ - position_ < count && fill()) {
  }
  return waiting().substr(0, count);
}

std::optional<ByteStream::Line> ByteStream::next_line(std::size_t max_size) {
  std::size_t searched = 0;
  const std::uint64_t begin_byte = position();
  bool too_long = false;
  for (;;) {
    const std::size_t end = waiting().find('\n', searched);
    if (end != std::string_view::npos) {
      const std::string_view bytes = waiting().substr(0, end);
      position_ += end + 1;
      too_long = too_long || bytes.size() > max_size;
      return Line{too_long ? std::string_view() : bytes, begin_byte, too_long, true};
    }
    searched = size_ - position_;
    if (searched > max_size) {
      too_long = true;
      position_ = size_;
      searched = 0;
    }
    if (!fill()) {
      break;
    }
  }
  const std::string_view rest = waiting();
  position_ = size_;
  if (rest.empty() && !too_long) {
    return std::nullopt;
  }
  return Line{too_long ? std::string_view() : rest, begin_byte, too_long, false};
}

std::size_t ByteStream::read(std::size_t count, std::string& out) {
  std::size_t done = 0;
  for (;;) {
    const std::string_view taken = waiting().substr(0, count - done);
    out.append(taken);
    position_ += taken.size();
    done += taken.size();
    if (done == count || peek(std::min(count - done, kChunkBytes)).empty()) return done;
  }
}

std::uint64_t ByteStream::skip(std::uint64_t count) {
  std::uint64_t done = 0;
  while (done < count) {
    if (position_ == size_ && !fill()) break;
    const std::uint64_t taken = std::min<std::uint64_t>(count - done, size_ - position_);
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
  if (bytes.size() > position_) {  // it was handed out from a buffer that has moved on
    const std::string kept(waiting());
    const std::string again(bytes);
    buffer_begin_byte_ = buffer_begin_byte_ + position_ - bytes.size();
    position_ = size_ = 0;
    reserve(again.size() + kept.size());
    std::memcpy(buffer_.get(), again.data(), again.size());
    std::memcpy(buffer_.get() + again.size(), kept.data(), kept.size());
    size_ = again.size() + kept.size();
    return;
  }
  std::memmove(buffer_.get() + position_ - bytes.size(), bytes.data(), bytes.size());
  position_ -= bytes.size();
}

bool ByteStream::resume() {
  if (position_ < size_) return true;
  if (!source_ || !source_->resume()) return false;
  at_end_ = false;
  return true;
}

}  // namespace ql::ingest
