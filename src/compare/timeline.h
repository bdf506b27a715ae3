// SPDX-License-Identifier: Apache-2.0
// What is reported to have happened, apart from when it was said. Private to this folder.
#pragma once

#include <span>
#include <vector>

#include "compare/context.h"
#include "compare/findings.h"

namespace ql::compare {

/// Entries for the dated sentences of the given reports that carry a statement or a figure, in order of time; entries
/// of one day with similar words are one, with all its evidence.
std::vector<TimelineEntry> timeline_of(const Context& context, std::span<const ReportId> reports);

}  // namespace ql::compare
