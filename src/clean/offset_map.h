// SPDX-License-Identifier: Apache-2.0
// The way from clean text back to source bytes, through decoding, entities and removed characters.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/span.h"

namespace ql::clean {

/// The field of a record that a position counts in; everything but JSONL titles is Text.
enum class Field : std::uint8_t { Text, Title };

/// Piecewise map. A run with `literal` maps byte for byte; any other run is one unit (an entity, a decoded
/// byte, collapsed white space): its text bytes all map to the whole of its source bytes.
struct OffsetRun {
  std::uint32_t text_begin = 0;
  std::uint32_t text_end = 0;
  std::uint32_t source_begin = 0;
  std::uint32_t source_end = 0;
  Field field = Field::Text;
  bool literal = true;
};

/// Runs in text order, without gaps. Neighbouring literal runs are joined as they are added.
class OffsetMap {
 public:
  /// Appends a run for the next `text_size` bytes of text. Text grows only at the end; source positions may
  /// jump, also backwards (a title taken from elsewhere).
  void append_literal(std::uint32_t source_begin, std::uint32_t size_bytes, Field field = Field::Text);
  void append_unit(std::uint32_t text_size_bytes, SourceRange source, Field field = Field::Text);

  /// Lets the last unit stand for source bytes up to `source_end` as well. Requires that the last run is a unit.
  void extend_last_unit(std::uint32_t source_end);

  void shrink_to_fit() { runs_.shrink_to_fit(); }

  /// Size of the text mapped so far.
  [[nodiscard]] std::uint32_t text_size() const { return runs_.empty() ? 0 : runs_.back().text_end; }

  /// Source bytes of a non-empty text range: from the first source byte of its first byte to the last of its
  /// last. Requires range.end <= text_size(). O(log runs).
  [[nodiscard]] SourceRange to_source(TextRange range) const;
  /// Field of the byte at `text_position`.
  [[nodiscard]] Field field_at(std::uint32_t text_position) const;

  [[nodiscard]] const std::vector<OffsetRun>& runs() const { return runs_; }

  /// Calls `visit` for the runs that make up `range`, cut to it. Requires range.end <= text_size().
  template <class Visit>
  void for_each_run(TextRange range, Visit visit) const {
    for (const OffsetRun* run = range.empty() ? nullptr : &run_at(range.begin);
         run != nullptr && run < runs_.data() + runs_.size() && run->text_begin < range.end; ++run) {
      OffsetRun part = *run;
      const std::uint32_t begin = std::max(run->text_begin, range.begin);
      const std::uint32_t end = std::min(run->text_end, range.end);
      if (run->literal) {
        part.source_begin += begin - run->text_begin;
        part.source_end -= run->text_end - end;
      }
      part.text_begin = begin;
      part.text_end = end;
      visit(part);
    }
  }

 private:
  [[nodiscard]] const OffsetRun& run_at(std::uint32_t text_position) const;
  std::vector<OffsetRun> runs_;
};

}  // namespace ql::clean
