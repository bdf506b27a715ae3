// SPDX-License-Identifier: Apache-2.0
// Files are read with read(2) in the sizes that the caller asks for. Tested by decompress_test.cpp and ingest_test.cpp.
#include "ingest/byte_source.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace ql::ingest {
namespace {

class FileSource final : public ByteSource {
 public:
  FileSource(int descriptor, std::uint64_t* bytes_read) : descriptor_(descriptor), bytes_read_(bytes_read) {}
  ~FileSource() override { ::close(descriptor_); }
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;

  std::size_t read(char* to, std::size_t size) override {
    ssize_t got = 0;
    do {
      got = ::read(descriptor_, to, size);
    } while (got < 0 && errno == EINTR);
    failed_ = failed_ || got < 0;
    const auto count = static_cast<std::size_t>(std::max<ssize_t>(got, 0));
    if (bytes_read_ != nullptr) *bytes_read_ += count;
    return count;
  }
  [[nodiscard]] SourceFault fault() const override { return failed_ ? SourceFault::Unreadable : SourceFault::None; }

 private:
  int descriptor_;
  std::uint64_t* bytes_read_;
  bool failed_ = false;
};

/// Some bytes, then another source (or nothing).
class JoinedSource final : public ByteSource {
 public:
  JoinedSource(std::string beginning, std::unique_ptr<ByteSource> rest)
      : beginning_(std::move(beginning)), rest_(std::move(rest)) {}

  std::size_t read(char* to, std::size_t size) override {
    if (position_ == beginning_.size()) return rest_ ? rest_->read(to, size) : 0;
    const std::size_t count = std::min(size, beginning_.size() - position_);
    std::memcpy(to, beginning_.data() + position_, count);
    position_ += count;
    return count;
  }
  bool resume() override { return rest_ && rest_->resume(); }
  [[nodiscard]] SourceFault fault() const override { return rest_ ? rest_->fault() : SourceFault::None; }

 private:
  std::string beginning_;
  std::size_t position_ = 0;
  std::unique_ptr<ByteSource> rest_;
};

}  // namespace

std::unique_ptr<ByteSource> open_file(const std::string& path, std::uint64_t* bytes_read) {
  const int descriptor = path == "-" ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return nullptr;
  return std::make_unique<FileSource>(descriptor, bytes_read);
}

std::unique_ptr<ByteSource> from_memory(std::string bytes) {
  return std::make_unique<JoinedSource>(std::move(bytes), nullptr);
}

std::unique_ptr<ByteSource> put_back(std::string beginning, std::unique_ptr<ByteSource> source) {
  return std::make_unique<JoinedSource>(std::move(beginning), std::move(source));
}

std::string read_beginning(ByteSource& source, std::size_t size) {
  std::string bytes(size, '\0');
  std::size_t count = 0;
  while (count < size) {
    const std::size_t got = source.read(bytes.data() + count, size - count);
    if (got == 0) break;
    count += got;
  }
  bytes.resize(count);
  return bytes;
}

}  // namespace ql::ingest
