// SPDX-License-Identifier: Apache-2.0
// Most speakers come with the statement. Two cases are concluded here: a definite description that fits one entity of
// the report alone, and a press release, whose own voice is the issuer's. Tested by figures_test.cpp.
#include <algorithm>

#include "claims/figures_slots.h"
#include "lang/tsv.h"

namespace ql::claims {

using annotate::Entity;
using annotate::EntityType;
using lang::FigureWord;

namespace {

std::string lowered(std::string_view text) {
  std::string result(text);
  lang::lower_in_place(result);
  return result;
}

/// True if `word` stands in `text` as a word of its own; both in lower case.
bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool starts = at == 0 || text[at - 1] == ' ' || text[at - 1] == '-';
    const bool ends = end == text.size() || text[end] == ' ' || text[end] == '-';
    if (starts && ends) return true;
  }
  return false;
}

bool can_give_figures(const Entity& entity) {
  return entity.named && (entity.type == EntityType::Organisation || entity.type == EntityType::Group ||
                          entity.type == EntityType::Person);
}

/// The only entity that `fits`; none when there are several.
template <class Fits>
EntityId only_entity(const FigureContext& context, const Fits& fits) {
  EntityId found;
  const auto& entities = context.notes().entities;
  for (std::size_t i = 0; i < entities.size(); ++i) {
    if (!can_give_figures(entities[i]) || !fits(entities[i])) continue;
    if (found.valid()) return {};
    found = EntityId(i);
  }
  return found;
}

/// The lemma of the last noun of the phrase, in lower case; "" for a phrase with a name or without a noun.
std::string head_lemma(const FigureContext& context, TextRange span) {
  const auto& tokens = context.notes().tokens;
  auto token = std::partition_point(tokens.begin(), tokens.end(),
                                    [&](const annotate::Token& t) { return t.text.end <= span.begin; });
  for (; token != tokens.end() && token->text.begin < span.end; ++token) {
    const auto index = static_cast<std::uint32_t>(token - tokens.begin());
    if (context.is_noun(index)) return context.lemma(index);
  }
  return {};
}

EntityId described(const FigureContext& context, const Speaker& speaker) {
  if (speaker.span.empty()) return {};
  const std::string head = head_lemma(context, speaker.span);
  if (head.empty()) return {};
  return only_entity(context, [&](const Entity& entity) {
    const bool alias = std::any_of(entity.aliases.begin(), entity.aliases.end(),
                                   [&](const std::string& name) { return has_word(lowered(name), head); });
    return alias || has_word(lowered(entity.name), head) || has_word(lowered(entity.role), head);
  });
}

bool is_press_release(const FigureContext& context) {
  const std::string& text = context.report().text;
  constexpr std::size_t kHeadBytes = 400;
  std::string head = lowered(std::string_view(text).substr(0, kHeadBytes));
  std::replace_if(head.begin(), head.end(), [](char c) { return c == '\n' || c == '(' || c == ')' || c == ','; }, ' ');
  for (const std::string_view word : lang::split(head, ' ')) {
    if (context.is_word(word, FigureWord::PressRelease)) return true;
  }
  return false;
}

}  // namespace

CountingSubject find_counting_subject(const FigureContext& context, const annotate::Quantity& quantity) {
  const annotate::Annotations& notes = context.notes();
  const std::uint32_t at = quantity.tokens.begin;
  const annotate::Clause* best = nullptr;
  auto clause = std::partition_point(notes.clauses.begin(), notes.clauses.end(), [&](const annotate::Clause& c) {
    return c.sentence.index() < quantity.sentence.index();
  });
  for (; clause != notes.clauses.end() && clause->sentence == quantity.sentence; ++clause) {
    if (clause->tokens.begin > at || clause->tokens.end <= at) continue;
    if (best == nullptr || clause->tokens.size() < best->tokens.size()) best = &*clause;
  }
  if (best == nullptr || best->subject.empty() || !best->finite_verb.valid()) return {};
  const TokenId verb = best->main_verb.valid() ? best->main_verb : best->finite_verb;
  if (!context.lemma_is(static_cast<std::uint32_t>(verb.index()), FigureWord::CountingVerb)) return {};
  CountingSubject subject{true, context.text_of(best->subject), {}};
  if (subject.span.overlaps(quantity.text)) return {};
  auto mention = std::partition_point(notes.mentions.begin(), notes.mentions.end(),
                                      [&](const annotate::Mention& m) { return m.text.end <= subject.span.begin; });
  for (; mention != notes.mentions.end() && mention->text.begin < subject.span.end; ++mention) {
    if (mention->entity.valid() && !subject.entity.valid()) subject.entity = mention->entity;
  }
  return subject;
}

/// The entity that the outlet's name names: "Musterwerke AG" -> Musterwerke.
EntityId find_issuer(const FigureContext& context) {
  if (!context.report().outlet || !is_press_release(context)) return {};
  const std::string outlet = lowered(*context.report().outlet);
  return only_entity(context, [&](const Entity& entity) {
    const std::string name = lowered(entity.name);
    return entity.type != EntityType::Person && (has_word(outlet, name) || has_word(name, outlet));
  });
}

EntityId find_speaker(const FigureContext& context, const Statement& statement) {
  return statement.speaker.entity.valid() ? statement.speaker.entity : described(context, statement.speaker);
}

}  // namespace ql::claims
