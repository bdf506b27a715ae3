// SPDX-License-Identifier: Apache-2.0
// Which statement of a report's time counts. What is printed on the report (date line, dateline, sign-off) was read
// as its metadata before. Tested by times_test.cpp.
#include "annotate/times_document.h"

#include "annotate/times_period.h"

namespace ql::annotate {
namespace {

/// Reads a day from an address like ".../2024/10/23/..." or "...-2024-10-23...".
std::optional<Period> day_in_url(std::string_view url) {
  constexpr std::size_t kLength = 10;
  for (std::size_t i = 0; i + kLength <= url.size(); ++i) {
    const char separator = url[i + 4];
    if ((separator != '/' && separator != '-') || url[i + 7] != separator) continue;
    if (i > 0 && url[i - 1] >= '0' && url[i - 1] <= '9') continue;
    std::string day(url.substr(i, kLength));
    day[4] = day[7] = '-';
    constexpr int kFirstYear = 1990;
    const std::optional<Date> date = parse_iso_day(day);
    if (date && date->year >= kFirstYear) return day_period(*date);
  }
  return std::nullopt;
}

}  // namespace

std::optional<TimeValue> document_time(const clean::Report& report) {
  if (report.published && parse_period(report.published->value)) return report.published;
  if (report.modified && parse_period(report.modified->value)) return report.modified;
  if (report.url) {
    if (const std::optional<Period> day = day_in_url(*report.url)) {
      TimeValue value = time_value(*day);
      value.basis = Basis::Metadata;
      value.from = "url";
      return value;
    }
  }
  return std::nullopt;
}

}  // namespace ql::annotate
