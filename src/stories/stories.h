// SPDX-License-Identifier: Apache-2.0
// stories: Which reports rest on one another, and which are about one event? AnalysedReport[] -> StoryTable.
#pragma once

#include <span>
#include <vector>

#include "annotate/actor_table.h"
#include "claims/analysed_report.h"
#include "lang/language.h"
#include "stories/story_table.h"

namespace ql::stories {

/// Finds reuse, origins, stories and topics; no traces. The result does not depend on threads or input order (reports
/// come sorted). Cost: near-linear in the number of words; no comparison of all pairs.
StoryTable group(std::span<const AnalysedReport> reports, const lang::Language& language, unsigned threads = 1);

/// Dependence that is not literal: what reports of one topic and different origins share beside passages. Needs the
/// stories, topics and origins of `table`. Something that many origins share links each of them with the first and the
/// one before only. Cost: linear in the words of the reports that are not alone in their topic.
std::vector<Trace> find_traces(std::span<const AnalysedReport> reports, const annotate::ActorTable& actors,
                               const StoryTable& table, const lang::Language& language);

}  // namespace ql::stories
