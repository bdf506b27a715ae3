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
  if (context.is(before - 1, FigureWord::ChangeBy) &&
      (has_change_verb(context, scope) || any_in(context, scope.begin, before, FigureWord::Change))) {
    return true;
  }
  const std::uint32_t window = before > scope.begin + 2 ? before - 2 : scope.begin;
  return context.is(before - 1, FigureWord::ChangeOf) && any_in(context, window, before, FigureWord::Change);
}

/// "Gold (minus 12 Prozent)", "40 Tote (plus 12)", "Silber (+5 Prozent)": by how much what stands before the
/// bracket has changed. A temperature below zero is none.
bool is_bracketed_change(const FigureContext& context, const Quantity& quantity) {
  constexpr std::string_view kDegree = "\u00b0";  // of any scale
  const std::uint32_t first = context.notes().sentences[quantity.sentence.index()].tokens.begin;
  const std::uint32_t before = quantity.tokens.begin;
  if (before <= first || quantity.unit.starts_with(kDegree)) return false;
  if (context.written(before) == "+" && context.written(before - 1) == "(") return true;
  if (before < first + 2) return false;
  const bool change = context.written(before - 1) == "+" || context.is(before - 1, FigureWord::Change);
  return change && context.written(before - 2) == "(";
}

/// "300 Helfer zusätzlich", but not "in vier Ländern weitere Erkenntnisse": an attribute of the next noun.
bool any_alone_in(const FigureContext& context, std::uint32_t begin, std::uint32_t end, FigureWord kind) {
  const auto size = static_cast<std::uint32_t>(context.notes().tokens.size());
  for (std::uint32_t i = begin; i < end; ++i) {
    const bool attribute = i + 1 < size && (context.is_noun(i + 1) || context.is_adjective(i + 1));
    if (!attribute && context.is(i, kind)) return true;
  }
  return false;
}

/// First token of the quantity behind this one in the sentence; the end of all tokens when there is none.
std::uint32_t next_quantity(const FigureContext& context, const Quantity& quantity) {
  const auto& all = context.notes().quantities;
  const auto index = static_cast<std::size_t>(&quantity - all.data());
  if (index + 1 >= all.size() || all[index + 1].tokens.begin < quantity.tokens.end) {
    return static_cast<std::uint32_t>(context.notes().tokens.size());
  }
  return all[index + 1].tokens.begin;
}

/// "Von den 86 Beschäftigten sind zwölf krank": the sentence opens with the whole.
bool is_part_of_opening(const FigureContext& context, const Quantity& quantity) {
  const auto& all = context.notes().quantities;
  const auto index = static_cast<std::size_t>(&quantity - all.data());
  if (index == 0 || !quantity.counted.empty() || quantity.measured) return false;
  const Quantity& whole = all[index - 1];
  const std::uint32_t first = context.notes().sentences[quantity.sentence.index()].tokens.begin;
  const bool opens = whole.sentence == quantity.sentence && whole.kind == annotate::QuantityKind::Quantity &&
                     !whole.counted.empty() && whole.tokens.begin > first && whole.tokens.begin <= first + 3;
  if (!opens || !context.is(first, FigureWord::PartPreposition) || context.written(first + 1) == ",") return false;
  const bool fits = whole.value && quantity.value && *quantity.value < *whole.value;
  bool verb = false;
  for (std::uint32_t i = whole.tokens.end; i < quantity.tokens.begin; ++i) {
    if (context.written(i) == "," || context.written(i) == ";") return false;
    verb = verb || context.is_finite(i);
  }
  return verb && fits;
}

/// "von denen zwölf", "unter ihnen 15 Kinder".
bool is_part_of_pronoun(const FigureContext& context, std::uint32_t begin, TokenRange scope) {
  return begin >= scope.begin + 2 && context.is(begin - 1, FigureWord::PartPronoun) &&
         context.is(begin - 2, FigureWord::PartPreposition);
}

