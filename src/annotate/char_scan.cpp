// SPDX-License-Identifier: Apache-2.0
// Looks ahead that the tokeniser asks for; no state. Tested by tokenize_test.cpp.
#include "annotate/char_scan.h"

#include <algorithm>
#include <array>

namespace ql::annotate {
namespace {

constexpr char32_t kZeroWidthJoiner = 0x200D;
constexpr char32_t kEmojiStyle = 0xFE0F;

bool is_regional(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }
bool is_combining(char32_t c) { return c >= 0x0300 && c <= 0x036F; }
bool is_skin_tone(char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }

}  // namespace

bool is_format_mark(char32_t c) {
  return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || c == kEmojiStyle ||
         is_combining(c);
}

bool is_word_part(char32_t c) { return is_letter(c) || is_digit(c); }

bool is_minus(char32_t c) { return c == U'-' || c == 0x2212 || c == 0x2013; }

bool is_emoji(char32_t c) { return c >= 0x1F000 || (c >= 0x2600 && c <= 0x27BF); }

std::uint32_t CharScan::skip_word(std::uint32_t position) const {
  while (position < size()) {
    const CodePoint c = at(position);
    if (!is_word_part(c.value) && !(is_format_mark(c.value) && c.value != 0xFEFF)) {
      break;
    }
    position += c.size_bytes;
  }
  return position;
}

std::uint32_t CharScan::skip_spaces(std::uint32_t position) const {
  while (position < size() && is_space(value(position))) {
    position += at(position).size_bytes;
  }
  return position;
}

NextWord CharScan::next_word(std::uint32_t position) const {
  const std::uint32_t begin = skip_spaces(position);
  if (begin >= size()) {
    return {};
  }
  const char32_t c = value(begin);
  if (is_digit(c)) return {NextKind::Digit, {}, begin};
  if (c == U',' || c == U';' || c == U'-' || c == 0x2013 || c == U'/' || c == U')') return {NextKind::Comma, {}, begin};
  if (!is_letter(c)) return {NextKind::Other, {}, begin};
  const std::uint32_t end = skip_word(begin);
  return {is_upper(c) ? NextKind::Upper : NextKind::Lower, text_.substr(begin, end - begin), end};
}

bool CharScan::ends_word_with_in(std::uint32_t position) const {
  const std::uint32_t end = skip_word(position);
  const std::string_view ending = text_.substr(position, end - position);
  return ending == "in" || ending.starts_with("innen");
}

std::uint32_t CharScan::abbreviation_part_size(std::uint32_t position) const {
  const std::uint32_t end = skip_word(position);
  const std::uint32_t letters = end - position;
  return letters <= 3 && (value(end) == U'.' || letters == 1) ? letters : 0;
}

bool CharScan::is_domain_ending(std::uint32_t position) const {
  static constexpr std::array<std::string_view, 22> kDomains = {"de", "com", "org", "net", "info", "at",    "ch",  "eu",
                                                                "uk", "tv",  "io",  "fr",  "nl",   "gov",   "edu", "ua",
                                                                "ru", "pl",  "us",  "biz", "it",   "online"};
  const std::uint32_t end = skip_word(position);
  const std::string_view ending = text_.substr(position, end - position);
  if (value(end) == U'.' && is_word_part(value(end + 1))) {
    return is_domain_ending(end + 1);
  }
  return std::find(kDomains.begin(), kDomains.end(), ending) != kDomains.end();
}

std::uint32_t CharScan::end_of_url(std::uint32_t begin) const {
  static constexpr std::u32string_view kStops = U"\"<>\u201C\u201D\u201E\u00AB\u00BB\u2018\u201A";
  static constexpr std::string_view kTrailing = ".,;:!?)]}'*";
  std::uint32_t end = begin;
  while (end < size()) {
    const CodePoint c = at(end);
    if (is_space(c.value) || kStops.find(c.value) != std::u32string_view::npos) {
      break;
    }
    end += c.size_bytes;
  }
  while (end > begin + 1 && kTrailing.find(text_[end - 1]) != std::string_view::npos) {
    --end;
  }
  return end;
}

std::uint32_t CharScan::digits_before(std::uint32_t position, std::uint32_t begin) const {
  std::uint32_t count = 0;
  while (position - count > begin && is_digit(value(position - count - 1))) ++count;
  return count;
}

std::uint32_t CharScan::digits_from(std::uint32_t position) const {
  std::uint32_t count = 0;
  while (is_digit(value(position + count))) ++count;
  return count;
}

bool CharScan::is_hyphenated_number(std::uint32_t begin, std::uint32_t hyphen) const {
  const std::uint32_t digits = digits_from(hyphen + 1);
  if (digits == 0) {
    return false;
  }
  const bool first_hyphen = text_.substr(begin, hyphen - begin).find('-') == std::string_view::npos;
  const bool more_groups = value(hyphen + 1 + digits) == U'-' && digits_from(hyphen + digits + 2) > 0;
  return !first_hyphen || more_groups;
}

std::uint32_t CharScan::end_of_handle(std::uint32_t position) const {
  while (position < size() && (is_word_part(value(position)) || value(position) == U'_')) {
    position += at(position).size_bytes;
  }
  return position;
}

bool CharScan::groups_thousands(std::uint32_t begin, std::uint32_t end, std::uint32_t after) const {
  const std::string_view number = text_.substr(begin, end - begin);
  const std::size_t digits = digits_before(end, begin);
  const bool first_group = number.size() <= 3 && digits >= 1;
  const bool later_group = digits == 3 && number.size() > 3 && number.find_first_of(".,:/") == std::string_view::npos;
  return (first_group || later_group) && digits_from(after) == 3;
}

std::uint32_t CharScan::end_of_price_dash(std::uint32_t position) const {
  const CodePoint dash = at(position);
  if (!is_minus(dash.value) && dash.value != U'\u2014') return 0;
  const std::uint32_t end = position + dash.size_bytes;
  return value(end) == U'-' ? end + 1 : end;
}

std::uint32_t CharScan::emoticon_size(std::uint32_t position) const {
  static constexpr std::array<std::string_view, 8> kEmoticons = {":-)", ":-(", ";-)", ":-D", ":)", ";)", ":D", ":-P"};
  for (const std::string_view emoticon : kEmoticons) {
    if (!starts_with(position, emoticon)) continue;
    const auto size = static_cast<std::uint32_t>(emoticon.size());
    const bool begins_word = is_letter(value(position + size - 1)) && is_word_part(value(position + size));
    if (!begins_word) return size;  // "erhalten:Drei" has no face in it
  }
  return 0;
}

std::uint32_t CharScan::end_of_emoji(std::uint32_t position, char32_t first) const {
  if (is_regional(first) && is_regional(value(position))) {
    return position + at(position).size_bytes;
  }
  bool joined = false;
  while (position < size()) {
    const CodePoint c = at(position);
    const bool extends = c.value == kEmojiStyle || is_skin_tone(c.value) || c.value == kZeroWidthJoiner ||
                         c.value == 0x20E3 || (joined && is_emoji(c.value));
    if (!extends) break;
    joined = c.value == kZeroWidthJoiner;
    position += c.size_bytes;
  }
  return position;
}

}  // namespace ql::annotate
