// SPDX-License-Identifier: Apache-2.0
// Figures that stand beside each other in one report: at two places, a part and its whole. Private to this folder.
#pragma once

#include <vector>

#include "compare/findings.h"
#include "compare/measure.h"

namespace ql::compare {

/// One speaker counts the same thing at two places: no conflict, another scope. Each figure is compared with a handful
/// of neighbours.
void relate_places(const Context& context, const std::vector<Measure>& measures, Comparison& out);

/// "43 Verletzte, darunter 12 Polizisten", "3.000 der 11.800 Stellen": the part refines the whole. Linear.
void relate_parts(const Context& context, const std::vector<Measure>& measures, Comparison& out);

}  // namespace ql::compare
