// SPDX-License-Identifier: Apache-2.0
// Labels follow the Encoding Standard (WHATWG), where latin1 and ASCII mean windows-1252. Tables come from the C
// library's iconv, byte by byte, so that no table is kept here. Tested by decode_test.cpp.
#include "clean/encodings.h"

#include <iconv.h>

#include <algorithm>

namespace ql::clean {
namespace {

struct Label {
  std::string_view label;
  std::string_view name;
};
constexpr std::array<Label, 12> kLabels{{{"utf8", "UTF-8"},
                                         {"utf-8", "UTF-8"},
                                         {"unicode-1-1-utf-8", "UTF-8"},
                                         {"ascii", "windows-1252"},
                                         {"us-ascii", "windows-1252"},
                                         {"latin1", "windows-1252"},
                                         {"latin-1", "windows-1252"},
                                         {"iso-8859-1", "windows-1252"},
                                         {"iso8859-1", "windows-1252"},
                                         {"iso_8859-1", "windows-1252"},
                                         {"utf-16le", "UTF-16LE"},
                                         {"utf-16be", "UTF-16BE"}}};

constexpr std::array<std::string_view, 5> kSingleBytePrefixes{"windows-125", "cp125", "iso-8859-", "koi8-",
                                                              "macintosh"};

}  // namespace

std::optional<std::string> canonical_encoding(std::string_view label) {
  std::string lower;
  for (const char c : label) {
    if (c == ' ' || c == '\t' || c == '"' || c == '\'') continue;
    lower.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  const auto* known = std::find_if(kLabels.begin(), kLabels.end(), [&](const Label& l) { return l.label == lower; });
  if (known != kLabels.end()) {
    return std::string(known->name);
  }
  const bool single_byte = std::any_of(kSingleBytePrefixes.begin(), kSingleBytePrefixes.end(),
                                       [&](std::string_view prefix) { return lower.starts_with(prefix); });
  if (!single_byte || lower.size() > 16) {
    return std::nullopt;
  }
  return lower.starts_with("cp125") ? "windows-" + lower.substr(2) : lower;
}

std::optional<ByteTable> byte_table(const std::string& encoding) {
  const iconv_t converter = iconv_open("UTF-32LE", encoding.c_str());
  if (converter == reinterpret_cast<iconv_t>(-1)) {  // NOLINT(performance-no-int-to-ptr): iconv's own error value
    return std::nullopt;
  }
  ByteTable table{};
  for (std::size_t byte = 0; byte < table.size(); ++byte) {
    table[byte] = byte < 0x80 ? static_cast<char32_t>(byte) : U'\uFFFD';
    if (byte < 0x80) continue;
    char in = static_cast<char>(static_cast<unsigned char>(byte));
    char32_t out = 0;
    char* in_at = &in;
    char* out_at = reinterpret_cast<char*>(&out);
    std::size_t in_left = 1;
    std::size_t out_left = sizeof out;
    iconv(converter, nullptr, nullptr, nullptr, nullptr);
    if (iconv(converter, &in_at, &in_left, &out_at, &out_left) == 0 && out_left == 0) {
      table[byte] = out;
    }
  }
  iconv_close(converter);
  return table;
}

}  // namespace ql::clean
