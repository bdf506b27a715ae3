// SPDX-License-Identifier: Apache-2.0
// Words that name one person or body in most reports of the story that name it, and that the language does not have,
// are looked for among the words of the others that no mention covers; words that it has count behind a noun that says
// what they are ("des Herstellers Wirsing"). Cost: linear in the tokens. Tested by second_reading_test.cpp.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "annotate/name_bodies.h"
#include "annotate/name_keys.h"
#include "annotate/second_reading_parts.h"
#include "base/utf8.h"

namespace ql::annotate {
namespace {

using lang::PhraseWord;
constexpr std::size_t kShortestName = 4, kShortestAcronym = 3;

/// What a word names in the story.
struct KnownWord {
  EntityType type = EntityType::Other;
  std::string name;                  ///< In full, if the reports agree; else the word.
  bool is_common = false;            ///< The language has the word, too: Wirsing.
  bool has_form = false;             ///< A legal form stands with it.
  bool is_compound = false;          ///< A noun ends it: Vitalpark.
  std::map<EntityType, int> votes;   ///< Reports that say what it is.
  std::map<std::string, int> names;  ///< Reports that write it so.
};

class StoryNames {
 public:
  StoryNames(std::span<const ReadReport> story, const lang::Language& language) : story_(story), language_(language) {}

  void run() {
    collect_names();
    for (std::size_t r = 0; r < story_.size(); ++r) {
      if (!names_.empty()) find_names(r);
      if (!towns_.empty()) find_towns(r);
    }
  }

 private:
  std::string_view word_at(std::size_t report, std::size_t token) const { return written(story_[report], token); }
  void collect_names();
  void note(std::string_view word, const Entity& entity, const std::string& name);
  void settle(const std::string& word, KnownWord& known) const;
  bool may_be_named_by(std::string_view word) const;
  bool is_common(std::string_view word, const KnownWord& known) const;
  bool is_behind_category(std::size_t report, std::size_t token) const;
  bool is_behind_article(std::size_t report, std::size_t token, const KnownWord& known) const;
  bool is_behind_given_name(std::size_t report, std::size_t token, const std::vector<char>& covered) const;
  const std::pair<const std::string, KnownWord>* known(std::string_view form) const;
  void find_names(std::size_t report);
  void find_towns(std::size_t report);
  void read_town_body(std::size_t report, const Mention& adjective, const std::string& town);
  EntityId entity_of(std::size_t report, EntityType type, const std::string& name);
  EntityId entity_named(std::size_t report, const std::string& word, const KnownWord& known);

