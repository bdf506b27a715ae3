// SPDX-License-Identifier: Apache-2.0
// Entities of all reports -> actors, by union-find over hash blocks; no two entities are compared outside a block.
// Equal folded names are one actor, acronyms join what a report spells out beside them, persons whose names differ only
// by transliteration are joined by sound. A family name alone joins a person named in full only if both reports share
// a context, and only if no second person of that name fits. Two reports share a context if they are about one story,
// or if both name the same others. What one story says is settled first, so that a bearer of the name elsewhere cannot
// make it unclear. Cost: near-linear in the entities; a report is compared with at most kCandidates others for each
// family name. Tested by actors_test.cpp.
#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "annotate/annotate.h"
#include "annotate/name_keys.h"

namespace ql::annotate {
namespace {

constexpr std::size_t kCandidates = 24;
/// Names that stand in more reports than this (and more than a fiftieth of all) say nothing about a shared topic.
constexpr std::size_t kCommonName = 50;
/// Evidence that makes two reports share a context: a name of several words counts 2, one word or a short form 1.
constexpr int kSharedContext = 2;

struct Item {
  std::uint32_t report = 0;
  std::uint32_t entity = 0;
  const Entity* data = nullptr;
  std::vector<std::string> words;  ///< Folded.
  PersonName person;               ///< Of persons.
};

struct ContextName {
  std::size_t hash = 0;
  int weight = 0;
};

/// The words by which an entity's name is compared.
std::vector<std::string> compared_words(const std::string& name, EntityType type) {
  std::vector<std::string> words;
  split_folded(fold_name(name), words);
  if (type == EntityType::Organisation) drop_legal_form(words);
  if (type != EntityType::Person) settle_thing_name(words);
  return words;
}

std::string join(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

class Linker {
 public:
  Linker(std::span<const Annotations* const> reports, std::span<const StoryId> story_of)
      : reports_(reports), story_of_(story_of) {}

  ActorTable run() {
    read_items();
    link_names();
    link_sounds();
    read_contexts();
    for (const Reach reach : {Reach::Story, Reach::All}) {
      link_spellings(reach);
      link_families(reach);
      link_firms(reach);
    }
    return write();
  }

 private:
  /// Which reports are looked at together: those of one story, or all.
  enum class Reach : std::uint8_t { Story, All };

  void read_items();
  void link_names();
  void link_sounds();
  void read_contexts();
  void link_spellings(Reach reach);
  void link_families(Reach reach);
  void link_firms(Reach reach);
  [[nodiscard]] std::string block_of(const std::string& key, std::uint32_t report, Reach reach) const;
  [[nodiscard]] bool is_one_story(std::uint32_t a, std::uint32_t b) const;
  bool share_context(std::uint32_t a, std::uint32_t b, const std::string& family, int needed = kSharedContext) const;
  bool may_be_one(const Item& alone, const Item& other) const;
  ActorTable write();
  std::uint32_t root(std::uint32_t item);
  void unite(std::uint32_t a, std::uint32_t b);
  void name_actor(Actor& actor, const std::vector<std::uint32_t>& members) const;

  std::span<const Annotations* const> reports_;
  std::span<const StoryId> story_of_;  ///< Of each report; empty if stories are not known.
  std::vector<Item> items_;
  std::vector<std::uint32_t> first_item_;  ///< Of each report.
  std::vector<std::uint32_t> parents_;
  std::vector<std::vector<ContextName>> contexts_;
};

void Linker::read_items() {
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

std::uint32_t Linker::root(std::uint32_t item) {
  while (parents_[item] != item) {
    parents_[item] = parents_[parents_[item]];
    item = parents_[item];
  }
  return item;
}

/// The earlier item leads, so the result follows the order of the reports.
void Linker::unite(std::uint32_t a, std::uint32_t b) {
  const std::uint32_t x = root(a), y = root(b);
  if (x != y) parents_[std::max(x, y)] = std::min(x, y);
}

/// Same folded name; for others than persons the aliases too (acronyms and what they stand for).
void Linker::link_names() {
  std::unordered_map<std::string, std::uint32_t> block;
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    const Item& item = items_[i];
    if (!item.data->named || item.words.empty()) continue;
    const bool person = item.data->type == EntityType::Person;
    if (person && item.person.lone) continue;
    const std::string kind = person ? "p " : "o ";
    const auto [at, added] = block.emplace(kind + join(item.words), i);
    if (!added) unite(at->second, i);
    if (person) continue;
    for (const std::string& alias : item.data->aliases) {
      auto words = compared_words(alias, item.data->type);
      drop_legal_form(words);
      if (words.empty()) continue;
      const auto [other, fresh] = block.emplace(kind + join(words), i);
      if (!fresh) unite(other->second, i);
    }
  }
}

/// Full names that sound the same, or whose family names do and whose first names share their consonants.
void Linker::link_sounds() {
  std::unordered_map<std::string, std::uint32_t> block;
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    const Item& item = items_[i];
    if (!item.data->named || item.data->type != EntityType::Person || item.person.lone || item.words.size() < 2)
      continue;
    std::string first = consonants(sound_key(item.words.front()));
    if (first.size() < 2) continue;
    std::replace(first.begin(), first.end(), 'g', 'h');  // Sergej, Serhij
    std::string key = first + ' ' + std::to_string(item.words.size());
    for (std::size_t w = 1; w < item.words.size(); ++w) key += ' ' + sound_key(item.words[w]);
    const auto [at, added] = block.emplace(key, i);
    if (!added) unite(at->second, i);
    const std::string& family = item.words.back();
    if (item.words.size() != 2 || !family.starts_with("ch") || family.size() < 5) continue;
    // English writes Chumak for Tschumak.
    const auto [other, fresh] = block.emplace(first + " 2 " + sound_key("ts" + family), i);
    if (!fresh) unite(other->second, i);
  }
}

void Linker::read_contexts() {
  std::unordered_map<std::size_t, std::size_t> frequency;
  const std::hash<std::string> hash;
  contexts_.resize(reports_.size());
  for (const Item& item : items_) {
    const bool telling = item.data->named && item.data->type != EntityType::Other && !item.words.empty();
    if (!telling) continue;
    const bool person = item.data->type == EntityType::Person;
    const int weight = item.words.size() > 1 && !item.person.lone ? 2 : 1;
    contexts_[item.report].push_back({hash(item.person.lone ? item.person.family : join(item.words)), weight});
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

bool Linker::is_one_story(std::uint32_t a, std::uint32_t b) const {
  return !story_of_.empty() && story_of_[a] == story_of_[b];
}

/// Items are compared within one block.
std::string Linker::block_of(const std::string& key, std::uint32_t report, Reach reach) const {
  if (reach == Reach::All) return key;
  const std::size_t story = story_of_.empty() ? reports_.size() + report : story_of_[report].index();
  return key + '|' + std::to_string(story);
}

bool Linker::share_context(std::uint32_t a, std::uint32_t b, const std::string& family, int needed) const {
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

/// One first name, family names that differ by a slip (Tveitdahl, Tveitdal) or are half of a double name (Amsel,
/// Amsel-Roth), and places by sound (Orlesch, Orlesh), in reports that share a context. A report that writes both ways
/// means two.
void Linker::link_spellings(Reach reach) {
  std::map<std::string, std::vector<std::uint32_t>> blocks;
  const auto add = [&](const std::string& key, std::uint32_t i) {
    blocks[block_of(key, items_[i].report, reach)].push_back(i);
  };
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    const Item& item = items_[i];
    if (!item.data->named || item.words.empty()) continue;
    const std::string& family = item.person.family;
    const bool person = item.data->type == EntityType::Person && !item.person.lone && item.words.size() > 1;
    const bool place = item.data->type == EntityType::Place && item.words.size() == 1 && item.words[0].size() > 4;
    if (person && family.size() > 4)
      add(item.words.front() + ' ' + spelling_key(family.substr(0, family.find(' '))), i);
    if (place) add(sound_key(item.words[0]), i);
  }
  for (const auto& [key, items] : blocks) {
    for (std::size_t n = 1; n < std::min(items.size(), kCandidates); ++n) {
      const Item &first = items_[items[0]], &other = items_[items[n]];
      if (root(items[0]) == root(items[n]) || first.report == other.report) continue;
      const bool halves = first.person.family.find(' ') != std::string::npos &&
                          other.person.family.find(' ') != std::string::npos;  // Amsel-Roth is not Amsel-Lang
      const bool both = std::any_of(items.begin(), items.end(), [&](std::uint32_t i) {
        const Item& third = items_[i];
        return (third.report == other.report && third.words == first.words) ||
               (third.report == first.report && third.words == other.words);
      });
      if (!halves && !both && may_be_one(first, other)) unite(items[0], items[n]);
    }
  }
}

/// Two persons of one family name: their reports share a context; with one role ("Landraetin Dorn") half of it will do.
bool Linker::may_be_one(const Item& alone, const Item& other) const {
  const bool same_role = !alone.data->role.empty() && alone.data->role == other.data->role;
  return share_context(alone.report, other.report, alone.person.family, same_role ? 1 : kSharedContext);
}

/// Persons known in a report by one name only: they join the bearer of that name in a report of the same context.
void Linker::link_families(Reach reach) {
  std::map<std::string, std::vector<std::uint32_t>> bearers, alone;
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    const Item& item = items_[i];
    if (!item.data->named || item.data->type != EntityType::Person || item.words.empty()) continue;
    const auto block = [&](const std::string& name) { return block_of(sound_key(name), item.report, reach); };
    (item.person.lone ? alone : bearers)[block(item.person.family)].push_back(i);
    if (!item.person.lone && item.words.size() > 2)
      bearers[block(item.words.front())].push_back(i);  // Kim Jong Un is called Kim
  }
  for (const auto& [family, items] : alone) {
    const auto full = bearers.find(family);
    for (std::size_t n = 0; n < items.size(); ++n) {
      const std::uint32_t item = items[n];
      std::vector<std::uint32_t> fitting;
      if (full != bearers.end()) {
        for (std::size_t c = 0; c < std::min(full->second.size(), kCandidates); ++c) {
          const std::uint32_t other = full->second[c];
          if (!may_be_one(items_[item], items_[other])) continue;
          if (std::find(fitting.begin(), fitting.end(), root(other)) == fitting.end()) fitting.push_back(root(other));
        }
      }
      if (fitting.size() == 1) unite(fitting[0], item);
      if (!fitting.empty()) continue;
      for (std::size_t c = n > kCandidates ? n - kCandidates : 0; c < n; ++c) {
        if (may_be_one(items_[item], items_[items[c]])) unite(items[c], item);
      }
    }
  }
}

/// "Brandauer" in one report is the Brandauer Maschinenbau GmbH of another one of the same context, if no other fits;
/// also where it looked like a family name there and no person of this name is known.
void Linker::link_firms(Reach reach) {
  std::map<std::string, std::vector<std::uint32_t>> firms;
  std::unordered_set<std::string> families;
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    const Item& item = items_[i];
    if (!item.data->named || item.words.empty()) continue;
    if (item.data->type == EntityType::Organisation)
      firms[block_of(item.words.front(), item.report, reach)].push_back(i);
    if (item.data->type == EntityType::Person && !item.person.lone) families.insert(item.person.family);
  }
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    const Item& item = items_[i];
    if (!item.data->named || item.words.size() != 1) continue;
    const bool person = item.data->type == EntityType::Person && !families.contains(item.words[0]);
    const auto found = person || item.data->type == EntityType::Organisation
                           ? firms.find(block_of(item.words[0], item.report, reach))
                           : firms.end();
    if (found == firms.end()) continue;
    std::vector<std::uint32_t> fitting;
    for (std::size_t c = 0; c < std::min(found->second.size(), kCandidates); ++c) {
      const std::uint32_t other = found->second[c];
      if (root(other) == root(i) || !share_context(item.report, items_[other].report, item.words[0])) continue;
      if (std::find(fitting.begin(), fitting.end(), root(other)) == fitting.end()) fitting.push_back(root(other));
    }
    if (fitting.size() == 1) unite(fitting[0], i);
  }
}

/// The form that most reports use among the longest ones (in words); the first in order decides between equals.
void Linker::name_actor(Actor& actor, const std::vector<std::uint32_t>& members) const {
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

ActorTable Linker::write() {
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

}  // namespace

ActorTable link_actors(std::span<const Annotations* const> reports, std::span<const StoryId> story_of) {
  return Linker(reports, story_of).run();
}

}  // namespace ql::annotate
