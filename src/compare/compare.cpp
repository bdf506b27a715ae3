// SPDX-License-Identifier: Apache-2.0
// Story by story: statements, figures, timeline. Each part reads products only and appends claims with reasons.
// Tested by compare_test.cpp.
#include "compare/compare.h"

#include <algorithm>

#include "compare/context.h"
#include "compare/figure_claims.h"
#include "compare/sides.h"
#include "compare/statement_claims.h"
#include "compare/timeline.h"

namespace ql::compare {
namespace {

/// Numbers the origins of all stories; a report that no origin names is one of its own.
std::vector<std::uint32_t> number_origins(std::size_t report_count, const stories::StoryTable& stories) {
  std::vector<std::uint32_t> origin_of(report_count);
  std::uint32_t next = 0;
  for (std::uint32_t& origin : origin_of) {
    origin = next++;
  }
  for (const stories::Story& story : stories.stories) {
    for (const std::vector<ReportId>& origin : story.origins) {
      for (const ReportId report : origin) origin_of[report.index()] = next;
      ++next;
    }
  }
  return origin_of;
}

bool crosses_stories(const std::vector<Item>& items, const std::vector<StoryId>& story_of) {
  return std::any_of(items.begin(), items.end(), [&](Item item) {
    return story_of[item.report.index()] != story_of[items.front().report.index()];
  });
}

/// Claims and relations between the stories of a topic; those within one story stand there.
Comparison compare_across(const Context& context, const stories::Topic& topic, const stories::StoryTable& stories) {
  std::vector<ReportId> reports;
  std::vector<StoryId> story_of(context.reports.size());
  for (const StoryId id : topic.stories) {
    for (const ReportId report : stories.stories[id.index()].reports) {
      reports.push_back(report);
      story_of[report.index()] = id;
    }
  }
  std::sort(reports.begin(), reports.end());
  Comparison comparison;
  compare_figures(context, reports, comparison);
  compare_statements(context, reports, comparison);
  std::erase_if(comparison.claims, [&](const Claim& claim) { return !crosses_stories(claim.members, story_of); });
  std::erase_if(comparison.relations,
                [&](const Relation& relation) { return !crosses_stories({relation.from, relation.to}, story_of); });
  return comparison;
}

}  // namespace

Findings compare(std::span<const AnalysedReport> reports, const annotate::ActorTable& actors,
                 const stories::StoryTable& stories, const Chronology& chronology, const lang::Language& language) {
  Context context{reports, actors, chronology, language, number_origins(reports.size(), stories), {}, {}};
  context.full_names = full_names(context, stories);
  context.institutions = institutions_of_actors(context);
  Findings findings;
  for (const stories::Story& story : stories.stories) {
    Comparison& comparison = findings.stories.emplace_back();
    compare_figures(context, story.reports, comparison);
    compare_statements(context, story.reports, comparison);
    comparison.timeline = timeline_of(context, story.reports);
  }
  for (const stories::Topic& topic : stories.topics) {
    findings.topics.push_back(topic.stories.size() > 1 ? compare_across(context, topic, stories) : Comparison());
  }
  return findings;
}

}  // namespace ql::compare
