// SPDX-License-Identifier: Apache-2.0
// Reports of a topic -> what pairs of them share: words between quotation marks, rare names, sets of figures.
//
// Reporters of one press conference share quotations without having read one another, so a trace is evidence and no
// verdict. What every report on an event must give is no trace at all: the names of its opening, names and places that
// a third of the origins have, round or small numbers. A single name links nothing: two rare names do, or a quotation
// or set of figures, beside which names are listed. Each search goes through an index from the thing to the
// reports, topic by topic. Tested by traces_test.cpp.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "stories/publication.h"
#include "stories/stories.h"
#include "stories/trace_material.h"

namespace ql::stories {
namespace {

/// A shared part of longer quotations counts from here on, or from kLeastPart if it is half of the shorter one.
constexpr std::uint32_t kLeastRun = 8, kLeastPart = 6;
/// A name of more origins than this share of the topic (and more than two) belongs to the event.
constexpr std::size_t kShareOfOrigins = 3;
constexpr std::size_t kLeastNames = 2;
/// A set of figures: so many, and two thirds of the telling ones of the report that has fewer.
constexpr std::size_t kLeastFigures = 3;
/// A thing of more origins than this links each with the first and the one before.
constexpr std::size_t kMostInFull = 6;

using Pair = std::pair<std::uint32_t, std::uint32_t>;  // positions in the topic's reports

bool same_run(const std::vector<QuotedWord>& a, std::size_t at_a, const std::vector<QuotedWord>& b, std::size_t at_b,
              std::size_t offset) {
  if (at_a + offset >= a.size() || at_b + offset >= b.size()) return false;
  if (offset > 0 && (a[at_a + offset].first || b[at_b + offset].first)) return false;
  return a[at_a + offset].key == b[at_b + offset].key;
}

/// Words of the quotation that the word at `at` belongs to.
std::size_t quotation_size(const std::vector<QuotedWord>& words, std::size_t at) {
  std::size_t begin = at, end = at + 1;
  while (!words[begin].first) --begin;
  while (end < words.size() && !words[end].first) ++end;
  return end - begin;
}

/// Hash of the quoted words from `at` on; nothing if the quotation ends before.
std::optional<std::uint64_t> seed(const std::vector<QuotedWord>& words, std::size_t at) {
  if (at + kLeastQuotedWords > words.size()) return std::nullopt;
  std::uint64_t hash = 0;
  for (std::size_t i = at; i < at + kLeastQuotedWords; ++i) {
    if (i > at && words[i].first) return std::nullopt;
    hash = (hash ^ words[i].key) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 32U;
  }
  return hash;
}

/// The quotations that two reports share, in the order of the first.
std::vector<std::pair<TextRange, TextRange>> shared_quotations(const std::vector<QuotedWord>& a,
                                                               const std::vector<QuotedWord>& b) {
  std::multimap<std::uint64_t, std::size_t> seeds;
  for (std::size_t i = 0; i < b.size(); ++i) {
    if (const auto hash = seed(b, i)) seeds.emplace(*hash, i);
  }
  std::vector<std::pair<TextRange, TextRange>> shared;
  for (std::size_t at = 0; at < a.size();) {
    const auto hash = seed(a, at);
    std::size_t longest = 0, other = 0;
    if (hash) {
      const auto [begin, end] = seeds.equal_range(*hash);
      for (auto it = begin; it != end; ++it) {
        std::size_t length = 0;
        while (same_run(a, at, b, it->second, length)) ++length;
        if (length > longest) std::tie(longest, other) = std::pair(length, it->second);
      }
    }
    const std::size_t shorter = longest == 0 ? 0 : std::min(quotation_size(a, at), quotation_size(b, other));
    const bool part = longest >= kLeastPart && 2 * longest >= shorter;
    if (longest >= kLeastRun || part || (longest >= kLeastQuotedWords && longest == shorter)) {
      shared.emplace_back(TextRange{a[at].text.begin, a[at + longest - 1].text.end},
                          TextRange{b[other].text.begin, b[other + longest - 1].text.end});
    }
    at += std::max<std::size_t>(longest, 1);
  }
  return shared;
}

/// The traces of one topic.
class TopicTraces {
 public:
  TopicTraces(std::vector<TraceMaterial> material, const annotate::ActorTable& actors,
              const lang::WordFrequency& frequency)
      : material_(std::move(material)), actors_(actors), frequency_(frequency) {
    std::vector<std::uint32_t> origins;
    for (const TraceMaterial& report : material_) origins.push_back(report.origin);
    std::sort(origins.begin(), origins.end());
    origins_ = static_cast<std::size_t>(std::unique(origins.begin(), origins.end()) - origins.begin());
  }

