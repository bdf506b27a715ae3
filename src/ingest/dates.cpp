// SPDX-License-Identifier: Apache-2.0
// Tested by format_test.cpp.
#include "ingest/dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "base/calendar.h"
#include "ingest/format.h"

namespace ql::ingest {
namespace {

/// A number of one to `most` digits that is all of `text`.
std::optional<int> number(std::string_view text, std::size_t most) {
  int value = 0;
  if (text.empty() || text.size() > most || text.find_first_not_of("0123456789") != std::string_view::npos) {
    return std::nullopt;
  }
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// "Mar" -> 3. The names are part of the format, whatever the language of the text.
int month_of(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};
  const std::string lower = lower_ascii(word.substr(0, 3));
  const auto* found = std::find(kMonths.begin(), kMonths.end(), lower);
  return found == kMonths.end() ? 0 : static_cast<int>(found - kMonths.begin()) + 1;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (words.size() < 8) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n,");
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(text.find_first_of(" \t\r\n,", begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    text.remove_prefix(end);
  }
  return words;
}

/// "+0100" as "+01:00", "GMT" as "Z"; "" for other names.
std::string zone_of(std::string_view word) {
  if (word == "GMT" || word == "UTC" || word == "UT" || word == "Z") return "Z";
  const bool sign = !word.empty() && (word.front() == '+' || word.front() == '-');
  if (!sign || word.size() != 5 || !number(word.substr(1), 4)) return "";
  return std::string(word.substr(0, 3)) + ":" + std::string(word.substr(3));
}

/// hh:mm or hh:mm:ss, padded.
std::string clock_of(std::string_view word) {
  const std::size_t colon = word.find(':');
  const auto hour = number(word.substr(0, std::min(colon, word.size())), 2);
  if (colon == std::string_view::npos || !hour || *hour > 24 || word.size() < colon + 3) return "";
  return "T" + padded(*hour, 2) + std::string(word.substr(colon));
}

std::optional<std::string> from_mail(std::string_view text) {
  std::vector<std::string_view> words = words_of(text);
  if (!words.empty() && !number(words.front(), 2)) words.erase(words.begin());
  if (words.size() < 3) return std::nullopt;
  const auto day = number(words[0], 2);
  const int month = month_of(words[1]);
  auto year = number(words[2], 4);
  if (!day || month == 0 || !year) return std::nullopt;
  if (words[2].size() == 2) *year += *year < 50 ? 2000 : 1900;
  const Date date{*year, month, *day};
  if (!is_valid(date)) return std::nullopt;
  std::string iso = iso_day(date);
  const std::string clock = words.size() > 3 ? clock_of(words[3]) : "";
  return clock.empty() ? iso : iso + clock + (words.size() > 4 ? zone_of(words[4]) : "");
}

/// "20250307T100000+0100"
std::optional<std::string> from_compact(std::string_view text) {
  if (text.size() < 15 || text[8] != 'T' || !number(text.substr(0, 8), 8) || !number(text.substr(9, 6), 6)) {
    return std::nullopt;
  }
  const auto part = [text](std::size_t begin, std::size_t size) { return std::string(text.substr(begin, size)); };
  return part(0, 4) + "-" + part(4, 2) + "-" + part(6, 2) + "T" + part(9, 2) + ":" + part(11, 2) + ":" + part(13, 2) +
         zone_of(text.substr(15));
}

/// Seconds (10 digits) or milliseconds (13) since 1970, with a fraction or not.
std::optional<std::string> from_unix(std::string_view text) {
  const std::string_view digits = text.substr(0, text.find('.'));
  if ((digits.size() != 10 && digits.size() != 13) ||
      digits.find_first_not_of("0123456789") != std::string_view::npos) {
    return std::nullopt;
  }
  std::int64_t seconds = 0;
  std::from_chars(digits.data(), digits.data() + 10, seconds);
  constexpr std::int64_t kDay = 86400;
  const auto in_day = static_cast<int>(seconds % kDay);
  return iso_day(date_of(seconds / kDay)) + "T" + padded(in_day / 3600, 2) + ":" + padded(in_day / 60 % 60, 2) + ":" +
         padded(in_day % 60, 2) + "Z";
}

}  // namespace

std::string iso_time(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return "";
  text = text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
  if (const auto compact = from_compact(text)) return *compact;
  if (const auto seconds = from_unix(text)) return *seconds;
  return from_mail(text).value_or(std::string(text));
}

std::optional<std::string> iso_time_if(const std::optional<std::string>& text) {
  if (!text || text->empty()) return std::nullopt;
  return iso_time(std::string_view(*text));
}

}  // namespace ql::ingest
