// SPDX-License-Identifier: Apache-2.0
// Which earlier reports is a report like? An inverted index over the reports' terms. Private to stories.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "stories/publication.h"
#include "stories/terms.h"

namespace ql::stories {

/// Two reports that are alike. a < b in the order of addition.
struct Link {
  std::uint32_t a = 0, b = 0;
  float likeness = 0;  ///< Cosine of the vectors, less with distance in time, more for rare names in common.
};

/// The vectors of all reports in the order of time, and the links between them. Memory: 20 bytes a term of a report.
class NeighbourIndex {
 public:
  /// Adds the next report.
  void add(std::span<const Weighted> vector, const std::optional<PublicationTime>& time);
  /// The links of all reports to those before them. Cost per report: bounded, however many there are (only the latest
  /// postings of a term are visited). `terms` is the number of terms.
  [[nodiscard]] std::vector<Link> find_links(std::uint32_t terms) const;

 private:
  struct Posting {
    std::uint32_t report = 0;
    float weight = 0;
  };
  /// The postings of term t are [begins[t], ends[t]) while reports are visited one after the other.
  struct Postings {
    std::vector<Posting> all;
    std::vector<std::uint32_t> begins, ends;
  };
  struct Scores {
    std::vector<float> of;
    std::vector<std::uint32_t> touched;
  };
  [[nodiscard]] Postings empty_postings(std::uint32_t terms) const;
  void link_report(std::uint32_t report, const Postings& postings, Scores& scores, std::vector<Link>& out) const;
  [[nodiscard]] float likeness(std::uint32_t report, std::uint32_t other) const;
  [[nodiscard]] std::span<const Weighted> vector_of(std::uint32_t report) const;

  std::vector<Weighted> vectors_;
  std::vector<std::size_t> ends_;
  std::vector<std::int64_t> days_;  // kNoDay when unknown
};

}  // namespace ql::stories
