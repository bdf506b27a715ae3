// SPDX-License-Identifier: Apache-2.0
// Where bytes come from: a file, standard input, memory; decompressed where they are compressed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace ql::ingest {

/// Why a source ended before its end.
enum class SourceFault : std::uint8_t {
  None,
  Unreadable,  ///< The system refused to read on.
  Damaged,     ///< Compressed data that is cut or broken.
  Bomb         ///< It grows beyond all measure when unpacked.
};

/// Bytes that are read once, front to back.
class ByteSource {
 public:
  ByteSource() = default;
  virtual ~ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  /// Fills `to` with up to `size` bytes. 0: the end, or a fault.
  virtual std::size_t read(char* to, std::size_t size) = 0;
  /// After a fault: goes to the next place where reading makes sense (the next compressed member). False if none.
  virtual bool resume() { return false; }
  [[nodiscard]] virtual SourceFault fault() const { return SourceFault::None; }
};

/// A file, or standard input for "-"; null if it cannot be opened. Adds to `*bytes_read`, if not null, as it reads.
std::unique_ptr<ByteSource> open_file(const std::string& path, std::uint64_t* bytes_read);

/// Bytes in memory.
std::unique_ptr<ByteSource> from_memory(std::string bytes);

/// `source` behind a beginning that was read from it before.
std::unique_ptr<ByteSource> put_back(std::string beginning, std::unique_ptr<ByteSource> source);

/// Up to `size` first bytes of a source, read from it.
std::string read_beginning(ByteSource& source, std::size_t size);

}  // namespace ql::ingest
