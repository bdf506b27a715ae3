// SPDX-License-Identifier: Apache-2.0
// Names of one report -> entities. Known names go by the lexicon; persons by full name, then a family name alone joins
// the one person who bears it; all others by their folded form. Genitives are undone when the form without ending is in
// the report or in a name list. Maps are ordered, so ids follow the text. Cost: O(n log n) in the names. Tested by
// names_test.cpp.
#include "annotate/entities.h"

#include <algorithm>
#include <set>

#include "annotate/name_bodies.h"
#include "annotate/name_keys.h"
#include "base/utf8.h"

namespace ql::annotate {
namespace {

constexpr std::uint32_t kAnyName = lang::kListedSurname | lang::kMaleName | lang::kFemaleName | lang::kCountry |
                                   lang::kPlace | lang::kOrganisation | lang::kKnownPlace | lang::kFirstName |
                                   lang::kSurname | lang::kCity | lang::kRegion | lang::kTown;

std::vector<std::string> folded_words(std::string_view name) {
  std::vector<std::string> words;
  split_folded(fold_name(name), words);
  return words;
}

char type_letter(EntityType type) { return static_cast<char>('a' + static_cast<int>(type)); }

}  // namespace

/// "des Verbandes der Gaertner", "des Bauernverbands": the noun of a body without its genitive ending.
std::string_view EntityBuilder::body_noun(const NameSpan& span) const {
  const std::string_view form = word(span.tokens.begin);
  if (span.type != EntityType::Organisation || !form.ends_with('s') || form.size() < 5) return form;
  const auto noun = language_.body_nouns.find(form);
  if (!noun) return form;
  const std::string lower = to_lower_utf8(form);
  const std::size_t end = lower.rfind(noun->noun);
  const bool ending = end != std::string::npos && end + noun->noun.size() < form.size();
  return ending ? form.substr(0, end + noun->noun.size()) : form;
}

std::string EntityBuilder::base_name(const NameSpan& span) const {
  std::string name(body_noun(span));
  for (std::size_t i = span.tokens.begin + 1; i < span.tokens.end; ++i) {
    if (notes_.tokens[i].text.begin > notes_.tokens[i - 1].text.end) name += ' ';
    name += word(i);
  }
  if (span.tokens.size() == 1 && name.size() < word(span.tokens.begin).size()) return name;
  const std::string_view last = word(span.tokens.end - 1);
  const std::string_view stem = without_genitive(last);
  if (stem.empty()) return name;
  const bool apostrophe = stem.size() + 1 < last.size() || !last.ends_with("s");
  const bool listed = (language_.gazetteer.flags(lang::hash_word(last)) & kAnyName) != 0;
  const bool stem_listed = (language_.gazetteer.flags(lang::hash_word(stem)) & kAnyName) != 0;
  if (apostrophe || (stem_listed && !listed)) name.resize(name.size() - (last.size() - stem.size()));
  return name;
}

void EntityBuilder::add(const NameSpan& span, const NamePhrase& phrase) {
  Named named{span, phrase, {}, {}};
  if (span.form == MentionForm::Name) {
    named.name = base_name(span);
    named.words = folded_words(named.name);
    if (span.type == EntityType::Organisation) drop_legal_form(named.words);
    if (span.type != EntityType::Person) settle_thing_name(named.words);
  } else if (span.known == lang::kNoName) {
    named.name = span.form == MentionForm::Part ? std::string(slice(text_, span.text)) : span.base;
    named.words = folded_words(named.name);
  }
  named_.push_back(std::move(named));
}

EntityId EntityBuilder::new_entity(EntityType type, const std::string& name) {
  Entity& entity = entities_.emplace_back();
  entity.type = type;
  entity.name = name;
  return EntityId(entities_.size() - 1);
}

EntityId EntityBuilder::entity_of_known(std::uint32_t known) {
  if (const auto found = known_.find(known); found != known_.end()) return found->second;
  const lang::KnownName& entry = language_.name_lexicon.known(known);
  const bool place = entry.kind == lang::KnownKind::State || entry.kind == lang::KnownKind::Capital;
  const EntityId id = new_entity(place ? EntityType::Place : EntityType::Organisation, entry.name);
  known_.emplace(known, id);
  if (entry.acts_for != lang::kNoName) {
    const EntityId state = entity_of_known(entry.acts_for);
    entities_[id.index()].acts_for = state;
  }
  return id;
}

/// Persons with a first name come first, so that a family name alone finds them wherever it stands.
void EntityBuilder::collect_full_names() {
  std::set<std::string> forms;
  for (const Named& named : named_) {
    if (!named.words.empty()) forms.insert(named.words.back());
  }
  for (Named& named : named_) {
    if (named.words.empty()) continue;
    std::string& last = named.words.back();
    if (last.size() > 3 && last.ends_with("s") && forms.contains(last.substr(0, last.size() - 1))) {
      last.pop_back();
      if (named.name.ends_with("s")) named.name.pop_back();
    }
  }
  for (const Named& named : named_) {
    if (named.span.type != EntityType::Person || named.words.size() < 2) continue;
    const PersonName parts = person_name(named.name);
    if (parts.lone) continue;
    std::string key(1, type_letter(EntityType::Person));
    for (const std::string& part : named.words) key += ' ' + part;
    if (by_name_.contains(key)) continue;
    const EntityId id = new_entity(EntityType::Person, named.name);
    by_name_.emplace(key, id);
    by_family_[parts.family].push_back(id);
    by_first_[named.words.front()].push_back(id);
  }
}

/// True if the capitals of the acronym are the initials of capitalised words that end before token `end`.
bool EntityBuilder::spells(std::string_view acronym, std::size_t end, std::size_t& begin) const {
  std::size_t left = acronym.size();
  for (std::size_t i = end; i-- > 0 && end - i <= 8 && left > 0;) {
    const std::string_view form = word(i);
    if (form.empty() || form == "." || form == ",") return false;
    if (!notes_.tokens[i].capitalised) continue;
    if (form.front() != acronym[left - 1]) return false;
    --left;
    begin = i;
  }
  return left == 0;
}

/// The name that an acronym stands for: before its brackets, or in brackets behind it.
EntityBuilder::Named* EntityBuilder::name_beside(std::size_t acronym) {
  const bool inside =
      acronym > 1 && word(acronym - 1) == "(" && acronym + 1 < notes_.tokens.size() && word(acronym + 1) == ")";
  const bool before = acronym + 2 < notes_.tokens.size() && word(acronym + 1) == "(";
  for (Named& other : named_) {
    if (other.span.form != MentionForm::Name || other.span.type == EntityType::Person) continue;
    const bool beside =
        (inside && other.span.tokens.end == acronym - 1) || (before && other.span.tokens.begin == acronym + 2);
    if (beside && abbreviates(word(acronym), slice(text_, other.span.text))) return &other;
    // "Verband der Brotindustrie (VBRL)": the acronym abbreviates a longer form that nobody writes.
    if (inside && beside && looks_like_acronym(word(acronym)) && other.words.size() > 1 &&
        language_.body_nouns.find(word(other.span.tokens.begin)) && other.words[0][0] == fold_name(word(acronym))[0])
      return &other;
  }
  std::size_t begin = acronym;
  if (!inside || !spells(word(acronym), acronym - 1, begin)) return nullptr;
  const TextRange text = notes_.tokens[begin].text.hull(notes_.tokens[acronym - 2].text);
  for (Named& other : named_) {
    if (!text.contains(other.span.text) || other.span.form != MentionForm::Name) continue;
    other.span.text = text;
    other.span.tokens = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(acronym - 1)};
    other.phrase.tokens.begin = std::min(other.phrase.tokens.begin, other.span.tokens.begin);
    other.phrase.tokens.end = std::max(other.phrase.tokens.end, other.span.tokens.end);
    other.name = base_name(other.span);
    other.words = folded_words(other.name);
    return &other;
  }
  return nullptr;
}

