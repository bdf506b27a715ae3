// SPDX-License-Identifier: Apache-2.0
// Runs of letters and digits -> words and numbers. Private to stories.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/span.h"
#include "base/utf8.h"
#include "stories/text_runs.h"

namespace ql::stories {

/// Where a word of a block stands.
struct CutWord {
  std::uint32_t begin = 0, end = 0;
  bool number = false;          ///< Digits, with points and commas between them: "22.657" and "1,5" are one word each.
  bool digit = false;           ///< Begins with a digit.
  bool sentence_start = false;  ///< First word of the block or after . ! ? :
};

/// Cuts a block of a text into words; keeps its memory from block to block.
class WordCutter {
 public:
  /// Finds the runs of a block that begins and ends between code points. Returns how many words there are at most.
  std::size_t find(std::string_view text, TextRange range) {
    text_ = text;
    range_ = range;
    runs_.find(text, range);
    return runs_.bounds().size() / 2;
  }
  /// Calls use(CutWord) for each word of that block, in text order. Linear.
  template <class Use>
  void for_each(Use use) const {
    const std::span<const std::uint32_t> bounds = runs_.bounds();
    std::uint32_t last_end = range_.begin;
    for (std::size_t i = 0; i < bounds.size(); i += 2) {
      std::uint32_t begin = bounds[i];
      const std::uint32_t end = bounds[i + 1];
      bool starts = i == 0 || runs_.follows_stop(begin);
      if (begin < last_end) [[unlikely]] {  // a number went beyond its run
        begin = last_end;
        starts = false;
        if (begin >= end) continue;
      }
      if (!is_ascii_digit(text_[begin])) [[likely]] {
        use(CutWord{begin, end, false, false, starts});
        continue;
      }
      last_end = end_of_number(begin, end);
      const bool number = last_end != begin;
      if (!number) last_end = end;
      use(CutWord{begin, last_end, number, true, starts});
    }
  }

 private:
  /// The end of the number that begins at `begin`. It is `begin` if letters go on in the run ("5G"), and nothing before
  /// the end of the run else.
  [[nodiscard]] std::uint32_t end_of_number(std::uint32_t begin, std::uint32_t run_end) const {
    bool marks = false;
    std::uint32_t at = begin;
    for (; at < range_.end; ++at) {
      if (is_ascii_digit(text_[at])) continue;
      const bool mark = text_[at] == '.' || text_[at] == ',';
      if (!mark || at + 1 >= range_.end || !is_ascii_digit(text_[at + 1])) break;
      marks = true;
    }
    return at < run_end && !marks ? begin : at;
  }

  TextRuns runs_;
  std::string_view text_;
  TextRange range_;
};

}  // namespace ql::stories
