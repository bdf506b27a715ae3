// SPDX-License-Identifier: Apache-2.0
// Text reuse between the reports of a run. Private to stories.
#pragma once

#include <span>
#include <vector>

#include "stories/fingerprint_index.h"
#include "stories/report_reader.h"
#include "stories/report_source.h"
#include "stories/reuse_memory.h"
#include "stories/story_table.h"

namespace ql::stories {

/// Compares the candidate pairs exactly, on all threads of `readers`, and returns those that share text, ordered by
/// (to, from). `candidates` name positions in `order` and must be ascending. Cost: linear in the words of the reports
/// compared anew.
std::vector<Reuse> find_reuse(std::span<const ReportKey> order, const ReportSource& source,
                              std::span<const CandidatePair> candidates, const FingerprintIndex& index,
                              ReaderPool& readers, ReuseMemory& memory);

}  // namespace ql::stories
