// SPDX-License-Identifier: Apache-2.0
// Each format is a ByteSource over another one: a buffer of packed bytes, the library's state, and the guard against
// bombs. gzip members and zstd frames are independent, so that after damage reading goes on at the next one. bzip2 and
// xz go through libarchive, which reads them as plain streams. Tested by decompress_test.cpp.
#include "ingest/decompress.h"

#include <archive.h>
#include <archive_entry.h>
#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace ql::ingest {
namespace {

constexpr std::size_t kBufferBytes = 1U << 17;
constexpr std::string_view kGzipMark("\x1F\x8B\x08", 3);
constexpr std::string_view kZstdMark("\x28\xB5\x2F\xFD", 4);
constexpr std::string_view kDictionaryMark("\x5D\x2A\x4D\x18", 4);

/// What all of them share: packed bytes waiting, how much went in and came out, and the fault.
class Unpacker : public ByteSource {
 public:
  explicit Unpacker(std::unique_ptr<ByteSource> packed) : packed_(std::move(packed)) {}

  std::size_t read(char* to, std::size_t size) final {
    if (done_ || fault_ != SourceFault::None) return 0;
    const std::size_t count = unpack_some(to, size);
    bytes_out_ += count;
    constexpr std::uint64_t kHarmlessBytes = 256U << 20;
    constexpr std::uint64_t kMostGrowth = 300;
    if (bytes_out_ > kHarmlessBytes && bytes_out_ / kMostGrowth > bytes_in_) fault_ = SourceFault::Bomb;
    return fault_ == SourceFault::Bomb ? 0 : count;
  }
  [[nodiscard]] SourceFault fault() const final { return fault_ == SourceFault::None ? packed_->fault() : fault_; }

 protected:
  virtual std::size_t unpack_some(char* to, std::size_t size) = 0;

  /// Fetches more packed bytes behind those that wait; false at the end. Some that were read stay for seek().
  bool refill() {
    constexpr std::size_t kHistoryBytes = 1U << 16;
    if (begin_ > 2 * kHistoryBytes) {
      const std::size_t surplus = begin_ - kHistoryBytes;
      buffer_.erase(0, surplus);
      begin_ -= surplus;
      search_from_ -= std::min(search_from_, surplus);
    }
    const std::size_t old_size = buffer_.size();
    buffer_.resize(old_size + kBufferBytes);
    const std::size_t got = packed_->read(buffer_.data() + old_size, kBufferBytes);
    buffer_.resize(old_size + got);
    bytes_in_ += got;
    return got > 0;
  }
  /// True if packed bytes wait or could be fetched.
  bool has_input() { return begin_ < buffer_.size() || refill(); }
  [[nodiscard]] std::string_view waiting() const { return std::string_view(buffer_).substr(begin_); }
  void consume(std::size_t count) { begin_ += count; }
  void set_fault(SourceFault fault) { fault_ = fault; }
  void set_done() { done_ = true; }

  /// A member or frame begins at the waiting byte.
  void begin_member() { search_from_ = begin_ + 1; }
  /// After damage: goes to the next `mark` behind the beginning of the damaged member, some of whose successor may have
  /// been read as part of it. False if none follows.
  bool seek(std::string_view mark) {
    if (fault_ != SourceFault::Damaged) return false;
    for (;;) {
      const std::size_t found = buffer_.find(mark, search_from_);
      if (found != std::string::npos) {
        begin_ = found;
        fault_ = SourceFault::None;
        begin_member();
        return true;
      }
      search_from_ = std::max(search_from_, buffer_.size() - std::min(buffer_.size(), mark.size() - 1));
      begin_ = std::max(begin_, search_from_);
      if (!refill()) return false;
    }
  }

 private:
  std::unique_ptr<ByteSource> packed_;
  std::string buffer_;
  std::size_t begin_ = 0;
  std::size_t search_from_ = 1;  // Behind the beginning of the member that is being read.
  std::uint64_t bytes_in_ = 0, bytes_out_ = 0;
  SourceFault fault_ = SourceFault::None;
  bool done_ = false;
};

/// gzip (RFC 1952), zlib (RFC 1950) and raw deflate (RFC 1951).
class ZlibSource final : public Unpacker {
 public:
  ZlibSource(std::unique_ptr<ByteSource> packed, int window_bits, bool members)
      : Unpacker(std::move(packed)), members_(members) {
    inflateInit2(&stream_, window_bits);
  }
  ~ZlibSource() override { inflateEnd(&stream_); }
  ZlibSource(const ZlibSource&) = delete;
  ZlibSource& operator=(const ZlibSource&) = delete;

  bool resume() override {
    if (!members_ || !seek(kGzipMark)) return false;
    inflateReset(&stream_);
    return true;
  }

