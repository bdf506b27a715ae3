// SPDX-License-Identifier: Apache-2.0
// One figure as a measure, from its words and those around it. Private to this folder.
#pragma once

#include "compare/measure.h"

namespace ql::compare {

/// `previous` is the measure of the figure before in the same report, nullptr for the first; `corrections` are those of
/// that report. Linear in the passage around the figure.
Measure build_measure(const Context& context, Item item, const Measure* previous, Corrections& corrections);

}  // namespace ql::compare
