// SPDX-License-Identifier: Apache-2.0
// libarchive over our own stream: ZIP and tar are read front to back; 7z needs its end first and is read into memory.
// Names that are no UTF-8 are replaced by a number. Nothing is ever written to disk, so names cannot point anywhere.
// Tested by ingest_test.cpp.
#include "ingest/archive_files.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace ql::ingest {
namespace {

/// One libarchive reader with its input.
class ArchiveReader {
 public:
  explicit ArchiveReader(ByteStream& stream) : stream_(stream), archive_(archive_read_new()) {
    archive_read_support_format_zip(archive_);
    archive_read_support_format_tar(archive_);
    archive_read_support_format_7zip(archive_);
    archive_read_support_format_cpio(archive_);
  }
  ~ArchiveReader() { archive_read_free(archive_); }
  ArchiveReader(const ArchiveReader&) = delete;
  ArchiveReader& operator=(const ArchiveReader&) = delete;

  bool open() {
    constexpr std::size_t kMostInMemory = 1U << 30;
    if (!stream_.peek(2).starts_with("7z")) {
      return archive_read_open(archive_, this, nullptr, &ArchiveReader::fetch, nullptr) == ARCHIVE_OK;
    }
    piece_ = stream_.read_rest(kMostInMemory);
    return archive_read_open_memory(archive_, piece_.data(), piece_.size()) == ARCHIVE_OK;
  }
  [[nodiscard]] archive* get() const { return archive_; }
  [[nodiscard]] std::string error() const {
    const char* text = archive_error_string(archive_);
    return text == nullptr ? "damaged" : text;
  }

 private:
  static la_ssize_t fetch(archive* /*unused*/, void* self, const void** buffer) {
    constexpr std::size_t kPieceBytes = 1U << 17;
    auto* reader = static_cast<ArchiveReader*>(self);
    reader->piece_.clear();
    const std::size_t got = reader->stream_.read(kPieceBytes, reader->piece_);
    *buffer = reader->piece_.data();
    return static_cast<la_ssize_t>(got);
  }

  ByteStream& stream_;
  archive* archive_;
  std::string piece_;
};

/// The bytes of the entry at which the reader stands.
class EntrySource final : public ByteSource {
 public:
  explicit EntrySource(archive* archive) : archive_(archive) {}
  std::size_t read(char* to, std::size_t size) override {
    const la_ssize_t got = damaged_ ? -1 : archive_read_data(archive_, to, size);
    damaged_ = got < 0;
    bytes_out_ += static_cast<std::uint64_t>(std::max<la_ssize_t>(got, 0));
    if (is_bomb()) return 0;
    return static_cast<std::size_t>(std::max<la_ssize_t>(got, 0));
  }
  [[nodiscard]] SourceFault fault() const override {
    if (is_bomb()) return SourceFault::Bomb;
    return damaged_ ? SourceFault::Damaged : SourceFault::None;
  }

 private:
  [[nodiscard]] bool is_bomb() const {
    constexpr std::uint64_t kHarmlessBytes = 256U << 20, kMostGrowth = 300;
    const auto bytes_in = static_cast<std::uint64_t>(std::max<la_int64_t>(archive_filter_bytes(archive_, -1), 1));
    return bytes_out_ > kHarmlessBytes && bytes_out_ / kMostGrowth > bytes_in;
  }

  archive* archive_;
  std::uint64_t bytes_out_ = 0;
  bool damaged_ = false;
};

std::string name_of(archive_entry* entry, std::uint64_t number) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  std::string text = name == nullptr ? std::string() : std::string(name);
  if (text.empty() || first_invalid_utf8(text) != text.size()) text = "file-" + std::to_string(number);
  return text;
}

bool is_hidden(const std::string& name) {
  const std::string file = name.substr(name.rfind('/') + 1);
  return file.starts_with('.') || name.starts_with("__MACOSX/");
}

}  // namespace

void read_archive_files(ByteStream& stream, Container& archive, const ArchivedFileSink& sink) {
  constexpr std::uint64_t kMostFiles = 10'000'000;
  ArchiveReader reader(stream);
  archive_entry* entry = nullptr;
  int state = reader.open() ? ARCHIVE_OK : ARCHIVE_FATAL;
  std::uint64_t files = 0;
  while (state != ARCHIVE_FATAL && files < kMostFiles) {
    state = archive_read_next_header(reader.get(), &entry);
    if (state == ARCHIVE_EOF) break;
    if (state != ARCHIVE_OK && state != ARCHIVE_WARN) {
      if (state == ARCHIVE_RETRY) continue;
      state = ARCHIVE_FATAL;
      break;
    }
    const std::string name = name_of(entry, files++);
    if (archive_entry_filetype(entry) != AE_IFREG || is_hidden(name)) continue;
    if (archive_entry_is_encrypted(entry) != 0) {
      archive.report(Severity::Error, "archive.encrypted", std::nullopt,
                     "'" + name + "' is encrypted; unpack it first");
      continue;
    }
    if (!sink(name, std::make_unique<EntrySource>(reader.get()))) return;
  }
  if (state == ARCHIVE_FATAL) {
    archive.report(Severity::Error, "archive.broken", std::nullopt,
                   "archive ends early or is damaged (" + reader.error() + "); files after that are missing");
  }
}

}  // namespace ql::ingest
