// SPDX-License-Identifier: Apache-2.0
// What an index keeps of its reports, packed. Private to stories.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "stories/features.h"
#include "stories/packed_numbers.h"
#include "stories/publication.h"
#include "stories/report_reader.h"
#include "stories/report_source.h"
#include "stories/story_table.h"

namespace ql::stories {

/// A report in the store, without its features.
struct IndexedReport {
  std::uint32_t place = 0;          ///< Of its block of words.
  std::uint32_t outlet = 0;         ///< Tells outlets apart; 0 = unknown.
  std::int32_t day = 0;             ///< Of publication, if `dated`.
  std::int16_t minute = kNoMinute;  ///< Of the day.
  std::uint16_t fingerprints = 0;
  std::uint8_t terms = 0;
  std::uint8_t agencies : 3 = 0;
  std::uint8_t form : 2 = 0;
  bool dated : 1 = false;
  bool has_title : 1 = false;
  bool there : 1 = false;  ///< False once removed.

  static constexpr std::int16_t kNoMinute = -1;
  [[nodiscard]] std::optional<PublicationTime> time() const;
  [[nodiscard]] ReportForm report_form() const { return static_cast<ReportForm>(form); }
};
static_assert(sizeof(IndexedReport) == 20);

/// The reports of an index by their keys: 20 bytes each, and a block of 4-byte words with its terms, the agencies that
/// it credits, and its packed fingerprints. At most 16 GiB of blocks (some forty million reports). Reading is
/// thread-safe as long as nobody writes.
class ReportStore {
 public:
  ReportKey insert(const ReadReport& report);
  /// Requires a key that is there. Blocks move when half of what they take is of removed reports, so views end.
  void remove(ReportKey key);
  [[nodiscard]] bool holds(ReportKey key) const;
  /// Requires a key that is there.
  [[nodiscard]] const IndexedReport& operator[](ReportKey key) const;

  /// Views, good until the next remove().
  [[nodiscard]] std::span<const Term> terms(const IndexedReport& report) const;
  [[nodiscard]] std::span<const std::uint32_t> agencies(const IndexedReport& report) const;
  [[nodiscard]] PackedNumbers fingerprints(const IndexedReport& report) const;

  /// All bytes that the store has taken, spare ones too.
  [[nodiscard]] std::size_t memory_bytes() const;

 private:
  static constexpr std::size_t kPageReports = 1U << 9U;
  static constexpr unsigned kChunkBits = 14;  // of words
  static constexpr std::size_t kChunkWords = std::size_t{1} << kChunkBits, kMostChunks = std::size_t{1} << 18U;

  /// Keys in a row; given back when all of them have been removed.
  struct Page {
    std::unique_ptr<IndexedReport[]> reports;
    std::size_t there = 0;
  };
  struct Chunk {
    std::unique_ptr<std::uint32_t[]> words;
    std::size_t size = 0;
  };
  static const std::uint32_t* block(std::span<const Chunk> chunks, const IndexedReport& report);
  /// All words of a report: `block` is its own.
  static std::span<const std::uint32_t> words(const std::uint32_t* block, const IndexedReport& report);
  static PackedNumbers fingerprints(const std::uint32_t* block, const IndexedReport& report);
  /// Copies words to where there is room and returns the place.
  std::uint32_t place(std::span<const std::uint32_t> words);
  void compact();

  std::vector<Page> pages_;
  std::size_t keys_ = 0;
  std::vector<Chunk> chunks_;
  std::size_t used_ = kChunkWords;  // words of the last chunk
  std::size_t words_ = 0, removed_words_ = 0;
  std::vector<std::uint32_t> scratch_;
};

}  // namespace ql::stories
