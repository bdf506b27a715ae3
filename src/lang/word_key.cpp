// SPDX-License-Identifier: Apache-2.0
// Folding of whole words; the stories stage folds while it scans. Tested by word_key_test.cpp.
#include "lang/word_key.h"

#include "base/utf8.h"

namespace ql::lang {

void append_folded(std::string& out, char32_t lower) {
  switch (lower) {
    case 0xE4:
      out += "ae";
      return;
    case 0xF6:
      out += "oe";
      return;
    case 0xFC:
      out += "ue";
      return;
    case 0xDF:
      out += "ss";
      return;
    default:
      break;
  }
  for (; lower != 0; lower >>= 8) out.push_back(static_cast<char>(lower & 0xFFU));
}

std::string fold_word(std::string_view word) {
  std::string folded;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode_utf8(word, at);
    append_folded(folded, to_lower(point.value));
    at += point.size_bytes;
  }
  return folded;
}

}  // namespace ql::lang
