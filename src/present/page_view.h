// SPDX-License-Identifier: Apache-2.0
// What the page needs on top of the dossier: the reports' texts in blocks and where every item's words stand in them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "present/dossier.h"

namespace ql::present {

/// Positions of one text in UTF-16 code units, which is what JavaScript counts. Views `text`, which must outlive it.
/// Cost: one pass to build, O(256) bytes per look-up.
class Utf16Positions {
 public:
  explicit Utf16Positions(std::string_view text);
  /// Code units before byte `position`. Requires position <= text size, at a character boundary.
  [[nodiscard]] std::uint32_t at(std::size_t position) const;

 private:
  static constexpr std::size_t kStep = 256;
  std::string_view text_;
  std::vector<std::uint32_t> units_before_;  // at every kStep bytes
};

/// JSON array, one object per report: its id, its blocks (kind, text), and marks (item id, part, block, begin, end in
/// UTF-16 code units of the block's text). Parts: content, cue, speaker, figure.
std::string page_view_json(const Dossier& dossier);

}  // namespace ql::present
