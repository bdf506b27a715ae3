// SPDX-License-Identifier: Apache-2.0
// Half-open byte ranges, one type per coordinate space, so that an offset into a report's clean text
// cannot be mistaken for an offset into the file that it came from.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "base/check.h"

namespace ql {

/// A half-open byte range [begin, end) in one coordinate space. 8 bytes, trivially copyable.
/// One report's source is below 4 GiB (ingest refuses more), so 32 bits suffice.
template <class Space>
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin >= end; }
  [[nodiscard]] constexpr bool contains(Range other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] constexpr bool contains(std::uint32_t position) const { return begin <= position && position < end; }
  [[nodiscard]] constexpr bool overlaps(Range other) const { return begin < other.end && other.begin < end; }
  /// The smallest range that covers both.
  [[nodiscard]] constexpr Range hull(Range other) const {
    return {std::min(begin, other.begin), std::max(end, other.end)};
  }
  friend constexpr auto operator<=>(const Range&, const Range&) = default;
};

/// Bytes of Report::text.
using TextRange = Range<struct TextSpace>;
/// Bytes of the report's own source (see ingest/raw_report.h); what a dossier prints.
using SourceRange = Range<struct SourceSpace>;
/// Indices of Annotations::tokens.
using TokenRange = Range<struct TokenSpace>;

/// The bytes that a range covers. Requires range.end <= text.size(). The view lives as long as `text`.
inline std::string_view slice(std::string_view text, TextRange range) {
  QL_CHECK(range.begin <= range.end && range.end <= text.size());
  return text.substr(range.begin, range.size());
}

}  // namespace ql
