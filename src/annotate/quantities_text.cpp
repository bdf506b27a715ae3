// SPDX-License-Identifier: Apache-2.0
// A sentence is cut and lowered once; lowering keeps byte positions, so one pair of offsets serves both forms.
// Tested by quantities_test.cpp.
#include "annotate/quantities_text.h"

#include <algorithm>
#include <array>

namespace ql::annotate {

namespace {

bool is_ascii_letter(unsigned char c) { return (c | 0x20U) - 'a' < 26U; }

/// The first three bytes of the word that starts at `at`, in lower case, are those of a number word.
bool starts_like_number(std::string_view text, std::size_t at, const lang::NumberWords& words) {
  if (at + 3 <= text.size()) {
    const std::array<char, 3> small{static_cast<char>(text[at] | 0x20), static_cast<char>(text[at + 1] | 0x20),
                                    static_cast<char>(text[at + 2] | 0x20)};
    const auto letter = [&](std::size_t i) { return is_ascii_letter(static_cast<unsigned char>(small[i])); };
    if (letter(0) && letter(1) && letter(2)) return words.may_be_number({small.data(), small.size()});
  }
  std::array<char, 3> start{};
  std::size_t size = 0;
  for (; size < start.size() && at + size < text.size(); ++size) {
    auto byte = static_cast<unsigned char>(text[at + size]);
    if (byte < 0x80 && !is_ascii_letter(byte)) break;
    const bool latin_upper = size > 0 && start[size - 1] == '\xC3' && byte >= 0x80 && byte <= 0x9E;
    if ((byte >= 'A' && byte <= 'Z') || latin_upper) byte = static_cast<unsigned char>(byte + 0x20);
    start[size] = static_cast<char>(byte);
  }
  return words.may_be_number({start.data(), size});
}

}  // namespace

bool may_hold_number(std::string_view sentence, const lang::NumberWords& words) {
  bool inside = false;  // a word
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    const auto byte = static_cast<unsigned char>(sentence[at]);
    if (is_ascii_letter(byte)) {
      if (!inside && starts_like_number(sentence, at, words)) return true;
      while (at + 1 < sentence.size() && is_ascii_letter(static_cast<unsigned char>(sentence[at + 1]))) ++at;
      inside = true;
    } else if (byte >= 0x80) {
      // U+00BC..U+00BE are C2 BC..BE, the other fractions E2 85 90..9E.
      const auto next = at + 1 < sentence.size() ? static_cast<unsigned char>(sentence[at + 1]) : 0;
      if ((byte == 0xC2 && next >= 0xBC && next <= 0xBE) || (byte == 0xE2 && next == 0x85)) return true;
      inside = byte >= 0xC3 && byte < 0xE0 ? true : inside && byte < 0xC0;  // a letter, or the rest of one
    } else {
      if (byte >= '0' && byte <= '9') return true;
      inside = false;
    }
  }
  return false;
}

void SentenceText::assign(std::string_view text, TextRange range) {
  text_ = slice(text, range);
  base_ = range.begin;
  lower_.assign(text_);
  lang::lower_in_place(lower_);
  lexemes_.clear();
  lang::cut_lexemes(text_, lexemes_);
}

bool SentenceText::is_dash(std::size_t index) const {
  const std::string_view sign = written(index);
  return sign == "-" || sign == "\u2013" || sign == "\u2014" || sign == "\u2010" || sign == "\u2011" ||
         sign == "\u2212";
}

bool SentenceText::is_quote(std::size_t index) const {
  constexpr std::string_view kQuotes[] = {"\"",     "'",      "\u201E", "\u201C", "\u201D", "\u00AB",
                                          "\u00BB", "\u201A", "\u2018", "\u2019", "\u2039", "\u203A"};
  return std::find(std::begin(kQuotes), std::end(kQuotes), written(index)) != std::end(kQuotes);
}

TextRange SentenceText::range(std::size_t begin, std::size_t end) const {
  return {base_ + lexemes_[begin].begin, base_ + lexemes_[end - 1].end};
}

std::size_t SentenceText::lexeme_at(std::uint32_t position) const {
  const auto found = std::partition_point(lexemes_.begin(), lexemes_.end(),
                                          [&](const lang::Lexeme& lexeme) { return base_ + lexeme.end <= position; });
  return static_cast<std::size_t>(found - lexemes_.begin());
}

std::string_view SentenceText::join(std::string_view from, std::size_t begin, std::size_t end) {
  joined_.clear();
  for (std::size_t i = begin; i < end && i < size(); ++i) {
    if (i > begin) joined_ += ' ';
    joined_.append(from.substr(lexemes_[i].begin, lexemes_[i].end - lexemes_[i].begin));
  }
  return joined_;
}

}  // namespace ql::annotate
