// SPDX-License-Identifier: Apache-2.0
// "der Landrat", "die Kaemmerin der Stadt" in a report that names no holder is the one person whom the other reports
// give this office. Two that fit leave it open, and so do nouns that may mean a body ("der Betriebsrat"). Cost: linear
// in the tokens, and the persons of the story for each such noun. Tested by second_reading_test.cpp.
#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "annotate/name_keys.h"
#include "annotate/person_facts.h"
#include "annotate/second_reading_parts.h"
#include "base/utf8.h"

namespace ql::annotate {
namespace {

using lang::NounGender;
using lang::PhraseWord;
using lang::RoleKind;

/// A person with a role in one report.
struct Holder {
  std::size_t report = 0;
  EntityId entity;
  std::string first;   ///< Sound of the first name; "" when the report has the family name only.
  std::string family;  ///< Sound of the family name.
  PersonFacts facts;
};

/// A determiner and the noun that it belongs to.
struct Office {
  std::size_t determiner = 0, head = 0;
};

class StoryOffices {
 public:
  StoryOffices(std::span<const ReadReport> story, const lang::Language& language)
      : story_(story), language_(language) {}

  void run() {
    collect_holders();
    if (holders_.empty()) return;
    for (std::size_t r = 0; r < story_.size(); ++r) find_holders(r);
  }

 private:
  struct Fit {
    const Holder* holder = nullptr;
    int fit = 0;
  };
  std::string_view word_at(std::size_t report, std::size_t token) const { return written(story_[report], token); }
  void collect_holders();
  void find_holders(std::size_t report);
  bool may_be_plural(std::size_t report, const Office& office, NounGender gender) const;
  std::string place_at(std::size_t report, std::size_t token) const;
  bool read_place(std::size_t report, const Office& office, const std::vector<char>& covered, std::string& place) const;
  bool is_of_place(const Holder& holder, const std::string& place) const;
  void read_office(std::size_t report, const Office& office, const std::vector<char>& covered);
  const Holder* holder_of(std::size_t report, const std::string& described, NounGender gender);
  const std::vector<Fit>& fits_of(const std::string& described);
  std::span<const Holder> holders_in(std::size_t report) const;
  bool is_named_in(std::size_t report, const Holder& holder) const;
  EntityId entity_of(std::size_t report, const Holder& holder, bool& named) const;

