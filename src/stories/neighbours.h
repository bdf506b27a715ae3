// SPDX-License-Identifier: Apache-2.0
// Which earlier reports is a report like? An inverted index over the reports' terms. Private to stories.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "stories/link_evidence.h"

namespace ql::stories {

/// Two reports that are alike. a < b.
struct Link {
  std::uint32_t a = 0, b = 0;
  float likeness = 0;   ///< The product of their vectors, less with distance (link_evidence.h).
  float one_story = 0;  ///< The probability that they are of one story.
};

/// A report as the stage's searches see it.
struct Dated {
  std::span<const Term> terms;
  std::optional<std::int32_t> day;  ///< Of publication.
  std::uint32_t outlet = 0;         ///< Tells outlets apart; 0 = unknown.
};

/// How far two reports are from each other.
Distance distance(const Dated& x, const Dated& y);

/// A report is compared with so many before it at most: the likest ones, as far as their weightiest terms tell.
constexpr std::size_t kMostCandidates = 32;

/// The links of all reports to those before them in time; `in_time` names the reports in that order. In no order, but
/// the same for any number of threads. Cost per report: bounded, however many there are (only the latest postings of a
/// term are visited). Memory: 16 bytes a link, and before there are any some 70 bytes a report (and 4 for each
/// thread), 13 a lead (a weighty term) of a report, and no more than 128 MiB for the terms.
std::vector<Link> find_links(std::span<const Dated> reports, std::span<const std::uint32_t> in_time,
                             unsigned threads = 1, const LinkModel& model = kLinkModel);

}  // namespace ql::stories
