// SPDX-License-Identifier: Apache-2.0
// One figure as a measure, from its words and those around it. Private to this folder.
#pragma once

#include <span>

#include "compare/measure.h"

namespace ql::compare {

/// `before` are the measures of the figures before in the same report, `corrections` are those of that report. Linear
/// in the passage around the figure.
Measure build_measure(const Context& context, Item item, std::span<const Measure> before, Corrections& corrections);

}  // namespace ql::compare
