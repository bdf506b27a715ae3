// SPDX-License-Identifier: Apache-2.0
// Report -> ReadReport. Nothing here knows of other reports, so reading is done on any thread in any order and only
// what comes of it is put in line. Tested by story_index_test.cpp.
#include "stories/report_reader.h"

#include <algorithm>
#include <string>

#include "base/hash.h"

namespace ql::stories {
namespace {

/// A number for the name of an outlet or agency; never 0.
std::uint32_t number_of(const std::string& name) { return static_cast<std::uint32_t>(hash64(name)) | 1U; }

}  // namespace

ReportReader::ReportReader(const lang::Language& language, const Rarities& rarities)
    : language_(language), word_reader_(language, rarities), endings_(language), forms_(language) {}

ReadReport ReportReader::read(const ReadableReport& readable) {
  const clean::Report& report = *readable.report;
  word_reader_.read(report, words_);
  mark_names(readable.mentions, words_);
  ReadReport read;
  read.features = feature_reader_.read(words_);
  read.time = publication_of(report);
  read.outlet = report.outlet ? number_of(*report.outlet) : 0;
  read.has_title = report.title.has_value();
  read.form = forms_.form_of(report, words_);
  const std::size_t agencies = std::min(report.agencies.size(), read.agencies.size());
  for (std::size_t i = 0; i < agencies; ++i) read.agencies[i] = number_of(report.agencies[i]);
  read.relay = find_relay(report, ReportId(), words_, endings_);
  return read;
}

ReaderPool::ReaderPool(const lang::Language& language, unsigned threads) : rarities_(language.word_frequency) {
  for (unsigned i = 0; i < std::max(threads, 1U); ++i)
    readers_.push_back(std::make_unique<ReportReader>(language, rarities_));
}

}  // namespace ql::stories
