// SPDX-License-Identifier: Apache-2.0
// Which of the possible days, months, lengths is meant: pure arithmetic around a reference day. Private to times.
#pragma once

#include <string>
#include <string_view>

#include "annotate/times_period.h"
#include "annotate/times_tense.h"
#include "lang/time_grammar.h"

namespace ql::annotate {

/// The year of a day and month without year: by direction, else the last one unless the next is near.
int choose_year(Date reference, int month, int day, Direction direction);
/// The year of a month without year, likewise; the reference's own month counts as past and as future.
int choose_year_of_month(Date reference, int month, Direction direction);
/// The last (Past, Unknown) or next (Present, Future) such weekday; the reference day itself counts.
Date choose_weekday(Date reference, int weekday, Direction direction);
/// "vergangenen Montag" (-1), "kommenden" (+1), "übernächsten" (+2): the reference day itself does not count.
Date nth_weekday(Date reference, int weekday, int count);
/// The recurring period of grain Season, Quarter or HalfYear with this number, near the reference.
Period choose_recurring(Date reference, Grain grain, int number, Direction direction);
/// The day of a holiday in a year.
Date holiday_date(const lang::Holiday& holiday, int year);

/// The grain of a lexicon unit ("Y", "HY", "WE" ...), or None for units shorter than a day.
Grain grain_of_unit(std::string_view unit);
/// "P2Y", "PT30M", "P1.5W"; a half of a larger unit is told in smaller ones (P6M).
std::string duration_value(double count, std::string_view unit);
/// "PXY", "PTXH": a length of unknown count.
std::string vague_duration(std::string_view unit);

}  // namespace ql::annotate
