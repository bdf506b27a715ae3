// SPDX-License-Identifier: Apache-2.0
// One pass over the bytes: a table decides ASCII, everything else is decoded. Tested by number_words_test.cpp.
#include "lang/lexemes.h"

#include <array>
#include <cstring>

#include "base/utf8.h"

namespace ql::lang {
namespace {

enum class CharClass : std::uint8_t { Letter, Digit, Space, Sign, Wide };

constexpr std::array<CharClass, 256> char_classes() {
  std::array<CharClass, 256> classes{};
  for (std::size_t c = 0; c < classes.size(); ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    classes[c] = CharClass::Sign;
    if (c <= ' ') classes[c] = CharClass::Space;
    if (letter) classes[c] = CharClass::Letter;
    if (c >= '0' && c <= '9') classes[c] = CharClass::Digit;
    if (c >= 0x80) classes[c] = CharClass::Wide;
  }
  return classes;
}
constexpr std::array<CharClass, 256> kClasses = char_classes();

struct Classified {
  CharClass char_class;
  std::uint32_t size_bytes;
};

Classified classify_wide(std::string_view text, std::size_t position) {
  const CodePoint point = decode_utf8(text, position);
  if (is_space(point.value)) return {CharClass::Space, point.size_bytes};
  if (is_letter(point.value) || point.value == 0x00AD) return {CharClass::Letter, point.size_bytes};
  return {CharClass::Sign, point.size_bytes};
}

inline Classified classify(std::string_view text, std::size_t position) {
  const CharClass ascii = kClasses[static_cast<unsigned char>(text[position])];
  return ascii == CharClass::Wide ? classify_wide(text, position) : Classified{ascii, 1};
}

/// Where the run of characters of this class ends that reaches to `position`.
inline std::size_t run_end(std::string_view text, std::size_t position, CharClass char_class) {
  const char* const data = text.data();
  while (true) {
    while (position < text.size() && kClasses[static_cast<unsigned char>(data[position])] == char_class) ++position;
    if (position >= text.size() || static_cast<unsigned char>(data[position]) < 0x80) return position;
    const Classified wide = classify_wide(text, position);
    if (wide.char_class != char_class) return position;
    position += wide.size_bytes;
  }
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
    Lexeme lexeme{static_cast<std::uint32_t>(begin), 0, LexemeKind::Sign, space_before, false};
    if (first.char_class != CharClass::Sign) position = run_end(text, position, first.char_class);
    lexeme.end = static_cast<std::uint32_t>(position);
    if (first.char_class == CharClass::Letter) {
      lexeme.kind = LexemeKind::Word;
      const char c = text[begin];
      lexeme.capitalised =
          static_cast<unsigned char>(c) < 0x80 ? c >= 'A' && c <= 'Z' : starts_upper(text.substr(begin, 4));
    } else if (first.char_class == CharClass::Digit) {
      lexeme.kind = LexemeKind::Digits;
    }
    out.push_back(lexeme);
    space_before = false;
  }
}

namespace {

constexpr std::uint64_t kEach = 0x0101010101010101U;  // one in each byte
constexpr std::uint64_t kHighBits = 0x80 * kEach;

/// Lowers eight ASCII bytes at once: the high bit of each sum tells whether the byte is beyond the bound.
std::uint64_t lower_eight(std::uint64_t bytes) {
  const std::uint64_t from_a = bytes + (0x80 - 'A') * kEach, beyond_z = bytes + (0x80 - 'Z' - 1) * kEach;
  const std::uint64_t upper = (from_a & ~beyond_z) & kHighBits;
  return bytes | (upper >> 2U);  // 0x80 -> 0x20
}

}  // namespace

void lower_in_place(std::string& text) {
  std::size_t i = 0;
  while (i < text.size()) {
    std::uint64_t eight = kHighBits;
    if (i + sizeof(eight) <= text.size()) std::memcpy(&eight, text.data() + i, sizeof(eight));
    if ((eight & kHighBits) == 0) {
      eight = lower_eight(eight);
      std::memcpy(text.data() + i, &eight, sizeof(eight));
      i += sizeof(eight);
      continue;
    }
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 'A' && c <= 'Z') {
      text[i] = static_cast<char>(c + 0x20);
    } else if (c == 0xC3 && i + 1 < text.size()) {
      const auto second = static_cast<unsigned char>(text[i + 1]);
      // U+00C0..U+00DE are the capitals of U+00E0..U+00FE; U+00D7 is the multiplication sign.
      if (second >= 0x80 && second <= 0x9E && second != 0x97) text[i + 1] = static_cast<char>(second + 0x20);
      ++i;
    }
    ++i;
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
