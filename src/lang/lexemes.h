// SPDX-License-Identifier: Apache-2.0
// The finest cut of a text: runs of letters, runs of digits, single signs. Numbers need it, because tokens keep
// "3km", "57-jährige" and "1.500" together; lexicon phrases are cut in the same way so that both compare.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_map.h"

namespace ql::lang {

enum class LexemeKind : std::uint8_t { Word, Digits, Sign };

/// One lexeme: bytes [begin, end) of the text that was cut.
struct Lexeme {
  std::uint32_t begin = 0, end = 0;
  LexemeKind kind = LexemeKind::Word;
  bool space_before = true;  ///< White space (or nothing) stands before it.
  bool capitalised = false;  ///< A word that starts with an upper-case letter.
};

/// Appends the lexemes of `text` to `out`. White space of any width separates and is dropped. Cost: linear.
void cut_lexemes(std::string_view text, std::vector<Lexeme>& out);

/// Lower case of ASCII and Latin-1 letters; keeps every byte position.
void lower_in_place(std::string& text);

/// `form` lowered and cut, its lexemes joined by single blanks: how phrase tables are keyed ("Min." -> "min .").
std::string phrase_key(std::string_view form, bool keep_case = false);

template <class Value>
using PhraseMap = StringMap<Value>;

}  // namespace ql::lang