  std::span<const ReadReport> story_;
  const lang::Language& language_;
  std::map<std::string, KnownWord, std::less<>> names_;
  std::set<std::string> towns_;
};

bool is_body_or_person(EntityType type) { return type == EntityType::Organisation || type == EntityType::Person; }

/// The first word of a firm's name as it is written ("Quantis Immobilien AG"); "" for other names of several words.
std::string_view short_form(const Entity& entity, std::string_view name) {
  const std::size_t blank = name.find(' ');
  if (blank == std::string_view::npos) return name;
  if (!is_body_or_person(entity.type)) return "";
  if (entity.type == EntityType::Person) return person_name(name).lone ? "" : name.substr(name.rfind(' ') + 1);
  return first_of_firm(name).empty() ? "" : name.substr(0, blank);
}

/// None that the lexicon of names would have found, and no role or kind of body.
bool StoryNames::may_be_named_by(std::string_view word) const {
  const bool long_enough =
      word.size() >= kShortestName || (word.size() >= kShortestAcronym && looks_like_acronym(word));
  if (!long_enough || !starts_upper(word) || word.find(' ') != std::string_view::npos) return false;
  if (language_.name_lexicon.name(word) != lang::kNoName) return false;
  return !language_.name_lexicon.role(word) && !language_.body_nouns.find(word);
}

/// True if a noun that the language has ends the word: Cyberangriff, Abendkurier.
bool ends_in_noun(std::string_view word, const lang::Language& language) {
  constexpr std::size_t kShortestEnd = 4;
  for (std::size_t at = 2; at + kShortestEnd <= word.size(); ++at) {
    std::string end(word.substr(at));
    end[0] = end[0] >= 'a' && end[0] <= 'z' ? static_cast<char>(end[0] - 'a' + 'A') : end[0];
    if ((language.gazetteer.flags(lang::hash_word(end)) & lang::kCommonNoun) != 0) return true;
  }
  return false;
}

/// The word has another sense: a noun, a place, an adverb ("Kurz").
bool StoryNames::is_common(std::string_view word, const KnownWord& known) const {
  constexpr std::uint32_t kPlaceName = lang::kCountry | lang::kPlace | lang::kKnownPlace | lang::kCity | lang::kTown;
  const std::uint32_t flags = language_.gazetteer.flags(lang::hash_word(word));
  if ((flags & (lang::kCommonNoun | kPlaceName)) != 0) return true;
  if (looks_like_acronym(word)) return false;
  if (!language_.forms.find(to_lower_utf8(word)).empty()) return true;
  if (known.type == EntityType::Person) return false;
  if (!language_.forms.find(word).empty()) return true;
  return !known.has_form && known.is_compound;
}

void StoryNames::note(std::string_view word, const Entity& entity, const std::string& name) {
  KnownWord& known = names_[std::string(word)];
  ++known.votes[entity.type];
  ++known.names[name];
  known.has_form |= entity.type == EntityType::Organisation && !first_of_firm(name).empty();
}

/// What most reports say that a word is, and whom it names in full if only one name has it.
void StoryNames::settle(const std::string& word, KnownWord& known) const {
  const auto fewer = [](const auto& a, const auto& b) { return a.second < b.second; };
  const auto most = std::max_element(known.votes.begin(), known.votes.end(), fewer);
  int all = 0;
  for (const auto& [type, count] : known.votes) all += count;
  known.type = 2 * most->second > all ? most->first : EntityType::Other;
  known.names.erase(word);
  known.name = known.names.empty() || (known.type == EntityType::Person && known.names.size() > 1)
                   ? word
                   : std::max_element(known.names.begin(), known.names.end(), fewer)->first;
  known.is_compound = ends_in_noun(word, language_);
  known.is_common = known.type != EntityType::Other && is_common(word, known);
}

void StoryNames::collect_names() {
  for (const ReadReport& report : story_) {
    for (const Entity& entity : report.notes->entities) {
      if (!entity.named) continue;
      if (entity.type == EntityType::Place) towns_.insert(entity.name);
      const std::size_t blank = entity.name.find(' ');  // "Staatsanwaltschaft Moorburg"
      if (entity.type == EntityType::Organisation && blank == entity.name.rfind(' ') && blank != std::string::npos) {
        const auto noun = language_.body_nouns.find(std::string_view(entity.name).substr(0, blank));
        if (noun && noun->speaks) towns_.insert(entity.name.substr(blank + 1));
      }
      const auto add = [&](const std::string& name) {
        const std::string_view form = short_form(entity, name);
        if (may_be_named_by(form)) note(form, entity, name);
      };
      add(entity.name);
      if (entity.type == EntityType::Organisation) std::for_each(entity.aliases.begin(), entity.aliases.end(), add);
    }
  }
  for (auto& [word, known] : names_) settle(word, known);
  std::erase_if(names_, [](const auto& entry) { return !is_body_or_person(entry.second.type); });
}

/// The known word that a form is, or is the genitive of.
const std::pair<const std::string, KnownWord>* StoryNames::known(std::string_view form) const {
  auto found = names_.find(form);
  if (found == names_.end()) found = names_.find(without_genitive(form));
  return found == names_.end() ? nullptr : &*found;
}

/// The one entity of the report that this word names, a new one if there is none; none if there are several.
EntityId StoryNames::entity_named(std::size_t report, const std::string& word, const KnownWord& known) {
  std::vector<Entity>& entities = story_[report].notes->entities;
  EntityId found;
  for (std::size_t e = 0; e < entities.size(); ++e) {
    const Entity& entity = entities[e];
    if (!entity.named || entity.type != known.type) continue;
    const bool fits = short_form(entity, entity.name) == word ||
                      std::find(entity.aliases.begin(), entity.aliases.end(), word) != entity.aliases.end();
    if (!fits) continue;
    if (found.valid()) return {};
    found = EntityId(e);
  }
  if (found.valid()) return found;
  found = add_entity(story_[report], known.type, known.name);
  if (known.name != word) entities.back().aliases.push_back(word);
  return found;
}

/// "des Herstellers Wirsing", "Geschaeftsfuehrerin Keller": the noun before the word says that it is a name.
bool StoryNames::is_behind_category(std::size_t report, std::size_t token) const {
  if (token == 0 || !story_[report].notes->tokens[token].space_before) return false;
  const std::string_view before = word_at(report, token - 1);
  if (!story_[report].notes->tokens[token - 1].capitalised) return false;
  const auto body = language_.body_nouns.find(before);
  return (body && !body->body.empty()) || language_.name_lexicon.role(before).has_value();
}

/// "auf dem Sonnenberg": a person has no article, and a firm that a compound names has a feminine one.
bool StoryNames::is_behind_article(std::size_t report, std::size_t token, const KnownWord& known) const {
  if (token == 0 || (known.type != EntityType::Person && !known.is_compound)) return false;
  const std::string before = to_lower_utf8(word_at(report, token - 1));
  const PhraseWord kind = language_.noun_phrase_words.find(word_at(report, token - 1));
  if (kind != PhraseWord::Contraction && !is_determiner(kind)) return false;
  return known.type == EntityType::Person || (before != "die" && before != "der" && before != "zur");
}

/// "Karin Talvik" beside Andrej Talvik: a relative whom the tagger missed.
bool StoryNames::is_behind_given_name(std::size_t report, std::size_t token, const std::vector<char>& covered) const {
  constexpr std::uint32_t kGivenName = lang::kMaleName | lang::kFemaleName | lang::kFirstName;
  return token > 0 && covered[token - 1] == 0 &&
         (language_.gazetteer.flags(lang::hash_word(word_at(report, token - 1))) & kGivenName) != 0;
}

void StoryNames::find_names(std::size_t report) {
  const std::vector<char> covered = covered_tokens(story_[report], false);
  for (std::size_t i = 0; i < covered.size(); ++i) {
    const Token token = story_[report].notes->tokens[i];
    if (covered[i] != 0 || !token.capitalised) continue;
    const auto* name = known(word_at(report, i));
    if (name == nullptr || is_behind_given_name(report, i, covered)) continue;
    if (name->second.is_common && !is_behind_category(report, i)) continue;
    if (is_behind_article(report, i, name->second)) continue;
    const EntityId entity = entity_named(report, name->first, name->second);
    if (!entity.valid()) continue;
    const auto at = static_cast<std::uint32_t>(i);
    add_mention(story_[report], {at, at + 1}, token.text, MentionForm::Name, entity);
    // "die Organisation Greenwatch" was known by description only.
    name_described(story_[report], name->second.type, name->second.name, [&](const Entity& described) {
      const std::size_t blank = described.name.find(' ');
      return blank != std::string::npos && std::string_view(described.name).substr(blank + 1) == name->first;
    });
  }
}

/// The entity of this type and name in a report, a new one if there is none.
EntityId StoryNames::entity_of(std::size_t report, EntityType type, const std::string& name) {
  std::vector<Entity>& entities = story_[report].notes->entities;
  const auto found = std::find_if(entities.begin(), entities.end(),
                                  [&](const Entity& entity) { return entity.type == type && entity.name == name; });
  if (found != entities.end()) return EntityId(static_cast<std::size_t>(found - entities.begin()));
  return add_entity(story_[report], type, name);
}

/// "die Kappelhusener Feuerwehr": a body of the town; what the report had described by these words has a name now.
void StoryNames::read_town_body(std::size_t report, const Mention& adjective, const std::string& town) {
  const Annotations& notes = *story_[report].notes;
  const std::uint32_t head = adjective.tokens.end;
  if (head >= notes.tokens.size() || !notes.tokens[head].capitalised) return;
  const auto noun = language_.body_nouns.find(word_at(report, head));
  if (!noun || !noun->speaks) return;
  const EntityId place = entity_of(report, EntityType::Place, town);
  const std::string_view form = word_at(report, head).substr(0, noun->modifier_bytes + noun->noun.size());
  const std::string name = std::string(form) + " (" + town + ")";
  const EntityId body = entity_of(report, EntityType::Organisation, name);
  story_[report].notes->entities[body.index()].acts_for = place;
  const TextRange text = adjective.text.hull(notes.tokens[head].text);
  add_mention(story_[report], {adjective.tokens.begin, head + 1}, text, MentionForm::Description, body);
  name_described(story_[report], EntityType::Organisation, name,
                 [&](const Entity& entity) { return entity.name == slice(story_[report].text, text); });
}

/// Adjectives in -er that a report left open.
void StoryNames::find_towns(std::size_t report) {
  const std::size_t count = story_[report].notes->mentions.size();
  for (std::size_t m = 0; m < count; ++m) {
    const Mention mention = story_[report].notes->mentions[m];
    if (mention.form != MentionForm::Adjective || mention.entity.valid() || mention.tokens.empty()) continue;
    const std::string_view form = slice(story_[report].text, mention.text);
    const auto town = std::find_if(towns_.begin(), towns_.end(),
                                   [&](const std::string& name) { return is_adjective_of(form, name); });
    if (town == towns_.end()) continue;
    const EntityId place = entity_of(report, EntityType::Place, *town);
    story_[report].notes->mentions[m].entity = place;
    read_town_body(report, mention, *town);
  }
}

}  // namespace

void find_story_names(std::span<const ReadReport> story, const lang::Language& language) {
  StoryNames(story, language).run();
}

}  // namespace ql::annotate
