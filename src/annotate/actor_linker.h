// SPDX-License-Identifier: Apache-2.0
// Internal to actors.cpp (the steps and their result) and actor_persons.cpp (what joins names that differ).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "annotate/actor_table.h"
#include "annotate/name_keys.h"
#include "base/id.h"

namespace ql::annotate {

/// Evidence that makes two reports share a context: a name of several words counts 2, one word or a short form 1.
inline constexpr int kSharedContext = 2;

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

/// Folded words with blanks between them.
std::string join_words(const std::vector<std::string>& words);

class ActorLinker {
 public:
  ActorLinker(std::span<const Annotations* const> reports, std::span<const StoryId> story_of)
      : reports_(reports), story_of_(story_of) {}

  ActorTable run() {
    read_items();
    link_names();
    link_town_bodies();
    link_sounds();
    link_initials();
    link_acronyms();
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
  void link_town_bodies();
  void link_sounds();
  void link_initials();
  void link_acronyms();
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

}  // namespace ql::annotate
