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

bool share_agency(const ReportStore& store, const IndexedReport& a, const IndexedReport& b) {
  const std::span<const std::uint32_t> of_a = store.agencies(a), of_b = store.agencies(b);
  return std::any_of(of_a.begin(), of_a.end(), [&](std::uint32_t agency) {
    return b.outlet == agency || std::find(of_b.begin(), of_b.end(), agency) != of_b.end();
  });
}

bool one_origin(const ReportStore& store, std::span<const IndexedReport* const> reports, const Reuse& reuse) {
  if (!reuse.from.valid()) return false;
  if (reuse.type != ReuseType::SharesText || reuse.coverage >= kGreaterPart) return true;
  const IndexedReport& from = *reports[reuse.from.index()];
  const IndexedReport& to = *reports[reuse.to.index()];
  return share_agency(store, from, to) || share_agency(store, to, from);
}

}  // namespace

OriginFinder::OriginFinder(const ReportStore& store, std::span<const IndexedReport* const> reports,
                           std::span<const Reuse> reuses) {
  parent_.resize(reports.size());
  std::iota(parent_.begin(), parent_.end(), 0U);
  for (const Reuse& reuse : reuses) {
    if (!one_origin(store, reports, reuse)) continue;
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
