// SPDX-License-Identifier: Apache-2.0
// Reuse records -> origins, by union of reports. A copy has the origin of its source, and so has a report that only
// relays another one of the run. Two reports that share passages rest on one text if it is the greater part of either,
// or if both credit the same agency: the wire report behind them is one origin even if it is not among the input.
// Reports that retell the same outlet rest on that outlet. A shared quotation alone joins nothing: both may have heard
// the speaker. Tested by stories_test.cpp.
#include "stories/origins.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>

#include "base/utf8.h"

namespace ql::stories {
namespace {

constexpr float kGreaterPart = 0.5F;

bool share_agency(const IndexedReport& a, const IndexedReport& b) {
  if (!a.agencies) return false;
  return std::any_of(a.agencies->begin(), a.agencies->end(), [&](std::uint32_t agency) {
    const bool credited = b.agencies && std::find(b.agencies->begin(), b.agencies->end(), agency) != b.agencies->end();
    return agency != 0 && (credited || b.outlet == agency);
  });
}

bool one_origin(std::span<const IndexedReport* const> reports, const Reuse& reuse) {
  if (!reuse.from.valid()) return false;
  if (reuse.type != ReuseType::SharesText || reuse.coverage >= kGreaterPart) return true;
  const IndexedReport& from = *reports[reuse.from.index()];
  const IndexedReport& to = *reports[reuse.to.index()];
  return share_agency(from, to) || share_agency(to, from);
}

}  // namespace

OriginFinder::OriginFinder(std::span<const IndexedReport* const> reports, std::span<const Reuse> reuses) {
  parent_.resize(reports.size());
  std::iota(parent_.begin(), parent_.end(), 0U);
  for (const Reuse& reuse : reuses) {
    if (!one_origin(reports, reuse)) continue;
    const std::uint32_t a = find(reuse.from.value), b = find(reuse.to.value);
    parent_[std::max(a, b)] = std::min(a, b);
  }
  std::map<std::string, ReportId> first_relay;
  for (const Reuse& reuse : reuses) {
    if (reuse.type != ReuseType::Repeats) continue;
    const ReportId first = first_relay.emplace(to_lower_utf8(reuse.outlet), reuse.to).first->second;
    const std::uint32_t a = find(first.value), b = find(reuse.to.value);
    parent_[std::max(a, b)] = std::min(a, b);
  }
}

std::uint32_t OriginFinder::find(std::uint32_t report) const {
  while (parent_[report] != report) report = parent_[report];
  return report;
}

std::vector<std::vector<ReportId>> OriginFinder::origins_of(std::span<const ReportId> story) const {
  std::map<std::uint32_t, std::vector<ReportId>> groups;
  for (const ReportId report : story) groups[find(report.value)].push_back(report);
  std::vector<std::vector<ReportId>> origins;
  for (auto& [root, members] : groups) origins.push_back(std::move(members));
  std::sort(origins.begin(), origins.end());
  return origins;
}

}  // namespace ql::stories
