// SPDX-License-Identifier: Apache-2.0
// Text reuse between the reports of a run. Private to stories.
#pragma once

#include <span>
#include <vector>

#include "claims/analysed_report.h"
#include "stories/fingerprints.h"
#include "stories/story_table.h"

namespace ql::stories {

/// Compares the candidate pairs exactly and returns those that share text, ordered by (to, from). `candidates` must
/// be ascending. Cost: linear in the words of the compared reports.
std::vector<Reuse> find_reuse(std::span<const AnalysedReport> reports, std::span<const CandidatePair> candidates,
                              const FingerprintIndex& index);

}  // namespace ql::stories
