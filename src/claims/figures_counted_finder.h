// SPDX-License-Identifier: Apache-2.0
// The finder of what one number counts; one function per place where the noun may stand. Private to
// figures_counted*.cpp.
#pragma once

#include <optional>

#include "claims/figures_counted.h"
#include "claims/figures_earlier.h"
#include "claims/figures_nationality.h"
#include "claims/figures_nouns.h"
#include "claims/figures_slots.h"
#include "lang/lexemes.h"

namespace ql::claims {

using annotate::Quantity;
using annotate::WordClass;
using lang::FigureWord;

/// Lives for one call of find_counted(); refers to what it is made of.
class CountedFinder {
 public:
  CountedFinder(const FigureContext& context, QuantityId id, TokenRange scope, std::span<const Figure> earlier)
      : context_(context),
        quantity_(context.notes().quantities[id.index()]),
        scope_(scope),
        earlier_(earlier),
        before_(context.notes(), quantity_, earlier),
        skips_agents_(is_paid(context, quantity_, scope)),
        giver_(skips_agents_ ? subject_span(context, quantity_) : counting_subject_span(context, quantity_)) {}

  Counted find() {
    Counted counted = found();
    add_nationality(context_, quantity_, counted);
    return counted;
  }

 private:
  [[nodiscard]] Counted found() const;
  [[nodiscard]] Counted phrase(TokenRange range, std::uint32_t head, RuleId rule) const;
  [[nodiscard]] Counted phrase_over(TextRange noun) const;
  [[nodiscard]] std::optional<Counted> of_whole() const;
  [[nodiscard]] std::optional<Counted> measured_noun() const;
  [[nodiscard]] std::optional<Counted> linked_noun() const;
  [[nodiscard]] std::optional<Counted> reached_noun() const;
  [[nodiscard]] bool free_noun_ends(std::uint32_t noun) const;
  [[nodiscard]] std::optional<Counted> changed_object() const;
  [[nodiscard]] std::optional<Counted> measure_noun() const;
  [[nodiscard]] std::optional<Counted> same_change() const;
  [[nodiscard]] std::optional<Counted> subject_of_value() const;
  [[nodiscard]] bool in_other_quantity(std::uint32_t token) const;
  [[nodiscard]] std::optional<Counted> free_noun(std::uint32_t begin, std::uint32_t end, bool any_case) const;
  [[nodiscard]] std::optional<Counted> number_of(SentenceId sentence, std::uint32_t end) const {
    const auto noun = noun_of_number(context_, context_.notes().sentences[sentence.index()].tokens, end);
    return noun ? std::optional(phrase(noun->tokens, noun->head, "de.figure.counted.number.01")) : std::nullopt;
  }
  /// A comma, colon or bracket; a quotation mark stands inside a phrase.
  [[nodiscard]] bool ends_phrase(std::uint32_t token) const {
    constexpr std::string_view kMarks = ",;:()";
    const std::string_view form = context_.written(token);
    return context_.token(token).word_class == WordClass::Punct && form.size() == 1 &&
           kMarks.find(form) != std::string_view::npos;
  }
  [[nodiscard]] std::optional<Counted> topic() const;
  [[nodiscard]] std::optional<Counted> topic_before() const;
  [[nodiscard]] std::optional<Counted> subject_before() const;
  [[nodiscard]] bool speaks_of_one(TokenRange tokens) const;
  [[nodiscard]] std::optional<Counted> subject_before_insertion() const;
  [[nodiscard]] std::optional<Counted> behind_attribute() const;
  [[nodiscard]] bool is_name(std::uint32_t token) const { return context_.token(token).word_class == WordClass::Propn; }
  [[nodiscard]] std::optional<Counted> changed_noun() const;
  [[nodiscard]] std::optional<Counted> noun_of_change() const;
  [[nodiscard]] std::optional<Counted> before_bracket() const;
  [[nodiscard]] std::uint32_t head_before_bracket(std::uint32_t last, std::uint32_t first) const;
  [[nodiscard]] std::optional<Counted> given_value() const;
  [[nodiscard]] std::optional<Counted> purpose() const;
  [[nodiscard]] std::optional<Counted> on_scale() const;
  [[nodiscard]] std::optional<Counted> noun_soon_behind(std::uint32_t begin, std::uint32_t end, RuleId rule) const;
  [[nodiscard]] bool has_change_verb(std::uint32_t begin, std::uint32_t end) const;

  const FigureContext& context_;
  const Quantity& quantity_;
  TokenRange scope_;
  std::span<const Figure> earlier_;
  EarlierFigures before_;
  [[nodiscard]] bool gives_it(std::uint32_t noun) const {
    return context_.token(noun).text.overlaps(giver_) && !is_amount_noun(context_, noun);
  }

  bool skips_agents_ = false;  // "Der Klub zahlt 5 Millionen": who pays is not what costs so much
  TextRange giver_;            // "Die Stadt beziffert den Schaden auf 5 Millionen": nor is who says so
};

}  // namespace ql::claims
