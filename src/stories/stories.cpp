// SPDX-License-Identifier: Apache-2.0
#include "stories/stories.h"

#include "base/hash.h"
#include "stories/fingerprints.h"
#include "stories/reuse.h"
#include "stories/words.h"

namespace ql::stories {

StoryTable group(std::span<const AnalysedReport> reports, const annotate::ActorTable&) {
  StoryTable table;
  if (reports.empty()) return table;
  FingerprintIndex index;
  WordList words;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    scan_words(reports[i].report, words);
    const auto& outlet = reports[i].report.outlet;
    index.add(static_cast<std::uint32_t>(i), outlet ? static_cast<std::uint32_t>(hash64(*outlet)) | 1U : 0U, words);
  }
  const std::vector<CandidatePair> candidates = index.find_candidates();
  table.reuses = find_reuse(reports, candidates, index);
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