  /// By pair of positions, the smaller first.
  std::map<Pair, std::vector<TraceItem>> find() {
    if (origins_ < 2) return {};
    find_quotations();
    std::map<Pair, std::vector<TraceItem>> names = shared_names();
    find_figures();
    for (auto& [pair, items] : names) {
      const auto found = found_.find(pair);
      if (found == found_.end() && items.size() < kLeastNames) continue;
      std::vector<TraceItem>& all = found_[pair];
      all.insert(all.end(), items.begin(), items.end());
    }
    for (auto& [pair, items] : found_) {
      std::stable_sort(items.begin(), items.end(),
                       [](const TraceItem& x, const TraceItem& y) { return x.kind < y.kind; });
    }
    return std::move(found_);
  }

 private:
  /// Positions that have one thing, ascending -> pairs of them: one report of each origin.
  [[nodiscard]] std::vector<Pair> pairs_of(const std::vector<std::uint32_t>& holders) const {
    std::vector<std::uint32_t> firsts;
    for (const std::uint32_t holder : holders) {
      const bool known = std::any_of(firsts.begin(), firsts.end(), [&](std::uint32_t first) {
        return material_[first].origin == material_[holder].origin;
      });
      if (!known) firsts.push_back(holder);
    }
    std::vector<Pair> pairs;
    for (std::size_t j = 1; j < firsts.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        if (firsts.size() > kMostInFull && i != 0 && i + 1 != j) continue;
        pairs.emplace_back(firsts[i], firsts[j]);
      }
    }
    return pairs;
  }

