// SPDX-License-Identifier: Apache-2.0
// When was a report published, as a number? Private to stories.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "clean/report.h"

namespace ql::stories {

/// A point in time with its precision. Minutes since 1970-01-01, local time as published.
struct PublicationTime {
  std::int64_t minute = 0;
  bool has_minute = false;  ///< False: only the day is known, `minute` is its midnight.

  [[nodiscard]] std::int64_t day() const { return minute / kMinutesPerDay - (minute % kMinutesPerDay < 0 ? 1 : 0); }
  [[nodiscard]] std::int64_t minute_of_day() const { return minute - day() * kMinutesPerDay; }
  static constexpr std::int64_t kMinutesPerDay = 24 * 60;
};

/// Reads "YYYY-MM-DD" with an optional "THH:MM"; nothing else (a month or a week orders nothing).
std::optional<PublicationTime> parse_publication(std::string_view value);

/// The report's time of publication, none when it states none.
std::optional<PublicationTime> publication_of(const clean::Report& report);

/// True if `first` was certainly published before `second`; days decide when a minute is missing.
bool published_before(const std::optional<PublicationTime>& first, const std::optional<PublicationTime>& second);

}  // namespace ql::stories
