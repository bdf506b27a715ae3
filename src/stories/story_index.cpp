// SPDX-License-Identifier: Apache-2.0
// Reports -> features, one by one; features -> StoryTable, in four steps: shared text (fingerprints, exact comparison),
// links (weighted terms, inverted index, in the order of time), groups (by probability for stories, by likeness over
// the stories for topics), and origins within each story. Everything but the exact comparison works on features, which
// depend on nothing but their report; so the result is a function of the set of reports. Tested by stories_test.cpp and
// story_index_test.cpp.
#include "stories/story_index.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>
#include <thread>

#include "base/parallel.h"
#include "stories/fingerprint_index.h"
#include "stories/neighbours.h"
#include "stories/origins.h"
#include "stories/relay_sources.h"
#include "stories/release.h"
#include "stories/reuse.h"

namespace ql::stories {
namespace {

/// When two stories are one topic.
constexpr Grouping::Rule kTopicRule{Measure::Likeness, 0.13F, 0};
/// A ticker or digest joins the story that dominates it: so alike, and so many times as much as to any other one that
/// is not like that story itself.
constexpr Grouping::Domination kDomination{0.2F, 2.5F, 0.12F};
/// The same for the topic of one that no story dominates.
constexpr Grouping::Domination kTopicDomination{0.1F, 2.5F, 0.12F};
/// From here on a report is compared word by word with its closest one even if they share no fingerprint: likeness, and
/// terms in common.
constexpr float kCompareLikeness = 0.3F, kCompareTerms = 0.34F;

using Reports = std::span<const IndexedReport* const>;

/// Positions by time of publication, the undated first; equal times in the order of the run.
std::vector<std::uint32_t> time_order(Reports reports) {
  constexpr std::int64_t kUndated = std::numeric_limits<std::int64_t>::min();
  const auto minute = [&](std::uint32_t i) { return reports[i]->dated ? reports[i]->time()->minute : kUndated; };
  std::vector<std::uint32_t> order(reports.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](auto x, auto y) { return minute(x) < minute(y); });
  return order;
}

/// The reports as searches see them.
std::vector<Dated> dated_of(const ReportStore& store, Reports reports) {
  std::vector<Dated> dated;
  dated.reserve(reports.size());
  for (const IndexedReport* report : reports) {
    dated.push_back({store.terms(*report), report->dated ? std::optional(report->day) : std::nullopt, report->outlet});
  }
  return dated;
}

/// Terms that two reports share, as a share of those of the report with fewer.
float shared_terms(std::span<const Term> x, std::span<const Term> y) {
  std::size_t shared = 0;
  for (std::size_t i = 0, j = 0; i < x.size() && j < y.size();) {
    if (x[i].key() == y[j].key()) ++shared;
    x[i].key() < y[j].key() ? ++i : ++j;
  }
  return static_cast<float>(shared) / static_cast<float>(std::max<std::size_t>(1, std::min(x.size(), y.size())));
}

/// Candidates for shared text, and also the closest neighbours of each report if most of what they dwell on is the
/// same: a copy of which every third word was changed keeps hardly any fingerprint.
std::vector<CandidatePair> with_close_links(std::vector<CandidatePair> candidates, std::span<const Link> links,
                                            std::span<const Dated> reports) {
  std::vector<float> closest(reports.size(), kCompareLikeness);
  for (const Link& link : links) {
    closest[link.a] = std::max(closest[link.a], link.likeness);
    closest[link.b] = std::max(closest[link.b], link.likeness);
  }
  for (const Link& link : links) {
    const float least = std::min(closest[link.a], closest[link.b]);
    if (link.likeness < least) continue;
    if (shared_terms(reports[link.a].terms, reports[link.b].terms) < kCompareTerms) continue;
    candidates.push_back({link.a, link.b, 0, 0});
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const CandidatePair& x, const CandidatePair& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
  const auto same = [](const CandidatePair& x, const CandidatePair& y) { return x.a == y.a && x.b == y.b; };
  candidates.erase(std::unique(candidates.begin(), candidates.end(), same), candidates.end());
  return candidates;
}

/// The report that a story is named after: with a title, of the text that most reports carry, and closest to the
/// others; the first of equals.
ReportId title_report(Reports reports, const Story& story, std::span<const float> centrality) {
  std::size_t most = 0;
  for (const auto& origin : story.origins) most = std::max(most, origin.size());
  ReportId best;
  for (const auto& origin : story.origins) {
    if (origin.size() < most) continue;
    for (const ReportId report : origin) {
      if (!reports[report.index()]->has_title) continue;
      if (!best.valid() || centrality[report.index()] > centrality[best.index()]) best = report;
    }
  }
  if (best.valid()) return best;
  const auto titled = std::find_if(story.reports.begin(), story.reports.end(),
                                   [&](ReportId report) { return reports[report.index()]->has_title; });
  return titled != story.reports.end() ? *titled : story.reports.front();
}

/// The group of each report on both levels, and how close each report is to its story.
struct Groups {
  std::vector<std::uint32_t> story_of, topic_of;
  std::vector<float> centrality;
};

Groups groups_of(Reports reports, std::vector<Link>&& links, const StoryRules& rules) {
  std::vector<bool> loners;
  for (const IndexedReport* report : reports) loners.push_back(report->report_form() != ReportForm::Plain);
  Grouping grouping(reports.size(), links, loners);
  grouping.join(rules.join);
  grouping.attach_loners(kDomination);
  grouping.join(rules.join);
  grouping.attach_singles(rules.attach_least, rules.attach_lead);
  Groups groups;
  groups.story_of = grouping.groups();
  groups.centrality = centralities(groups.story_of, links);
  release(links);  // there are many, and the groups have notes of their own
  grouping.join(kTopicRule);
  grouping.attach_loners(kTopicDomination);
  groups.topic_of = grouping.groups();
  return groups;
}

/// Stories from the group of each report, ordered by their first report; topics over them.
void fill_table(Reports reports, const Groups& groups, StoryTable& table) {
  std::vector<StoryId> number(reports.size());
  std::vector<TopicId> topic_number(reports.size());
  for (std::uint32_t report = 0; report < reports.size(); ++report) {
    const std::uint32_t first = groups.story_of[report];
    if (first == report) {
      number[report] = StoryId(table.stories.size());
      TopicId& topic = topic_number[groups.topic_of[report]];
      if (!topic.valid()) {
        topic = TopicId(table.topics.size());
        table.topics.emplace_back();
      }
      table.topics[topic.index()].stories.push_back(number[report]);
      table.stories.emplace_back().topic = topic;
    }
    table.stories[number[first].index()].reports.emplace_back(report);
  }
}

/// Origins and titles of the stories.
void describe_stories(const ReportStore& store, Reports reports, const Groups& groups, StoryTable& table) {
  const OriginFinder origins(store, reports, table.reuses);
  for (Story& story : table.stories) {
    story.origins = origins.origins_of(story.reports);
    story.title_from = title_report(reports, story, groups.centrality);
  }
}

}  // namespace

StoryIndex::StoryIndex(const lang::Language& language, const StoryRules& rules, unsigned threads)
    : rules_(rules), readers_(language, threads) {}

std::vector<ReportKey> StoryIndex::add(std::span<const ReadableReport> reports) {
  constexpr std::size_t kReportsAtOnce = 8;
  std::vector<ReadReport> read(reports.size());
  const Pieces pieces(reports.size(), kReportsAtOnce);
  readers_.for_each(
      pieces.size(), [](ReportReader& reader) { return &reader; },
      [&](std::size_t piece, ReportReader* reader) {
        for (std::size_t i = pieces[piece].begin; i < pieces[piece].end; ++i) read[i] = reader->read(reports[i]);
      });
  std::vector<ReportKey> keys;
  keys.reserve(reports.size());
  for (ReadReport& report : read) keys.push_back(insert(std::move(report)));
  return keys;
}

ReportKey StoryIndex::add(const clean::Report& report, std::span<const annotate::Mention> mentions) {
  const ReadableReport readable{&report, mentions};
  return add({&readable, 1}).front();
}

ReportKey StoryIndex::insert(ReadReport&& report) {
  const ReportKey key = store_.insert(report);
  if (report.relay) relays_.emplace_hint(relays_.end(), key, std::move(*report.relay));
  return key;
}

void StoryIndex::remove(ReportKey key) {
  store_.remove(key);
  relays_.erase(key);
}

StoryTable StoryIndex::table(std::span<const ReportKey> order, const ReportSource& source) {
  StoryTable table;
  if (order.empty()) return table;
  std::vector<const IndexedReport*> reports;
  reports.reserve(order.size());
  FingerprintIndex fingerprints;
  for (const ReportKey key : order) {
    const IndexedReport& report = store_[key];
    const std::int32_t day = report.dated ? report.day : FingerprintIndex::kUndated;
    fingerprints.add(static_cast<std::uint32_t>(reports.size()), report.outlet, day, store_.fingerprints(report));
    reports.push_back(&report);
    table.forms.push_back(report.report_form());
  }
  std::vector<CandidatePair> candidates = fingerprints.find_candidates(readers_.threads());
  const std::vector<Dated> dated = dated_of(store_, reports);
  std::vector<Link> links = find_links(dated, time_order(reports), readers_.threads(), rules_.links);
  candidates = with_close_links(std::move(candidates), links, dated);
  Groups groups;
  {
    // Groups grow one join after the other, so that they take one thread while the others compare texts.
    const auto grow = [&] { groups = groups_of(reports, std::move(links), rules_); };
    std::optional<std::jthread> helper;
    if (readers_.threads() > 1) helper.emplace(grow);
    if (readers_.threads() == 1) grow();
    table.reuses = find_reuse(order, source, candidates, fingerprints, readers_, memory_);
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    const auto relay = relays_.find(order[i]);
    if (relay == relays_.end()) continue;
    table.reuses.push_back(relay->second);
    table.reuses.back().to = ReportId(i);
  }
  fill_table(reports, groups, table);
  find_relay_sources(reports, order, source, table);
  describe_stories(store_, reports, groups, table);
  return table;
}

std::size_t StoryIndex::memory_bytes() const {
  constexpr std::size_t kNodeBytes = 48;  // of the map, about
  std::size_t bytes = store_.memory_bytes();
  for (const auto& [key, relay] : relays_) bytes += kNodeBytes + sizeof(Reuse) + relay.outlet.capacity();
  return bytes;
}

}  // namespace ql::stories