/// The organisation whose words, without the small ones, begin with these letters.
EntityBuilder::Named* EntityBuilder::name_spelt_by(std::string_view letters) {
  constexpr std::uint32_t kFunctionWord = 12;
  for (Named& other : named_) {
    if (other.span.form != MentionForm::Name || other.span.type != EntityType::Organisation) continue;
    if (other.words.size() < letters.size() || letters.size() < 3) continue;
    std::string initials;
    for (const std::string& part : other.words) {
      if (language_.gazetteer.frequency(lang::hash_word(part)) < kFunctionWord) initials += part[0];
    }
    if (initials == letters) return &other;
  }
  return nullptr;
}

void EntityBuilder::join_acronyms() {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  for (Named& named : named_) {
    if (named.span.form != MentionForm::Name || named.span.tokens.size() != 1 || named.span.known != lang::kNoName)
      continue;
    const std::string_view acronym = word(named.span.tokens.begin);
    if (acronym.size() > 8 || std::count_if(acronym.begin(), acronym.end(), capital) < 2) continue;
    Named* other = name_beside(named.span.tokens.begin);
    if (other == nullptr) other = name_spelt_by(fold_name(acronym));
    if (other == nullptr) continue;
    other->span.type = EntityType::Organisation;
    named.span.type = EntityType::Organisation;
    std::string key;
    for (const std::string& part : other->words) key += ' ' + part;
    expansions_.emplace(fold_name(acronym), key);
  }
}

