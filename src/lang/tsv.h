// SPDX-License-Identifier: Apache-2.0
// Reviewed lexicons are UTF-8 TSV files: '#' lines are comments, the first other line names the columns.
#pragma once

#include <string_view>
#include <vector>

namespace ql::lang {

/// A parsed table. Cells are views into the text that it was parsed from, which must outlive it.
class TsvTable {
 public:
  /// Parses `text`. A row with another number of cells than the head is a programmer error (lexicons are
  /// part of the build); `name` is for the message. Cost: linear.
  TsvTable(std::string_view text, std::string_view name);

  [[nodiscard]] std::size_t row_count() const { return cells_.size() / columns_.size(); }
  /// Index of a column. Requires that it exists.
  [[nodiscard]] std::size_t column(std::string_view name) const;
  [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const {
    return cells_[row * columns_.size() + column];
  }

 private:
  std::vector<std::string_view> columns_;
  std::vector<std::string_view> cells_;
};

/// The parts of `text` between separators; an empty text has no parts.
std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace ql::lang
