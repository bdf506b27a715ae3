// SPDX-License-Identifier: Apache-2.0
// Which report of the run does a retelling retell? Private to stories.
#pragma once

#include <span>

#include "stories/report_source.h"
#include "stories/report_store.h"
#include "stories/story_table.h"

namespace ql::stories {

/// Fills `from` of the retellings whose outlet has exactly one report in the same story that is not known to be later;
/// the others stay as they are. Needs the stories' reports. Cost: linear in the reports of stories with a retelling.
void find_relay_sources(std::span<const IndexedReport* const> reports, std::span<const ReportKey> order,
                        const ReportSource& source, StoryTable& table);

}  // namespace ql::stories
