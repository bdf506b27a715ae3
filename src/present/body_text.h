// SPDX-License-Identifier: Apache-2.0
// The report's own words as one text, without title and furniture: what `quellenlage extract` prints under "text".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "clean/report.h"

namespace ql::present {

/// A range in Unicode code points.
struct CodePointRange {
  std::uint64_t begin = 0, end = 0;
};

/// Body blocks in reading order, trimmed and joined by '\n', with the way from Report::text into it. Keeps a pointer
/// to the report, which must outlive it.
class BodyText {
 public:
  explicit BodyText(const clean::Report& report);

  /// UTF-8.
  [[nodiscard]] const std::string& text() const { return text_; }
  /// Where a range of Report::text stands in text(); nullopt when it begins or ends outside the body.
  [[nodiscard]] std::optional<CodePointRange> position(TextRange range) const;

 private:
  struct Piece {
    TextRange from;                   ///< In Report::text.
    std::uint64_t begin_code_points;  ///< In text().
  };
  [[nodiscard]] const Piece* piece_at(std::uint32_t position) const;
  [[nodiscard]] std::uint64_t code_points(const Piece& piece, std::uint32_t position) const;

  const clean::Report* report_;
  std::string text_;
  std::vector<Piece> pieces_;
};

}  // namespace ql::present
