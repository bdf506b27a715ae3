// SPDX-License-Identifier: Apache-2.0
// Internal to second_reading.cpp: its steps, and what both use.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/second_reading.h"

namespace ql::annotate {

/// A token as it is written.
inline std::string_view written(const ReadReport& report, std::size_t token) {
  return slice(report.text, report.notes->tokens[token].text);
}

/// 1 for each token that a mention covers: by its text, with `phrases` by its whole phrase.
std::vector<char> covered_tokens(const ReadReport& report, bool phrases);

/// Adds a mention behind the others; they are sorted at the end.
void add_mention(const ReadReport& report, TokenRange tokens, TextRange text, MentionForm form, EntityId entity);

/// A new named entity of a report.
EntityId add_entity(const ReadReport& report, EntityType type, const std::string& name);

/// Gives a name to the entities that a report knew by a description only, as far as is_meant(Entity) holds.
template <class IsMeant>
void name_described(const ReadReport& report, EntityType type, const std::string& name, IsMeant is_meant) {
  for (Entity& entity : report.notes->entities) {
    if (entity.named || !is_meant(entity)) continue;
    entity.name = name;
    entity.type = type;
    entity.named = true;
  }
}

/// Names of the story in reports whose tagger passed over them (second_names.cpp).
void find_story_names(std::span<const ReadReport> story, const lang::Language& language);

/// Bodies that a report takes up by what they are (second_bodies.cpp).
void find_story_bodies(std::span<const ReadReport> story, const lang::Language& language);

/// Holders of offices that a report takes up without naming them (second_offices.cpp).
void find_story_offices(std::span<const ReadReport> story, const lang::Language& language);

}  // namespace ql::annotate