bool blank_punctuation(const FigureContext& context, std::uint32_t token) {
  return context.token(token).word_class == WordClass::Punct || context.written(token).size() == 1;
}

/// "zwei Männer und eine Frau wurden festgenommen": the predicate stands behind the last of them.
std::uint32_t behind_coordinated(const FigureContext& context, const Quantity& quantity) {
  const auto& all = context.notes().quantities;
  std::uint32_t end = quantity.tokens.end;
  for (auto next = static_cast<std::size_t>(&quantity - all.data()) + 1; next < all.size(); ++next) {
    const bool counts = all[next].kind == annotate::QuantityKind::Quantity && !all[next].counted.empty();
    const bool joined = all[next].tokens.begin == end + 1 && context.token(end).word_class == WordClass::Cconj;
    if (!counts || !joined || quantity.counted.empty()) break;
    end = all[next].tokens.end;
  }
  return end;
}

}  // namespace

FigureRole find_role(const FigureContext& context, const Quantity& quantity, TokenRange scope) {
  const TokenRange own = quantity.tokens;
  const std::uint32_t lead = own.begin > scope.begin + 2 ? own.begin - 2 : scope.begin;
  const std::uint32_t tail = std::min({own.end + 2, scope.end, next_quantity(context, quantity)});
  if (quantity.whole.valid() || is_part_of_pronoun(context, own.begin, scope) ||
      is_part_of_opening(context, quantity)) {
    return FigureRole::Part;
  }
  if (any_in(context, lead, own.end, FigureWord::Increment)) return FigureRole::Increment;
  if (any_alone_in(context, own.end, tail, FigureWord::Increment)) return FigureRole::Increment;
  if (any_in(context, lead, own.end, FigureWord::Part)) return FigureRole::Part;
  if (quantity.unit == "share") return FigureRole::Part;
  if (is_change(context, quantity, scope) || is_bracketed_change(context, quantity)) return FigureRole::Change;
  if (quantity.unit.empty() && any_in(context, own.end, std::min(own.end + 1, scope.end), FigureWord::Comparison)) {
    return FigureRole::Change;  // "acht mehr als bisher"
  }
  const bool next_is_hedged = next_quantity(context, quantity) == own.end;  // "684 Mitarbeiter mehr als eine Million"
  const bool compared = !next_is_hedged && own.end + 1 < scope.end && context.is(own.end, FigureWord::Comparison) &&
                        context.is(own.end + 1, FigureWord::Than);
  if (compared) return FigureRole::Change;  // "2,4 Prozent mehr als im Vorjahr"
  const bool bounded = quantity.hedge == Hedge::AtMost;
  if (bounded && any_in(context, scope.begin, scope.end, FigureWord::Cap)) return FigureRole::Cap;
  if (any_in(context, lead, tail, FigureWord::Total)) return FigureRole::Total;
  return FigureRole::Level;
}

TextRange find_state(const FigureContext& context, const Quantity& quantity, TokenRange scope) {
  TokenRange after{std::min(quantity.tokens.end, scope.end), scope.end};
  after.begin = std::min(behind_coordinated(context, quantity), scope.end);
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
  constexpr std::size_t kMaxBack = 64;  // a statement that holds the number begins at most this many before it
  const auto behind = std::upper_bound(
      statements.begin(), statements.end(), quantity.number.begin,
      [](std::uint32_t at, const Statement& s) { return !s.content.empty() && at < s.content.front().begin; });
  const auto last = static_cast<std::size_t>(behind - statements.begin());
  for (std::size_t i = last; i-- > 0 && last - i <= kMaxBack;) {
    if (statements[i].kind == StatementKind::Author || statements[i].content.empty()) continue;
    std::uint32_t size = 0;
    bool holds = false;
    for (const TextRange content : statements[i].content) {
      size += content.size();
      holds = holds || content.contains(quantity.number);
    }
    if (!holds || (best.valid() && size > best_size)) continue;
    best = StatementId(i);
    best_size = size;
  }
  return best;
}

}  // namespace ql::claims
