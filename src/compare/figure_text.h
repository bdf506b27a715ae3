// SPDX-License-Identifier: Apache-2.0
// What the words around a figure say about it: whether it is a part or a whole, a heading's, of which time. Private to
// this folder.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compare/context.h"
#include "compare/words.h"

namespace ql::compare {

/// What a sentence says about the order of two of its numbers.
enum class Succession : std::uint8_t {
  None,
  Replaces,  ///< "von 43 auf 61"
  Corrects,  ///< "nicht 43, sondern 38": the earlier one was wrong.
  Recalls,   ///< "850 statt 1.100": the one that stands later is the old one.
};

/// Of two numbers of one sentence, in text order.
Succession succession_between(const Context& context, const AnalysedReport& report, const annotate::Quantity& earlier,
                              const annotate::Quantity& later);

/// Reads around one figure. Refers to the context, which must outlive it.
class FigureText {
 public:
  FigureText(const Context& context, Item item)
      : context_(context),
        report_(context.reports[item.report.index()]),
        report_id_(item.report),
        figure_(figure_of(context, item)),
        quantity_(quantity_of(context, item)) {}

  /// Stands in the title or a subheading.
  [[nodiscard]] bool is_heading() const;
  [[nodiscard]] bool is_share() const { return quantity_.unit == "%" || quantity_.unit == "share"; }
  /// "darunter 26 Polizisten" is a part; in "3.000 von 10.000" the first number is what is the case.
  [[nodiscard]] bool is_part() const;
  /// The whole that another number of the sentence is a part of; or the whole of what is expected, not of what is.
  [[nodiscard]] bool is_base() const { return follows_its_part() || is_divided_below() || is_planned_total(); }
  /// The sentence says what is usual ("normalerweise"), not what is; "die übliche Menge" does not.
  [[nodiscard]] bool is_usual() const;
  /// As-of; else a date of another year in the sentence ("2013 starben 240 Menschen"); else when the report appeared.
  [[nodiscard]] std::string_view when() const;
  /// First token of the passage that a number may take its measure from: two sentences back, in the same block.
  [[nodiscard]] std::uint32_t passage_begin() const;
  /// Stem of a token's lemma, which unites strong verb forms; of its form if it has no lemma.
  [[nodiscard]] const std::string& stem_at(std::uint32_t token) const;
  /// The token as compare reads it.
  [[nodiscard]] const Word& word_at(std::uint32_t token) const;
  /// The words that the figure says its state with, as stems; a verb with a separated particle by its lemma.
  [[nodiscard]] std::vector<std::string> state_stems() const;

  /// The token is a comma or semicolon.
  [[nodiscard]] bool ends_clause(std::uint32_t token) const;

 private:
  [[nodiscard]] bool opens_for(const annotate::Quantity& whole, const annotate::Quantity& part) const;
  /// The word links a part to its whole.
  [[nodiscard]] bool is_of(const annotate::Token& word) const;
  [[nodiscard]] bool says_before() const;
  [[nodiscard]] bool follows_its_part() const;
  [[nodiscard]] bool is_divided_below() const;
  [[nodiscard]] bool is_planned_total() const;
  [[nodiscard]] bool is_part_of(const annotate::Quantity& part, const annotate::Quantity& whole) const;

  const Context& context_;
  const AnalysedReport& report_;
  ReportId report_id_;
  const claims::Figure& figure_;
  const annotate::Quantity& quantity_;
};

/// The lower-case word before a quantity's tokens; "" at the start.
std::string word_before(const AnalysedReport& report, const annotate::Quantity& quantity);

/// The words of a short text, as stems.
std::vector<std::string> stems_of(std::string_view text);

/// The stems of the words that may say a state: not those of nouns that the lexicon counts ("Fälle" are no fallen).
std::vector<std::string> stems_of_states(const lang::ConceptLexicon& concepts, std::string_view text);

}  // namespace ql::compare
