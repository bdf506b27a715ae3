// SPDX-License-Identifier: Apache-2.0
// AnalysedReport[] -> StoryTable, in four steps: shared text (fingerprints, exact comparison), likeness (weighted
// terms, inverted index, in the order of time), groups (average link at one threshold for stories and a lower one over
// the stories for topics), and origins within each story. Words are scanned again in each step instead of being kept:
// scanning costs less than a cache miss per word, and memory stays small. Tested by stories_test.cpp.
#include "stories/stories.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "base/hash.h"
#include "stories/cluster.h"
#include "stories/fingerprints.h"
#include "stories/neighbours.h"
#include "stories/origins.h"
#include "stories/relays.h"
#include "stories/reuse.h"
#include "stories/words.h"

namespace ql::stories {
namespace {

/// Mean likeness from which two groups are one story, and from which two stories are one topic; docs/stories.md tells
/// how they were found.
constexpr float kStoryLikeness = 0.24F;
constexpr float kTopicLikeness = 0.15F;
/// A single report joins a story at this part of the threshold when no other story is half as close.
constexpr float kAttachShare = 0.6F;
constexpr float kAttachLead = 2.0F;
/// From here on two reports are compared word by word even if they share no fingerprint.
constexpr float kCompareLikeness = 0.4F;

std::uint32_t outlet_number(const clean::Report& report) {
  return report.outlet ? static_cast<std::uint32_t>(hash64(*report.outlet)) | 1U : 0U;
}

/// Report numbers by time of publication, the undated first; equal times in the order of the run.
std::vector<std::uint32_t> time_order(std::span<const AnalysedReport> reports) {
  std::vector<std::int64_t> minutes;
  for (const AnalysedReport& report : reports) {
    const auto time = publication_of(report.report);
    minutes.push_back(time ? time->minute : std::numeric_limits<std::int64_t>::min());
  }
  std::vector<std::uint32_t> order(reports.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](auto x, auto y) { return minutes[x] < minutes[y]; });
  return order;
}

/// Links between reports, by their numbers in the run, ascending.
std::vector<Link> find_links(std::span<const AnalysedReport> reports, const TermTable& terms) {
  const std::vector<std::uint32_t> order = time_order(reports);
  NeighbourIndex index;
  Vectoriser vectoriser(terms);
  WordList words;
  for (const std::uint32_t report : order) {
    scan_words(reports[report].report, words);
    index.add(vectoriser.vector_of(words), publication_of(reports[report].report));
  }
  std::vector<Link> links = index.find_links(terms.size());
  for (Link& link : links) {
    const auto [a, b] = std::minmax(order[link.a], order[link.b]);
    link.a = a;
    link.b = b;
  }
  std::sort(links.begin(), links.end(),
            [](const Link& x, const Link& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
  return links;
}

/// Candidates for shared text, and also pairs that are very much alike: a copy of which every third word was changed
/// keeps hardly any fingerprint.
std::vector<CandidatePair> with_close_links(std::vector<CandidatePair> candidates, std::span<const Link> links) {
  for (const Link& link : links) {
    if (link.likeness >= kCompareLikeness) candidates.push_back({link.a, link.b, 0, 0});
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const CandidatePair& x, const CandidatePair& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
  const auto same = [](const CandidatePair& x, const CandidatePair& y) { return x.a == y.a && x.b == y.b; };
  candidates.erase(std::unique(candidates.begin(), candidates.end(), same), candidates.end());
  return candidates;
}

/// The report that a story is named after: with a title, and closest to the others; the first of equals.
ReportId title_report(std::span<const AnalysedReport> reports, std::span<const ReportId> story,
                      std::span<const float> centrality) {
  ReportId best;
  for (const ReportId report : story) {
    if (!reports[report.index()].report.title) continue;
    if (!best.valid() || centrality[report.index()] > centrality[best.index()]) best = report;
  }
  return best.valid() ? best : story.front();
}

/// Sum of the likeness to the other reports of the same story.
std::vector<float> centralities(std::span<const Link> links, std::span<const std::uint32_t> story_of) {
  std::vector<float> sums(story_of.size(), 0);
  for (const Link& link : links) {
    if (story_of[link.a] != story_of[link.b]) continue;
    sums[link.a] += link.likeness;
    sums[link.b] += link.likeness;
  }
  return sums;
}

/// Stories from the group of each report, ordered by their first report; topics over them.
void fill_table(std::span<const AnalysedReport> reports, std::span<const Link> links,
                std::span<const std::uint32_t> story_of, StoryTable& table) {
  const std::vector<std::uint32_t> topic_of =
      average_link(static_cast<std::uint32_t>(story_of.size()), group_links(links, story_of), kTopicLikeness);
  std::vector<StoryId> number(story_of.size());
  std::vector<TopicId> topic_number(story_of.size());
  for (std::uint32_t report = 0; report < story_of.size(); ++report) {
    const std::uint32_t first = story_of[report];
    if (first == report) {
      number[report] = StoryId(table.stories.size());
      TopicId& topic = topic_number[topic_of[report]];
      if (!topic.valid()) {
        topic = TopicId(table.topics.size());
        table.topics.emplace_back();
      }
      table.topics[topic.index()].stories.push_back(number[report]);
      table.stories.emplace_back().topic = topic;
    }
    table.stories[number[first].index()].reports.emplace_back(report);
  }
  const OriginFinder origins(reports, table.reuses);
  const std::vector<float> centrality = centralities(links, story_of);
  for (Story& story : table.stories) {
    story.origins = origins.origins_of(story.reports);
    story.title_from = title_report(reports, story.reports, centrality);
  }
}

}  // namespace

StoryTable group(std::span<const AnalysedReport> reports, const annotate::ActorTable&, const lang::Language& language) {
  StoryTable table;
  if (reports.empty()) return table;
  FingerprintIndex fingerprints;
  TermTable terms(language.word_frequency);
  std::vector<Reuse> relays;
  WordList words;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    scan_words(reports[i].report, words);
    fingerprints.add(static_cast<std::uint32_t>(i), outlet_number(reports[i].report), words);
    terms.count(words);
    if (auto relay = find_relay(reports[i].report, ReportId(i), words, language)) relays.push_back(std::move(*relay));
  }
  terms.weigh();
  const std::vector<Link> links = find_links(reports, terms);
  table.reuses = find_reuse(reports, with_close_links(fingerprints.find_candidates(), links), fingerprints);
  table.reuses.insert(table.reuses.end(), relays.begin(), relays.end());
  std::vector<std::uint32_t> story_of = average_link(static_cast<std::uint32_t>(reports.size()), links, kStoryLikeness);
  attach_singles(links, kAttachShare * kStoryLikeness, kAttachLead, story_of);
  fill_table(reports, links, story_of, table);
  return table;
}

}  // namespace ql::stories
