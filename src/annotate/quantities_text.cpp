// SPDX-License-Identifier: Apache-2.0
// A sentence is cut and lowered once; lowering keeps byte positions, so one pair of offsets serves both forms.
// Tested by quantities_test.cpp.
#include "annotate/quantities_text.h"

#include <algorithm>

namespace ql::annotate {

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
