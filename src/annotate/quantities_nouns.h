// SPDX-License-Identifier: Apache-2.0
// What a number counts, as far as it stands beside it. Private to the quantities_* files.
#pragma once

#include "annotate/annotations.h"
#include "annotate/quantities_text.h"
#include "lang/counted_words.h"
#include "lang/figure_roles.h"

namespace ql::annotate {

/// The sentence has a word that tells of victims ("vermisst", "ums Leben"). Linear.
bool has_word_of_toll(SentenceText& text, const lang::FigureRoles& roles);

/// The counted noun behind a number.
struct CountedPhrase {
  std::size_t begin = 0, end = 0;  ///< Adjectives and noun; equal when there is none.
  std::size_t head = 0;            ///< The head noun (of a compound its first lexeme). Only if begin < end.
  std::size_t span_end = 0;        ///< End of the whole expression: "davon", "von ihnen", "der Fahrten".
};

/// Word classes of lexemes, where tags are set.
class WordClasses {
 public:
  explicit WordClasses(const Annotations& notes) : notes_(notes) {}
  /// The class of the token that the lexeme is a part of; X when unknown.
  [[nodiscard]] WordClass at(const Lexeme& lexeme) const { return notes_.tokens[lexeme.token].word_class; }

 private:
  const Annotations& notes_;
};

enum class CountedBy : std::uint8_t {
  Count,   ///< "300 verletzte Fans", "drei der Männer"
  Share,   ///< "die Hälfte der Fahrten", "85 Prozent der Züge", "7,8 Prozent mehr Lohn"
  Measure  ///< "40 Liter Regen"
};

/// What the readers below look at.
struct CountedContext {
  const SentenceText& text;
  const WordClasses& classes;
  const lang::CountedWords& words;
};

/// Reads the counted noun that starts at lexeme `at`. Cost: linear in its length, which is bounded.
CountedPhrase read_counted(const CountedContext& context, std::size_t at, CountedBy by);

/// The end of the noun phrase (adjectives, noun, "und" noun) that starts at `at`; `head` is its first noun. Returns
/// `at` when there is none.
std::size_t read_noun_phrase(const CountedContext& context, std::size_t at, std::size_t* head);

}  // namespace ql::annotate
