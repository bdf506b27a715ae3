// SPDX-License-Identifier: Apache-2.0
// One sentence as the number stage reads it: lexemes with their lower-case and written forms. Private to the
// quantities_* files.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "annotate/lexemes.h"
#include "base/span.h"

namespace ql::annotate {

/// What the words of a sentence can have in it, seen in one pass.
struct SentenceSigns {
  bool number = false;        ///< A digit, a vulgar fraction or a word that can start a number.
  bool hedge_behind = false;  ///< A word that can hedge the number before it.
  bool casualty = false;      ///< A noun of tolls, or a person beside a word of tolls.
};
SentenceSigns signs_of(std::span<const Lexeme> lexemes);

/// The lexemes of one sentence. Indices beyond the end are allowed in all questions and answer "no".
class SentenceText {
 public:
  /// Turns to another sentence of `text`, which must outlive the use.
  void assign(std::string_view text, std::span<const Lexeme> lexemes);

  [[nodiscard]] std::size_t size() const { return lexemes_.size(); }
  [[nodiscard]] const Lexeme& at(std::size_t index) const { return lexemes_[index]; }
  /// The lexeme in lower case, as written; "" beyond the end.
  [[nodiscard]] std::string_view lower(std::size_t index) const { return part(lowered(), index); }
  [[nodiscard]] std::string_view written(std::size_t index) const { return part(text_, index); }
  [[nodiscard]] bool is_word(std::size_t index) const { return is_kind(index, lang::LexemeKind::Word); }
  [[nodiscard]] bool is_digits(std::size_t index) const { return is_kind(index, lang::LexemeKind::Digits); }
  /// True for this sign.
  [[nodiscard]] bool is(std::size_t index, std::string_view sign) const { return written(index) == sign; }
  /// What the lexicons know of the lexeme, and single questions of them.
  [[nodiscard]] const lang::LexemeFacts& facts(std::size_t index) const {
    return index < size() ? *lexemes_[index].facts : lang::LexemeLexicon::nothing_known();
  }
  [[nodiscard]] bool is(std::size_t index, lang::CountedWord kind) const { return facts(index).is(kind); }
  [[nodiscard]] bool is_number_word(std::size_t index, lang::NumeralKind kind) const {
    return facts(index).is_number && facts(index).number.kind == kind;
  }
  [[nodiscard]] bool has(std::size_t index, Trait trait) const { return index < size() && lexemes_[index].has(trait); }
  [[nodiscard]] bool capitalised(std::size_t index) const { return index < size() && lexemes_[index].capitalised; }
  /// True if nothing stands between this lexeme and the one before it.
  [[nodiscard]] bool glued(std::size_t index) const {
    return index > 0 && index < size() && !lexemes_[index].space_before;
  }
  /// True for the hyphen and dashes.
  [[nodiscard]] bool is_dash(std::size_t index) const;
  /// True for a quotation mark of any system.
  [[nodiscard]] bool is_quote(std::size_t index) const;
  /// True for a full stop, comma, bracket or any other sign.
  [[nodiscard]] bool is_sign(std::size_t index) const { return is_kind(index, lang::LexemeKind::Sign); }
  /// The lower-case lexemes [begin, end) joined by blanks, as phrase tables are keyed. Valid until the next call.
  std::string_view phrase(std::size_t begin, std::size_t end) { return join(lowered(), begin, end); }
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
    const TextRange range = lexemes_[index].text;
    return {from.data() + (range.begin - base_), range.size()};
  }
  [[nodiscard]] std::string_view lowered() const;
  std::string_view join(std::string_view from, std::size_t begin, std::size_t end);

  std::string_view text_;
  std::uint32_t base_ = 0;
  mutable std::string lower_;  ///< Empty until it is asked for.
  std::string joined_;
  std::span<const Lexeme> lexemes_;
};

}  // namespace ql::annotate
