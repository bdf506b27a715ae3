// SPDX-License-Identifier: Apache-2.0
// Extents of content, shared by the recognisers.
#pragma once

#include "claims/statements_draft.h"

namespace ql::claims {

/// True if the segment is an inserted attribution or relay ("sagte X", "so X", "wie X mitteilte"), not content.
bool is_attribution(const Reading& reading, const Unit& unit, std::uint32_t segment);

/// The end (element) of content that begins with segment `first`: up to the end of the unit, a coordinated main
/// clause of the reporter, or an attribution.
std::uint32_t content_end(const Reading& reading, const Unit& unit, std::uint32_t first);

/// Adds elements [begin, end) as content, quotations cut out if `skip_quotations`.
void add_content(const Reading& reading, const Unit& unit, std::uint32_t begin, std::uint32_t end, Draft& draft);

/// True if a quotation or quotation mark lies inside the content, which makes an indirect statement a mixed one.
bool holds_quotation(const Reading& reading, const std::vector<TextRange>& content);

/// True if a label that denies stands in the segment ("als Gerüchte", "frei erfunden").
bool holds_denial_label(const Reading& reading, const Unit& unit, const Segment& segment);

/// "gekommen", "umgekommen": a participle that forms its perfect with "sein"; "abgeschlossen sein" is a state.
bool takes_sein(const Reading& reading, std::uint32_t token);

/// True if the finite verb of the segment is in a subjunctive.
bool is_subjunctive(const Segment& segment);

}  // namespace ql::claims
