// SPDX-License-Identifier: Apache-2.0
// Reports of one story appear within days of each other, so the dated ones give the undated ones a window. In a
// report whose own time is such a window (or only a month), the first weekday in the text is the news, which lies in
// the window; the other weekdays lie in the six days before it. That leaves a few candidates, all a week apart: one
// candidate becomes a day, several stay an open weekday with earliest and latest. Weekdays that a verb sends ahead
// are left open, and so is everything in a story without a dated report. Tested by chronology_test.cpp.
#include "compare/chronology.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/calendar.h"

namespace ql::compare {
namespace {

constexpr int kDaysPerWeek = 7;

/// Days between which a report was published, and how that is known.
struct Window {
  Date first, last;
  std::string from;
};

/// The days of a stated time: "2024-10-23T14:07", "2024-10-23", "2024-10".
std::optional<Window> window_of(const TimeValue& time) {
  if (const std::optional<Date> day = parse_iso_day(time.value)) return Window{*day, *day, ""};
  constexpr std::size_t kMonthLength = 7;
  if (time.value.size() != kMonthLength) return std::nullopt;
  const std::optional<Date> first = parse_iso_day(time.value + "-01");
  if (!first) return std::nullopt;
  return Window{*first, {first->year, first->month, days_in_month(first->year, first->month)}, ""};
}

/// The report's own time of publication, if it has one.
std::optional<Window> own_window(const AnalysedReport& report) {
  return report.notes.document_time ? window_of(*report.notes.document_time) : std::nullopt;
}

/// The window of a story's dated reports, with their paths as the reason.
std::optional<Window> story_window(std::span<const AnalysedReport> reports, const stories::Story& story) {
  std::optional<Window> window;
  for (const ReportId id : story.reports) {
    const AnalysedReport& report = reports[id.index()];
    const std::optional<Window> own = own_window(report);
    if (!own) continue;
    const std::string reason = report.report.origin.path + " (" + report.notes.document_time->value + ")";
    if (!window) {
      window = own;
      window->from = reason;
      continue;
    }
    window->first = std::min(window->first, own->first);
    window->last = std::max(window->last, own->last);
    window->from += ", " + reason;
  }
  return window;
}

/// The common spelling of all days of a window: a day, a month or a year; empty if not even that.
std::string value_of(const Window& window) {
  if (window.first == window.last) return iso_day(window.first);
  if (window.first.year != window.last.year) return "";
  const std::string year = padded(window.first.year, 4);
  return window.first.month == window.last.month ? year + '-' + padded(window.first.month, 2) : year;
}

/// The weekday of "XXXX-WXX-3" or "XXXX-WXX-3TEV", or 0.
int open_weekday(std::string_view value) {
  constexpr std::string_view kOpen = "XXXX-WXX-";
  if (value.substr(0, kOpen.size()) != kOpen || value.size() <= kOpen.size()) return 0;
  const char digit = value[kOpen.size()];
  return digit >= '1' && digit <= '7' ? digit - '0' : 0;
}

/// Narrows the weekdays of one report.
class WeekdayResolver {
 public:
  WeekdayResolver(const AnalysedReport& report, const Window& window) : report_(report), window_(window) {}

  void resolve(std::vector<std::optional<TimeValue>>& times) {
    times.resize(report_.notes.times.size());
    for (std::size_t i = 0; i < times.size(); ++i) {
      const annotate::TimeExpression& time = report_.notes.times[i];
      const int weekday = time.type == annotate::TimexType::Set ? 0 : open_weekday(time.time.value);
      if (weekday == 0) continue;
      if (news_weekday_ == 0) find_candidates(weekday);
      if (!candidates_.empty()) times[i] = narrowed(time.time, weekday);
    }
  }

 private:
  /// The days of the window that the first weekday in the text can mean.
  void find_candidates(int weekday_number) {
    news_weekday_ = weekday_number;
    const int ahead = (weekday_number - ql::weekday(window_.first) + kDaysPerWeek) % kDaysPerWeek;
    Date day = add_days(window_.first, ahead);
    for (; day <= window_.last; day = add_days(day, kDaysPerWeek)) candidates_.push_back(day);
    // News of a report that knows its day may lie in the week before it.
    if (candidates_.empty()) candidates_.push_back(add_days(day, -kDaysPerWeek));
  }

