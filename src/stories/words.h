// SPDX-License-Identifier: Apache-2.0
// A report as a row of words: what reuse and story features are computed from. Private to stories.
#pragma once

#include <cstdint>
#include <vector>

#include "base/span.h"
#include "clean/report.h"

namespace ql::stories {

/// One word of title or body. 24 bytes.
struct Word {
  std::uint64_t key = 0;   ///< Hash of the folded word.
  std::uint32_t stem = 0;  ///< Upper half of the hash of the stem: the feature.
  TextRange text;
  std::uint16_t block = 0;  ///< Index into Report::blocks, capped at 65535.
  std::uint8_t length = 0;  ///< Letters after folding, capped at 255.
  bool capitalised = false;
  bool digit = false;           ///< Starts with a digit.
  bool sentence_start = false;  ///< First word of a block or after . ! ? :
};

/// The words of one report: first those of the title, then those of the body, in text order.
struct WordList {
  std::vector<Word> words;
  std::uint32_t title_words = 0;
};

/// Splits title and body blocks into words (runs of letters and digits). Linear; `out` is reused, not appended to.
void scan_words(const clean::Report& report, WordList& out);

}  // namespace ql::stories
