// SPDX-License-Identifier: Apache-2.0
// Actor identity alone is too narrow here: reports describe speakers ("ein Sprecher der Polizei") more often than they
// name them, and a description seldom has an actor. So a side is a set of keys: the actors that somebody speaks for,
// and the kinds of institution (concepts.tsv, "side") in their role, name or description. What one report says of an
// actor ("Polizeidirektor") holds for the actor everywhere. Within one story an institution's kind tells it apart well
// enough; across matters it is never used alone. Tested by sides_test.cpp.
#include "compare/sides.h"

#include <algorithm>
#include <string>

#include "base/hash.h"
#include "base/utf8.h"
#include "lang/stem.h"

namespace ql::compare {
namespace {

/// Calls `use` with every run of letters and digits.
template <class Use>
void for_each_word(std::string_view text, const Use& use) {
  std::size_t begin = 0;
  for (std::size_t position = 0; position < text.size();) {
    const CodePoint point = decode_utf8(text, position);
    if (!is_letter(point.value) && !is_digit(point.value)) {
      if (position > begin) use(text.substr(begin, position - begin));
      begin = position + point.size_bytes;
    }
    position += point.size_bytes;
  }
  if (begin < text.size()) use(text.substr(begin));
}

void add_institutions(const Context& context, std::string_view text, Sides& sides) {
  for_each_word(text, [&](std::string_view word) {
    if (!is_upper(decode_utf8(word, 0).value)) return;
    if (const lang::Concept* found = context.language.concepts.side(lang::stem(word))) {
      sides.push_back(hash64("side:" + std::string(found->name)));
    }
  });
}

/// "GSF-Chef" speaks for the GSF: the first part of a hyphenated description, if it is short enough to be a name.
void add_hyphenated(std::string_view text, Sides& sides) {
  for (std::size_t hyphen = text.find('-'); hyphen != std::string_view::npos; hyphen = text.find('-', hyphen + 1)) {
    const std::size_t blank = hyphen == 0 ? std::string_view::npos : text.rfind(' ', hyphen - 1);
    const std::size_t begin = blank == std::string_view::npos ? 0 : blank + 1;
    if (hyphen > begin + 1) sides.push_back(hash64("name:" + lang::stem(text.substr(begin, hyphen - begin))));
  }
}

void add_actor(const Context& context, ActorId actor, Sides& sides) {
  if (!actor.valid()) return;
  sides.push_back(hash64("actor:" + std::to_string(actor.value)));
  const ActorId in_the_end = side_of(context, actor);
  if (in_the_end != actor) sides.push_back(hash64("actor:" + std::to_string(in_the_end.value)));
  if (actor.index() < context.institutions.size()) {
    const Sides& known = context.institutions[actor.index()];
    sides.insert(sides.end(), known.begin(), known.end());
  }
}

/// "in Rom", "aus Kiew": a place behind a preposition says where, not who.
bool says_where(const AnalysedReport& report, const annotate::Mention& mention) {
  const std::vector<annotate::Token>& tokens = report.notes.tokens;
  const auto token = std::lower_bound(tokens.begin(), tokens.end(), mention.text.begin,
                                      [](const annotate::Token& t, std::uint32_t at) { return t.text.begin < at; });
  return mention.type == annotate::EntityType::Place && mention.form == annotate::MentionForm::Name &&
         token != tokens.begin() && std::prev(token)->word_class == annotate::WordClass::Adp;
}

/// "die nordkoreanische Vertretung" is nobody's entity, but its adjective says for whom it speaks.
void add_named_within(const Context& context, ReportId id, TextRange span, Sides& sides) {
  const AnalysedReport& report = context.reports[id.index()];
  const std::vector<annotate::Mention>& mentions = report.notes.mentions;
  const auto first = std::lower_bound(mentions.begin(), mentions.end(), span.begin,
                                      [](const annotate::Mention& m, std::uint32_t at) { return m.text.begin < at; });
  for (auto mention = first; mention != mentions.end() && mention->text.end <= span.end; ++mention) {
    if (!says_where(report, *mention)) add_actor(context, actor_of(context, id, mention->entity), sides);
  }
}

/// "ein Sprecher", "Sprecherin Heike Dorn": speaks for a body that it does not name. `name`: of the speaker, if known.
bool is_bare_office(const Context& context, std::string_view speaker, std::string_view name) {
  bool speaks = false, names_body = false;
  for_each_word(speaker, [&](std::string_view word) {
    const auto role = context.language.name_lexicon.role(word);
    speaks = speaks || (role && role->kind == lang::RoleKind::Speaks && role->modifier_bytes == 0);
    const bool own_name = name.find(word) != std::string_view::npos;
    names_body = names_body || (is_upper(decode_utf8(word, 0).value) && !role && !own_name);
  });
  return speaks && !names_body;
}

/// "Die Firma Kranz schweigt. Es sei alles in Ordnung, sagte eine Sprecherin.": the organisation that the last sentence
/// before it in the paragraph names first.
void add_body_before(const Context& context, ReportId id, const claims::Speaker& speaker, Sides& sides) {
  if (speaker.span.begin >= speaker.span.end) return;
  const std::vector<annotate::Entity>& entities = context.reports[id.index()].notes.entities;
  const annotate::Entity* entity = speaker.entity.valid() ? &entities[speaker.entity.index()] : nullptr;
  const bool is_person = entity != nullptr && entity->type == annotate::EntityType::Person && entity->named;
  if (is_person && entity->acts_for.valid()) return;
  if (!is_bare_office(context, speaker.text, is_person ? std::string_view(entity->name) : "")) return;
  const std::vector<annotate::Sentence>& sentences = context.reports[id.index()].notes.sentences;
  const auto own = std::upper_bound(sentences.begin(), sentences.end(), speaker.span.begin,
                                    [](std::uint32_t at, const annotate::Sentence& s) { return at < s.text.begin; });
  if (own == sentences.begin()) return;
  const BlockId block = std::prev(own)->block;
  const std::vector<annotate::Mention>& mentions = context.reports[id.index()].notes.mentions;
  for (auto sentence = std::prev(own); sentence != sentences.begin() && std::prev(sentence)->block == block;) {
    --sentence;
    auto mention = std::lower_bound(mentions.begin(), mentions.end(), sentence->text.begin,
                                    [](const annotate::Mention& m, std::uint32_t at) { return m.text.begin < at; });
    for (; mention != mentions.end() && mention->text.end <= sentence->text.end; ++mention) {
      if (mention->type != annotate::EntityType::Organisation) continue;
      add_actor(context, actor_of(context, id, mention->entity), sides);
      return;
    }
  }
}

/// The name of an organisation and its abbreviation, as keys that "GSF-Chef" can meet.
void add_names(const annotate::Actor& actor, Sides& sides) {
  if (actor.type != annotate::EntityType::Organisation) return;
  const auto add = [&sides](std::string_view name) {
    if (name.find(' ') == std::string_view::npos) sides.push_back(hash64("name:" + lang::stem(name)));
  };
  add(actor.name);
  for (const std::string& alias : actor.aliases) add(alias);
}

}  // namespace

std::vector<Sides> institutions_of_actors(const Context& context) {
  std::vector<Sides> known(context.actors.actors.size());
  for (std::size_t actor = 0; actor < known.size(); ++actor) {
    const annotate::Actor& entry = context.actors.actors[actor];
    if (entry.type != annotate::EntityType::Place) {
      add_institutions(context, entry.name, known[actor]);
      for (const std::string& alias : entry.aliases) add_institutions(context, alias, known[actor]);
    }
    add_names(entry, known[actor]);
  }
  for (std::size_t report = 0; report < context.reports.size(); ++report) {
    const std::vector<annotate::Entity>& entities = context.reports[report].notes.entities;
    for (std::size_t entity = 0; entity < entities.size(); ++entity) {
      const ActorId actor = actor_of(context, ReportId(report), EntityId(entity));
      if (!actor.valid()) continue;
      add_institutions(context, entities[entity].role, known[actor.index()]);
      add_hyphenated(entities[entity].role, known[actor.index()]);
    }
    for (const claims::Statement& statement : context.reports[report].claims.statements) {
      const ActorId actor = actor_of(context, ReportId(report), statement.speaker.entity);
      if (!actor.valid()) continue;
      add_institutions(context, statement.speaker.text, known[actor.index()]);
      add_hyphenated(statement.speaker.text, known[actor.index()]);
    }
  }
  for (Sides& sides : known) sort_unique(sides);
  return known;
}

Sides sides_of(const Context& context, ReportId report, EntityId entity) {
  Sides sides;
  add_actor(context, known_actor_of(context, report, entity), sides);
  sort_unique(sides);
  return sides;
}

Sides sides_of(const Context& context, ReportId report, const claims::Speaker& speaker) {
  Sides sides;
  const ActorId actor = known_actor_of(context, report, speaker.entity);
  add_actor(context, actor, sides);
  for (const EntityId also : speaker.also) add_actor(context, known_actor_of(context, report, also), sides);
  add_institutions(context, speaker.text, sides);
  add_hyphenated(speaker.text, sides);
  if (!actor.valid()) add_named_within(context, report, speaker.span, sides);
  add_body_before(context, report, speaker, sides);
  sort_unique(sides);
  return sides;
}

Sides sides_named_in(const Context& context, ReportId report, TextRange range) {
  Sides sides;
  add_institutions(context, slice(context.reports[report.index()].report.text, range), sides);
  add_named_within(context, report, range, sides);
  sort_unique(sides);
  return sides;
}

Sides sides_of_outlet(const Context& context, ReportId report) {
  Sides sides;
  const std::optional<std::string>& outlet = context.reports[report.index()].report.outlet;
  if (outlet) add_institutions(context, *outlet, sides);
  sort_unique(sides);
  return sides;
}

Sides sides_of_issuer(const Context& context, ReportId report) {
  Sides sides = sides_of_outlet(context, report);
  add_actor(context, actor_of(context, report, context.reports[report.index()].claims.issuer), sides);
  sort_unique(sides);
  return sides;
}

bool establishes_facts(const Sides& sides) {
  for (const std::string_view name : {"side:court", "side:supervision"}) {
    if (std::binary_search(sides.begin(), sides.end(), hash64(name))) return true;
  }
  return false;
}

Sides voice_of(const Context& context, Item item) {
  const claims::Figure& figure = figure_of(context, item);
  Sides voice = sides_of(context, item.report, figure.speaker);
  if (voice.empty() && figure.statement.valid()) {
    const std::vector<claims::Statement>& statements = context.reports[item.report.index()].claims.statements;
    voice = sides_of(context, item.report, statements[figure.statement.index()].speaker);
  }
  if (voice.empty()) voice = sides_of_outlet(context, item.report);
  return voice;
}

bool is_joint(std::string_view speaker) { return to_lower_utf8(speaker).starts_with("beide"); }

}  // namespace ql::compare
