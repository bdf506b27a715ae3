// SPDX-License-Identifier: Apache-2.0
// Table-free UTF-8. Validation of whole buffers is simdjson's (vectorised); single code points are decoded
// here because the middle stages walk text with byte offsets. The header answers for ASCII, this file for the rest.
// Tested by utf8_test.cpp.
#include "base/utf8.h"

#include <simdjson.h>

#include "base/check.h"

namespace ql {
namespace {

bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

/// Length that a lead byte promises, 0 for a byte that cannot lead.
std::uint32_t promised_size(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

bool is_scalar(char32_t value, std::uint32_t size) {
  if (size == 3 && value < 0x800) return false;
  if (size == 4 && value < 0x10000) return false;
  return value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
}

}  // namespace

CodePoint decode_long_utf8(std::string_view text, std::size_t position) {
  const auto lead = static_cast<unsigned char>(text[position]);
  constexpr CodePoint kInvalid{0xFFFD, 1, false};
  const std::uint32_t size = promised_size(lead);
  if (size == 0 || position + size > text.size()) {
    return kInvalid;
  }
  char32_t value = lead & (0xFFU >> (size + 1));
  for (std::uint32_t i = 1; i < size; ++i) {
    const auto byte = static_cast<unsigned char>(text[position + i]);
    if (!is_continuation(byte)) {
      return kInvalid;
    }
    value = (value << 6) | (byte & 0x3FU);
  }
  return is_scalar(value, size) ? CodePoint{value, size, true} : kInvalid;
}

std::size_t previous_utf8(std::string_view text, std::size_t position) {
  QL_CHECK(position > 0 && position <= text.size());
  std::size_t start = position - 1;
  while (start > 0 && position - start < 4 && is_continuation(static_cast<unsigned char>(text[start]))) {
    --start;
  }
  return start;
}

void append_utf8(std::string& out, char32_t code_point) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
    code_point = 0xFFFD;
  }
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

std::size_t first_invalid_utf8(std::string_view text) {
  if (simdjson::validate_utf8(text.data(), text.size())) {
    return text.size();
  }
  std::size_t position = 0;
  while (position < text.size()) {
    const CodePoint point = decode_utf8(text, position);
    if (!point.valid) {
      return position;
    }
    position += point.size_bytes;
  }
  return text.size();
}

bool is_long_upper(char32_t c) {
  if (c >= 0xC0 && c <= 0xDE) return c != 0xD7;
  if (c >= 0x100 && c <= 0x17F) {
    if (c == 0x178) return true;
    const bool odd_is_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    if (c == 0x138 || c == 0x149 || c == 0x17F) return false;
    return odd_is_upper ? (c & 1) == 1 : (c & 1) == 0;
  }
  if (c >= 0x218 && c <= 0x21B) return (c & 1) == 0;
  if (c >= 0x391 && c <= 0x3AB) return true;
  if (c >= 0x400 && c <= 0x42F) return true;
  return c == 0x1E9E;
}

bool is_long_letter(char32_t c) {
  if (c >= 0xC0 && c <= 0x24F) return c != 0xD7 && c != 0xF7;
  if (c == 0xAA || c == 0xB5 || c == 0xBA) return true;
  if (c >= 0x370 && c <= 0x3FF) return c != 0x37E && c != 0x387;
  if (c >= 0x400 && c <= 0x52F) return c < 0x482 || c > 0x489;
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x1E00 && c <= 0x1EFF);
}

char32_t to_long_lower(char32_t c) {
  if (!is_upper(c)) return c;
  if ((c >= 0xC0 && c <= 0xDE) || (c >= 0x391 && c <= 0x3AB) || (c >= 0x410 && c <= 0x42F)) {
    return c + 32;
  }
  if (c == 0x178) return 0xFF;
  if (c == 0x130) return U'i';
  if (c == 0x1E9E) return 0xDF;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  return c + 1;
}

bool is_long_space(char32_t c) {
  return c == 0xA0 || c == 0x85 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
         c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

namespace {

/// Appends the small letter of the character at `position`, which is not ASCII; returns its size.
std::size_t append_long_lower(std::string& out, std::string_view text, std::size_t position) {
  const CodePoint point = decode_long_utf8(text, position);
  if (point.valid && is_long_upper(point.value)) {
    append_utf8(out, to_long_lower(point.value));
  } else {
    out.append(text, position, point.size_bytes);
  }
  return point.size_bytes;
}

}  // namespace

std::string to_lower_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t begin = position;
    while (position < text.size() && static_cast<unsigned char>(text[position]) < 0x80) ++position;
    const std::size_t size = out.size();
    out.append(text, begin, position - begin);
    for (std::size_t i = size; i < out.size(); ++i) {
      if (out[i] >= 'A' && out[i] <= 'Z') out[i] = static_cast<char>(out[i] + 0x20);
    }
    if (position < text.size()) position += append_long_lower(out, text, position);
  }
  return out;
}

bool starts_upper(std::string_view text) { return !text.empty() && is_upper(decode_utf8(text, 0).value); }

}  // namespace ql
