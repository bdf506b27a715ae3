// SPDX-License-Identifier: Apache-2.0
// Where words begin and end in a piece of text. Private to stories.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace ql::stories {

/// Finds runs of letters and digits, and which of them begin a sentence. Keeps its memory from call to call.
class TextRuns {
 public:
  /// Reads a piece of text that begins and ends between code points. Linear; the text must outlive the questions.
  void find(std::string_view text, TextRange range);
  /// Begin and end of each run, in text order: bytes of the text.
  [[nodiscard]] std::span<const std::uint32_t> bounds() const { return {bounds_.data(), bounds_size_}; }
  /// True if the run that begins at `begin` follows one of the marks . ! ? : in the piece, other runs between apart.
  [[nodiscard]] bool follows_stop(std::uint32_t begin) const {
    const std::uint32_t bit = begin - begin_;
    return (stops_[bit / kBits] >> bit % kBits & 1U) != 0;
  }

 private:
  static constexpr std::uint32_t kBits = 64;

  std::vector<std::uint32_t> bounds_;  // the first bounds_size_
  std::size_t bounds_size_ = 0;
  std::vector<std::uint64_t> stops_;  // a bit for each byte from begin_ on
  std::uint32_t begin_ = 0;
};

}  // namespace ql::stories
