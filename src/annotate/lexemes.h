// SPDX-License-Identifier: Apache-2.0
// The report as times and quantities read it: runs of letters, runs of digits, single signs. They are finer than
// tokens ("14-18 Uhr" has four, "57-jährige" three), and each knows what the lexicons know of it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "annotate/annotations.h"
#include "lang/language.h"

namespace ql::annotate {

/// What is asked of every lexeme, or follows from its letters whether it is in a list or not; a set of bits.
enum class Trait : std::uint8_t {
  StartsNumber,   ///< Digits, a sign for a fraction (U+00BD), a word that begins like a number word.
  Cardinal,       ///< A cardinal in one word ("zwölftausend"); Lexeme::value is its value.
  GrownNumber,    ///< A cardinal with an ending that makes it no number ("achtjährige").
  HowOften,       ///< "dreimal" (NumberWords::how_often)
  SpanAdjective,  ///< The ending of an adjective of length, alone or behind a number ("dreistündig").
  StartsHedge,    ///< LexemeFacts::starts_hedge
  TollNoun,       ///< Starts such a word or phrase of figure_roles.tsv; so do the next two.
  Toll,
  Person
};

constexpr bool holds(unsigned traits, Trait trait) { return ((traits >> static_cast<unsigned>(trait)) & 1U) != 0; }

/// One lexeme. It refers to the language.
struct Lexeme {
  TextRange text;
  const lang::LexemeFacts* facts = &lang::LexemeLexicon::nothing_known();
  double value = 0;          ///< Of digits and of cardinals.
  std::uint32_t token = 0;   ///< The token that it is a part of.
  std::uint16_t traits = 0;  ///< Set of Trait; those of several lexemes may be joined by "or".
  char mark = 0;             ///< A sign of one byte.
  lang::LexemeKind kind : 2 = lang::LexemeKind::Sign;
  bool space_before : 1 = true;  ///< White space, or nothing.
  bool capitalised : 1 = false;

  [[nodiscard]] bool has(Trait trait) const { return holds(traits, trait); }
  [[nodiscard]] bool is_word() const { return kind == lang::LexemeKind::Word; }
  [[nodiscard]] bool is_digits() const { return kind == lang::LexemeKind::Digits; }
};

static_assert(sizeof(Lexeme) == 32);  // two in a line of the cache

/// How one form is cut: positions are counted from its begin. Most forms are one lexeme.
struct FormLexemes {
  std::uint32_t count = 0;  ///< 0 = not cut yet.
  Lexeme first;
  std::unique_ptr<Lexeme[]> others;
};

/// Cuts a form. Linear in its length.
FormLexemes cut_form(std::string_view form, const lang::Language& language);

class WordSpan;

/// The lexemes of a report in text order. One object serves many reports and keeps its memory.
class ReportLexemes {
 public:
  /// Cuts all tokens; `words` are theirs. A form is cut when it is met first. Linear, some 30 instructions a token.
  void assign(std::span<const Token> tokens, WordSpan words, const lang::Language& language);
  [[nodiscard]] std::span<const Lexeme> all() const { return lexemes_; }
  /// The lexemes that a run of tokens consists of.
  [[nodiscard]] std::span<const Lexeme> of(TokenRange tokens) const {
    return all().subspan(first_of_[tokens.begin], first_of_[tokens.end] - first_of_[tokens.begin]);
  }

 private:
  std::vector<Lexeme> lexemes_;
  std::vector<std::uint32_t> first_of_;  ///< By token, and one behind the last.
};

}  // namespace ql::annotate
