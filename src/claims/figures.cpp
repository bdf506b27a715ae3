// SPDX-License-Identifier: Apache-2.0
// Quantities -> figures: every number that counts or measures something becomes a claim with what is counted, its
// state, place and role, the statement that carries it, its speaker and its as-of time.
//   "1.500 weitere nordkoreanische Soldaten wurden nach Russland entsandt"
//      counted: nordkoreanische Soldaten | role: increment | state: wurden nach Russland entsandt | place: Russland
// Cost: linear in the text apart from a bounded look back. Tested by figures_test.cpp.
#include "claims/figures.h"

#include "claims/figures_counted.h"
#include "claims/figures_scope.h"
#include "claims/figures_slots.h"

namespace ql::claims {
namespace {

constexpr float kStatedConfidence = 0.9F, kResolvedConfidence = 0.7F, kUnknownConfidence = 0.4F;

float confidence_of(const Counted& counted) {
  if (counted.text.empty()) return kUnknownConfidence;
  return counted.stated ? kStatedConfidence : kResolvedConfidence;
}

/// The statement that carries the figure and who gives it.
void set_source(const FigureContext& context, const annotate::Quantity& quantity,
                const std::vector<Statement>& statements, Sources& sources, std::span<const Figure> earlier,
                Figure& figure) {
  const auto statement_of = [&](StatementId id) { return id.valid() ? &statements[id.index()] : nullptr; };
  figure.statement = find_statement(statements, quantity);
  if (!sources.issuer().valid() && is_reporters_own(context, statement_of(figure.statement), quantity)) {
    figure.statement = {};
    return;
  }
  if (figure.statement.valid()) {
    const EntityId own = source_of_part(context, quantity, *statement_of(figure.statement), sources);
    if (own.valid()) {
      figure.statement = {};
      figure.speaker = stands_for(context, own);
      return;
    }
  }
  const CountingSubject counting = find_counting_subject(context, quantity, statements, sources);
  if (counting.found && figure.statement.valid() &&
      !statement_of(figure.statement)->speaker.span.overlaps(counting.span)) {
    figure.statement = {};  // "die Polizei sprach von 300, die Veranstalter nannten 500": each clause has its own
  }
  figure.speaker = counting.entity.valid()
                       ? stands_for(context, counting.entity)
                       : find_speaker(context, statements, statement_of(figure.statement), quantity, earlier, sources);
}

Figure make_figure(const FigureContext& context, QuantityId id, const std::vector<Statement>& statements,
                   Sources& sources, std::span<const Figure> earlier) {
  const annotate::Annotations& notes = context.notes();
  const annotate::Quantity& quantity = notes.quantities[id.index()];
  const TokenRange scope = figure_scope(context, notes.sentences[quantity.sentence.index()], quantity.tokens);
  Counted counted = find_counted(context, id, scope, earlier);

  Figure figure;
  figure.sentence = quantity.sentence;
  figure.quantity = id;
  figure.confidence = confidence_of(counted);
  figure.rule = counted.rule.empty() ? RuleId("de.figure.counted.none.01") : counted.rule;
  figure.counted = std::move(counted.text);
  figure.counted_lemma = std::move(counted.lemma);
  figure.role = find_role(context, quantity, scope);
  figure.state_span = find_state(context, quantity, scope);
  if (!figure.state_span.empty()) figure.state = std::string(slice(context.report().text, figure.state_span));
  figure.place = find_place(context, quantity, scope);
  set_source(context, quantity, statements, sources, earlier, figure);
  const Statement* statement = figure.statement.valid() ? &statements[figure.statement.index()] : nullptr;
  figure.as_of = find_as_of(context, quantity, scope, statements, statement);
  return figure;
}

}  // namespace

std::vector<Figure> extract_figures(const clean::Report& report, const annotate::Annotations& notes,
                                    const std::vector<Statement>& statements, Sources& sources,
                                    const lang::Language& language) {
  const FigureContext context(report, notes, language);
  std::vector<Figure> figures;
  for (std::size_t i = 0; i < notes.quantities.size(); ++i) {
    if (notes.quantities[i].kind != annotate::QuantityKind::Quantity || notes.quantities[i].tokens.empty()) continue;
    figures.push_back(make_figure(context, QuantityId(i), statements, sources, figures));
  }
  return figures;
}

}  // namespace ql::claims
