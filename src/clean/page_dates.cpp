// SPDX-License-Identifier: Apache-2.0
// candidates in order of trust -> first -> checked against what the page shows. Tested by page_dates_test.cpp.
#include "clean/page_dates.h"

#include <array>
#include <cstdlib>

namespace ql::clean {
namespace {

using Candidate = std::optional<PrintedDate>;

bool same_day(const Candidate& a, const Candidate& b) {
  return a && b && a->year == b->year && a->month == b->month && a->day == b->day;
}

/// Days since some day, exact enough to tell neighbours (all days of the proleptic calendar have their own number).
int day_number(const PrintedDate& date) {
  const int year = date.month > 2 ? date.year : date.year - 1;
  const int month = date.month > 2 ? date.month - 3 : date.month + 9;
  return year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + date.day;
}

bool is_neighbour(const PrintedDate& a, const Candidate& b) {
  return b && b->day > 0 && a.day > 0 && std::abs(day_number(a) - day_number(*b)) == 1;
}

bool is_shown(const PageMetadata& page, const Candidate& date) {
  return same_day(date, page.date_place) || same_day(date, page.shown_date) || same_day(date, page.url_date);
}

/// The same day with its time, where another statement has it.
PrintedDate sharpened(const PrintedDate& date, const PageMetadata& page) {
  if (date.hour >= 0) return date;
  for (const Candidate* other : {&page.meta_published, &page.time_tag, &page.date_place, &page.shown_date}) {
    if (*other && (*other)->hour >= 0 && same_day(date, *other)) return **other;
  }
  return date;
}

}  // namespace

std::optional<PrintedDate> published_of(const PageMetadata& page) {
  const bool meta_wins = page.published && is_shown(page, page.meta_published) && !is_shown(page, page.published);
  // A <meta> named "date" is often that of the file; the page's own word on it is better.
  const bool plain = page.meta_is_plain && !is_shown(page, page.meta_published);
  // A <time> that differs from the date right below the title belongs to something else on the page.
  const bool far_time = page.time_tag && page.shown_is_near && !same_day(page.time_tag, page.shown_date);
  const Candidate none;
  const std::array<const Candidate*, 7> order{meta_wins ? &page.meta_published : &page.published,
                                              plain ? &none : &page.meta_published,
                                              &page.url_date,
                                              page.shown_is_short ? &page.shown_date : &page.date_place,
                                              far_time ? &page.shown_date : &page.time_tag,
                                              &page.meta_published,
                                              &page.script_date};
  for (const Candidate* candidate : order) {
    if (!*candidate) continue;
    const PrintedDate& date = **candidate;
    if (date.hour >= 0 && !is_shown(page, *candidate)) {
      if (is_neighbour(date, page.url_date)) return sharpened(*page.url_date, page);
      if (is_neighbour(date, page.date_place)) return sharpened(*page.date_place, page);
    }
    return sharpened(date, page);
  }
  return std::nullopt;
}

}  // namespace ql::clean
