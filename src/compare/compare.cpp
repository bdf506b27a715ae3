// SPDX-License-Identifier: Apache-2.0
// Topic by topic, since a topic shares its vocabulary: what its reports state and count is read once, then compared
// within each story and across the stories. Each part reads products only and appends claims with reasons.
// Tested by compare_test.cpp.
#include "compare/compare.h"

#include <algorithm>
#include <map>
#include <utility>

#include "compare/context.h"
#include "compare/figure_claims.h"
#include "compare/sides.h"
#include "compare/statement_claims.h"
#include "compare/timeline.h"
#include "compare/words.h"

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

/// Figures and statements of some reports as the comparison sees them.
struct Material {
  std::vector<Measure> measures;
  std::vector<Profile> profiles;
};

/// What belongs to each story, in its order.
std::map<StoryId, Material> by_story(const Material& all, const std::vector<StoryId>& story_of) {
  std::map<StoryId, Material> parts;
  for (const Measure& measure : all.measures) {
    parts[story_of[measure.item.report.index()]].measures.push_back(measure);
  }
  for (const Profile& profile : all.profiles) {
    parts[story_of[profile.item.report.index()]].profiles.push_back(profile);
  }
  return parts;
}

Comparison compare_material(const Context& context, Material material) {
  Comparison comparison;
  compare_figures(context, std::move(material.measures), comparison);
  compare_statements(context, std::move(material.profiles), comparison);
  return comparison;
}

bool crosses_stories(const std::vector<Item>& items, const std::vector<StoryId>& story_of) {
  return std::any_of(items.begin(), items.end(), [&](Item item) {
    return story_of[item.report.index()] != story_of[items.front().report.index()];
  });
}

/// Claims and relations between the stories of a topic; those within one story stand there.
void keep_what_crosses(const std::vector<StoryId>& story_of, Comparison& comparison) {
  std::erase_if(comparison.claims, [&](const Claim& claim) { return !crosses_stories(claim.members, story_of); });
  std::erase_if(comparison.relations,
                [&](const Relation& relation) { return !crosses_stories({relation.from, relation.to}, story_of); });
}

}  // namespace

Comparer::Comparer(std::span<const AnalysedReport> reports, const annotate::ActorTable& actors,
                   const stories::StoryTable& stories, const Chronology& chronology, const lang::Language& language)
    : reports_(reports),
      actors_(actors),
      stories_(stories),
      chronology_(chronology),
      language_(language),
      story_of_(stories::story_of_reports(reports.size(), stories)),
      origin_of_(number_origins(reports.size(), stories)) {
  WordMemo words(language);
  institutions_ = institutions_of_actors(context(words));
}

Context Comparer::context(WordMemo& words) const {
  return {reports_, actors_, chronology_, language_, words, origin_of_, institutions_};
}

Findings Comparer::no_findings() const {
  Findings findings;
  findings.stories.resize(stories_.stories.size());
  findings.topics.resize(stories_.topics.size());
  return findings;
}

void Comparer::compare_topic(TopicId topic, WordMemo& words, Findings& findings) const {
  words.trim();
  const Context context = this->context(words);
  const std::vector<StoryId>& members = stories_.topics[topic.index()].stories;
  std::vector<ReportId> reports;
  for (const StoryId story : members) {
    const std::vector<ReportId>& some = stories_.stories[story.index()].reports;
    reports.insert(reports.end(), some.begin(), some.end());
  }
  std::sort(reports.begin(), reports.end());
  Material material{measures_of(context, reports), statement_profiles(context, reports)};
  if (members.size() == 1) {
    findings.stories[members.front().index()] = compare_material(context, std::move(material));
  } else {
    for (auto& [story, part] : by_story(material, story_of_)) {
      findings.stories[story.index()] = compare_material(context, std::move(part));
    }
    Comparison& across = findings.topics[topic.index()];
    across = compare_material(context, std::move(material));
    keep_what_crosses(story_of_, across);
  }
  for (const StoryId story : members) {
    findings.stories[story.index()].timeline = timeline_of(context, stories_.stories[story.index()].reports);
  }
}

}  // namespace ql::compare
