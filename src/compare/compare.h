// SPDX-License-Identifier: Apache-2.0
// compare: Where do the reports agree, differ, or get overtaken? StoryTable + claims -> Findings.
#pragma once

#include <span>

#include "annotate/actor_table.h"
#include "claims/analysed_report.h"
#include "compare/chronology.h"
#include "compare/findings.h"
#include "lang/language.h"
#include "stories/story_table.h"

namespace ql::compare {

/// Compares statements and figures within every story, and across the stories of a topic. Every relation names
/// its rule and the slots compared. Order in time rests on `chronology` where reports do not say it. Thread-safe;
/// near-linear per story through blocking keys.
Findings compare(std::span<const AnalysedReport> reports, const annotate::ActorTable& actors,
                 const stories::StoryTable& stories, const Chronology& chronology, const lang::Language& language);

}  // namespace ql::compare
