// SPDX-License-Identifier: Apache-2.0
// Run-length coded: a UTF-8 text file is one run, an HTML page has one run per stretch between two tags or
// entities, so the map costs a few percent of the text and a look-up is a binary search.
// Tested by offset_map_test.cpp and by the property tests of clean.
#include "clean/offset_map.h"

#include <algorithm>

#include "clean/report.h"

namespace ql::clean {

void OffsetMap::append_literal(std::uint32_t source_begin, std::uint32_t size_bytes, Field field) {
  if (size_bytes == 0) {
    return;
  }
  const std::uint32_t text_begin = text_size();
  if (!runs_.empty()) {
    OffsetRun& last = runs_.back();
    if (last.literal && last.field == field && last.source_end == source_begin) {
      last.text_end += size_bytes;
      last.source_end += size_bytes;
      return;
    }
  }
  runs_.push_back({text_begin, text_begin + size_bytes, source_begin, source_begin + size_bytes, field, true});
}

void OffsetMap::append_unit(std::uint32_t text_size_bytes, SourceRange source, Field field) {
  if (text_size_bytes == 0) {
    return;
  }
  const std::uint32_t text_begin = text_size();
  runs_.push_back({text_begin, text_begin + text_size_bytes, source.begin, source.end, field, false});
}

void OffsetMap::extend_last_unit(std::uint32_t source_end) {
  QL_CHECK(!runs_.empty() && !runs_.back().literal);
  runs_.back().source_end = source_end;
}

const OffsetRun& OffsetMap::run_at(std::uint32_t text_position) const {
  const auto after =
      std::upper_bound(runs_.begin(), runs_.end(), text_position,
                       [](std::uint32_t position, const OffsetRun& run) { return position < run.text_begin; });
  QL_CHECK(after != runs_.begin());
  const OffsetRun& run = *(after - 1);
  QL_CHECK(text_position < run.text_end);
  return run;
}

SourceRange OffsetMap::to_source(TextRange range) const {
  QL_CHECK(!range.empty() && range.end <= text_size());
  const OffsetRun& first = run_at(range.begin);
  const OffsetRun& last = run_at(range.end - 1);
  const std::uint32_t begin =
      first.literal ? first.source_begin + (range.begin - first.text_begin) : first.source_begin;
  const std::uint32_t end = last.literal ? last.source_begin + (range.end - last.text_begin) : last.source_end;
  return {begin, end};
}

Field OffsetMap::field_at(std::uint32_t text_position) const { return run_at(text_position).field; }

FieldRange source_range(const Report& report, TextRange range) {
  return {report.offsets.to_source(range), report.offsets.field_at(range.begin)};
}

}  // namespace ql::clean
