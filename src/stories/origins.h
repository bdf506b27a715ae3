// SPDX-License-Identifier: Apache-2.0
// Which reports of a story rest on one another? Private to stories.
#pragma once

#include <span>
#include <vector>

#include "stories/report_store.h"
#include "stories/story_table.h"

namespace ql::stories {

/// The reports of one story in groups of one origin: copies and relays of one another, and reports that share text
/// and credit one agency. Groups and members ascend. `reuses` are those of the whole run.
class OriginFinder {
 public:
  OriginFinder(const ReportStore& store, std::span<const IndexedReport* const> reports, std::span<const Reuse> reuses);
  [[nodiscard]] std::vector<std::vector<ReportId>> origins_of(std::span<const ReportId> story) const;

 private:
  [[nodiscard]] std::uint32_t find(std::uint32_t report) const;

  std::vector<std::uint32_t> parent_;
};

}  // namespace ql::stories
