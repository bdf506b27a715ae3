// SPDX-License-Identifier: Apache-2.0
// Entities of all reports -> actors, by union-find over hash blocks; no two entities are compared outside a block.
// Equal folded names are one actor, acronyms join what a report spells out beside them, persons whose names differ only
// by transliteration are joined by sound. A family name alone joins a person named in full only if both reports share
// a context, and only if no second person of that name fits. Two reports share a context if they are about one story,
// or if both name the same others. What one story says is settled first, so that a bearer of the name elsewhere cannot
// make it unclear. Cost: near-linear in the entities; a report is compared with at most kCandidates others for each
// family name. The steps for names that differ are in actor_persons.cpp. Tested by actors_test.cpp.
#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <tuple>
#include <unordered_map>

#include "annotate/actor_linker.h"
#include "annotate/annotate.h"
#include "annotate/name_keys.h"

namespace ql::annotate {
namespace {

/// Names that stand in more reports than this (and more than a fiftieth of all) say nothing about a shared topic.
constexpr std::size_t kCommonName = 50;

/// The words by which an entity's name is compared.
std::vector<std::string> compared_words(const std::string& name, EntityType type) {
  std::vector<std::string> words;
  split_folded(fold_name(name), words);
  if (type == EntityType::Organisation) drop_legal_form(words);
  if (type != EntityType::Person) settle_thing_name(words);
  return words;
}

}  // namespace

std::string join_words(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

void ActorLinker::read_items() {
  for (std::size_t r = 0; r < reports_.size(); ++r) {
    first_item_.push_back(static_cast<std::uint32_t>(items_.size()));
    for (std::size_t e = 0; e < reports_[r]->entities.size(); ++e) {
      const Entity& entity = reports_[r]->entities[e];
      items_.push_back({static_cast<std::uint32_t>(r), static_cast<std::uint32_t>(e), &entity,
                        compared_words(entity.name, entity.type),
                        entity.type == EntityType::Person ? person_name(entity.name) : PersonName{}});
    }
  }
  parents_.resize(items_.size());
  std::iota(parents_.begin(), parents_.end(), 0U);
}

std::uint32_t ActorLinker::root(std::uint32_t item) {
  while (parents_[item] != item) {
    parents_[item] = parents_[parents_[item]];
    item = parents_[item];
  }
  return item;
}

/// The earlier item leads, so the result follows the order of the reports.
void ActorLinker::unite(std::uint32_t a, std::uint32_t b) {
  const std::uint32_t x = root(a), y = root(b);
  if (x != y) parents_[std::max(x, y)] = std::min(x, y);
}

/// Same folded name; for others than persons the aliases too (acronyms and what they stand for).
void ActorLinker::link_names() {
  std::unordered_map<std::string, std::uint32_t> block;
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    const Item& item = items_[i];
    if (!item.data->named || item.words.empty()) continue;
    const bool person = item.data->type == EntityType::Person;
    if (person && item.person.lone) continue;
    const std::string kind = person ? "p " : "o ";
    const bool initial = person && item.words.back().size() == 1;  // "Jens T." of another story is somebody else
    const std::string name = kind + join_words(item.words);
    const auto [at, added] =
        block.emplace(initial && !story_of_.empty() ? block_of(name, item.report, Reach::Story) : name, i);
    if (!added) unite(at->second, i);
    if (person) continue;
    for (const std::string& alias : item.data->aliases) {
      auto words = compared_words(alias, item.data->type);
      drop_legal_form(words);
      if (words.empty()) continue;
      const auto [other, fresh] = block.emplace(kind + join_words(words), i);
      if (!fresh) unite(other->second, i);
    }
  }
}

void ActorLinker::read_contexts() {
  std::unordered_map<std::size_t, std::size_t> frequency;
  const std::hash<std::string> hash;
  contexts_.resize(reports_.size());
  for (const Item& item : items_) {
    const bool telling = item.data->named && item.data->type != EntityType::Other && !item.words.empty();
    if (!telling) continue;
    const bool person = item.data->type == EntityType::Person;
    const int weight = item.words.size() > 1 && !item.person.lone ? 2 : 1;
    contexts_[item.report].push_back({hash(item.person.lone ? item.person.family : join_words(item.words)), weight});
    if (person) continue;
    for (const std::string& alias : item.data->aliases) contexts_[item.report].push_back({hash(fold_name(alias)), 1});
  }
  for (auto& names : contexts_) {
    std::sort(names.begin(), names.end(), [](const ContextName& a, const ContextName& b) { return a.hash < b.hash; });
    const auto same = [](const ContextName& a, const ContextName& b) { return a.hash == b.hash; };
    names.erase(std::unique(names.begin(), names.end(), same), names.end());
    for (const ContextName& name : names) ++frequency[name.hash];
  }
  const std::size_t limit = std::max(kCommonName, reports_.size() / 50);
  for (auto& names : contexts_) {
    std::erase_if(names, [&](const ContextName& name) { return frequency[name.hash] > limit; });
  }
}

bool ActorLinker::is_one_story(std::uint32_t a, std::uint32_t b) const {
  return !story_of_.empty() && story_of_[a] == story_of_[b];
}

/// Items are compared within one block.
std::string ActorLinker::block_of(const std::string& key, std::uint32_t report, Reach reach) const {
  if (reach == Reach::All) return key;
  const std::size_t story = story_of_.empty() ? reports_.size() + report : story_of_[report].index();
  return key + '|' + std::to_string(story);
}

bool ActorLinker::share_context(std::uint32_t a, std::uint32_t b, const std::string& family, int needed) const {
  if (is_one_story(a, b)) return true;
  const std::size_t own = std::hash<std::string>()(family);
  int weight = 0;
  for (auto x = contexts_[a].begin(), y = contexts_[b].begin(); x != contexts_[a].end() && y != contexts_[b].end();) {
    if (x->hash < y->hash) {
      ++x;
    } else if (y->hash < x->hash) {
      ++y;
    } else {
      weight += x->hash == own ? 0 : x->weight;
      ++x;
      ++y;
    }
  }
  return weight >= needed;
}

/// The form that most reports use among the longest ones (in words); the first in order decides between equals.
void ActorLinker::name_actor(Actor& actor, const std::vector<std::uint32_t>& members) const {
  std::map<std::string, std::size_t> uses;
  std::map<EntityType, std::size_t> types;
  for (const std::uint32_t member : members) {
    const Entity& entity = *items_[member].data;
    ++uses[entity.name];
    types[entity.type] += first_of_firm(entity.name).empty() ? 1 : members.size();  // a legal form settles it
    for (const std::string& alias : entity.aliases) uses.emplace(alias, 0);
  }
  const auto words = [](const std::string& name) { return std::count(name.begin(), name.end(), ' '); };
  const auto is_cut = [&uses](const std::string& name) {  // "Ellertal" beside "Ellertal-Netz GmbH"
    const auto longer = uses.lower_bound(name + '-');
    return longer != uses.end() && longer->first.starts_with(name + '-');
  };
  const auto better = [&](const auto& a, const auto& b) {
    const bool proper_a = a.second > 0 && !is_cut(a.first), proper_b = b.second > 0 && !is_cut(b.first);
    if (proper_a != proper_b) return proper_a;
    const auto length_a = actor.type == EntityType::Person ? words(a.first) : 0;
    const auto length_b = actor.type == EntityType::Person ? words(b.first) : 0;
    return std::tuple(length_a, a.second, a.first.size()) > std::tuple(length_b, b.second, b.first.size());
  };
  actor.type = std::max_element(types.begin(), types.end(), [](const auto& a, const auto& b) {
                 return a.second < b.second;
               })->first;
  actor.name = std::min_element(uses.begin(), uses.end(), better)->first;
  for (const auto& [name, count] : uses) {
    if (name != actor.name) actor.aliases.push_back(name);
  }
}

ActorTable ActorLinker::write() {
  ActorTable table;
  std::vector<std::uint32_t> actor_of_root(items_.size());
  std::vector<std::vector<std::uint32_t>> members;
  table.of_entity.resize(reports_.size());
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    const std::uint32_t top = root(i);
    if (top == i) {
      actor_of_root[i] = static_cast<std::uint32_t>(members.size());
      members.emplace_back();
    }
    members[actor_of_root[top]].push_back(i);
    table.of_entity[items_[i].report].emplace_back(std::size_t{actor_of_root[top]});
  }
  table.actors.resize(members.size());
  for (std::size_t a = 0; a < members.size(); ++a) {
    name_actor(table.actors[a], members[a]);
    for (const std::uint32_t member : members[a]) {
      const EntityId for_whom = items_[member].data->acts_for;
      if (!for_whom.valid() || table.actors[a].acts_for.valid()) continue;
      const ActorId whom = table.of_entity[items_[member].report][for_whom.index()];
      if (whom.index() != a) table.actors[a].acts_for = whom;
    }
  }
  return table;
}

ActorTable link_actors(std::span<const Annotations* const> reports, std::span<const StoryId> story_of) {
  return ActorLinker(reports, story_of).run();
}

}  // namespace ql::annotate