  void find_quotations() {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> seeds;
    for (std::uint32_t i = 0; i < material_.size(); ++i) {
      for (std::size_t at = 0; at < material_[i].quoted.size(); ++at) {
        if (const auto hash = seed(material_[i].quoted, at)) seeds.emplace_back(*hash, i);
      }
    }
    std::sort(seeds.begin(), seeds.end());
    seeds.erase(std::unique(seeds.begin(), seeds.end()), seeds.end());
    std::vector<Pair> pairs;
    std::vector<std::uint32_t> holders;
    for (std::size_t begin = 0, end = 0; begin < seeds.size(); begin = end) {
      holders.clear();
      for (; end < seeds.size() && seeds[end].first == seeds[begin].first; ++end) holders.push_back(seeds[end].second);
      const std::vector<Pair> some = pairs_of(holders);
      pairs.insert(pairs.end(), some.begin(), some.end());
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    for (const auto& [a, b] : pairs) {
      for (const auto& places : shared_quotations(material_[a].quoted, material_[b].quoted)) {
        found_[{a, b}].push_back({TraceKind::Quotation, {places}});
      }
    }
  }

  std::map<Pair, std::vector<TraceItem>> shared_names() const {
    std::map<ActorId, std::vector<std::uint32_t>> holders;
    for (std::uint32_t i = 0; i < material_.size(); ++i) {
      for (const auto& [actor, place] : material_[i].names) holders[actor].push_back(i);
    }
    std::map<Pair, std::vector<TraceItem>> shared;
    for (const auto& [actor, reports] : holders) {
      std::vector<std::uint32_t> origins;
      for (const std::uint32_t i : reports) origins.push_back(material_[i].origin);
      std::sort(origins.begin(), origins.end());
      origins.erase(std::unique(origins.begin(), origins.end()), origins.end());
      if (origins.size() < 2 || !is_rare_name(frequency_, actors_.actors[actor.index()].name)) continue;
      if (origins.size() > std::max<std::size_t>(2, origins_ / kShareOfOrigins)) continue;
      std::vector<std::uint32_t> incidental;
      for (const std::uint32_t i : reports) {
        const NamePlace& place = material_[i].names.at(actor);
        if (!place.in_opening && place.text.end != 0) incidental.push_back(i);
      }
      for (const auto& [a, b] : pairs_of(incidental)) {
        shared[{a, b}].push_back(
            {TraceKind::Name, {{material_[a].names.at(actor).text, material_[b].names.at(actor).text}}});
      }
    }
    return shared;
  }

  void find_figures() {
    std::map<std::string, std::vector<std::uint32_t>> holders;
    for (std::uint32_t i = 0; i < material_.size(); ++i) {
      for (const auto& [figure, place] : material_[i].figures) holders[figure].push_back(i);
    }
    std::map<Pair, TraceItem> sets;
    for (const auto& [figure, reports] : holders) {
      for (const auto& [a, b] : pairs_of(reports)) {
        TraceItem& set = sets[{a, b}];
        set.kind = TraceKind::Figures;
        set.places.emplace_back(material_[a].figures.at(figure), material_[b].figures.at(figure));
      }
    }
    for (auto& [pair, set] : sets) {
      const std::size_t fewer = std::min(material_[pair.first].figures.size(), material_[pair.second].figures.size());
      if (set.places.size() < kLeastFigures || 3 * set.places.size() < 2 * fewer) continue;
      std::sort(set.places.begin(), set.places.end());
      found_[pair].push_back(std::move(set));
    }
  }

  std::vector<TraceMaterial> material_;
  const annotate::ActorTable& actors_;
  const lang::WordFrequency& frequency_;
  std::size_t origins_ = 0;
  std::map<Pair, std::vector<TraceItem>> found_;
};

/// Reports of each topic with the number of their origin. A retelling counts as one of its own: what it has of the
/// retold report is worth showing.
std::vector<std::vector<std::pair<ReportId, std::uint32_t>>> reports_by_topic(const StoryTable& table) {
  std::vector<std::vector<std::pair<ReportId, std::uint32_t>>> topics(table.topics.size());
  std::uint32_t next = 0;
  for (const Story& story : table.stories) {
    for (const std::vector<ReportId>& origin : story.origins) {
      for (const ReportId report : origin) topics[story.topic.index()].emplace_back(report, next);
      ++next;
    }
  }
  std::vector<bool> retells;
  for (const Reuse& reuse : table.reuses) {
    if (reuse.type != ReuseType::Repeats) continue;
    if (reuse.to.index() >= retells.size()) retells.resize(reuse.to.index() + 1);
    retells[reuse.to.index()] = true;
  }
  for (auto& topic : topics) {
    std::sort(topic.begin(), topic.end());
    for (auto& [report, origin] : topic) {
      if (report.index() < retells.size() && retells[report.index()]) origin = next++;
    }
  }
  return topics;
}

Trace make_trace(std::span<const AnalysedReport> reports, ReportId a, ReportId b, std::vector<TraceItem> items) {
  Trace trace{a, b, false, std::move(items)};
  const auto time_a = publication_of(reports[a.index()].report), time_b = publication_of(reports[b.index()].report);
  const bool swapped = published_before(time_b, time_a);
  trace.direction_known = swapped || published_before(time_a, time_b);
  if (!swapped) return trace;
  std::swap(trace.from, trace.to);
  for (TraceItem& item : trace.items) {
    for (auto& [from, to] : item.places) std::swap(from, to);
    std::sort(item.places.begin(), item.places.end());
  }
  return trace;
}

}  // namespace

std::vector<Trace> find_traces(std::span<const AnalysedReport> reports, const annotate::ActorTable& actors,
                               const StoryTable& table, const lang::Language& language) {
  static const std::vector<ActorId> kNoActors;
  std::set<std::pair<ReportId, ReportId>> copies;
  for (const Reuse& reuse : table.reuses) {
    if (reuse.type == ReuseType::Copy) copies.insert(std::minmax(reuse.from, reuse.to));
  }
  std::vector<Trace> traces;
  for (const auto& topic : reports_by_topic(table)) {
    if (topic.size() < 2) continue;
    std::vector<TraceMaterial> material;
    for (const auto& [id, origin] : topic) {
      const AnalysedReport& report = reports[id.index()];
      material.push_back(
          read_trace_material(report, id.index() < actors.of_entity.size() ? actors.of_entity[id.index()] : kNoActors));
      material.back().origin = origin;
    }
    for (auto& [pair, items] : TopicTraces(std::move(material), actors, language.word_frequency).find()) {
      if (copies.contains(std::minmax(topic[pair.first].first, topic[pair.second].first))) continue;
      traces.push_back(make_trace(reports, topic[pair.first].first, topic[pair.second].first, std::move(items)));
    }
  }
  std::sort(traces.begin(), traces.end(),
            [](const Trace& x, const Trace& y) { return x.to != y.to ? x.to < y.to : x.from < y.from; });
  return traces;
}

}  // namespace ql::stories