  std::span<const ReadReport> story_;
  const lang::Language& language_;
  std::vector<Holder> holders_;                   ///< In the order of the reports.
  std::vector<std::size_t> first_of_report_;      ///< Index of its first holder.
  std::map<std::string, std::vector<Fit>> fits_;  ///< By the noun that takes up.
};

/// Persons with what is said of them; a description that was resolved in a report states a role, too.
void StoryOffices::collect_holders() {
  for (std::size_t r = 0; r < story_.size(); ++r) {
    first_of_report_.push_back(holders_.size());
    const Annotations& notes = *story_[r].notes;
    std::vector<PersonFacts> facts = person_facts(story_[r].text, language_, notes);
    for (const Mention& mention : notes.mentions) {
      if (mention.form != MentionForm::Description || !mention.entity.valid()) continue;
      if (notes.entities[mention.entity.index()].type != EntityType::Person || mention.tokens.empty()) continue;
      const std::string_view head = word_at(r, mention.tokens.end - 1);
      if (language_.name_lexicon.role(head)) facts[mention.entity.index()].roles.push_back(to_lower_utf8(head));
    }
    for (std::size_t e = 0; e < facts.size(); ++e) {
      const Entity& entity = notes.entities[e];
      if (!entity.named || entity.type != EntityType::Person) continue;
      const PersonName name = person_name(entity.name);
      std::vector<std::string> words;
      split_folded(fold_name(entity.name), words);
      const std::string first = name.lone || words.empty() ? "" : consonants(sound_key(words.front()));
      holders_.push_back({r, EntityId(e), first, sound_key(name.family), std::move(facts[e])});
    }
  }
}

bool is_one_person(const Holder& a, const Holder& b) {
  return a.family == b.family && (a.first.empty() || b.first.empty() || a.first == b.first);
}

std::span<const Holder> StoryOffices::holders_in(std::size_t report) const {
  const std::size_t begin = first_of_report_[report];
  const std::size_t end = report + 1 < first_of_report_.size() ? first_of_report_[report + 1] : holders_.size();
  return std::span<const Holder>(holders_).subspan(begin, end - begin);
}

bool StoryOffices::is_named_in(std::size_t report, const Holder& holder) const {
  const auto here = holders_in(report);
  return std::any_of(here.begin(), here.end(), [&](const Holder& other) { return is_one_person(other, holder); });
}

/// All persons whom the noun may take up anywhere in the story; worked out once for each noun.
const std::vector<StoryOffices::Fit>& StoryOffices::fits_of(const std::string& described) {
  const auto [at, added] = fits_.try_emplace(described);
  if (!added) return at->second;
  std::map<std::string, int> fit_of_role;
  for (const Holder& holder : holders_) {
    int fit = 0;
    for (const std::string& stated : holder.facts.roles) {
      const auto [known, fresh] = fit_of_role.try_emplace(stated, 0);
      if (fresh) known->second = role_fit(language_.name_lexicon, stated, described);
      fit = std::max(fit, known->second);
    }
    if (fit == 1 && is_of_other_party(holder.facts, described)) fit = 0;
    if (fit > 0) at->second.push_back({&holder, fit});
  }
  return at->second;
}

/// The one person of the story whom this role noun may mean in the report: of several that fit equally well, the one
/// whom the report names; none if that leaves two.
const Holder* StoryOffices::holder_of(std::size_t report, const std::string& described, NounGender gender) {
  std::vector<const Holder*> best;
  int best_fit = 1;
  for (const auto& [holder, fit] : fits_of(described)) {
    const NounGender known = holder->facts.gender;
    if (known != NounGender::Unknown && gender != NounGender::Unknown && known != gender) continue;
    if (holder->report == report) return nullptr;  // the report has had its own choice, and left it open
    if (fit < best_fit) continue;
    if (fit > best_fit) best.clear();
    best.push_back(holder);
    best_fit = fit;
  }
  const auto is_first = [&](const Holder* holder) { return is_one_person(*best.front(), *holder); };
  if (!best.empty() && !std::all_of(best.begin(), best.end(), is_first)) {
    std::erase_if(best, [&](const Holder* holder) { return !is_named_in(report, *holder); });
  }
  if (best.empty() || !std::all_of(best.begin(), best.end(), is_first)) return nullptr;
  const auto full = std::find_if(best.begin(), best.end(), [](const Holder* holder) { return !holder->first.empty(); });
  return full == best.end() ? best.front() : *full;
}

/// The entity of the holder in a report; none, and `named` unset, if the report does not name him.
EntityId StoryOffices::entity_of(std::size_t report, const Holder& holder, bool& named) const {
  EntityId found;
  for (const Holder& other : holders_in(report)) {
    if (!is_one_person(other, holder)) continue;
    if (named) return {};
    named = true;
    found = other.entity;
  }
  return found;
}

/// "die Minister", "den Praesidenten", "ein Treffen der Minister".
bool StoryOffices::may_be_plural(std::size_t report, const Office& office, NounGender gender) const {
  const Annotations& notes = *story_[report].notes;
  const std::string article = to_lower_utf8(word_at(report, office.determiner));
  const std::string_view head = word_at(report, office.head);
  const bool behind_noun = office.determiner > 0 && notes.tokens[office.determiner - 1].word_class == WordClass::Noun;
  const bool masculine = gender == NounGender::Masculine;
  return notes.tokens[office.head].morphology.number == Number::Plur || (article == "die" && masculine) ||
         (article == "der" && masculine && (head.ends_with("en") || behind_noun)) ||
         (article == "den" && (head.ends_with("n") || head.ends_with("s")));
}

/// The place that a mention on this token names, "" if there is none.
std::string StoryOffices::place_at(std::size_t report, std::size_t token) const {
  const Annotations& notes = *story_[report].notes;
  if (token >= notes.tokens.size()) return "";
  for (const Mention& mention : notes.mentions) {
    const bool here = mention.text.begin == notes.tokens[token].text.begin && mention.type == EntityType::Place;
    const bool place = mention.form == MentionForm::Name || mention.form == MentionForm::Adjective;
    if (here && place && mention.entity.valid()) return notes.entities[mention.entity.index()].name;
  }
  return "";
}

/// The place in "der Kappelhusener Buergermeister", "der Buergermeister von Kappelhusen"; false if something else is
/// named there.
bool StoryOffices::read_place(std::size_t report, const Office& office, const std::vector<char>& covered,
                              std::string& place) const {
  const auto is_name = [&](std::size_t token) { return token < covered.size() && covered[token] != 0; };
  const std::size_t end = office.head + 1;
  if (is_name(end)) return false;
  if (office.head > office.determiner + 1) place = place_at(report, office.determiner + 1);
  if (office.head > office.determiner + 1 && place.empty()) return false;
  if (!is_name(end + 1)) return true;
  const std::string_view link = word_at(report, end);
  if (link == "von" || link == "in") place = place_at(report, end + 1);
  // "der Minister des Inselstaats Sorvat"; a name behind a verb is another matter.
  return !place.empty() || language_.noun_phrase_words.find(link) != PhraseWord::Definite;
}

/// True if a report that names the holder names the place, too.
bool StoryOffices::is_of_place(const Holder& holder, const std::string& place) const {
  if (place.empty()) return true;
  return std::any_of(holders_.begin(), holders_.end(), [&](const Holder& other) {
    const std::vector<Entity>& entities = story_[other.report].notes->entities;
    return is_one_person(other, holder) && std::any_of(entities.begin(), entities.end(), [&](const Entity& entity) {
             return entity.named && entity.name == place;
           });
  });
}

/// An office or profession behind a definite article; a place may mark it, "der Stadt" or "des Landes" may follow.
void StoryOffices::read_office(std::size_t report, const Office& office, const std::vector<char>& covered) {
  const Annotations& notes = *story_[report].notes;
  const std::string_view noun = word_at(report, office.head);
  const std::string described = to_lower_utf8(noun);
  const lang::NameLexicon& lexicon = language_.name_lexicon;
  const auto role = lexicon.role(noun);
  if (!role || role->plural || lexicon.takes_up("!", described) || language_.body_nouns.find(noun)) return;
  const bool attribute = role->kind != RoleKind::Office && lexicon.takes_up("*", described);
  if (role->kind != RoleKind::Office && !attribute) return;
  const bool feminine =
      role->gender == NounGender::Unknown && to_lower_utf8(word_at(report, office.determiner)) == "die";
  NounGender gender = feminine ? NounGender::Feminine : role->gender;
  if (gender == NounGender::Neuter) gender = NounGender::Unknown;  // das Stadtoberhaupt
  std::string place;
  if (may_be_plural(report, office, gender) || !read_place(report, office, covered, place)) return;
  const Holder* holder = holder_of(report, described, gender);
  if (holder == nullptr || !is_of_place(*holder, place)) return;
  bool named = false;
  EntityId entity = entity_of(report, *holder, named);
  // "der Chef" may be anybody's, and so may a profession: only of a person whom the report names.
  const bool anybodys = attribute || (role->modifier_bytes == 0 && lexicon.takes_up("?", described));
  if (named ? !entity.valid() : anybodys) return;
  const std::string name = story_[holder->report].notes->entities[holder->entity.index()].name;
  if (!named) {
    entity = add_entity(story_[report], EntityType::Person, name);
    story_[report].notes->entities.back().role = std::string(noun);
  }
  const auto begin = static_cast<std::uint32_t>(office.determiner), end = static_cast<std::uint32_t>(office.head + 1);
  add_mention(story_[report], {begin, end}, notes.tokens[begin].text.hull(notes.tokens[office.head].text),
              MentionForm::Description, entity);
  // What the report knew as "Kaemmerin der Stadt" has a name now.
  name_described(story_[report], EntityType::Person, name,
                 [&](const Entity& other) { return other.type == EntityType::Person && other.role == noun; });
}

void StoryOffices::find_holders(std::size_t report) {
  const std::vector<char> covered = covered_tokens(story_[report], true);
  const auto& tokens = story_[report].notes->tokens;
  for (std::size_t i = 0; i + 1 < covered.size(); ++i) {
    if (covered[i] != 0 || language_.noun_phrase_words.find(word_at(report, i)) != PhraseWord::Definite) continue;
    std::size_t head = i + 1;
    const bool town = covered[head] != 0 && word_at(report, head).ends_with("er") && head + 1 < covered.size();
    if (town) ++head;
    if (covered[head] == 0 && tokens[head].capitalised) read_office(report, {i, head}, covered);
  }
}

}  // namespace

void find_story_offices(std::span<const ReadReport> story, const lang::Language& language) {
  StoryOffices(story, language).run();
}

}  // namespace ql::annotate
