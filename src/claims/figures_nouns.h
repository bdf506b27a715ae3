// SPDX-License-Identifier: Apache-2.0
// Counted nouns that stand apart from their number. Private to the figures* files.
#pragma once

#include <optional>

#include "claims/figures_scope.h"

namespace ql::claims {

/// A noun with its adjectives; `head` is the noun.
struct NounSpan {
  TokenRange tokens;
  std::uint32_t head = 0;
};

/// "zwei mit jeweils 16.000 Teilnehmern angemeldete Demonstrationen", "14 in Bonn lebende Künstler": the noun
/// behind an attribute that begins with a preposition at `begin`. None without an adjective right before the noun.
std::optional<NounSpan> noun_behind_attribute(const FigureContext& context, std::uint32_t begin, std::uint32_t end);

/// "Der Quotient, also das Verhältnis von X zu Y, werde von 36 Prozent steigen": the scope goes on with the finite
/// verb of a sentence whose subject stands before the insertion. None if it does not.
bool goes_on_behind_insertion(const FigureContext& context, TokenRange sentence, TokenRange scope);

/// "Strafen bis zu 250 Euro": a bare noun right before the hedge of an amount.
std::optional<NounSpan> noun_before_bound(const FigureContext& context, const annotate::Quantity& quantity,
                                          TokenRange scope);

/// "eine Inzidenz von 70", "Note 1,3": a noun that has a number and counts nothing; compounds with one too.
bool is_measure_noun(const FigureContext& context, std::uint32_t token);

/// "der Zeitraum zwischen Erst- und Zweitimpfung von sechs Wochen": the amount is not of what stands between.
bool between_governs(const FigureContext& context, std::uint32_t noun, std::uint32_t first_token);

/// True for a token inside a time expression.
bool in_time(const FigureContext& context, std::uint32_t token);

/// "die Zahl der Opfer" -> "Zahl", for the noun at the end of such a phrase, not before `first_token`.
std::uint32_t head_of_genitives(const FigureContext& context, std::uint32_t noun, std::uint32_t first_token);

/// "die Zahl der Verletzten", "wie viele Gäste": looked for from token `end` back, within the sentence `tokens`.
std::optional<NounSpan> noun_of_number(const FigureContext& context, TokenRange tokens, std::uint32_t end);

/// "nicht 900, sondern 780 Boote": what the number counts that corrects this one; empty if there is none.
TextRange noun_of_correction(const FigureContext& context, const annotate::Quantity& quantity);

/// "Dem Bericht zufolge", "dem Vernehmen nach liegt": a postposition behind the noun.
bool names_source(const FigureContext& context, std::uint32_t noun, std::uint32_t end);
/// "Umfrage des Instituts": a genitive behind another noun.
bool is_attribute(const FigureContext& context, std::uint32_t noun, std::uint32_t first_token);
/// The noun names a person or a body that acts: it buys and pays, it is not what is counted.
bool is_agent(const FigureContext& context, std::uint32_t noun);
/// A noun for sums of money ("Mehrausgaben", "Sachschaden").
bool is_amount_noun(const FigureContext& context, std::uint32_t noun);
/// An amount beside a verb by which somebody pays, buys or holds it: its subject is not what costs so much.
bool is_paid(const FigureContext& context, const annotate::Quantity& quantity, TokenRange scope);

}  // namespace ql::claims
