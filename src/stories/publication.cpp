// SPDX-License-Identifier: Apache-2.0
// "2025-06-02T09:48" -> minutes. Days are counted by Howard Hinnant's days_from_civil (std::chrono offers the same
// for year_month_day). Tested by publication_test.cpp.
#include "stories/publication.h"

#include <charconv>
#include <chrono>

namespace ql::stories {
namespace {

std::optional<unsigned> number_at(std::string_view text, std::size_t begin, std::size_t count) {
  if (begin + count > text.size()) return std::nullopt;
  unsigned value = 0;
  const char* first = text.data() + begin;
  const auto [end, error] = std::from_chars(first, first + count, value);
  if (error != std::errc() || end != first + count) return std::nullopt;
  return value;
}

}  // namespace

std::optional<PublicationTime> parse_publication(std::string_view value) {
  const auto year = number_at(value, 0, 4), month = number_at(value, 5, 2), day = number_at(value, 8, 2);
  if (!year || !month || !day || value[4] != '-' || value[7] != '-') return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                                         std::chrono::day(*day)};
  if (!date.ok()) return std::nullopt;
  PublicationTime time;
  time.minute = std::chrono::sys_days(date).time_since_epoch().count() * PublicationTime::kMinutesPerDay;
  const auto hour = number_at(value, 11, 2), minute = number_at(value, 14, 2);
  if (value.size() > 10 && value[10] == 'T' && hour && minute && *hour < 24 && *minute < 60) {
    time.minute += *hour * 60 + *minute;
    time.has_minute = true;
  }
  return time;
}

std::optional<PublicationTime> publication_of(const clean::Report& report) {
  return report.published ? parse_publication(report.published->value) : std::nullopt;
}

bool published_before(const std::optional<PublicationTime>& first, const std::optional<PublicationTime>& second) {
  if (!first || !second) return false;
  if (first->has_minute && second->has_minute) return first->minute < second->minute;
  return first->day() < second->day();
}

}  // namespace ql::stories
