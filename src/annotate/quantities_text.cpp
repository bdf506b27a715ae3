// SPDX-License-Identifier: Apache-2.0
// Most questions are answered by the facts of the lexemes. A sentence is lowered only when a phrase is looked up or an
// ending compared; lowering keeps byte positions, so one pair of offsets serves both forms.
// Tested by quantities_test.cpp.
#include "annotate/quantities_text.h"

#include <algorithm>

namespace ql::annotate {

SentenceSigns signs_of(std::span<const Lexeme> lexemes) {
  unsigned traits = 0;
  for (const Lexeme& lexeme : lexemes) traits |= lexeme.traits;
  const bool person_of_toll = holds(traits, Trait::Person) && holds(traits, Trait::Toll);
  return {holds(traits, Trait::StartsNumber), holds(traits, Trait::StartsHedge),
          holds(traits, Trait::TollNoun) || person_of_toll};
}

void SentenceText::assign(std::string_view text, std::span<const Lexeme> lexemes) {
  lexemes_ = lexemes;
  base_ = lexemes.empty() ? 0 : lexemes.front().text.begin;
  text_ = lexemes.empty() ? std::string_view() : slice(text, {base_, lexemes.back().text.end});
  lower_.clear();
}

std::string_view SentenceText::lowered() const {
  if (lower_.empty()) {
    lower_.assign(text_);
    lang::lower_in_place(lower_);
  }
  return lower_;
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
  return {lexemes_[begin].text.begin, lexemes_[end - 1].text.end};
}

std::size_t SentenceText::lexeme_at(std::uint32_t position) const {
  const auto found = std::partition_point(lexemes_.begin(), lexemes_.end(),
                                          [&](const Lexeme& lexeme) { return lexeme.text.end <= position; });
  return static_cast<std::size_t>(found - lexemes_.begin());
}

std::string_view SentenceText::join(std::string_view from, std::size_t begin, std::size_t end) {
  joined_.clear();
  for (std::size_t i = begin; i < end && i < size(); ++i) {
    if (i > begin) joined_ += ' ';
    joined_.append(part(from, i));
  }
  return joined_;
}

}  // namespace ql::annotate
