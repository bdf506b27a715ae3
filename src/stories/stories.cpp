// SPDX-License-Identifier: Apache-2.0
#include "stories/stories.h"

namespace ql::stories {

StoryTable group(std::span<const AnalysedReport> reports, const annotate::ActorTable&) {
  StoryTable table;
  if (reports.empty()) return table;
  Story story;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    story.reports.emplace_back(i);
    story.origins.push_back({ReportId(i)});
  }
  story.title_from = ReportId(0);
  story.topic = TopicId(0);
  table.stories.push_back(story);
  table.topics.push_back({{StoryId(0)}});
  return table;
}

}  // namespace ql::stories
