// SPDX-License-Identifier: Apache-2.0
// Figures -> claims of one measure, and how their values relate. Private to this folder.
#pragma once

#include <vector>

#include "compare/findings.h"
#include "compare/measure.h"

namespace ql::compare {

/// Appends claims and relations over the given figures (of one story or topic).
void compare_figures(const Context& context, std::vector<Measure> measures, Comparison& comparison);

}  // namespace ql::compare
