// SPDX-License-Identifier: Apache-2.0
// A cursor reads numbers, signs and month words from each place where a date may begin (a digit or a month's name that
// does not continue a word or number). No backtracking beyond one date's length. Tested by dates_test.cpp.
#include "clean/dates.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/utf8.h"

namespace ql::clean {
namespace {

/// Reads pieces of a date from left to right; position() says how far.
class Cursor {
 public:
  Cursor(std::string_view text, std::size_t position) : text_(text), position_(position) {}

  [[nodiscard]] std::size_t position() const { return position_; }
  [[nodiscard]] char peek() const { return position_ < text_.size() ? text_[position_] : '\0'; }

  /// A number of `least` to `most` digits that is not followed by a further digit.
  std::optional<int> number(int least, int most) {
    int value = 0;
    int count = 0;
    std::size_t at = position_;
    while (at < text_.size() && is_ascii_digit(text_[at]) && count <= most) {
      value = value * 10 + (text_[at] - '0');
      ++at;
      ++count;
    }
    if (count < least || count > most) return std::nullopt;
    position_ = at;
    return value;
  }

  bool sign(char c) {
    if (peek() != c) return false;
    ++position_;
    return true;
  }

  /// Skips blanks (also no-break and thin ones), at most `most`.
  void blanks(int most = 3) {
    while (most-- > 0 && position_ < text_.size()) {
      const CodePoint point = decode_utf8(text_, position_);
      if (!is_space(point.value)) return;
      position_ += point.size_bytes;
    }
  }

  /// A word of letters in lower case, without moving.
  [[nodiscard]] std::string word(std::size_t& end) const {
    end = position_;
    while (end < text_.size() && end - position_ < 24) {
      const CodePoint point = decode_utf8(text_, end);
      if (!is_letter(point.value)) break;
      end += point.size_bytes;
    }
    return to_lower_utf8(text_.substr(position_, end - position_));
  }

  std::optional<int> month_name(const lang::WordLabels& months) {
    std::size_t end = 0;
    const int month = months.find(word(end));
    if (month == 0) return std::nullopt;
    position_ = end;
    sign('.');
    return month;
  }

  bool skip_word(std::string_view wanted) {
    std::size_t end = 0;
    if (word(end) != wanted) return false;
    position_ = end;
    return true;
  }

  bool skip_bytes(std::string_view wanted) {
    if (!text_.substr(position_).starts_with(wanted)) return false;
    position_ += wanted.size();
    return true;
  }

  void move_to(std::size_t position) { position_ = position; }