/// "Brandauer" is the Brandauer Maschinenbau GmbH, "Rodenhall" the FC Rodenhall, if only one organisation fits.
void EntityBuilder::collect_short_forms() {
  std::map<std::string, std::set<std::string>> keys;
  for (const Named& named : named_) {
    const bool organisation = named.span.form == MentionForm::Name && named.span.type == EntityType::Organisation;
    if (!organisation || named.words.size() < 2 || named.span.known != lang::kNoName) continue;
    std::string key;
    for (const std::string& part : named.words) key += ' ' + part;
    keys[named.words.front()].insert(key);
    keys[named.words.back()].insert(key);
  }
  for (const auto& [word, longer] : keys) {
    if (longer.size() == 1 && word.size() > 3) short_forms_.emplace(word, *longer.begin());
  }
}

EntityId EntityBuilder::entity_of_person(const Named& named) {
  const PersonName parts = person_name(named.name);
  if (parts.lone) {
    const auto found = by_family_.find(parts.family);
    if (found != by_family_.end() && found->second.size() == 1) return found->second[0];
    const auto first = found == by_family_.end() ? by_first_.find(named.words[0]) : by_first_.end();
    if (first != by_first_.end() && first->second.size() == 1) return first->second[0];
  }
  return entity_of_other(named);
}

EntityId EntityBuilder::entity_of_other(const Named& named) {
  const auto expansion = named.words.size() == 1 ? expansions_.find(named.words[0]) : expansions_.end();
  const bool acronym = expansion != expansions_.end();
  std::string key(1, type_letter(acronym ? EntityType::Organisation : named.span.type));
  const bool lone = named.words.size() == 1 && named.span.type == EntityType::Organisation;
  const auto longer = lone ? short_forms_.find(named.words[0]) : short_forms_.end();
  if (acronym) {
    key += expansion->second;
  } else if (longer != short_forms_.end()) {
    key += longer->second;
  } else {
    for (const std::string& part : named.words) key += ' ' + part;
  }
  const auto [at, added] = by_name_.emplace(key, EntityId());
  if (added) at->second = new_entity(acronym ? EntityType::Organisation : named.span.type, named.name);
  return at->second;
}

void EntityBuilder::note_name(EntityId id, const Named& named) {
  Entity& entity = entities_[id.index()];
  if (!named.name.empty() && named.name != entity.name &&
      std::find(entity.aliases.begin(), entity.aliases.end(), named.name) == entity.aliases.end()) {
    entity.aliases.push_back(named.name);
  }
  if (named.phrase.role.valid() && entity.role.empty()) entity.role = std::string(word(named.phrase.role.index()));
}

void EntityBuilder::settle_adjectives() {
  for (Named& named : named_) {
    if (named.span.form != MentionForm::Adjective || !named.words.empty() || named.span.known != lang::kNoName)
      continue;
    const std::string_view form = slice(text_, named.span.text);
    const auto town = std::find_if(named_.begin(), named_.end(), [&](const Named& other) {
      return other.span.form == MentionForm::Name && other.span.type == EntityType::Place &&
             is_adjective_of(form, other.name);
    });
    if (town == named_.end()) continue;
    named.name = town->name;
    named.words = town->words;
    named.span.known = town->span.known;
  }
}

void sort_mentions(std::vector<Mention>& mentions) {
  std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
    return std::pair(a.tokens.begin, a.text.begin) < std::pair(b.tokens.begin, b.text.begin);
  });
}

void EntityBuilder::finish(Annotations& notes) {
  join_acronyms();
  settle_adjectives();
  collect_full_names();
  collect_short_forms();
  for (const Named& named : named_) {
    EntityId id;
    if (named.words.empty() && named.span.known == lang::kNoName) {
      // An adjective from a place that no list has: the mention stays open.
    } else if (named.span.known != lang::kNoName) {
      id = entity_of_known(named.span.known);
    } else if (named.span.type == EntityType::Person) {
      id = entity_of_person(named);
    } else {
      id = entity_of_other(named);
    }
    if (id.valid()) note_name(id, named);
    Mention mention;
    mention.text = named.span.text;
    mention.tokens = named.phrase.tokens;
    mention.phrase = notes.tokens[mention.tokens.begin].text.hull(notes.tokens[mention.tokens.end - 1].text);
    mention.type = named.span.type;
    mention.form = named.span.form;
    mention.entity = id;
    notes.mentions.push_back(mention);
  }
  sort_mentions(notes.mentions);
  notes.entities = std::move(entities_);
}

}  // namespace ql::annotate
