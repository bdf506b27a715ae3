// SPDX-License-Identifier: Apache-2.0
// Organisations that a report takes up by a noun: by the noun inside the name (Verband <- Wasserverband), by the kind
// of body that the report or the lexicon tells (der Konzern <- Brandauer AG), by the state that marks it (der
// koreanische Geheimdienst). Two candidates of equal strength leave it open. Input: named mentions; output: entities.
// Cost: the mentions seen, for each such noun. Tested by descriptions_test.cpp and identity_test.cpp.
#include <algorithm>

#include "annotate/description_resolver.h"
#include "annotate/name_keys.h"
#include "base/utf8.h"

namespace ql::annotate {
namespace {

using lang::PhraseWord;
constexpr std::size_t kBodySentences = 2;

/// True if the determiner shows that a noun of this gender is plural: die Unternehmen, den Konzernen.
bool is_plural(std::string_view determiner, char gender) {
  const bool die = determiner == "die" || determiner == "Die", den = determiner == "den" || determiner == "Den";
  return (die && (gender == 'm' || gender == 'n')) || (den && (gender == 'f' || gender == 'n'));
}

}  // namespace

/// The named body behind a noun: "des Aussenministeriums", "der Polizei Koeln", "Nordkoreas".
EntityId DescriptionResolver::complement(std::size_t head, TokenRange range, std::size_t sentence,
                                         std::size_t& end) const {
  std::size_t at = head + 1;
  while (at < range.end && at < head + 3 &&
         (is_determiner(kind(at)) || kind(at) == PhraseWord::Contraction || kind(at) == PhraseWord::BeforeGenitive)) {
    ++at;
  }
  if (at >= range.end || !notes_.tokens[at].capitalised) return {};
  for (const Mention& mention : named_from(head + 1)) {
    if (mention.tokens.begin > at) break;
    if (mention.form != MentionForm::Name || mention.tokens.end <= at || mention.type == EntityType::Person) continue;
    end = mention.tokens.end;
    return mention.entity;
  }
  if (const auto noun = at > head + 1 ? body_noun_of(words_[at], language_) : std::nullopt) {
    end = at + 1;
    return body_of_noun(*noun, word(at), sentence);
  }
  return {};
}

/// The organisation whose name holds the noun: Verband <- Wasserverband Nordheide. None when two do.
EntityId DescriptionResolver::body_named_by(const lang::BodyNoun& noun, std::string_view head, bool& several) const {
  std::string_view stem = head;
  for (const std::string_view ending : {"es", "s"}) {
    if (noun.modifier_bytes + noun.noun.size() + ending.size() == head.size()) stem.remove_suffix(ending.size());
  }
  const std::string wanted = fold_name(noun.modifier_bytes > 0 ? stem : std::string_view(noun.noun));
  EntityId found;
  for (auto seen = seen_.rbegin(); seen != farthest_seen(); ++seen) {
    const Entity& entity = notes_.entities[seen->entity.index()];
    if (seen->entity == found || entity.type != EntityType::Organisation || !entity.named) continue;
    const std::string folded = fold_name(entity.name);
    bool fits = false;
    for (std::size_t at = folded.find(wanted); at != std::string::npos; at = folded.find(wanted, at + 1)) {
      const std::size_t end = at + wanted.size();
      fits |= end == folded.size() || folded[end] == ' ' || folded[end] == 's';
    }
    if (!fits) continue;
    several = found.valid();
    if (several) return {};
    found = seen->entity;
  }
  return found;
}

/// The organisation of this kind (empty: of unknown kind) seen within `reach` sentences; none when there are several.
EntityId DescriptionResolver::body_of_kind(std::string_view kind, std::size_t sentence, std::size_t reach,
                                           bool& several) const {
  EntityId found;
  several = false;
  for (auto seen = seen_.rbegin(); seen != farthest_seen() && sentence - seen->sentence <= reach; ++seen) {
    const std::size_t e = seen->entity.index();
    const Entity& entity = notes_.entities[e];
    const bool fits = entity.type == EntityType::Organisation && entity.named && e < kinds_.size() && kinds_[e] == kind;
    if (!fits || seen->entity == found) continue;
    several = found.valid();
    if (several) return {};
    found = seen->entity;
  }
  return found;
}

/// "der Verband": the name that holds the noun, else the one body of this kind, else the one body close by whose kind
/// nothing tells.
EntityId DescriptionResolver::body_of_noun(const lang::BodyNoun& noun, std::string_view head,
                                           std::size_t sentence) const {
  bool several = false;
  const EntityId named = body_named_by(noun, head, several);
  if (named.valid() || several || noun.body.empty()) return named;
  if (noun.proper && noun.modifier_bytes > 0) return {};
  EntityId body = body_of_kind(noun.body, sentence, sentence, several);
  if (several) return body_of_kind(noun.body, sentence, kBodySentences, several);
  // A firm often goes without a word for what it is; a paper, a club or an office is never taken on trust.
  if (!body.valid() && noun.body == "company") body = body_of_kind("", sentence, kBodySentences, several);
  return body;
}

EntityId DescriptionResolver::state_in(std::size_t begin, std::size_t head) const {
  for (const Mention& mention : named_from(begin)) {
    if (mention.tokens.begin >= head) break;
    const bool genitive =
        mention.form == MentionForm::Name && word(head - 1).ends_with("s") && mention.tokens.end == head;
    if (mention.type == EntityType::Place && (mention.form == MentionForm::Adjective || genitive ||
                                              (mention.form == MentionForm::Demonym && begin < mention.tokens.begin)))
      return mention.entity;
  }
  return {};
}

/// "die Polizei in Moorburg": the town behind the noun.
EntityId DescriptionResolver::seat_behind(std::size_t head) const {
  if (head + 2 >= notes_.tokens.size() || word(head + 1) != "in" || word(head).find('-') != std::string_view::npos)
    return {};
  const Mention* const at = named_at(head + 2);
  const bool town = at != nullptr && at->form == MentionForm::Name && at->type == EntityType::Place &&
                    at->text.begin == notes_.tokens[head + 2].text.begin;
  // The embassy in Berlin is not Berlin's: a capital acts for a state.
  return town && at->entity.valid() && !notes_.entities[at->entity.index()].acts_for.valid() ? at->entity : EntityId();
}

std::string DescriptionResolver::state_name(EntityId state, std::string_view noun) const {
  return std::string(noun) + " (" + notes_.entities[state.index()].name + ")";
}

EntityId DescriptionResolver::body_of_state(EntityId state, const lang::BodyNoun& noun, std::size_t head) {
  std::string_view form = word(head);
  if (form.size() > noun.modifier_bytes + noun.noun.size())
    form = form.substr(0, noun.modifier_bytes + noun.noun.size());
  const auto [at, added] = bodies_.emplace(std::pair(state.value, to_lower_utf8(form)), EntityId());
  if (!added) return at->second;
  Entity entity;
  entity.type = EntityType::Organisation;
  entity.name = state_name(state, form);
  entity.acts_for = state;
  notes_.entities.push_back(entity);
  persons_.emplace_back();
  at->second = EntityId(notes_.entities.size() - 1);
  return at->second;
}

/// "der koreanische Geheimdienst, der National Intelligence Service,": the apposition names it.
EntityId DescriptionResolver::named_behind(std::size_t head) const {
  if (head + 2 >= notes_.tokens.size() || word(head + 1) != ",") return {};
  const Mention* const from = named_at(head + 2);
  const bool named = from != nullptr && from->form == MentionForm::Name && from->type == EntityType::Organisation &&
                     is_determiner(kind(head + 2));
  const bool closed = named && from->tokens.end < notes_.tokens.size() && word(from->tokens.end) == ",";
  return closed ? from->entity : EntityId();
}

/// Other reports may know the body only by its state: Geheimdienst (Suedkorea).
void DescriptionResolver::note_state_name(EntityId body, EntityId state, std::size_t bytes, std::size_t head) {
  Entity& entity = notes_.entities[body.index()];
  const std::string name = state_name(entity.acts_for.valid() ? entity.acts_for : state, word(head).substr(0, bytes));
  const bool known = std::find(entity.aliases.begin(), entity.aliases.end(), name) != entity.aliases.end();
  if (!known && name != entity.name) entity.aliases.push_back(name);
}

bool DescriptionResolver::read_body(std::size_t begin, std::size_t head, std::size_t sentence) {
  const auto noun = body_noun_of(words_[head], language_);
  if (!noun) return false;
  EntityId state = state_in(begin, head);
  const bool definite = kind(begin) == PhraseWord::Definite && begin + 1 == head;  // "ein Gericht in Genf" is any
  if (!state.valid() && definite && noun->speaks && noun->proper) state = seat_behind(head);
  if (const EntityId named = named_behind(head); named.valid()) {
    add(begin, head + 1, MentionForm::Description, named, sentence);
    if (state.valid() && noun->speaks) note_state_name(named, state, noun->noun.size() + noun->modifier_bytes, head);
    return true;
  }
  if (state.valid() && noun->speaks) {
    add(begin, head + 1, MentionForm::Description, body_of_state(state, *noun, head), sentence);
    return true;
  }
  const PhraseWord word_kind = kind(begin);
  if (!is_determiner(word_kind) || word_kind == PhraseWord::Indefinite || word_kind == PhraseWord::Possessive)
    return true;
  if (is_plural(word(begin), noun->gender)) return true;
  if (const EntityId body = body_of_noun(*noun, word(head), sentence); body.valid()) {
    add(begin, head + 1, MentionForm::Description, body, sentence);
  }
  return true;
}

}  // namespace ql::annotate
