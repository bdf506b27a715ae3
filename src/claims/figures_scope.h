// SPDX-License-Identifier: Apache-2.0
// The words around a figure: a lower-case view of the tokens and the part of the sentence that speaks about it.
// Private to the figures* files and sources.cpp.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/annotations.h"
#include "clean/report.h"
#include "lang/language.h"

namespace ql::claims {

/// What every figure rule reads. Holds references to the report's products.
class FigureContext {
 public:
  FigureContext(const clean::Report& report, const annotate::Annotations& notes, const lang::Language& language)
      : report_(report), notes_(notes), language_(language) {}

  [[nodiscard]] const annotate::Annotations& notes() const { return notes_; }
  [[nodiscard]] const clean::Report& report() const { return report_; }
  [[nodiscard]] const annotate::Token& token(std::uint32_t index) const { return notes_.tokens[index]; }
  [[nodiscard]] std::string_view written(std::uint32_t index) const {
    return slice(report_.text, notes_.tokens[index].text);
  }
  /// Lower case of a token.
  [[nodiscard]] std::string lower(std::uint32_t index) const;
  /// Lemma of a token in lower case; its form when no lemma is set.
  [[nodiscard]] std::string lemma(std::uint32_t index) const;
  /// True if the form of the token is listed with this kind in figure_roles.tsv.
  [[nodiscard]] bool is(std::uint32_t index, lang::FigureWord kind) const {
    return lang::FigureRoles::holds(kinds(forms_, index, false), kind);
  }
  [[nodiscard]] bool lemma_is(std::uint32_t index, lang::FigureWord kind) const {
    return lang::FigureRoles::holds(kinds(lemmas_, index, true), kind);
  }
  /// True if a word in lower case is listed with this kind.
  [[nodiscard]] bool is_word(std::string_view word, lang::FigureWord kind) const {
    return language_.figure_roles.is(word, kind);
  }
  /// True if the role noun is one of those who speak for a body ("Sprecherin").
  [[nodiscard]] bool is_spokesperson(std::string_view role) const {
    const auto found = language_.name_lexicon.role(role);
    return found && found->kind == lang::RoleKind::Speaks;
  }
  /// True if the form can be a word of speech ("meldete", "Bilanz").
  [[nodiscard]] bool is_cue(std::uint32_t index) const { return !language_.cues.word(lower(index)).readings.empty(); }
  /// True for nouns of information ("Angaben", "Informationen").
  [[nodiscard]] bool is_source_noun(std::uint32_t index) const {
    return (language_.cues.clause_word(lower(index)) & lang::kSourceNoun) != 0;
  }
  [[nodiscard]] bool is_noun(std::uint32_t index) const;
  [[nodiscard]] bool is_adjective(std::uint32_t index) const {
    return token(index).word_class == annotate::WordClass::Adj;
  }
  /// True for a verb form that can carry a predicate: finite, infinitive or participle.
  [[nodiscard]] bool is_verb(std::uint32_t index) const;
  /// The adjectives and the noun that end with the noun at `noun`: first token of the phrase, without determiner.
  [[nodiscard]] std::uint32_t phrase_begin(std::uint32_t noun, std::uint32_t limit) const;
  /// Text of the tokens [range.begin, range.end). Requires a non-empty range.
  [[nodiscard]] TextRange text_of(TokenRange range) const {
    return {token(range.begin).text.begin, token(range.end - 1).text.end};
  }
  [[nodiscard]] std::string words(TokenRange range) const;
  [[nodiscard]] const lang::Language& language() const { return language_; }
  [[nodiscard]] bool is_genitive_article(std::uint32_t index) const {
    return token(index).word_class == annotate::WordClass::Det &&
           language_.counted_words.is(lower(index), lang::CountedWord::Genitive);
  }
  [[nodiscard]] bool is_finite(std::uint32_t index) const {
    return is_verb(index) && token(index).morphology.verb_form == annotate::VerbForm::Finite;
  }

  /// The days of the dates read so far, for what asks in text order: linear over all figures of a report.
  struct DaysSoFar {
    std::size_t times_read = 0;
    std::uint32_t position = 0;
    std::string day;  ///< The only one; "" before the first.
    bool several = false;
  };
  [[nodiscard]] DaysSoFar& days_so_far() const { return days_; }

 private:
  /// The kinds of the tokens that were asked for last: every slot of a figure asks for the same few words.
  struct KnownKinds {
    std::uint32_t token_plus_one = 0;
    std::uint64_t kinds = 0;
  };
  static constexpr std::size_t kKnown = 128;
  using KindCache = std::array<KnownKinds, kKnown>;
  std::uint64_t kinds(KindCache& cache, std::uint32_t index, bool of_lemma) const;

  const clean::Report& report_;
  const annotate::Annotations& notes_;
  const lang::Language& language_;
  mutable DaysSoFar days_;
  mutable KindCache forms_{}, lemmas_{};  ///< A context serves one thread.
};

/// The run of tokens around [tokens] that speaks about the figure: its part between commas, widened to the right
/// until it has a verb; insertions ("darunter Spezialkräfte") are jumped over. Cost: linear in the sentence.
TokenRange figure_scope(const FigureContext& context, const annotate::Sentence& sentence, TokenRange tokens);

}  // namespace ql::claims
