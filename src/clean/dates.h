// SPDX-License-Identifier: Apache-2.0
// Calendar dates as reports and pages print them; only full dates (year, month, at least) count.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time_value.h"
#include "clean/found_in.h"
#include "lang/document_words.h"

namespace ql::clean {

/// A date in a text. day 0: only year and month; hour -1: no time of day. [begin, end) are bytes of the text.
struct PrintedDate {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  int year = 0;
  int month = 0;
  int day = 0;
  int hour = -1;
  int minute = 0;
  FoundIn found_in = FoundIn::Line;
};

/// The first full date at or after `from`: 2.6.2025, 02.06.25, 2. Juni 2025, June 2, 2025, 2025-06-02T09:48,
/// 2025/06/02, 020915 Jun 25 (day, hour, minute of agencies), with the time of day that follows it. Impossible days are
/// no dates. Years outside 1990..2040 are left out. Linear.
std::optional<PrintedDate> find_date(std::string_view text, std::size_t from, const lang::WordLabels& months);

/// ISO 8601 as in machine-readable attributes; also RFC 822 ("Mon, 02 Jun 2025 09:48:00 +0200"). The time is taken
/// as printed; its zone is dropped. Unlike printed dates, those of archives may lie before 1990.
std::optional<PrintedDate> parse_machine_date(std::string_view text, const lang::WordLabels& months);

/// The date, if there is one, as read in `place`.
std::optional<PrintedDate> found(std::optional<PrintedDate> date, FoundIn place);

/// A point in time in TIMEX3 notation.
TimeValue to_time_value(const PrintedDate& date, Basis basis, std::string from);

}  // namespace ql::clean
