// SPDX-License-Identifier: Apache-2.0
// Which earlier reports is a report like? An inverted index over the reports' terms. Private to stories.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "stories/features.h"

namespace ql::stories {

/// Two reports that are alike. a < b.
struct Link {
  std::uint32_t a = 0, b = 0;
  float product = 0;  ///< Of their vectors.
};

/// A report as the stage's searches see it.
struct Dated {
  std::span<const Term> terms;
  std::optional<std::int32_t> day;  ///< Of publication.
  std::uint32_t outlet = 0;         ///< Tells outlets apart; 0 = unknown.
};

/// What is left of likeness when two reports are so many days apart: 1 for a day or less, about 0.9 after a week.
inline float freshness(double days_apart) {
  constexpr double kLossPerDay = 0.007, kLeastFreshness = 0.88;
  return static_cast<float>(std::max(kLeastFreshness, 1 - kLossPerDay * std::max(0.0, days_apart - 1)));
}
/// What is left of it when the day of one of them is not known, so that time does not speak for one event.
constexpr float kUndatedFreshness = 0.705F;

/// What two reports of one outlet lose in likeness: an outlet seldom reports one event twice, but often likewise.
constexpr float kOutletLoss = 0.04F;

/// Likeness: the product of the vectors, less with distance in time and for one outlet.
inline float likeness(float product, float freshness, bool one_outlet) {
  return product * freshness - (one_outlet ? kOutletLoss : 0);
}
inline float likeness(const Dated& x, const Dated& y, float product) {
  const bool dated = x.day && y.day;
  const float fresh = dated ? freshness(std::abs(static_cast<double>(*x.day) - *y.day)) : kUndatedFreshness;
  return likeness(product, fresh, x.outlet != 0 && x.outlet == y.outlet);
}

/// The links of all reports to those before them in time; `in_time` names the reports in that order. In no order, but
/// the same for any number of threads. Cost per report: bounded, however many there are (only the latest postings of a
/// term are visited). Memory: 12 bytes a link, and before there are any 13 bytes a lead (a weighty term) of a report
/// and no more than 128 MiB for the terms.
std::vector<Link> find_links(std::span<const Dated> reports, std::span<const std::uint32_t> in_time,
                             unsigned threads = 1);

}  // namespace ql::stories
