// SPDX-License-Identifier: Apache-2.0
// The three passes that build a Reading, and what they ask about single marks.
#pragma once

#include "claims/statements_reading.h"

namespace ql::claims {

/// Full stop, question or exclamation mark, ellipsis.
bool is_terminator(std::string_view text);
bool is_quote_mark(std::string_view text);
/// A dash between words; a hyphen counts, too.
bool is_dash(std::string_view text);

/// Second pass: fills Reading::units with elements. Needs words and quotations. Cost: linear.
void build_units(Reading& reading);

/// Third pass: cuts a unit's elements into segments. Cost: linear, look-ahead bounded.
void cut_segments(const Reading& reading, Unit& unit);

}  // namespace ql::claims
