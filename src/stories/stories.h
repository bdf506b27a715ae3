// SPDX-License-Identifier: Apache-2.0
// stories: Which reports rest on one another, and which are about one event? AnalysedReport[] -> StoryTable.
#pragma once

#include <span>

#include "annotate/actor_table.h"
#include "claims/analysed_report.h"
#include "lang/language.h"
#include "stories/story_table.h"

namespace ql::stories {

/// Finds reuse, origins, stories and topics. The result does not depend on threads or input order (reports come
/// sorted). Cost: near-linear in the number of words; no comparison of all pairs.
StoryTable group(std::span<const AnalysedReport> reports, const annotate::ActorTable& actors,
                 const lang::Language& language);

}  // namespace ql::stories
