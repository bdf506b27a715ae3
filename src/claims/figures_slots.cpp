// SPDX-License-Identifier: Apache-2.0
// Each slot is read from the scope of the figure (figures_scope.h) with the words of figure_roles.tsv.
// Cost: linear in the scope. Tested by figures_test.cpp.
#include "claims/figures_slots.h"

#include <algorithm>

namespace ql::claims {

using annotate::Hedge;
using annotate::Quantity;
using annotate::WordClass;
using lang::FigureWord;

namespace {

bool any_in(const FigureContext& context, std::uint32_t begin, std::uint32_t end, FigureWord kind) {
  for (std::uint32_t i = begin; i < end; ++i) {
    if (context.is(i, kind)) return true;
  }
  return false;
}

bool has_change_verb(const FigureContext& context, TokenRange scope) {
  for (std::uint32_t i = scope.begin; i < scope.end; ++i) {
    if (context.is_verb(i) && context.lemma_is(i, FigureWord::ChangeVerb)) return true;
  }
  return false;
}

bool is_change(const FigureContext& context, const Quantity& quantity, TokenRange scope) {
  const std::uint32_t before = quantity.tokens.begin;
  if (before == scope.begin) return false;
  const std::string word = context.lower(before - 1);
  if (word == "um" && has_change_verb(context, scope)) return true;
  const std::uint32_t window = before > scope.begin + 2 ? before - 2 : scope.begin;
  return (word == "von" || word == "um") && any_in(context, window, before, FigureWord::Change);
}

bool blank_punctuation(const FigureContext& context, std::uint32_t token) {
  return context.token(token).word_class == WordClass::Punct || context.written(token).size() == 1;
}

}  // namespace

FigureRole find_role(const FigureContext& context, const Quantity& quantity, TokenRange scope) {
  const TokenRange own = quantity.tokens;
  const std::uint32_t lead = own.begin > scope.begin + 2 ? own.begin - 2 : scope.begin;
  const std::uint32_t tail = std::min(own.end + 2, scope.end);
  if (quantity.whole.valid()) return FigureRole::Part;
  if (any_in(context, lead, tail, FigureWord::Increment)) return FigureRole::Increment;
  if (any_in(context, lead, own.end, FigureWord::Part)) return FigureRole::Part;
  if (quantity.unit == "share") return FigureRole::Part;
  if (is_change(context, quantity, scope)) return FigureRole::Change;
  if (quantity.unit.empty() && any_in(context, own.end, std::min(own.end + 1, scope.end), FigureWord::Comparison)) {
    return FigureRole::Change;  // "acht mehr als bisher"
  }
  const bool bounded = quantity.hedge == Hedge::AtMost;
  if (bounded && any_in(context, scope.begin, scope.end, FigureWord::Cap)) return FigureRole::Cap;
  if (any_in(context, lead, tail, FigureWord::Total)) return FigureRole::Total;
  return FigureRole::Level;
}

TextRange find_state(const FigureContext& context, const Quantity& quantity, TokenRange scope) {
  TokenRange after{std::min(quantity.tokens.end, scope.end), scope.end};
  while (!after.empty() && blank_punctuation(context, after.begin)) ++after.begin;
  while (!after.empty() && blank_punctuation(context, after.end - 1)) --after.end;
  const auto says_something = [&](TokenRange range) {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const WordClass word_class = context.token(i).word_class;
      if (context.is_verb(i) || context.is_noun(i) || word_class == WordClass::Adj || word_class == WordClass::Propn) {
        return true;
      }
    }
    return false;
  };
  if (says_something(after)) return context.text_of(after);
  TokenRange before{scope.begin, quantity.tokens.begin};
  while (!before.empty() &&
         (blank_punctuation(context, before.begin) || context.token(before.begin).word_class == WordClass::Sconj)) {
    ++before.begin;
  }
  while (!before.empty() && blank_punctuation(context, before.end - 1)) --before.end;
  return says_something(before) ? context.text_of(before) : TextRange{};
}

EntityId find_place(const FigureContext& context, const Quantity& quantity, TokenRange scope) {
  const auto& notes = context.notes();
  if (scope.empty()) return {};
  const TextRange text = context.text_of(scope);
  const auto first = std::partition_point(notes.mentions.begin(), notes.mentions.end(),
                                          [&](const annotate::Mention& m) { return m.text.end <= text.begin; });
  EntityId place;
  for (auto mention = first; mention != notes.mentions.end() && mention->text.begin < text.end; ++mention) {
    const bool name = mention->type == annotate::EntityType::Place && mention->form == annotate::MentionForm::Name;
    if (!name || !mention->entity.valid() || mention->tokens.empty() || mention->tokens.begin <= scope.begin) continue;
    const bool governed = context.token(mention->tokens.begin - 1).word_class == WordClass::Adp ||
                          context.token(mention->tokens.begin - 1).word_class == WordClass::Det;
    if (!governed) continue;
    place = mention->entity;
    if (mention->text.begin >= quantity.text.end) break;  // The first one behind the number wins.
  }
  return place;
}

StatementId find_statement(const std::vector<Statement>& statements, const Quantity& quantity) {
  StatementId best;
  std::uint32_t best_size = 0;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    if (statements[i].kind == StatementKind::Author || statements[i].content.empty()) continue;
    if (statements[i].content.front().begin > quantity.number.begin) break;
    std::uint32_t size = 0;
    bool holds = false;
    for (const TextRange content : statements[i].content) {
      size += content.size();
      holds = holds || content.contains(quantity.number);
    }
    if (!holds || (best.valid() && size >= best_size)) continue;
    best = StatementId(i);
    best_size = size;
  }
  return best;
}

}  // namespace ql::claims
