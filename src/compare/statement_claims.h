// SPDX-License-Identifier: Apache-2.0
// Statements -> utterances (one act of speaking in several reports), propositions (several speakers on one thing),
// denials and what became of them. Private to this folder.
#pragma once

#include <span>

#include "compare/context.h"
#include "compare/findings.h"

namespace ql::compare {

/// Appends claims and relations over the statements of the given reports (one story, or the stories of a topic).
void compare_statements(const Context& context, std::span<const ReportId> reports, Comparison& comparison);

}  // namespace ql::compare
