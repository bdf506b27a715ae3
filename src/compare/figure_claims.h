// SPDX-License-Identifier: Apache-2.0
// Figures -> claims of one measure, and how their values relate. Private to this folder.
#pragma once

#include <span>

#include "compare/context.h"
#include "compare/findings.h"

namespace ql::compare {

/// Appends claims and relations over the figures of the given reports (one story).
void compare_figures(const Context& context, std::span<const ReportId> reports, Comparison& comparison);

}  // namespace ql::compare
