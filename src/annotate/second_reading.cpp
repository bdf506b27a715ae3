// SPDX-License-Identifier: Apache-2.0
// First the names, then bodies by their kind, then the offices: an office may belong to somebody whom the first step
// has found. Input: annotations of a story; output: further mentions. Tested by second_reading_test.cpp.
#include "annotate/second_reading.h"

#include <utility>

#include "annotate/entities.h"
#include "annotate/second_reading_parts.h"

namespace ql::annotate {

std::vector<char> covered_tokens(const ReadReport& report, bool phrases) {
  const Annotations& notes = *report.notes;
  std::vector<char> covered(notes.tokens.size(), 0);
  for (const Mention& mention : notes.mentions) {
    for (std::size_t i = mention.tokens.begin; i < mention.tokens.end; ++i) {
      const TextRange token = notes.tokens[i].text;
      const bool inside = mention.text.begin < token.end && token.begin < mention.text.end;
      if (phrases || inside) covered[i] = 1;
    }
  }
  return covered;
}

void add_mention(const ReadReport& report, TokenRange tokens, TextRange text, MentionForm form, EntityId entity) {
  Mention mention;
  mention.tokens = tokens;
  mention.text = mention.phrase = text;
  mention.type = report.notes->entities[entity.index()].type;
  mention.form = form;
  mention.entity = entity;
  report.notes->mentions.push_back(mention);
}

EntityId add_entity(const ReadReport& report, EntityType type, const std::string& name) {
  Entity entity;
  entity.type = type;
  entity.name = name;
  report.notes->entities.push_back(std::move(entity));
  return EntityId(report.notes->entities.size() - 1);
}

void read_again(std::span<const ReadReport> story, const lang::Language& language) {
  if (story.size() < 2) return;
  find_story_names(story, language);
  find_story_bodies(story, language);
  find_story_offices(story, language);
  for (const ReadReport& report : story) {
    sort_mentions(report.notes->mentions);
  }
}

}  // namespace ql::annotate
