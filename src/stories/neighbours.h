// SPDX-License-Identifier: Apache-2.0
// Which earlier reports is a report like? An inverted index over the reports' terms. Private to stories.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "stories/features.h"
#include "stories/publication.h"

namespace ql::stories {

/// Two reports that are alike. a < b in the order of addition.
struct Link {
  std::uint32_t a = 0, b = 0;
  float likeness = 0;  ///< Cosine of the vectors, less with distance in time, more for rare names in common.
};

/// A report as the index sees it.
struct Dated {
  const Features* features = nullptr;
  std::optional<PublicationTime> time;
};

/// The links of all reports to those before them; `reports` in the order of time. A function of the set of reports: how
/// rare a word is in the run comes from all of them. Cost per report: bounded, however many there are (only the latest
/// postings of a term are visited). Memory: 4 bytes a term of a report and less for common ones, 24 bytes a word.
std::vector<Link> find_links(std::span<const Dated> reports, RarityTable& rarity);

}  // namespace ql::stories
