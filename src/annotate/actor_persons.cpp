// SPDX-License-Identifier: Apache-2.0
// What joins two names that are not the same: sound, an initial, a slip of the pen, a family name alone, the first word
// of a firm. Each step works on hash blocks and compares few items of a block. Tested by actors_test.cpp.
#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "annotate/actor_linker.h"
#include "annotate/name_bodies.h"
#include "base/utf8.h"

namespace ql::annotate {
namespace {

/// Reports compared with one, for each family name.
constexpr std::size_t kCandidates = 24;

}  // namespace

/// Full names that sound the same, or whose family names do and whose first names share their consonants.
void ActorLinker::link_sounds() {
  std::unordered_map<std::string, std::uint32_t> block;
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    const Item& item = items_[i];
    if (!item.data->named || item.data->type != EntityType::Person || item.person.lone || item.words.size() < 2 ||
        item.words.back().size() == 1)
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

/// "Moorburger Feuerwehr" is the Feuerwehr Moorburg.
void ActorLinker::link_town_bodies() {
  std::unordered_map<std::string, std::vector<std::uint32_t>> bodies;  // by their first word
  const auto is_body = [](const Item& item) {
    return item.data->named && item.data->type == EntityType::Organisation && item.words.size() == 2;
  };
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    const bool adjective = is_body(items_[i]) && items_[i].words[0].ends_with("er");
    if (adjective) bodies[items_[i].words[1]].push_back(i);
  }
  for (std::uint32_t i = 0; i < items_.size() && !bodies.empty(); ++i) {
    const auto found = is_body(items_[i]) ? bodies.find(items_[i].words[0]) : bodies.end();
    if (found == bodies.end()) continue;
    for (const std::uint32_t other : found->second) {
      if (is_adjective_of(items_[other].words[0], items_[i].words[1])) unite(i, other);
    }
  }
}

/// "Joern T." in one report of a story is the Joern Thiessen of another one, if no second bearer fits.
void ActorLinker::link_initials() {
  if (story_of_.empty()) return;
  std::map<std::string, std::vector<std::uint32_t>> bearers;
  const auto key_of = [&](const Item& item) {
    return block_of(item.words.front() + ' ' + item.words.back()[0], item.report, Reach::Story);
  };
  const auto is_full = [](const Item& item) {
    return item.data->named && item.data->type == EntityType::Person && !item.person.lone && item.words.size() == 2;
  };
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    if (is_full(items_[i]) && items_[i].words.back().size() > 1) bearers[key_of(items_[i])].push_back(i);
  }
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    if (!is_full(items_[i]) || items_[i].words.back().size() > 1) continue;
    const auto found = bearers.find(key_of(items_[i]));
    if (found == bearers.end()) continue;
    const bool one = std::all_of(found->second.begin(), found->second.end(), [&](std::uint32_t other) {
      return root(other) == root(found->second[0]) && items_[other].report != items_[i].report;
    });
    if (one) unite(found->second[0], i);
  }
}

/// The first letters of a name's words, folded: of all of them, or of the capitalised ones.
std::string initials(std::string_view name, bool capitalised) {
  std::string letters;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find_first_of(" -", at), name.size());
    const std::string_view word = name.substr(at, end - at);
    if (!word.empty() && (!capitalised || starts_upper(word))) letters += fold_name(word).substr(0, 1);
    at = end + 1;
  }
  return letters;
}

/// "GSF" in one report of a story is the Gewerkschaft Schiene und Fahrdienst of another one, if no second name fits.
void ActorLinker::link_acronyms() {
  constexpr std::size_t kShortest = 3;
  if (story_of_.empty()) return;
  std::map<std::string, std::vector<std::uint32_t>> acronyms;
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    const Item& item = items_[i];
    const bool acronym = item.data->named && item.data->type != EntityType::Person && item.words.size() == 1 &&
                         item.words[0].size() >= kShortest && looks_like_acronym(item.data->name);
    if (acronym) acronyms[block_of(item.words[0], item.report, Reach::Story)].push_back(i);
  }
  if (acronyms.empty()) return;
  std::map<std::string, std::vector<std::uint32_t>> spelt;
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    const Item& item = items_[i];
    if (!item.data->named || item.data->type != EntityType::Organisation || item.words.size() < 2) continue;
    for (const bool capitalised : {false, true}) {
      const std::string key = block_of(initials(item.data->name, capitalised), item.report, Reach::Story);
      if (acronyms.contains(key)) spelt[key].push_back(i);
    }
  }
  for (const auto& [key, names] : spelt) {
    const bool one =
        std::all_of(names.begin(), names.end(), [&](std::uint32_t i) { return root(i) == root(names[0]); });
    if (!one) continue;
    for (const std::uint32_t acronym : acronyms[key]) unite(names[0], acronym);
  }
}

/// One first name, family names that differ by a slip (Tveitdahl, Tveitdal) or are half of a double name (Amsel,
/// Amsel-Roth), and places by sound (Orlesch, Orlesh), in reports that share a context. A report that writes both ways
/// means two.
void ActorLinker::link_spellings(Reach reach) {
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
bool ActorLinker::may_be_one(const Item& alone, const Item& other) const {
  const bool same_role = !alone.data->role.empty() && alone.data->role == other.data->role;
  return share_context(alone.report, other.report, alone.person.family, same_role ? 1 : kSharedContext);
}

/// Persons known in a report by one name only: they join the bearer of that name in a report of the same context.
void ActorLinker::link_families(Reach reach) {
  std::map<std::string, std::vector<std::uint32_t>> bearers, alone, firsts;
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    const Item& item = items_[i];
    if (!item.data->named || item.data->type != EntityType::Person || item.words.empty()) continue;
    const auto block = [&](const std::string& name) { return block_of(sound_key(name), item.report, reach); };
    (item.person.lone ? alone : bearers)[block(item.person.family)].push_back(i);
    if (!item.person.lone && reach == Reach::Story && !story_of_.empty())
      firsts[block(item.words.front())].push_back(i);
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
      const auto first = fitting.empty() ? firsts.find(family) : firsts.end();  // "Kofi bleibt"
      for (std::size_t c = 0; first != firsts.end() && c < std::min(first->second.size(), kCandidates); ++c) {
        const std::uint32_t other = root(first->second[c]);
        if (std::find(fitting.begin(), fitting.end(), other) == fitting.end()) fitting.push_back(other);
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
void ActorLinker::link_firms(Reach reach) {
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

}  // namespace ql::annotate
