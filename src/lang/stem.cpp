// SPDX-License-Identifier: Apache-2.0
// Cheaper and coarser than Snowball on purpose: it also has to unite a plural with umlaut and its singular, and a
// participle with its adjective forms. Tested by stem_test.cpp.
#include "lang/stem.h"

#include <array>

#include "base/utf8.h"

namespace ql::lang {
namespace {

/// Lower-cased letters with umlauts and sharp s folded to ASCII.
std::string folded(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  for (std::size_t position = 0; position < word.size();) {
    const CodePoint point = decode_utf8(word, position);
    position += point.size_bytes;
    switch (const char32_t letter = to_lower(point.value); letter) {
      case 0xE4:
        out += 'a';
        break;
      case 0xF6:
        out += 'o';
        break;
      case 0xFC:
        out += 'u';
        break;
      case 0xDF:
        out += "ss";
        break;
      case 0xAD:  // soft hyphen
        break;
      default:
        append_utf8(out, letter);
    }
  }
  return out;
}

}  // namespace

std::string stem(std::string_view word) {
  static constexpr std::array<std::string_view, 9> kEndings = {"innen", "ern", "en", "er", "em", "es", "in", "e", "n"};
  std::string out = folded(word);
  for (const std::string_view ending : kEndings) {
    const std::size_t kept_at_least = ending == "innen" || ending == "in" ? 5 : 3;
    if (out.size() >= ending.size() + kept_at_least && out.ends_with(ending)) {
      out.resize(out.size() - ending.size());
      break;
    }
  }
  if (out.size() >= 6 && out.back() == 's') {
    out.pop_back();
  }
  return out;
}

}  // namespace ql::lang
