// SPDX-License-Identifier: Apache-2.0
// Reports lie in pages of 512 and their words in chunks of 64 KiB, so that an archive grows without copying itself and
// malloc's own bytes do not count. A block that no chunk could hold has one of its own. What removal leaves behind is
// swept up when it is half of all, which costs each removed report as much as it cost to insert.
// Tested by report_store_test.cpp.
#include "stories/report_store.h"

#include <algorithm>
#include <cstring>

#include "base/check.h"

namespace ql::stories {

std::optional<PublicationTime> IndexedReport::time() const {
  if (!dated) return std::nullopt;
  const std::int64_t midnight = day * PublicationTime::kMinutesPerDay;
  return PublicationTime{midnight + std::max<std::int64_t>(minute, 0), minute != kNoMinute};
}

ReportKey ReportStore::insert(const ReadReport& report) {
  const std::span<const Term> terms = report.features.terms();
  const std::span<const std::uint32_t> fingerprints = report.features.fingerprints();
  const auto agencies = std::find(report.agencies.begin(), report.agencies.end(), 0U) - report.agencies.begin();
  IndexedReport indexed;
  static_assert(Features::kMostTerms <= UINT8_MAX);
  indexed.terms = static_cast<std::uint8_t>(terms.size());
  indexed.fingerprints = static_cast<std::uint16_t>(fingerprints.size());
  indexed.agencies = static_cast<std::uint8_t>(agencies) & 7U;
  scratch_.resize(terms.size());
  if (!terms.empty()) std::memcpy(scratch_.data(), terms.data(), terms.size_bytes());
  scratch_.insert(scratch_.end(), report.agencies.begin(), report.agencies.begin() + agencies);
  PackedNumbers::append(fingerprints, scratch_);
  indexed.place = place(scratch_);
  indexed.outlet = report.outlet;
  if (report.time) {
    indexed.dated = true;
    indexed.day = static_cast<std::int32_t>(report.time->day());
    if (report.time->has_minute) indexed.minute = static_cast<std::int16_t>(report.time->minute_of_day());
  }
  indexed.form = static_cast<std::uint8_t>(report.form) & 3U;
  indexed.has_title = report.has_title;
  indexed.there = true;

  const ReportKey key(keys_++);
  if (key.index() % kPageReports == 0) pages_.push_back({std::make_unique<IndexedReport[]>(kPageReports), 0});
  Page& page = pages_.back();
  if (page.reports == nullptr) page.reports = std::make_unique<IndexedReport[]>(kPageReports);  // all had gone
  page.reports[key.index() % kPageReports] = indexed;
  ++page.there;
  return key;
}

bool ReportStore::holds(ReportKey key) const {
  if (key.index() >= keys_) return false;
  const Page& page = pages_[key.index() / kPageReports];
  return page.reports != nullptr && page.reports[key.index() % kPageReports].there;
}

const IndexedReport& ReportStore::operator[](ReportKey key) const {
  QL_CHECK(holds(key));
  return pages_[key.index() / kPageReports].reports[key.index() % kPageReports];
}

void ReportStore::remove(ReportKey key) {
  QL_CHECK(holds(key));
  Page& page = pages_[key.index() / kPageReports];
  IndexedReport& report = page.reports[key.index() % kPageReports];
  removed_words_ += words(block(chunks_, report), report).size();
  report = {};
  if (--page.there == 0) page.reports.reset();
  if (2 * removed_words_ > words_) compact();
}

const std::uint32_t* ReportStore::block(std::span<const Chunk> chunks, const IndexedReport& report) {
  return chunks[report.place >> kChunkBits].words.get() + report.place % kChunkWords;
}

PackedNumbers ReportStore::fingerprints(const std::uint32_t* block, const IndexedReport& report) {
  return {block + report.terms + report.agencies, report.fingerprints};
}

std::span<const std::uint32_t> ReportStore::words(const std::uint32_t* block, const IndexedReport& report) {
  return {block, std::size_t{report.terms} + report.agencies + fingerprints(block, report).words()};
}

std::span<const Term> ReportStore::terms(const IndexedReport& report) const {
  static_assert(sizeof(Term) == sizeof(std::uint32_t));
  return {reinterpret_cast<const Term*>(block(chunks_, report)), report.terms};
}

std::span<const std::uint32_t> ReportStore::agencies(const IndexedReport& report) const {
  return {block(chunks_, report) + report.terms, report.agencies};
}

PackedNumbers ReportStore::fingerprints(const IndexedReport& report) const {
  return fingerprints(block(chunks_, report), report);
}

std::uint32_t ReportStore::place(std::span<const std::uint32_t> words) {
  if (used_ + std::max<std::size_t>(words.size(), 1) > kChunkWords) {
    QL_CHECK(chunks_.size() < kMostChunks);
    const std::size_t size = std::max(kChunkWords, words.size());
    // One more word, since packed numbers are read two words at a time.
    chunks_.push_back({std::unique_ptr<std::uint32_t[]>(new std::uint32_t[size + 1]()), size});
    used_ = 0;
  }
  std::copy(words.begin(), words.end(), chunks_.back().words.get() + used_);
  const auto place = static_cast<std::uint32_t>((chunks_.size() - 1) << kChunkBits | used_);
  used_ += words.size();
  words_ += words.size();
  return place;
}

void ReportStore::compact() {
  const std::vector<Chunk> before = std::move(chunks_);
  chunks_.clear();
  used_ = kChunkWords;
  words_ = removed_words_ = 0;
  for (const Page& page : pages_) {
    if (page.reports == nullptr) continue;
    for (IndexedReport& report : std::span(page.reports.get(), kPageReports)) {
      if (report.there) report.place = place(words(block(before, report), report));
    }
  }
}

std::size_t ReportStore::memory_bytes() const {
  std::size_t bytes = pages_.capacity() * sizeof(Page) + chunks_.capacity() * sizeof(Chunk);
  for (const Page& page : pages_) bytes += page.reports != nullptr ? kPageReports * sizeof(IndexedReport) : 0;
  for (const Chunk& chunk : chunks_) bytes += (chunk.size + 1) * sizeof(std::uint32_t);
  return bytes;
}

}  // namespace ql::stories
