// SPDX-License-Identifier: Apache-2.0
// What an outlet prints under everything: teasers of other reports, notices, footers that clean cannot tell from a
// report's own words, because only many reports together show it.
#pragma once

#include <span>
#include <vector>

#include "claims/analysed_report.h"
#include "stories/story_table.h"

namespace ql::stories {

/// Of each report the sentences with claims that are house text: the same words stand in at least five reports of its
/// outlet, which are of at least four topics. A background paragraph that an outlet repeats from report to report of
/// one affair is none. Ascending; none for reports without an outlet. Cost: linear in the bytes of sentences with
/// claims.
std::vector<std::vector<SentenceId>> find_house_text(std::span<const AnalysedReport> reports, const StoryTable& table);

}  // namespace ql::stories
