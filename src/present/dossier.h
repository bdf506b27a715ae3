// SPDX-License-Identifier: Apache-2.0
// The dossier: all products of one run together, in the order of the reports' ids. Renderers see only this.
#pragma once

#include <string>
#include <vector>

#include "annotate/actor_table.h"
#include "base/diagnostic.h"
#include "claims/analysed_report.h"
#include "compare/chronology.h"
#include "compare/findings.h"
#include "stories/story_table.h"

namespace ql::present {

struct Dossier {
  std::vector<AnalysedReport> reports;  ///< Index = ReportId.
  annotate::ActorTable actors;
  stories::StoryTable stories;
  compare::Findings findings;
  compare::Chronology chronology;  ///< Inferred times, by report; empty until the engine has concluded them.
  Diagnostics diagnostics;         ///< In the order of the inputs.
};

}  // namespace ql::present
