// SPDX-License-Identifier: Apache-2.0
// AnalysedReport[] -> StoryTable: an index that is filled once. Tested by stories_test.cpp.
#include "stories/stories.h"

#include <memory>
#include <vector>

#include "stories/story_index.h"

namespace ql::stories {

StoryTable group(std::span<const AnalysedReport> reports, const lang::Language& language) {
  StoryIndex index(language);
  std::vector<ReportKey> order;
  order.reserve(reports.size());
  for (const AnalysedReport& report : reports) order.push_back(index.add(report.report, report.notes.mentions));
  return index.table(order, [&](ReportKey key) {
    return std::shared_ptr<const clean::Report>(std::shared_ptr<void>(), &reports[key.index()].report);
  });
}

}  // namespace ql::stories
