// SPDX-License-Identifier: Apache-2.0
// A report as a row of words: what reuse and story features are computed from. Private to stories.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "annotate/annotations.h"
#include "base/span.h"
#include "clean/report.h"

namespace ql::stories {

/// What annotate says that a word names.
enum class NameKind : std::uint8_t { None, Person, Organisation, Place };

/// One word of title or body. 24 bytes.
struct Word {
  std::uint64_t key = 0;   ///< Hash of the folded word.
  std::uint32_t stem = 0;  ///< Upper half of the hash of the stem: the feature.
  TextRange text;
  std::uint16_t block = 0;  ///< Index into Report::blocks, capped at 65535.
  std::uint8_t length = 0;  ///< Letters after folding, capped at 255.
  bool capitalised : 1 = false;
  bool digit : 1 = false;    ///< Starts with a digit; "22.657" and "1,5" are one word each.
  bool telling : 1 = false;  ///< A number that is no round, small or yearly one: three digits that count, or a comma.
  bool sentence_start : 1 = false;  ///< First word of a block or after . ! ? :
  NameKind name : 2 = NameKind::None;
};

/// The words of one report: first those of the title, then those of the body, in text order.
struct WordList {
  std::vector<Word> words;
  std::uint32_t title_words = 0;
};

/// Splits title and body blocks into words (runs of letters and digits). Linear; `out` is reused, not appended to.
void scan_words(const clean::Report& report, WordList& out);

/// Marks the words of persons, organisations and places. Linear.
void mark_names(std::span<const annotate::Mention> mentions, WordList& list);

}  // namespace ql::stories
