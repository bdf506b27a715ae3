// SPDX-License-Identifier: Apache-2.0
// Most speakers come with the statement. Concluded here: the subject of a verb that counts or demands; a spokesperson
// without a name stands for whom they speak for; the own voice of a press release is its issuer's. Tested by
// figures_test.cpp.
#include <algorithm>

#include "claims/figures_nouns.h"
#include "claims/figures_slots.h"

namespace ql::claims {

using annotate::EntityType;
using lang::FigureWord;

namespace {

constexpr std::uint32_t kReach = 40;   // tokens between a figure and the colon that introduces it
constexpr std::size_t kShortName = 3;  // bytes; shorter words stand in many names

std::string lowered(std::string_view text) {
  std::string result(text);
  lang::lower_in_place(result);
  return result;
}

/// The clause with the smallest extent that holds the token; null when there is none.
const annotate::Clause* clause_at(const annotate::Annotations& notes, SentenceId sentence, std::uint32_t token) {
  const annotate::Clause* best = nullptr;
  auto clause = std::partition_point(notes.clauses.begin(), notes.clauses.end(),
                                     [&](const annotate::Clause& c) { return c.sentence.index() < sentence.index(); });
  for (; clause != notes.clauses.end() && clause->sentence == sentence; ++clause) {
    if (clause->tokens.begin > token || clause->tokens.end <= token) continue;
    if (best == nullptr || clause->tokens.size() < best->tokens.size()) best = &*clause;
  }
  return best;
}

/// The first entity mentioned in the range.
EntityId entity_in(const annotate::Annotations& notes, TextRange range) {
  auto mention = std::partition_point(notes.mentions.begin(), notes.mentions.end(),
                                      [&](const annotate::Mention& m) { return m.text.end <= range.begin; });
  for (; mention != notes.mentions.end() && mention->text.begin < range.end; ++mention) {
    if (mention->entity.valid()) return mention->entity;
  }
  return {};
}

/// The last statement that begins before the figure, in its sentence or the one before it; null when there is none.
const Statement* statement_before(const std::vector<Statement>& statements, const annotate::Quantity& quantity) {
  const auto behind = std::partition_point(statements.begin(), statements.end(), [&](const Statement& s) {
    return s.content.empty() || s.content.front().begin <= quantity.text.begin;
  });
  if (behind == statements.begin()) return nullptr;
  const Statement& statement = *std::prev(behind);
  return statement.sentence.value + 1 < quantity.sentence.value ? nullptr : &statement;
}

/// "Die Werft meldete ... Sie zählt 300", "Man rechne mit 300": whoever spoke in the sentence before, or in this one.
EntityId taken_up(const FigureContext& context, const std::vector<Statement>& statements,
                  const annotate::Quantity& quantity, const annotate::Clause& clause) {
  const annotate::Token& pronoun = context.token(clause.subject.begin);
  if (clause.subject.size() != 1 || pronoun.word_class != annotate::WordClass::Pron) return {};
  const Statement* statement = statement_before(statements, quantity);
  if (statement == nullptr || !statement->speaker.entity.valid()) return {};
  const EntityId speaker = statement->speaker.entity;
  const auto verb = static_cast<std::uint32_t>(clause.finite_verb.index());
  const bool reported = context.token(verb).morphology.mood == annotate::Mood::SubjunctiveI;
  const bool body = context.notes().entities[speaker.index()].type == EntityType::Organisation;
  return body || reported ? speaker : EntityId();
}

bool is_finite(const FigureContext& context, std::uint32_t token) {
  return context.is_verb(token) && context.token(token).morphology.verb_form == annotate::VerbForm::Finite;
}

/// "Die Polizei zog Bilanz: 300 Gäste", "Der Bund kommt auf andere Werte: Jeder dritte Zug sei ausgefallen": who
/// reports before the colon gives what stands behind it without a verb or in the subjunctive of reported speech.
CountingSubject before_colon(const FigureContext& context, const annotate::Quantity& quantity, Sources& sources) {
  const annotate::Annotations& notes = context.notes();
  const TokenRange sentence = notes.sentences[quantity.sentence.index()].tokens;
  std::uint32_t colon = quantity.tokens.begin;
  bool silent = true, reported = false;
  const std::uint32_t reach = std::max(sentence.begin + kReach, quantity.tokens.begin) - kReach;
  while (colon > reach && context.written(colon) != ":") {
    --colon;
    silent = silent && !is_finite(context, colon);
    reported = reported || context.token(colon).morphology.mood == annotate::Mood::SubjunctiveI;
  }
  if (colon == sentence.begin || context.written(colon) != ":") return {};
  const std::uint32_t end = std::min(sentence.end, quantity.tokens.end + kReach);
  for (std::uint32_t i = quantity.tokens.end; i < end && context.written(i) != ","; ++i) {
    silent = silent && !is_finite(context, i);
    reported = reported || context.token(i).morphology.mood == annotate::Mood::SubjunctiveI;
  }
  const annotate::Clause* clause = clause_at(notes, quantity.sentence, colon - 1);
  if ((!silent && !reported) || clause == nullptr || clause->subject.empty() || clause->tokens.end > colon + 1)
    return {};
  bool speaks = reported;
  for (std::uint32_t i = clause->tokens.begin; i < colon && !speaks; ++i) speaks = context.is_cue(i);
  if (!speaks) return {};
  CountingSubject subject{true, context.text_of(clause->subject), {}};
  subject.entity = entity_in(notes, subject.span);
  if (!subject.entity.valid()) subject.entity = sources.of_subject(subject.span);
  return subject;
}

/// "300, sagt die Polizei": the subject of a verb of speech right behind the figure and its noun.
EntityId sayer_behind(const FigureContext& context, const annotate::Quantity& quantity, Sources& sources) {
  const annotate::Annotations& notes = context.notes();
  const std::uint32_t end = notes.sentences[quantity.sentence.index()].tokens.end;
  const std::uint32_t comma = quantity.tokens.end;
  if (comma + 2 >= end || context.written(comma) != "," || !is_finite(context, comma + 1) ||
      !context.is_cue(comma + 1)) {
    return {};
  }
  const annotate::Clause* clause = clause_at(notes, quantity.sentence, comma + 1);
  if (clause == nullptr || clause->subject.empty() || clause->subject.begin <= comma) return {};
  const TextRange span = context.text_of(clause->subject);
  const EntityId entity = entity_in(notes, span);
  return entity.valid() ? entity : sources.of(span);
}

/// "Nach Informationen der Morgenpost verlangen sie 300 Euro" in the Morgenpost: the reporter's own knowledge.
bool says_own_outlet(const FigureContext& context, const annotate::Quantity& quantity) {
  if (!context.report().outlet) return false;
  std::string outlet;
  const std::uint32_t first = context.notes().sentences[quantity.sentence.index()].tokens.begin;
  for (std::uint32_t i = first; i + 3 < quantity.tokens.begin && i < first + kReach; ++i) {
    if ((context.written(i) != "nach" && context.written(i) != "Nach") || !context.is_source_noun(i + 1)) continue;
    if (outlet.empty()) outlet = lowered(*context.report().outlet);
    for (std::uint32_t name = i + 2; name < i + 5 && name < quantity.tokens.begin; ++name) {
      const std::string word = context.lower(name);
      if (context.token(name).capitalised && word.size() > kShortName && outlet.find(word) != std::string::npos)
        return true;
      if (word.starts_with("unser")) return true;
    }
  }
  return false;
}

/// "9 Prozent mehr Lohn, mindestens aber 200 Euro": behind an earlier figure of the sentence, without a verb between
/// them or behind.
bool continues(const FigureContext& context, const annotate::Quantity& quantity, const Figure& before) {
  if (before.sentence != quantity.sentence) return false;
  const annotate::Annotations& notes = context.notes();
  const std::uint32_t begin = notes.quantities[before.quantity.index()].tokens.end;
  const std::uint32_t end = std::min(notes.sentences[quantity.sentence.index()].tokens.end, begin + 2 * kReach);
  for (std::uint32_t i = begin; i < end; ++i) {
    const std::string_view word = context.written(i);
    const bool closes = i > quantity.tokens.end && (word == "," || word == ";" || word == ":");
    if (closes) return true;
    if (is_finite(context, i) || word == ";" || word == ":" || word == "\u2013") return false;
  }
  return true;
}

/// "zählte 300", "will 4.500 gezählt haben".
bool counts_by_verb(const FigureContext& context, const annotate::Clause& clause, const annotate::Quantity& quantity) {
  const TokenId verb = clause.main_verb.valid() ? clause.main_verb : clause.finite_verb;
  const auto main = static_cast<std::uint32_t>(verb.index());
  // "kommt auf 58 Stellen", but not "kommt mit drei Kollegen", "kommt auf 29 Prozent"
  const bool reaches =
      quantity.tokens.begin > 0 && context.is(quantity.tokens.begin - 1, FigureWord::ReachLink) && quantity.unit != "%";
  const bool counts = context.lemma_is(main, FigureWord::CountingVerb);
  if (counts && (reaches || !context.lemma_is(main, FigureWord::LevelVerb))) return true;
  for (std::uint32_t i = clause.tokens.begin; i + 1 < clause.tokens.end; ++i) {
    const annotate::Token& next = context.token(i + 1);
    const bool to_have =
        next.word_class == annotate::WordClass::Aux && next.morphology.verb_form == annotate::VerbForm::Infinitive;
    if (to_have && context.is_verb(i) && context.lemma_is(i, FigureWord::CountingVerb)) return true;
  }
  return false;
}

/// The words by which an agent of the clause is named, if its subject names none: no preposition governs them.
TokenRange agent_of(const FigureContext& context, const annotate::Clause& clause, const annotate::Quantity& quantity) {
  const auto acts = [&](std::uint32_t i) {
    return (context.is_noun(i) || context.token(i).word_class == annotate::WordClass::Propn) && is_agent(context, i);
  };
  const bool about_quantity = context.text_of(clause.subject).overlaps(quantity.text);
  for (std::uint32_t i = clause.subject.begin; i < clause.subject.end && !about_quantity; ++i) {
    if (acts(i) || context.token(i).word_class == annotate::WordClass::Pron) return {};
  }
  for (std::uint32_t i = clause.tokens.begin; i < clause.tokens.end; ++i) {
    if (!acts(i) || context.token(i).text.overlaps(quantity.text)) continue;
    std::uint32_t begin = context.phrase_begin(i, clause.tokens.begin);
    if (begin > clause.tokens.begin && context.token(begin - 1).word_class == annotate::WordClass::Det) --begin;
    const bool governed =
        begin > clause.tokens.begin && context.token(begin - 1).word_class == annotate::WordClass::Adp;
    const bool source = i + 1 < clause.tokens.end && context.token(i + 1).word_class == annotate::WordClass::Adp &&
                        names_source(context, i, clause.tokens.end);
    const bool genitive =
        begin < i && context.is_genitive_article(begin) && begin > clause.tokens.begin && context.is_noun(begin - 1);
    if (!governed && !source && !genitive) return {begin, i + 1};
  }
  return {};
}

/// ", schätzt die Branche, ": a verb of speech with its subject, set between commas.
EntityId sayer_inserted(const FigureContext& context, const annotate::Quantity& quantity, Sources& sources) {
  const annotate::Annotations& notes = context.notes();
  const TokenRange sentence = notes.sentences[quantity.sentence.index()].tokens;
  const std::uint32_t end = std::min(sentence.end, quantity.tokens.end + kReach);
  for (std::uint32_t i = std::max(sentence.begin + kReach, quantity.tokens.begin) - kReach; i + 2 < end; ++i) {
    if (context.written(i) != "," || !is_finite(context, i + 1) || !context.is_cue(i + 1)) continue;
    const annotate::Clause* clause = clause_at(notes, quantity.sentence, i + 1);
    if (clause == nullptr || clause->subject.empty() || clause->subject.begin <= i) continue;
    const std::uint32_t behind = clause->tokens.end;  // of the comma that closes it, or its comma
    const bool inside = quantity.tokens.begin >= clause->tokens.begin && quantity.tokens.begin < behind;
    const auto relative = [&](std::uint32_t at) {
      const annotate::Stts tag = at < sentence.end ? context.token(at).stts : annotate::Stts::None;
      return tag == annotate::Stts::Prels || tag == annotate::Stts::Prelat;
    };
    if (inside || (quantity.tokens.begin >= behind && (relative(behind) || relative(behind + 1)))) continue;
    const TextRange span = context.text_of(clause->subject);
    const EntityId entity = entity_in(notes, span);
    return entity.valid() ? entity : sources.of_subject(span);
  }
  return {};
}

/// "Das geht aus einem Gutachten hervor: Die Stützen erreichten 58 Prozent": behind a colon the source goes on; and so
/// does the last speaker in the subjunctive of reported speech ("Ein Drittel komme von der Firma").
EntityId source_that_goes_on(const FigureContext& context, const annotate::Quantity& quantity,
                             const std::vector<Statement>& statements) {
  const Statement* last = statement_before(statements, quantity);
  if (last == nullptr || !last->speaker.entity.valid()) return {};
  const annotate::Clause* clause = clause_at(context.notes(), quantity.sentence, quantity.tokens.begin);
  const bool reported = clause != nullptr && clause->finite_verb.valid() &&
                        context.token(static_cast<std::uint32_t>(clause->finite_verb.index())).morphology.mood ==
                            annotate::Mood::SubjunctiveI;
  if (reported) return last->speaker.entity;
  if (last->sentence != quantity.sentence) return {};
  for (std::uint32_t i = quantity.tokens.begin;
       i-- > context.notes().sentences[quantity.sentence.index()].tokens.begin;) {
    if (context.written(i) == ":" && context.token(i).text.begin >= last->content.front().end)
      return last->speaker.entity;
  }
  return {};
}

}  // namespace

TextRange subject_span(const FigureContext& context, const annotate::Quantity& quantity) {
  const annotate::Clause* clause = clause_at(context.notes(), quantity.sentence, quantity.tokens.begin);
  if (clause == nullptr || clause->subject.empty() || !clause->finite_verb.valid()) return {};
  const TextRange span = context.text_of(clause->subject);
  return span.overlaps(quantity.text) ? TextRange{} : span;
}

TextRange counting_subject_span(const FigureContext& context, const annotate::Quantity& quantity) {
  const annotate::Clause* clause = clause_at(context.notes(), quantity.sentence, quantity.tokens.begin);
  if (clause == nullptr || clause->subject.empty() || !clause->finite_verb.valid()) return {};
  return counts_by_verb(context, *clause, quantity) ? context.text_of(clause->subject) : TextRange{};
}

CountingSubject find_counting_subject(const FigureContext& context, const annotate::Quantity& quantity,
                                      const std::vector<Statement>& statements, Sources& sources) {
  const annotate::Annotations& notes = context.notes();
  const annotate::Clause* clause = clause_at(notes, quantity.sentence, quantity.tokens.begin);
  if (clause == nullptr || clause->subject.empty() || !clause->finite_verb.valid()) return {};
  if (!counts_by_verb(context, *clause, quantity)) return {};
  CountingSubject subject{true, context.text_of(clause->subject), {}};
  subject.entity = entity_in(notes, subject.span);
  if (const TokenRange agent = agent_of(context, *clause, quantity); !agent.empty()) {
    subject.span = context.text_of(agent);  // "Die Schäden veranschlagt das Ministerium auf 400 Millionen"
    subject.entity = entity_in(notes, subject.span);
  } else if (subject.span.overlaps(quantity.text)) {
    return {};
  }
  if (!subject.entity.valid()) subject.entity = taken_up(context, statements, quantity, *clause);
  if (!subject.entity.valid()) subject.entity = sources.of_subject(subject.span);
  return subject;
}

bool is_reporters_own(const FigureContext& context, const Statement* statement, const annotate::Quantity& quantity) {
  if (says_own_outlet(context, quantity)) return true;
  if (statement == nullptr || statement->speaker.text.empty()) return false;
  const std::string speaker = lowered(statement->speaker.text);
  if (speaker.starts_with("unser")) return true;
  if (!context.report().outlet || speaker.size() <= kShortName) return false;
  const std::string outlet = lowered(*context.report().outlet);
  return speaker.find(outlet) != std::string::npos || outlet.find(speaker) != std::string::npos;
}

EntityId source_of_part(const FigureContext& context, const annotate::Quantity& quantity, const Statement& statement,
                        Sources& sources) {
  constexpr std::uint32_t kModifiers = 3;
  const TokenRange sentence = context.notes().sentences[quantity.sentence.index()].tokens;
  const auto parts = [&](std::uint32_t i) { return context.written(i) == "," || context.written(i) == ";"; };
  std::uint32_t begin = quantity.tokens.begin, end = quantity.tokens.end;
  while (begin > sentence.begin && begin + kReach > quantity.tokens.begin && !parts(begin - 1)) --begin;
  while (end < sentence.end && end < quantity.tokens.end + kReach && !parts(end)) ++end;
  const TextRange part = context.text_of({begin, end});
  if (begin == sentence.begin || statement.speaker.span.empty() || part.overlaps(statement.speaker.span)) return {};
  for (const TextRange cue : statement.cue) {
    if (part.overlaps(cue)) return {};
  }
  for (std::uint32_t i = begin + 1; i < end; ++i) {
    if (!context.is_source_noun(i)) continue;
    std::uint32_t first = i;
    while (first > begin && i - first < kModifiers && context.is_adjective(first - 1)) --first;
    if (first == begin || context.token(first - 1).word_class != annotate::WordClass::Adp) continue;
    std::uint32_t last = i + 1;  // "Angaben der Polizei"
    if (last + 1 < end && context.is_genitive_article(last)) {
      while (last + 1 < end && !context.is_noun(last)) ++last;
      first = i + 1;
      ++last;
    }
    if (first == i) continue;  // "nach Angaben": of nobody
    const TextRange span = context.text_of({first, last});
    const EntityId entity = entity_in(context.notes(), span);
    return entity.valid() ? entity : sources.of(span);
  }
  return {};
}

EntityId stands_for(const FigureContext& context, EntityId speaker) {
  if (!speaker.valid()) return {};
  const annotate::Entity& entity = context.notes().entities[speaker.index()];
  const bool speaks_for = !entity.named && entity.acts_for.valid() && context.is_spokesperson(entity.role);
  return speaks_for ? entity.acts_for : speaker;
}

EntityId find_speaker(const FigureContext& context, const std::vector<Statement>& statements,
                      const Statement* statement, const annotate::Quantity& quantity, std::span<const Figure> earlier,
                      Sources& sources) {
  const bool by_nobody = statement != nullptr && !statement->speaker.entity.valid() && statement->speaker.text.empty();
  if (statement != nullptr && !by_nobody) return stands_for(context, statement->speaker.entity);
  if (const CountingSubject subject = before_colon(context, quantity, sources); subject.entity.valid()) {
    return subject.entity;
  }
  if (const EntityId sayer = sayer_behind(context, quantity, sources); sayer.valid()) return sayer;
  if (const EntityId sayer = sayer_inserted(context, quantity, sources); sayer.valid()) return sayer;
  if (const EntityId source = source_that_goes_on(context, quantity, statements); source.valid()) {
    return stands_for(context, source);
  }
  if (!earlier.empty() && continues(context, quantity, earlier.back())) return earlier.back().speaker;
  return sources.issuer();
}

}  // namespace ql::claims
