// SPDX-License-Identifier: Apache-2.0
// The tagger learned from mixed case, so a line in capitals is rewritten before it is tagged. Tested by names_test.cpp.
#include "annotate/name_capitals.h"

#include "base/utf8.h"

namespace ql::annotate {

bool is_in_capitals(std::string_view text, const Annotations& notes, TokenRange tokens) {
  std::size_t upper = 0, letters = 0;
  for (std::size_t i = tokens.begin; i < tokens.end; ++i) {
    for (const char byte : slice(text, notes.tokens[i].text)) {
      upper += byte >= 'A' && byte <= 'Z' ? 1 : 0;
      letters += (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ? 1 : 0;
    }
  }
  return tokens.size() >= 3 && letters >= 12 && upper * 10 >= letters * 9;
}

std::string small_form(std::string_view capitals, const lang::Language& language) {
  constexpr std::uint32_t kFunctionWord = 12;  // a word that is this frequent is written small
  std::string lower = to_lower_utf8(capitals);
  if (capitals.size() < 2 || language.gazetteer.frequency(lang::hash_word(lower)) >= kFunctionWord) return lower;
  const CodePoint first = decode_utf8(capitals, 0);
  return std::string(capitals.substr(0, first.size_bytes)) + lower.substr(first.size_bytes);
}

}  // namespace ql::annotate