  [[nodiscard]] TimeValue narrowed(const TimeValue& open, int weekday_number) const {
    const int back = (news_weekday_ - weekday_number + kDaysPerWeek) % kDaysPerWeek;
    TimeValue result = open;
    result.basis = Basis::Inferred;
    result.earliest = iso_day(add_days(candidates_.front(), -back));
    result.latest = iso_day(add_days(candidates_.back(), -back));
    result.from = "weekday near " + window_.from + "; candidates:";
    for (const Date& day : candidates_) result.from += ' ' + iso_day(add_days(day, -back));
    if (candidates_.size() == 1) {
      constexpr std::size_t kOpenLength = 10;  // "XXXX-WXX-3"; what follows is the part of the day
      result.value = result.earliest + open.value.substr(kOpenLength);
    }
    return result;
  }

  const AnalysedReport& report_;
  const Window& window_;
  int news_weekday_ = 0;
  std::vector<Date> candidates_;
};

/// The days of "XXXX-10-21" or "XXXX-10" in the year of the window; where they lie behind it, or the window lies in
/// two years, those shortly before its end ("28. Dezember" in a report of January).
std::optional<Window> days_near(const Window& window, std::string_view open_value) {
  constexpr std::int64_t kShortlyBefore = 60;
  const bool one_year = window.first.year == window.last.year;
  for (const int year : {window.last.year, window.last.year - 1}) {
    const std::string value = padded(year, 4) + std::string(open_value.substr(4));
    std::optional<Window> days = window_of({value, "", "", Basis::Inferred, ""});
    if (!days || window.last < days->first) continue;
    const bool near = day_number(window.last) - day_number(days->last) <= kShortlyBefore;
    if (!near && !(one_year && year == window.last.year)) return std::nullopt;
    days->from = value;
    return days;
  }
  return std::nullopt;
}

/// "XXXX-10-21" and "XXXX-10" take the year that the window leaves them.
void fill_years(const AnalysedReport& report, const Window& window, std::vector<std::optional<TimeValue>>& times) {
  constexpr std::string_view kOpenYear = "XXXX";
  for (std::size_t i = 0; i < times.size(); ++i) {
    const TimeValue& own = report.notes.times[i].time;
    if (times[i] || own.value.substr(0, 4) != kOpenYear || own.value.size() < 7) continue;
    const std::optional<Window> days = days_near(window, own.value);
    if (!days) continue;
    times[i] =
        TimeValue{days->from, iso_day(days->first), iso_day(days->last), Basis::Inferred, "year of " + window.from};
  }
}

ReportChronology conclude(const AnalysedReport& report, const std::optional<Window>& of_story) {
  ReportChronology result;
  std::optional<Window> window = own_window(report);
  if (window) {
    window->from = "the report's own " + report.notes.document_time->value;
    if (report.notes.document_time->basis == Basis::Inferred) result.published = report.notes.document_time;
  } else if (of_story) {
    window = of_story;
    const std::string value = value_of(*window);
    if (!value.empty()) {
      result.published = TimeValue{value, iso_day(window->first), iso_day(window->last), Basis::Inferred,
                                   "reports of the same story: " + window->from};
    }
  }
  result.times.resize(report.notes.times.size());
  if (!window) return result;
  WeekdayResolver(report, *window).resolve(result.times);
  fill_years(report, *window, result.times);
  return result;
}

}  // namespace

Chronology infer_chronology(std::span<const AnalysedReport> reports, const stories::StoryTable& stories) {
  Chronology chronology;
  chronology.reports.resize(reports.size());
  for (const stories::Story& story : stories.stories) {
    const std::optional<Window> window = story_window(reports, story);
    for (const ReportId id : story.reports) {
      chronology.reports[id.index()] = conclude(reports[id.index()], window);
    }
  }
  return chronology;
}

const TimeValue& best_time(const Chronology& chronology, std::span<const AnalysedReport> reports, ReportId report,
                           std::size_t time) {
  if (report.index() < chronology.reports.size()) {
    const auto& inferred = chronology.reports[report.index()].times;
    if (time < inferred.size() && inferred[time]) return *inferred[time];
  }
  return reports[report.index()].notes.times[time].time;
}

}  // namespace ql::compare
