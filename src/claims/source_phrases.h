// SPDX-License-Identifier: Apache-2.0
// Phrases that attribute the clause they stand in: "laut X", "nach Angaben der X", "X zufolge".
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "claims/speakers.h"
#include "claims/statements_reading.h"

namespace ql::claims {

/// An attributing phrase: its elements, its cue words, the source.
struct SourcePhrase {
  std::uint32_t begin = 0, end = 0;
  std::vector<std::uint32_t> cue;
  Phrase speaker;
  std::string speaker_text;  ///< When the source is the first part of a compound ("Polizeiangaben").
  TextRange speaker_range;
  const lang::CueEntry* entry = nullptr;
  bool bound_to_subject = false;  ///< "nach eigenen Angaben"
};

/// The attributing phrases of a unit in text order; they do not overlap. Cost: linear, each looks at a bounded
/// neighbourhood.
std::vector<SourcePhrase> find_source_phrases(const Reading& reading, const Unit& unit);

}  // namespace ql::claims
