// SPDX-License-Identifier: Apache-2.0
// Verbatim repetitions are put together before anything is compared, so forty copies cost as much as one.
// Tested by compare_test.cpp.
#include "compare/statement_set.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace ql::compare {
namespace {

constexpr float kLowest = 0.15F;  // pairs below are of no use to any rule

/// One profile per speaker, wording and stance: what was denied and then admitted in the same words are two statements.
void collapse_verbatim(std::vector<Profile> profiles, StatementSet& set) {
  std::map<std::tuple<std::uint64_t, std::uint32_t, int>, std::size_t> seen;
  for (Profile& profile : profiles) {
    const claims::Statement& statement = statement_of(set.context, profile.item);
    const bool own_voice = statement.kind == claims::StatementKind::Author;
    const bool denies = statement.commitment == claims::Commitment::Denies;
    if (own_voice && profile.sides.empty() && !denies) continue;  // a press release speaks for its institution
    const Item item = profile.item;
    const int stance = denies ? 1 : statement.commitment == claims::Commitment::Confirms ? 2 : 0;
    const auto [place, is_new] =
        seen.try_emplace({profile.wording, profile.speaker.value, stance}, set.distinct.size());
    if (is_new) {
      set.repeated.emplace_back();
      set.distinct.push_back(std::move(profile));
    }
    set.repeated[place->second].push_back(item);
  }
}

}  // namespace

std::vector<Item> StatementSet::items_of(const std::vector<std::uint32_t>& some_utterances) const {
  std::vector<Item> items;
  for (const std::uint32_t u : some_utterances) {
    for (const std::uint32_t member : utterances[u]) {
      items.insert(items.end(), repeated[member].begin(), repeated[member].end());
    }
  }
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
  return items;
}

StatementSet prepare_statements(const Context& context, std::vector<Profile> profiles) {
  StatementSet set{context, {}, {}, {}, {}, {}, {}, {}};
  collapse_verbatim(std::move(profiles), set);
  for (const Profile& profile : set.distinct) set.rarity.count(profile.terms);
  set.rarity.finish();
  for (Profile& profile : set.distinct) {
    set.matter.push_back(profile.terms);
    set.rarity.weigh_gently(set.matter.back());
    set.rarity.weigh(profile.terms);
  }
  set.pairs = similar_pairs(set.distinct, kLowest);
  return set;
}

ComparedSlot words_slot(const Context& context, std::string slot, Item from, Item to) {
  return {std::move(slot), words_of(context, from, kSlotBytes), words_of(context, to, kSlotBytes), Side::None};
}

}  // namespace ql::compare
