// SPDX-License-Identifier: Apache-2.0
// What belongs together is told by the few lexemes between two matches. Tested by times_test.cpp.
#include "annotate/times_found.h"

#include <algorithm>

namespace ql::annotate {

using lang::TimeClass;

bool only_between(std::span<const TimeLexeme> lexemes, std::uint32_t begin, std::uint32_t end, std::uint32_t most,
                  std::initializer_list<TimeClass> allowed) {
  if (end < begin || end - begin > most) return false;
  return std::all_of(lexemes.begin() + begin, lexemes.begin() + end, [&](const TimeLexeme& lexeme) {
    return std::any_of(allowed.begin(), allowed.end(), [&](TimeClass c) { return lexeme.classes.has(c); });
  });
}

bool is_range(std::span<const TimeLexeme> lexemes, const TimeMatch& from, const TimeMatch& to) {
  constexpr std::uint32_t kMost = 3;
  const std::uint32_t begin = from.end;
  const std::uint32_t end = to.begin;
  const bool joined = only_between(lexemes, begin, end, kMost,
                                   {TimeClass::k_until, TimeClass::k_dash, TimeClass::k_to_the, TimeClass::k_article});
  if (joined && begin < end) return true;
  const std::uint32_t opener = from.begin;
  const auto between = [&](std::uint32_t back) {
    return opener >= back && lexemes[opener - back].classes.has(TimeClass::k_between);
  };
  return (between(1) || between(2)) && begin < end &&
         only_between(lexemes, begin, end, kMost, {TimeClass::k_and, TimeClass::k_article});
}

namespace {

void append_length(Found& to, const Found& more) {
  const bool in_day = to.meaning.time.value.find('T') != std::string::npos;
  const std::string& value = more.meaning.time.value;
  const bool more_in_day = value.compare(0, 2, "PT") == 0;
  to.meaning.time.value += in_day && more_in_day ? value.substr(2) : value.substr(1);
  to.meaning.unit = more.meaning.unit;
  to.text.end = more.text.end;
  to.match.end = more.match.end;
}

bool goes_on(std::span<const TimeLexeme> lexemes, const Found& last, const Found& next) {
  constexpr std::string_view kUnits = "YMWDHmS";
  const std::size_t from = kUnits.find(last.meaning.unit);
  const std::size_t to = kUnits.find(next.meaning.unit);
  const bool lengths = last.meaning.length > 0 && next.meaning.length > 0 && from < to && to != std::string_view::npos;
  return lengths && last.meaning.type == TimexType::Duration && next.meaning.type == TimexType::Duration &&
         next.match.begin == next.match.taken[0] &&
         only_between(lexemes, last.match.end, next.match.begin, 1, {TimeClass::k_comma, TimeClass::k_and});
}

}  // namespace

void join_durations(std::span<const TimeLexeme> lexemes, std::vector<Found>& found) {
  const auto is_length = [](const Found& each) { return each.meaning.length > 0; };
  if (std::count_if(found.begin(), found.end(), is_length) < 2) return;
  std::vector<Found> joined;
  for (Found& next : found) {
    if (!joined.empty() && goes_on(lexemes, joined.back(), next)) {
      append_length(joined.back(), next);
    } else {
      joined.push_back(std::move(next));
    }
  }
  found = std::move(joined);
}

void complete_ranges(std::span<const TimeLexeme> lexemes, std::vector<Found>& found) {
  for (std::size_t i = 0; i + 1 < found.size(); ++i) {
    Found& from = found[i];
    Found& to = found[i + 1];
    if (from.meaning.time.earliest.empty() || to.meaning.time.latest.empty()) continue;
    if (to.meaning.time.earliest < from.meaning.time.earliest || !is_range(lexemes, from.match, to.match)) continue;
    from.meaning.time.latest = to.meaning.time.latest;
    to.meaning.time.earliest = from.meaning.time.earliest;
  }
}

}  // namespace ql::annotate
