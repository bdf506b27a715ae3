// SPDX-License-Identifier: Apache-2.0
// Which reports may share passages? Those with the same winnowed fingerprints of word 8-grams.
// Schleimer, Wilkerson, Aiken: Winnowing (SIGMOD 2003). Private to stories.
#pragma once

#include <cstdint>
#include <vector>

#include "stories/words.h"

namespace ql::stories {

/// Words of a fingerprinted shingle; also the unit of containment.
constexpr std::uint32_t kShingleWords = 8;
/// Of so many shingles one is kept: few of a long text. What a wide window keeps, a narrow one keeps too, so any
/// kShingleWords + window - 1 shared words in a row are sure to share a fingerprint, with the wider of both windows,
/// unless they are all common ones.
constexpr std::uint32_t kLeastWindow = 16, kMostWindow = 32;

/// A fingerprint and the word at which its shingle begins.
struct Fingerprint {
  std::uint32_t value = 0;
  std::uint32_t word = 0;
};

/// The winnowed fingerprints of the words, in text order. Linear; `out` is reused, not appended to.
void winnow(const WordList& list, std::vector<Fingerprint>& out);

}  // namespace ql::stories
