// SPDX-License-Identifier: Apache-2.0
// UTF-8 without locales: decoding, encoding, boundaries and the few character classes that we need.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.h"

namespace ql {

/// One decoded code point. Invalid bytes decode to U+FFFD with size_bytes 1 and valid = false.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t size_bytes = 0;
  bool valid = true;
};

/// decode_utf8() where the byte at `position` is not ASCII.
CodePoint decode_long_utf8(std::string_view text, std::size_t position);

/// Decodes the code point that starts at `position`. Requires position < text.size(). Rejects overlong
/// forms, surrogates and values above U+10FFFF (Unicode 15, section 3.9, table 3-7).
inline CodePoint decode_utf8(std::string_view text, std::size_t position) {
  QL_CHECK(position < text.size());
  const auto lead = static_cast<unsigned char>(text[position]);
  if (lead < 0x80) return {lead, 1, true};
  return decode_long_utf8(text, position);
}

/// The start of the code point that ends before `position`. Requires 0 < position <= text.size().
std::size_t previous_utf8(std::string_view text, std::size_t position);

/// Appends the UTF-8 form of `code_point`; U+FFFD if it is no scalar value.
void append_utf8(std::string& out, char32_t code_point);

/// The first byte that is not valid UTF-8, or text.size(). Linear, vectorised.
std::size_t first_invalid_utf8(std::string_view text);

/// is_letter(), is_upper(), to_lower() and is_space() beyond ASCII.
bool is_long_letter(char32_t code_point);
bool is_long_upper(char32_t code_point);
char32_t to_long_lower(char32_t code_point);
bool is_long_space(char32_t code_point);

/// True for letters of the Latin, Greek and Cyrillic blocks (what German reports and the names in them use).
inline bool is_letter(char32_t c) {
  return c < 0x80 ? (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') : is_long_letter(c);
}
/// True for upper-case letters of the same blocks.
inline bool is_upper(char32_t c) { return c < 0x80 ? c >= U'A' && c <= U'Z' : is_long_upper(c); }
/// Simple lower case of one code point in the same blocks.
inline char32_t to_lower(char32_t c) {
  if (c < 0x80) return is_upper(c) ? c + 32 : c;
  return to_long_lower(c);
}
/// True for white space including no-break, thin and zero-width spaces.
inline bool is_space(char32_t c) { return c < 0x80 ? c == U' ' || (c >= 9 && c <= 13) : is_long_space(c); }
inline bool is_digit(char32_t code_point) { return code_point >= U'0' && code_point <= U'9'; }
/// The same of a byte.
constexpr bool is_ascii_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// Lower case of a whole string; invalid bytes stay as they are.
std::string to_lower_utf8(std::string_view text);
/// True if the first code point is an upper-case letter.
bool starts_upper(std::string_view text);

}  // namespace ql
