// SPDX-License-Identifier: Apache-2.0
// From ranges of clean text to the evidence that a dossier prints: source bytes with the text that they hold.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "clean/report.h"

namespace ql::present {

/// A range of source bytes and the clean text that it covers; `text` views Report::text.
struct Evidence {
  clean::FieldRange range;
  std::string_view text;
};

/// `range` without white space at its ends, clipped to the report's text.
TextRange trimmed(const clean::Report& report, TextRange range);

/// The evidence of a range; nullopt when nothing but white space is left. A range that crosses blocks keeps its
/// whole extent when the source goes on forwards, else the part in its first block. O(log runs).
std::optional<Evidence> evidence(const clean::Report& report, TextRange range);

/// The evidence of the report's title; nullopt when it has none.
std::optional<Evidence> title_evidence(const clean::Report& report);

/// The evidence of the parts of a range in the report's own words: one piece per block, without furniture
/// between them.
std::vector<Evidence> evidence_pieces(const clean::Report& report, TextRange range);

}  // namespace ql::present
