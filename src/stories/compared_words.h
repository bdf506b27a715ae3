// SPDX-License-Identifier: Apache-2.0
// A report as a row of words for comparing it with others word by word. Private to stories.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "clean/report.h"
#include "stories/spelling.h"
#include "stories/word_cutter.h"

namespace ql::stories {

/// The words of one report, those of a WordList in its order, but only which words are the same and where they stand.
struct ComparedWords {
  std::vector<std::uint32_t> keys;          ///< Equal for words that are equal when folded.
  std::vector<TextRange> texts;             ///< Of each word.
  std::vector<std::uint32_t> block_starts;  ///< The first word of each block, ascending.
  [[nodiscard]] std::size_t size() const { return keys.size(); }
};

/// Splits texts into words as WordReader does. Nothing is looked up, so it takes a third of the time. Not thread-safe.
class ComparedWordReader {
 public:
  /// Linear in the bytes; `out` is reused, not appended to.
  void read(const clean::Report& report, ComparedWords& out);

 private:
  void read_block(std::string_view text, TextRange range, ComparedWords& out);
  std::uint32_t key_of_other(const Spelling& spelling, std::string_view text, const CutWord& word);

  /// A word that had to be folded: its spelling, but for one bit, and its key.
  struct Folded {
    std::uint64_t check = 0;  ///< 0 = free
    std::uint32_t key = 0;
  };
  static constexpr std::size_t kFoldedWords = 1U << 12U;

  WordCutter cutter_;
  std::vector<Folded> latest_{kFoldedWords};
  std::string folded_;  // scratch
};

}  // namespace ql::stories