 private:
  std::string_view text_;
  std::size_t position_;
};

int full_year(int year, bool two_digits) { return two_digits ? (year < 70 ? 2000 + year : 1900 + year) : year; }

int days_in(int year, int month) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool is_possible(const PrintedDate& date) {
  return date.year >= 1990 && date.year <= 2040 && date.month >= 1 && date.month <= 12 && date.day >= 0 &&
         date.day <= days_in(date.year, date.month);
}

/// A year of four digits, or of two where the form allows it.
bool read_year(Cursor& cursor, PrintedDate& date, bool allow_short) {
  const std::size_t start = cursor.position();
  if (const auto year = cursor.number(4, 4)) {
    date.year = *year;
    return true;
  }
  cursor.move_to(start);
  cursor.sign('\'');
  const auto year = allow_short ? cursor.number(2, 2) : std::nullopt;
  if (!year) return false;
  date.year = full_year(*year, true);
  return true;
}

/// Skips what may stand between a day and its time of day.
void skip_to_time(Cursor& cursor) {
  for (int step = 0; step < 6; ++step) {
    cursor.blanks();
    const bool skipped = cursor.sign('T') || cursor.sign(',') || cursor.sign('|') || cursor.sign('-') ||
                         cursor.sign('(') || cursor.sign('/') || cursor.skip_bytes("\xE2\x80\x93") ||
                         cursor.skip_bytes("\xE2\x80\x94") || cursor.skip_bytes("\xC2\xB7") || cursor.skip_word("um") ||
                         cursor.skip_word("at");
    if (!skipped) return;
  }
}

/// "9:48", "9.48 Uhr", "9 Uhr", "9:48 pm" after a date.
void read_time(Cursor& cursor, PrintedDate& date) {
  const std::size_t start = cursor.position();
  skip_to_time(cursor);
  const int hour = cursor.number(1, 2).value_or(99);
  const bool colon = cursor.sign(':');
  const bool dot = !colon && cursor.sign('.');
  const int minute = colon || dot ? cursor.number(2, 2).value_or(99) : 0;
  const std::size_t after_number = cursor.position();
  cursor.blanks();
  const bool oclock = cursor.skip_word("uhr") || cursor.skip_word("h");
  const bool afternoon = !oclock && cursor.skip_word("pm") && hour < 12;
  if (hour > 24 || minute > 59 || !(colon || oclock)) {
    cursor.move_to(start);
    return;
  }
  if (!oclock && !afternoon) cursor.move_to(after_number);
  date.hour = (afternoon ? hour + 12 : hour) % 24;
  date.minute = minute;
}

/// 2025-06-02, 2025/06/02, 2025-06
bool read_year_first(Cursor& cursor, PrintedDate& date) {
  const auto year = cursor.number(4, 4);
  const char separator = cursor.peek();
  if (!year || (separator != '-' && separator != '/' && separator != '.')) return false;
  cursor.sign(separator);
  const auto month = cursor.number(2, 2);
  if (!month) return false;
  date.year = *year;
  date.month = *month;
  if (cursor.peek() == separator) {
    Cursor ahead = cursor;
    ahead.sign(separator);
    if (const auto day = ahead.number(2, 2)) {
      date.day = *day;
      cursor = ahead;
    }
  }
  return date.day > 0 || separator == '-';
}

/// 2.6.2025, 02.06.25, 2/6/2025, 2-6-2025; with months by name: 2. Juni 2025, 2 June 2025, 10-Oct-2024
bool read_day_first(Cursor& cursor, PrintedDate& date, const lang::WordLabels& months) {
  const auto day = cursor.number(1, 2);
  if (!day) return false;
  date.day = *day;
  const char separator = cursor.peek();
  const bool signed_form = separator == '.' || separator == '/' || separator == '-';
  if (signed_form) cursor.sign(separator);
  cursor.blanks(2);
  if (const auto month = cursor.month_name(months)) {
    date.month = *month;
    cursor.sign(',');
    cursor.sign('-');
    cursor.blanks(2);
    return read_year(cursor, date, true);
  }
  const auto month = signed_form ? cursor.number(1, 2) : std::nullopt;
  if (!month || !cursor.sign(separator)) return false;
  date.month = *month;
  if (separator == '.') cursor.blanks(1);
  if (!read_year(cursor, date, separator == '.')) return false;
  if (separator == '/' && date.month > 12 && date.day <= 12) std::swap(date.day, date.month);
  return true;
}

/// June 2, 2025 and Juni 2025 (the day stays 0)
bool read_month_first(Cursor& cursor, PrintedDate& date, const lang::WordLabels& months) {
  const auto month = cursor.month_name(months);
  if (!month) return false;
  date.month = *month;
  cursor.blanks(2);
  if (const auto day = cursor.number(1, 2)) {
    date.day = *day;
    for (const std::string_view ordinal : {"st", "nd", "rd", "th"}) {
      if (cursor.skip_word(ordinal)) break;
    }
    if (!cursor.sign(',') && cursor.peek() != ' ') return false;
    cursor.blanks(2);
  }
  return read_year(cursor, date, false);
}

/// 020915 Jun 25
bool read_wire(Cursor& cursor, PrintedDate& date, const lang::WordLabels& months) {
  const auto digits = cursor.number(6, 6);
  if (!digits) return false;
  date.day = *digits / 10000;
  date.hour = *digits / 100 % 100;
  date.minute = *digits % 100;
  cursor.blanks(2);
  const auto month = cursor.month_name(months);
  cursor.blanks(2);
  if (!month || !read_year(cursor, date, true)) return false;
  date.month = *month;
  return date.hour < 24 && date.minute < 60;
}

using Form = bool (*)(Cursor&, PrintedDate&, const lang::WordLabels&);

/// The date that begins at `position` in one of the forms; the first that fits wins.
template <std::size_t N>
std::optional<PrintedDate> date_at(std::string_view text, std::size_t position, const lang::WordLabels& months,
                                   const std::array<Form, N>& forms) {
  for (const Form form : forms) {
    Cursor cursor(text, position);
    PrintedDate date;
    date.begin = static_cast<std::uint32_t>(position);
    if (!form(cursor, date, months) || !is_possible(date) || is_ascii_digit(cursor.peek())) continue;
    if (date.hour < 0 && date.day > 0) read_time(cursor, date);
    date.end = static_cast<std::uint32_t>(cursor.position());
    return date;
  }
  return std::nullopt;
}

constexpr std::array<Form, 3> kFormsWithDigitFirst{
    [](Cursor& cursor, PrintedDate& date, const lang::WordLabels&) { return read_year_first(cursor, date); },
    read_day_first, read_wire};
constexpr std::array<Form, 1> kFormsWithLetterFirst{read_month_first};

/// A month's name, a full stop and two blanks are shorter; no digit stands nearer, no date begins there.
constexpr std::size_t kMonthToDigit = 40;

/// The date of an issue in an archive, "1952-04-24". An unset field reads as 1 January or the eve of 1970.
std::optional<PrintedDate> archived_date(std::string_view text) {
  constexpr int kFirstIssue = 1600, kFirstPrinted = 1990, kLastMonth = 12, kLastDay = 31;
  Cursor cursor(text, 0);
  PrintedDate date;
  if (!read_year_first(cursor, date) || date.year < kFirstIssue || date.year >= kFirstPrinted) return std::nullopt;
  if (date.month < 1 || date.month > kLastMonth || date.day < 1 || date.day > days_in(date.year, date.month))
    return std::nullopt;
  const bool unset = (date.month == 1 && date.day == 1) || (date.month == kLastMonth && date.day == kLastDay);
  if (unset) return std::nullopt;
  read_time(cursor, date);
  date.end = static_cast<std::uint32_t>(cursor.position());
  return date;
}

}  // namespace

std::optional<PrintedDate> find_date(std::string_view text, std::size_t from, const lang::WordLabels& months) {
  bool at_start = true;
  std::size_t next_digit = 0;
  for (std::size_t position = from; position < text.size();) {
    if (next_digit <= position) next_digit = std::min(text.find_first_of("0123456789", position), text.size());
    if (next_digit == text.size()) return std::nullopt;
    const CodePoint point = decode_utf8(text, position);
    const bool letter = is_letter(point.value);
    const bool digit = is_digit(point.value);
    std::optional<PrintedDate> date;
    if (at_start && digit) date = date_at(text, position, months, kFormsWithDigitFirst);
    if (at_start && letter && next_digit - position <= kMonthToDigit) {
      date = date_at(text, position, months, kFormsWithLetterFirst);
    }
    if (date) return date;
    at_start = !letter && !digit;
    position += point.size_bytes;
  }
  return std::nullopt;
}

std::optional<PrintedDate> parse_machine_date(std::string_view text, const lang::WordLabels& months) {
  const std::size_t comma = text.substr(0, 12).find(',');
  const bool week_day = comma != std::string_view::npos && !text.empty() && !is_ascii_digit(text.front());
  if (text.size() >= 8 && text.substr(0, 8).find_first_not_of("0123456789") == std::string_view::npos) {
    PrintedDate compact;
    Cursor cursor(text.substr(0, 8), 0);
    const int digits = cursor.number(8, 8).value_or(0);
    compact.year = digits / 10000;
    compact.month = digits / 100 % 100;
    compact.day = digits % 100;
    if (is_possible(compact) && compact.day > 0) return compact;
    return std::nullopt;
  }
  if (const auto archived = archived_date(text)) return archived;
  return find_date(text, week_day ? comma + 1 : 0, months);
}

std::optional<PrintedDate> found(std::optional<PrintedDate> date, FoundIn place) {
  if (date) date->found_in = place;
  return date;
}

TimeValue to_time_value(const PrintedDate& date, Basis basis, std::string from) {
  std::array<char, 32> buffer{};
  if (date.day == 0) {
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d", date.year, date.month);
  } else if (date.hour < 0) {
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  } else {
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02dT%02d:%02d", date.year, date.month, date.day, date.hour,
                  date.minute);
  }
  TimeValue value;
  value.value = buffer.data();
  value.basis = basis;
  value.from = std::move(from);
  value.earliest = date.day > 0 ? value.value : value.value + "-01";
  value.latest = date.day > 0 ? value.value : value.value + "-" + std::to_string(days_in(date.year, date.month));
  return value;
}

}  // namespace ql::clean
