// SPDX-License-Identifier: Apache-2.0
// Small looks ahead over the characters of a text, for the tokeniser. Positions are bytes; positions at or
// beyond the end read as U+0000.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/utf8.h"

namespace ql::annotate {

/// Marks without width that do not part words: soft hyphen, joiners, direction marks, combining marks.
bool is_format_mark(char32_t c);
/// Letters, digits and marks that belong to a word.
bool is_word_part(char32_t c);
/// Hyphen-minus, minus sign, en dash.
bool is_minus(char32_t c);
/// The first character of an emoji.
bool is_emoji(char32_t c);

enum class NextKind : std::uint8_t { None, Lower, Upper, Digit, Comma, Other };

/// What stands behind a full stop: the kind of the next character, and the word with its end if it is one. Comma
/// stands for all marks that cannot follow the end of a sentence.
struct NextWord {
  NextKind kind = NextKind::None;
  std::string_view word;
  std::uint32_t end = 0;
};

/// Reads one text. All functions are constant time or linear in what they return.
class CharScan {
 public:
  explicit CharScan(std::string_view text) : text_(text) {}
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }

  [[nodiscard]] CodePoint at(std::uint32_t position) const {
    if (position >= text_.size()) return {};
    const auto byte = static_cast<unsigned char>(text_[position]);
    if (byte < 0x80) return {byte, 1, true};
    return decode_utf8(text_, position);
  }
  [[nodiscard]] char32_t value(std::uint32_t position) const { return at(position).value; }
  [[nodiscard]] std::uint32_t previous(std::uint32_t position) const {
    return static_cast<std::uint32_t>(previous_utf8(text_, position));
  }
  [[nodiscard]] bool starts_with(std::uint32_t position, std::string_view ending) const {
    return position <= text_.size() && text_.substr(position).starts_with(ending);
  }

  /// Behind the letters, digits and combining marks from `position` on.
  [[nodiscard]] std::uint32_t skip_word(std::uint32_t position) const;
  [[nodiscard]] std::uint32_t skip_spaces(std::uint32_t position) const;
  /// What stands from `position` on, behind blanks.
  [[nodiscard]] NextWord next_word(std::uint32_t position) const;
  /// "in" or "innen" (with a compound's rest, "innenrat") stands here in lower case.
  [[nodiscard]] bool ends_word_with_in(std::uint32_t position) const;
  /// Size of a part of a dotted abbreviation ("B" in z.B.), 0 if none: one or two letters before a stop.
  [[nodiscard]] std::uint32_t abbreviation_part_size(std::uint32_t position) const;
  /// A known top-level domain stands here and ends the name ("de" in heise.de).
  [[nodiscard]] bool is_domain_ending(std::uint32_t position) const;
  /// End of the URL or address that begins at `begin`, without trailing punctuation.
  [[nodiscard]] std::uint32_t end_of_url(std::uint32_t begin) const;

  /// Behind the letters, digits and underlines from `position` on.
  [[nodiscard]] std::uint32_t end_of_handle(std::uint32_t position) const;

  /// Digits just before `position` (not before `begin`) and from `position` on.
  [[nodiscard]] std::uint32_t digits_before(std::uint32_t position, std::uint32_t begin) const;
  [[nodiscard]] std::uint32_t digits_from(std::uint32_t position) const;
  /// At a hyphen within digits: an ISO date or a number of several groups (ISBN), not a range (10-15).
  [[nodiscard]] bool is_hyphenated_number(std::uint32_t begin, std::uint32_t hyphen) const;

  /// 10 000 and 10'000: the number from `begin` to `end` has one to three digits or ends in groups of three, and
  /// exactly three stand from `after` on.
  [[nodiscard]] bool groups_thousands(std::uint32_t begin, std::uint32_t end, std::uint32_t after) const;
  /// Behind the dash of a round price ("5,-") at `position`, or 0.
  [[nodiscard]] std::uint32_t end_of_price_dash(std::uint32_t position) const;

  /// Size of ":-)" and the like at `position`, or 0.
  [[nodiscard]] std::uint32_t emoticon_size(std::uint32_t position) const;
  /// End of an emoji sequence (skin tones, joiners, flags) whose first character ends at `position`.
  [[nodiscard]] std::uint32_t end_of_emoji(std::uint32_t position, char32_t first) const;

 private:
  std::string_view text_;
};

}  // namespace ql::annotate
