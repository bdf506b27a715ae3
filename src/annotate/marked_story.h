// SPDX-License-Identifier: Apache-2.0
// For tests of identity: small stories with marks. {x|text} says that `text` speaks of x: mentions with the same letter
// are one actor, with different letters two; {0|text} is left open or is nobody else.
#pragma once

#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "annotate/annotate.h"
#include "annotate/names.h"
#include "annotate/second_reading.h"
#include "annotate/test_report.h"

namespace ql::annotate {

struct MarkedStory {
  const char* name;
  std::vector<std::vector<std::string>> reports;  ///< Marked paragraphs.
  bool one_story = false;                         ///< The reports are known to be about one story.
};

inline std::ostream& operator<<(std::ostream& out, const MarkedStory& story) { return out << story.name; }

struct Mark {
  std::size_t report = 0;
  char letter = '0';
  TextRange text;
  std::string words;
};

/// Takes the marks out of a paragraph and notes where they stood.
inline std::string unmarked(const std::string& paragraph, std::size_t report, std::uint32_t offset,
                            std::vector<Mark>& marks) {
  std::string out;
  for (std::size_t at = 0; at < paragraph.size();) {
    if (paragraph[at] != '{') {
      out += paragraph[at++];
      continue;
    }
    const std::size_t end = paragraph.find('}', at);
    const std::string words = paragraph.substr(at + 3, end - at - 3);
    const auto begin = static_cast<std::uint32_t>(offset + out.size());
    marks.push_back({report, paragraph[at + 1], {begin, begin + static_cast<std::uint32_t>(words.size())}, words});
    out += words;
    at = end + 1;
  }
  return out;
}

struct ReadStory {
  std::vector<clean::Report> reports;
  std::vector<Annotations> notes;
  std::vector<Mark> marks;
  ActorTable table;

  explicit ReadStory(const MarkedStory& story) {
    static const lang::Language language = lang::load_language("de");
    for (std::size_t r = 0; r < story.reports.size(); ++r) {
      clean::Report& report = reports.emplace_back();
      for (const std::string& paragraph : story.reports[r]) {
        clean::Block block;
        block.text.begin = static_cast<std::uint32_t>(report.text.size());
        report.text += unmarked(paragraph, r, block.text.begin, marks);
        block.text.end = static_cast<std::uint32_t>(report.text.size());
        report.text += '\n';
        report.blocks.push_back(block);
      }
      report.offsets.append_literal(0, static_cast<std::uint32_t>(report.text.size()));
      report.language = "de";
    }
    for (const clean::Report& report : reports) notes.push_back(annotate(report, language));
    std::vector<StoryId> story_of;
    if (story.one_story) {
      std::vector<ReadReport> again;
      for (std::size_t r = 0; r < notes.size(); ++r) again.push_back({reports[r].text, &notes[r]});
      read_again(again, language);
      story_of.assign(notes.size(), StoryId(std::size_t{0}));
    }
    std::vector<const Annotations*> views;
    for (const Annotations& one : notes) views.push_back(&one);
    table = link_actors(views, story_of);
  }

  [[nodiscard]] std::optional<ActorId> actor(const Mark& mark) const {
    const Annotations& read = notes[mark.report];
    TokenRange tokens{static_cast<std::uint32_t>(read.tokens.size()), 0};
    for (std::size_t i = 0; i < read.tokens.size(); ++i) {
      if (read.tokens[i].text.end <= mark.text.begin || read.tokens[i].text.begin >= mark.text.end) continue;
      tokens.begin = std::min(tokens.begin, static_cast<std::uint32_t>(i));
      tokens.end = static_cast<std::uint32_t>(i + 1);
    }
    for (const Mention& exact : read.mentions) {
      if (exact.text == mark.text && exact.entity.valid()) {
        return table.of_entity[mark.report][exact.entity.index()];
      }
    }
    const auto mention = mention_in(read, tokens);
    if (!mention || !read.mentions[mention->index()].entity.valid()) return std::nullopt;
    return table.of_entity[mark.report][read.mentions[mention->index()].entity.index()];
  }
  [[nodiscard]] std::string describe(const Mark& mark) const {
    const auto found = actor(mark);
    const std::string name = found ? table.actors[found->index()].name : "nobody";
    return "report " + std::to_string(mark.report) + " '" + mark.words + "' is " + name;
  }
};

}  // namespace ql::annotate
