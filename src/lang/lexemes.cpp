// SPDX-License-Identifier: Apache-2.0
// One pass over the bytes: a table decides ASCII, everything else is decoded. Tested by number_words_test.cpp.
#include "lang/lexemes.h"

#include "base/utf8.h"

namespace ql::lang {
namespace {

enum class CharClass : std::uint8_t { Letter, Digit, Space, Sign };

struct Classified {
  CharClass char_class;
  std::uint32_t size_bytes;
};

bool is_ascii_letter(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

Classified classify_wide(std::string_view text, std::size_t position) {
  const CodePoint point = decode_utf8(text, position);
  if (is_space(point.value)) return {CharClass::Space, point.size_bytes};
  if (is_letter(point.value) || point.value == 0x00AD) return {CharClass::Letter, point.size_bytes};
  return {CharClass::Sign, point.size_bytes};
}

Classified classify(std::string_view text, std::size_t position) {
  const auto c = static_cast<unsigned char>(text[position]);
  if (c >= 0x80) return classify_wide(text, position);
  if (is_ascii_letter(c)) return {CharClass::Letter, 1};
  if (c >= '0' && c <= '9') return {CharClass::Digit, 1};
  if (c <= ' ') return {CharClass::Space, 1};
  return {CharClass::Sign, 1};
}

}  // namespace

void cut_lexemes(std::string_view text, std::vector<Lexeme>& out) {
  bool space_before = true;
  std::size_t position = 0;
  while (position < text.size()) {
    const Classified first = classify(text, position);
    const std::size_t begin = position;
    position += first.size_bytes;
    if (first.char_class == CharClass::Space) {
      space_before = true;
      continue;
    }
    while (first.char_class != CharClass::Sign && position < text.size()) {
      const Classified next = classify(text, position);
      if (next.char_class != first.char_class) break;
      position += next.size_bytes;
    }
    Lexeme lexeme{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(position), LexemeKind::Sign,
                  space_before, false};
    if (first.char_class == CharClass::Letter) {
      lexeme.kind = LexemeKind::Word;
      lexeme.capitalised = starts_upper(text.substr(begin, 4));
    } else if (first.char_class == CharClass::Digit) {
      lexeme.kind = LexemeKind::Digits;
    }
    out.push_back(lexeme);
    space_before = false;
  }
}

void lower_in_place(std::string& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 'A' && c <= 'Z') {
      text[i] = static_cast<char>(c + 0x20);
    } else if (c == 0xC3 && i + 1 < text.size()) {
      const auto second = static_cast<unsigned char>(text[i + 1]);
      // U+00C0..U+00DE are the capitals of U+00E0..U+00FE; U+00D7 is the multiplication sign.
      if (second >= 0x80 && second <= 0x9E && second != 0x97) text[i + 1] = static_cast<char>(second + 0x20);
      ++i;
    }
  }
}

std::string phrase_key(std::string_view form, bool keep_case) {
  std::string text(form);
  if (!keep_case) lower_in_place(text);
  std::vector<Lexeme> lexemes;
  cut_lexemes(text, lexemes);
  std::string key;
  for (const Lexeme& lexeme : lexemes) {
    if (!key.empty()) key += ' ';
    key.append(text, lexeme.begin, lexeme.end - lexeme.begin);
  }
  return key;
}

}  // namespace ql::lang
