// SPDX-License-Identifier: Apache-2.0
// The passes that build a Reading from its words.
#pragma once

#include "claims/statements_reading.h"

namespace ql::claims {

/// Second pass: fills Reading::units with elements. Needs words and quotations. Cost: linear.
void build_units(Reading& reading);

/// Third pass: cuts the elements of all units into segments. Cost: linear, look-ahead bounded.
void cut_segments(Reading& reading);

}  // namespace ql::claims