 protected:
  std::size_t unpack_some(char* to, std::size_t size) override {
    stream_.next_out = reinterpret_cast<Bytef*>(to);
    stream_.avail_out = static_cast<uInt>(std::min<std::size_t>(size, 1U << 30));
    const uInt wanted = stream_.avail_out;
    while (stream_.avail_out == wanted) {
      if (!has_input()) {
        set_fault(SourceFault::Damaged);
        break;
      }
      const int result = inflate_waiting();
      if (result == Z_STREAM_END) {
        if (!next_member()) break;
      } else if (result != Z_OK && result != Z_BUF_ERROR) {
        set_fault(SourceFault::Damaged);
        break;
      }
    }
    return wanted - stream_.avail_out;
  }

 private:
  int inflate_waiting() {
    const std::string_view input = waiting();
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
    stream_.avail_in = static_cast<uInt>(input.size());
    const int result = inflate(&stream_, Z_NO_FLUSH);
    consume(input.size() - stream_.avail_in);
    return result;
  }

  /// Zero bytes pad some archives; anything else that is no member is left alone, as gzip(1) does.
  bool next_member() {
    while (members_ && has_input() && waiting().front() == '\0') consume(1);
    while (members_ && waiting().size() < kGzipMark.size() && refill()) {
    }
    if (!members_ || !waiting().starts_with(kGzipMark)) {
      set_done();
      return false;
    }
    begin_member();
    inflateReset(&stream_);
    return true;
  }

  bool members_;
  z_stream stream_{};
};

class ZstdSource final : public Unpacker {
 public:
  explicit ZstdSource(std::unique_ptr<ByteSource> packed) : Unpacker(std::move(packed)), state_(ZSTD_createDCtx()) {}
  ~ZstdSource() override { ZSTD_freeDCtx(state_); }
  ZstdSource(const ZstdSource&) = delete;
  ZstdSource& operator=(const ZstdSource&) = delete;

  bool resume() override {
    if (!seek(kZstdMark)) return false;
    ZSTD_DCtx_reset(state_, ZSTD_reset_session_only);
    in_frame_ = false;
    return true;
  }

 protected:
  std::size_t unpack_some(char* to, std::size_t size) override {
    if (!started_) start();
    ZSTD_outBuffer out{to, size, 0};
    while (out.pos == 0) {
      // A frame may still hold output when its input is used up.
      if (!more_output_ && !has_input()) {
        in_frame_ ? set_fault(SourceFault::Damaged) : set_done();
        break;
      }
      const std::string_view input = waiting();
      ZSTD_inBuffer in{input.data(), input.size(), 0};
      const std::size_t result = ZSTD_decompressStream(state_, &out, &in);
      consume(in.pos);
      if (ZSTD_isError(result) != 0) {
        set_fault(SourceFault::Damaged);
        break;
      }
      in_frame_ = result != 0;
      if (!in_frame_) begin_member();
      more_output_ = out.pos == out.size && in_frame_;
    }
    return out.pos;
  }

 private:
  /// "WARC compressed with Zstandard" puts a dictionary, itself packed or not, into a skippable frame in front.
  void start() {
    started_ = true;
    constexpr std::size_t kHead = 8, kMostDictionary = 16U << 20;
    while (waiting().size() < kHead && refill()) {
    }
    if (!waiting().starts_with(kDictionaryMark) || waiting().size() < kHead) return;
    std::size_t size = 0;
    for (std::size_t i = kHead; i > 4; --i) size = size << 8U | static_cast<unsigned char>(waiting()[i - 1]);
    if (size > kMostDictionary) return;
    while (waiting().size() < kHead + size && refill()) {
    }
    if (waiting().size() < kHead + size) return;
    const std::string_view stored = waiting().substr(kHead, size);
    std::string dictionary(stored);
    if (stored.starts_with(kZstdMark)) {
      dictionary.resize(kMostDictionary);
      const std::size_t got = ZSTD_decompress(dictionary.data(), dictionary.size(), stored.data(), stored.size());
      dictionary.resize(ZSTD_isError(got) != 0 ? 0 : got);
    }
    ZSTD_DCtx_loadDictionary(state_, dictionary.data(), dictionary.size());
    consume(kHead + size);
  }

  ZSTD_DCtx* state_;
  bool started_ = false, in_frame_ = false, more_output_ = false;
};

class BrotliSource final : public Unpacker {
 public:
  explicit BrotliSource(std::unique_ptr<ByteSource> packed)
      : Unpacker(std::move(packed)), state_(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)) {}
  ~BrotliSource() override { BrotliDecoderDestroyInstance(state_); }
  BrotliSource(const BrotliSource&) = delete;
  BrotliSource& operator=(const BrotliSource&) = delete;

 protected:
  std::size_t unpack_some(char* to, std::size_t size) override {
    auto* next_out = reinterpret_cast<std::uint8_t*>(to);
    std::size_t left = size;
    while (left == size) {
      if (BrotliDecoderHasMoreOutput(state_) == BROTLI_FALSE && !has_input()) {
        set_fault(SourceFault::Damaged);
        break;
      }
      const std::string_view input = waiting();
      const auto* next_in = reinterpret_cast<const std::uint8_t*>(input.data());
      std::size_t input_left = input.size();
      const BrotliDecoderResult result =
          BrotliDecoderDecompressStream(state_, &input_left, &next_in, &left, &next_out, nullptr);
      consume(input.size() - input_left);
      if (result == BROTLI_DECODER_RESULT_SUCCESS) {
        set_done();
        break;
      }
      if (result == BROTLI_DECODER_RESULT_ERROR) {
        set_fault(SourceFault::Damaged);
        break;
      }
    }
    return size - left;
  }

