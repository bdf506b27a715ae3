// SPDX-License-Identifier: Apache-2.0
// Why our own: a dossier of a day's reports is some hundred megabytes, and a document tree in memory would be ten
// times that. The writer only appends, std::to_chars is exact and knows no locale, and one bit of state (does the
// next value need a comma?) is enough. Cost: linear; strings are copied in runs between escaped characters.
// Tested by json_writer_test.cpp.
#include "base/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>

#include "base/utf8.h"

namespace ql {
namespace {

constexpr std::size_t kPieceBytes = 1U << 20;
constexpr double kExactIntegerLimit = 9007199254740992.0;  // 2^53

/// Bytes that end a run which can be copied as it is.
constexpr std::array<bool, 256> make_escaped() {
  std::array<bool, 256> escaped{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) escaped[byte] = true;
  escaped['"'] = true;
  escaped['\\'] = true;
  escaped[0x7F] = true;
  return escaped;
}
constexpr std::array<bool, 256> kEscaped = make_escaped();

void append_escape(std::string& out, unsigned char byte) {
  constexpr std::string_view kHexDigits = "0123456789abcdef";
  switch (byte) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\r':
      out += "\\r";
      return;
    default:
      break;
  }
  out += "\\u00";
  out += kHexDigits[byte >> 4U];
  out += kHexDigits[byte & 0xFU];
}

void append_valid(std::string& out, std::string_view value) {
  std::size_t run_begin = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto byte = static_cast<unsigned char>(value[i]);
    if (!kEscaped[byte]) continue;
    out.append(value, run_begin, i - run_begin);
    append_escape(out, byte);
    run_begin = i + 1;
  }
  out.append(value, run_begin, value.size() - run_begin);
}

/// The rare case: goes through the code points, so that many broken bytes cost linear time too.
void append_repaired(std::string& out, std::string_view value) {
  for (std::size_t position = 0; position < value.size();) {
    const CodePoint point = decode_utf8(value, position);
    if (point.valid) {
      append_valid(out, value.substr(position, point.size_bytes));
    } else {
      out += "\xEF\xBF\xBD";
    }
    position += point.size_bytes;
  }
}

}  // namespace

void JsonWriter::separate() {
  if (needs_comma_) out_ += ',';
  if (break_line_) out_ += '\n';
  needs_comma_ = true;
  break_line_ = false;
}

void JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  needs_comma_ = false;
}

void JsonWriter::close(char bracket) {
  if (break_line_) out_ += '\n';
  break_line_ = false;
  out_ += bracket;
  needs_comma_ = true;
  if (sink_ && out_.size() >= kPieceBytes) {
    sink_(out_);
    out_.clear();
  }
}

void JsonWriter::key(std::string_view name) {
  separate();
  out_ += '"';
  out_ += name;
  out_ += "\":";
  needs_comma_ = false;
}

void JsonWriter::text(std::string_view value) {
  separate();
  out_ += '"';
  if (const std::size_t valid = first_invalid_utf8(value); valid < value.size()) {
    append_valid(out_, value.substr(0, valid));
    append_repaired(out_, value.substr(valid));
  } else {
    append_valid(out_, value);
  }
  out_ += '"';
}

void JsonWriter::id(char prefix, std::size_t number) {
  separate();
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out_ += '"';
  out_ += prefix;
  out_.append(digits.data(), end);
  out_ += '"';
}

void JsonWriter::raw(std::string_view value) {
  separate();
  out_ += value;
}

template <class Number>
void JsonWriter::shortest(Number value) {
  std::array<char, 48> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  raw({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void JsonWriter::integer(std::uint64_t value) { shortest(value); }

void JsonWriter::number(double value) {
  if (!std::isfinite(value)) {
    null();
  } else if (std::trunc(value) == value && std::fabs(value) < kExactIntegerLimit) {
    shortest(static_cast<std::int64_t>(value));
  } else {
    shortest(value);
  }
}

void JsonWriter::number(float value) {
  if (!std::isfinite(value)) {
    null();
  } else if (std::trunc(value) == value && std::fabs(static_cast<double>(value)) < kExactIntegerLimit) {
    shortest(static_cast<std::int64_t>(value));
  } else {
    shortest(value);
  }
}

void JsonWriter::flush() {
  out_ += '\n';
  sink_(out_);
  out_.clear();
}

std::string JsonWriter::take() {
  out_ += '\n';
  return std::move(out_);
}

}  // namespace ql
