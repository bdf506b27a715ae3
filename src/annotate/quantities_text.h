// SPDX-License-Identifier: Apache-2.0
// One sentence as the number stage reads it: lexemes with their lower-case and written forms. Private to the
// quantities_* files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "lang/lexemes.h"
#include "lang/number_words.h"

namespace ql::annotate {

/// False for most sentences without numbers: no digit, no vulgar fraction, no word that can start a number. Looks at
/// the bytes alone, so that such sentences are not even cut.
bool may_hold_number(std::string_view sentence, const lang::NumberWords& words);

/// The lexemes of one sentence. Indices beyond the end are allowed in all questions and answer "no".
class SentenceText {
 public:
  /// Cuts text[range]; reuses the buffers of the sentence before. `text` must outlive the use.
  void assign(std::string_view text, TextRange range);

  [[nodiscard]] std::size_t size() const { return lexemes_.size(); }
  [[nodiscard]] const lang::Lexeme& at(std::size_t index) const { return lexemes_[index]; }
  /// The lexeme in lower case, as written; "" beyond the end.
  [[nodiscard]] std::string_view lower(std::size_t index) const { return part(lower_, index); }
  [[nodiscard]] std::string_view written(std::size_t index) const { return part(text_, index); }
  [[nodiscard]] bool is_word(std::size_t index) const { return is_kind(index, lang::LexemeKind::Word); }
  [[nodiscard]] bool is_digits(std::size_t index) const { return is_kind(index, lang::LexemeKind::Digits); }
  [[nodiscard]] bool is(std::size_t index, std::string_view form) const { return lower(index) == form; }
  [[nodiscard]] bool capitalised(std::size_t index) const { return index < size() && lexemes_[index].capitalised; }
  /// True if nothing stands between this lexeme and the one before it.
  [[nodiscard]] bool glued(std::size_t index) const { return index < size() && !lexemes_[index].space_before; }
  /// True for the hyphen and dashes.
  [[nodiscard]] bool is_dash(std::size_t index) const;
  /// True for a quotation mark of any system.
  [[nodiscard]] bool is_quote(std::size_t index) const;
  /// True for a full stop, comma, bracket or any other sign.
  [[nodiscard]] bool is_sign(std::size_t index) const { return is_kind(index, lang::LexemeKind::Sign); }
  /// The lower-case lexemes [begin, end) joined by blanks, as phrase tables are keyed. Valid until the next call.
  std::string_view phrase(std::size_t begin, std::size_t end) { return join(lower_, begin, end); }
  /// The same as written.
  std::string_view written_phrase(std::size_t begin, std::size_t end) { return join(text_, begin, end); }
  /// Bytes of Report::text that the lexemes [begin, end) cover. Requires begin < end <= size().
  [[nodiscard]] TextRange range(std::size_t begin, std::size_t end) const;
  /// The first lexeme that ends behind `position` of Report::text.
  [[nodiscard]] std::size_t lexeme_at(std::uint32_t position) const;

 private:
  [[nodiscard]] bool is_kind(std::size_t index, lang::LexemeKind kind) const {
    return index < size() && lexemes_[index].kind == kind;
  }
  [[nodiscard]] std::string_view part(std::string_view from, std::size_t index) const {
    if (index >= size()) return {};
    const lang::Lexeme& lexeme = lexemes_[index];
    return {from.data() + lexeme.begin, lexeme.end - lexeme.begin};
  }
  std::string_view join(std::string_view from, std::size_t begin, std::size_t end);

  std::string_view text_;
  std::uint32_t base_ = 0;
  std::string lower_, joined_;
  std::vector<lang::Lexeme> lexemes_;
};

}  // namespace ql::annotate
