// SPDX-License-Identifier: Apache-2.0
// "der Netzbetreiber", "der Autobauer": a compound that stands before the name of one body of the story ("der Autobauer
// Braunfels") takes up that body where nothing else tells whom it means, also in a report that does not name it. Two
// bodies of one kind leave it open. Cost: linear in the tokens. Tested by second_reading_test.cpp.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "annotate/second_reading_parts.h"
#include "base/utf8.h"

namespace ql::annotate {
namespace {

using lang::PhraseWord;

class StoryBodies {
 public:
  StoryBodies(std::span<const ReadReport> story, const lang::Language& language) : story_(story), language_(language) {}

  void run() {
    for (std::size_t r = 0; r < story_.size(); ++r) collect(r);
    if (bodies_.empty()) return;
    for (std::size_t r = 0; r < story_.size(); ++r) find(r);
  }

 private:
  std::string_view word_at(std::size_t report, std::size_t token) const { return written(story_[report], token); }
  std::string kind_of(std::size_t report, std::size_t token, char& gender) const;
  void collect(std::size_t report);
  void find(std::size_t report);
  bool fits(std::size_t report, std::size_t determiner, char gender) const;
  void take_up(std::size_t report, std::size_t determiner, const std::string& name);

  std::span<const ReadReport> story_;
  const lang::Language& language_;
  std::map<std::string, std::set<std::string>> bodies_;  ///< Compound in lower case -> names of what it stands before.
};

/// The compound for a body on this token, lower case, without its ending; "" for other words.
std::string StoryBodies::kind_of(std::size_t report, std::size_t token, char& gender) const {
  if (!story_[report].notes->tokens[token].capitalised) return "";
  const std::string_view form = word_at(report, token);
  const auto noun = language_.body_nouns.find(form);
  if (!noun || noun->body.empty()) return "";
  const auto role = language_.name_lexicon.role(form);  // the lexicon has some compounds as they are: Autobauer
  if (noun->modifier_bytes == 0 && (!role || role->modifier_bytes == 0)) return "";
  gender = noun->gender;
  return to_lower_utf8(form.substr(0, noun->modifier_bytes + noun->noun.size()));
}

void StoryBodies::collect(std::size_t report) {
  const Annotations& notes = *story_[report].notes;
  for (const Mention& mention : notes.mentions) {
    const bool name = mention.form == MentionForm::Name || mention.form == MentionForm::Part;  // Auental-Netz
    const bool body =
        name && mention.type == EntityType::Organisation && mention.entity.valid() && !mention.tokens.empty();
    if (!body || !notes.entities[mention.entity.index()].named) continue;
    std::size_t first = mention.tokens.begin;
    while (first < mention.tokens.end && notes.tokens[first].text.begin < mention.text.begin) ++first;
    char gender = 0;
    const std::string kind = first > 0 ? kind_of(report, first - 1, gender) : std::string();
    if (!kind.empty()) bodies_[kind].insert(notes.entities[mention.entity.index()].name);
  }
}

/// A definite article in the singular: "der" and "den" may be plural before other genders.
bool StoryBodies::fits(std::size_t report, std::size_t determiner, char gender) const {
  const std::string article = to_lower_utf8(word_at(report, determiner));
  if (language_.noun_phrase_words.find(word_at(report, determiner)) != PhraseWord::Definite) return false;
  if (story_[report].notes->tokens[determiner + 1].morphology.number == Number::Plur) return false;
  const bool behind_noun = determiner > 0 && story_[report].notes->tokens[determiner - 1].word_class == WordClass::Noun;
  if (gender == 'f') return article == "die" || article == "der";
  return article != "die" && !(article == "der" && (gender == 'n' || behind_noun)) &&
         !(article == "den" && gender == 'n');
}

void StoryBodies::take_up(std::size_t report, std::size_t determiner, const std::string& name) {
  const std::vector<Entity>& entities = story_[report].notes->entities;
  std::size_t at = 0;
  while (at < entities.size() && (entities[at].name != name || !entities[at].named)) ++at;
  if (at == entities.size()) add_entity(story_[report], EntityType::Organisation, name);
  const std::string_view noun = word_at(report, determiner + 1);  // by which alone it was known until now
  name_described(story_[report], EntityType::Organisation, name,
                 [&](const Entity& entity) { return entity.name == noun; });
  const auto begin = static_cast<std::uint32_t>(determiner);
  const auto& tokens = story_[report].notes->tokens;
  add_mention(story_[report], {begin, begin + 2}, tokens[begin].text.hull(tokens[begin + 1].text),
              MentionForm::Description, EntityId(at));
}

void StoryBodies::find(std::size_t report) {
  const std::vector<char> covered = covered_tokens(story_[report], true);
  for (std::size_t i = 0; i + 1 < covered.size(); ++i) {
    if (covered[i] != 0 || covered[i + 1] != 0 || (i + 2 < covered.size() && covered[i + 2] != 0)) continue;
    char gender = 0;
    const std::string kind = kind_of(report, i + 1, gender);
    const auto body = kind.empty() ? bodies_.end() : bodies_.find(kind);
    if (body != bodies_.end() && body->second.size() == 1 && fits(report, i, gender))
      take_up(report, i, *body->second.begin());
  }
}

}  // namespace

void find_story_bodies(std::span<const ReadReport> story, const lang::Language& language) {
  StoryBodies(story, language).run();
}

}  // namespace ql::annotate
