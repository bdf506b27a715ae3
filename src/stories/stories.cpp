// SPDX-License-Identifier: Apache-2.0
// AnalysedReport[] -> StoryTable: an index that is filled once. Tested by stories_test.cpp.
#include "stories/stories.h"

#include <algorithm>
#include <memory>
#include <vector>

#include "stories/story_index.h"

namespace ql::stories {

StoryTable group(std::span<const AnalysedReport> reports, const lang::Language& language, unsigned threads) {
  constexpr std::size_t kBatch = 4096;
  StoryIndex index(language, {}, threads);
  std::vector<ReportKey> order;
  std::vector<ReadableReport> batch;
  for (std::size_t begin = 0; begin < reports.size(); begin += kBatch) {
    batch.clear();
    for (const AnalysedReport& report : reports.subspan(begin, std::min(kBatch, reports.size() - begin))) {
      batch.push_back({&report.report, report.notes.mentions});
    }
    for (const ReportKey key : index.add(batch)) order.push_back(key);
  }
  return index.table(order, [&](ReportKey key) {
    return std::shared_ptr<const clean::Report>(std::shared_ptr<void>(), &reports[key.index()].report);
  });
}

}  // namespace ql::stories