 private:
  BrotliDecoderState* state_;
};

/// bzip2, xz, lzip, lz4: whatever libarchive knows as a filter of a single stream.
class FilterSource final : public Unpacker {
 public:
  explicit FilterSource(std::unique_ptr<ByteSource> packed)
      : Unpacker(std::move(packed)), archive_(archive_read_new()) {
    archive_read_support_filter_all(archive_);
    archive_read_support_format_raw(archive_);
  }
  ~FilterSource() override { archive_read_free(archive_); }
  FilterSource(const FilterSource&) = delete;
  FilterSource& operator=(const FilterSource&) = delete;

 protected:
  std::size_t unpack_some(char* to, std::size_t size) override {
    if (!started_) {
      started_ = true;
      archive_entry* entry = nullptr;
      if (archive_read_open(archive_, this, nullptr, &FilterSource::fetch, nullptr) != ARCHIVE_OK ||
          archive_read_next_header(archive_, &entry) != ARCHIVE_OK) {
        set_fault(SourceFault::Damaged);
        return 0;
      }
    }
    const la_ssize_t got = archive_read_data(archive_, to, size);
    if (got < 0) set_fault(SourceFault::Damaged);
    if (got == 0) set_done();
    return static_cast<std::size_t>(std::max<la_ssize_t>(got, 0));
  }

 private:
  static la_ssize_t fetch(archive* /*unused*/, void* self, const void** buffer) {
    auto* source = static_cast<FilterSource*>(self);
    source->consume(source->waiting().size());
    if (!source->refill()) return 0;
    *buffer = source->waiting().data();
    return static_cast<la_ssize_t>(source->waiting().size());
  }

  archive* archive_;
  bool started_ = false;
};

constexpr int kGzipWindow = 16 + MAX_WBITS;

}  // namespace

Compression compression_of(std::string_view start) {
  if (start.starts_with(kGzipMark)) return Compression::Gzip;
  if (start.starts_with(kZstdMark) || start.starts_with(kDictionaryMark)) return Compression::Zstd;
  const bool other = start.starts_with("BZh") ||
                     start.starts_with(std::string_view("\xFD"
                                                        "7zXZ",
                                                        5)) ||
                     start.starts_with("LZIP") || start.starts_with(std::string_view("\x04\x22\x4D\x18", 4));
  return other ? Compression::Other : Compression::None;
}

std::unique_ptr<ByteSource> decompressed(std::unique_ptr<ByteSource> source, Compression compression) {
  switch (compression) {
    case Compression::None:
      return source;
    case Compression::Gzip:
      return std::make_unique<ZlibSource>(std::move(source), kGzipWindow, true);
    case Compression::Deflate:
      return std::make_unique<ZlibSource>(std::move(source), MAX_WBITS, false);
    case Compression::Zstd:
      return std::make_unique<ZstdSource>(std::move(source));
    case Compression::Brotli:
      return std::make_unique<BrotliSource>(std::move(source));
    case Compression::Other:
      return std::make_unique<FilterSource>(std::move(source));
  }
  return source;
}

std::unique_ptr<ByteSource> decompressed(std::unique_ptr<ByteSource> source) {
  constexpr std::size_t kMarkBytes = 6;
  std::string start = read_beginning(*source, kMarkBytes);
  const Compression compression = compression_of(start);
  return decompressed(put_back(std::move(start), std::move(source)), compression);
}

bool unpack(std::string_view bytes, std::string_view encoding, std::size_t max_size, std::string& out) {
  std::unique_ptr<ByteSource> source = from_memory(std::string(bytes));
  if (encoding == "gzip" || encoding == "x-gzip" || encoding == "zstd") {
    source = decompressed(std::move(source), compression_of(bytes));
  } else if (encoding == "deflate") {
    // By RFC 9110 that is zlib's format, but some servers send raw deflate.
    const bool zlib = bytes.size() >= 2 && (static_cast<unsigned char>(bytes[0]) & 0x0FU) == 8 &&
                      (static_cast<unsigned char>(bytes[0]) * 256U + static_cast<unsigned char>(bytes[1])) % 31 == 0;
    source = std::make_unique<ZlibSource>(std::move(source), zlib ? MAX_WBITS : -MAX_WBITS, false);
  } else if (encoding == "br") {
    source = decompressed(std::move(source), Compression::Brotli);
  } else if (encoding != "identity" && !encoding.empty()) {
    return false;
  }
  out.clear();
  while (out.size() <= max_size) {
    const std::size_t old_size = out.size();
    const std::size_t wanted = std::min(kBufferBytes, max_size + 1 - old_size);
    out.resize(old_size + wanted);
    const std::size_t got = source->read(out.data() + old_size, wanted);
    out.resize(old_size + got);
    if (got == 0) break;
  }
  return source->fault() == SourceFault::None;
}

}  // namespace ql::ingest
