// SPDX-License-Identifier: Apache-2.0
// When were undated reports written, and which days do their weekdays mean? Narrowed by the dated reports of the
// same story. Everything here is inferred and says from what; a report's own dates are never changed.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/time_value.h"
#include "claims/analysed_report.h"
#include "stories/story_table.h"

namespace ql::compare {

/// What is concluded about one report.
struct ReportChronology {
  /// When it was published; nothing if the report says so itself or nothing can be concluded.
  std::optional<TimeValue> published;
  /// By the index of Annotations::times: the narrowed value, or nothing. A weekday that may be one of several days
  /// keeps its open value (XXXX-WXX-3) and gets the first and last candidate as earliest and latest.
  std::vector<std::optional<TimeValue>> times;
};

struct Chronology {
  std::vector<ReportChronology> reports;  ///< By ReportId; one per report.
};

/// Concludes dates of undated reports, and of reports that know only their month, within each story. The result
/// does not depend on the order of the reports. Cost: linear in the time expressions.
Chronology infer_chronology(std::span<const AnalysedReport> reports, const stories::StoryTable& stories);

/// The inferred time of an expression if there is one, else the report's own.
const TimeValue& best_time(const Chronology& chronology, std::span<const AnalysedReport> reports, ReportId report,
                           std::size_t time);

}  // namespace ql::compare
