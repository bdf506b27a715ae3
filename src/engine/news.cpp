// SPDX-License-Identifier: Apache-2.0
// Everything is read again rather than taken from the JSON: comparing needs words and sentences that a dossier does not
// hold, and reading is fast. A report is known by its place (path and record) and its SHA-256; a new file with the
// bytes of a known report brings no news. Tested by tests/cli.
#include "engine/news.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "present/evidence.h"

namespace ql::engine {
namespace {

using Place = std::pair<std::string, std::uint64_t>;

Place place_of(const ingest::Origin& origin) { return {origin.path, origin.record.value_or(0)}; }

/// Marks the new reports and complains about known ones that are gone or changed.
void sort_out(NewsRun& run, const std::vector<SourceEntry>& sources, const std::string& root) {
  std::map<Place, std::string_view> known;
  std::set<std::string_view> known_bytes;
  for (const SourceEntry& source : sources) {
    known.emplace(Place{path_below(root, source.path), source.record.value_or(0)}, source.sha256);
    known_bytes.insert(source.sha256);
  }
  std::set<Place> found;
  for (const AnalysedReport& report : run.dossier.reports) {
    const Place place = place_of(report.report.origin);
    const auto entry = known.find(place);
    run.is_new.push_back(entry == known.end() && !known_bytes.contains(report.report.sha256));
    if (entry == known.end()) continue;
    found.insert(place);
    if (entry->second != report.report.sha256) {
      run.dossier.diagnostics.push_back({place.first, Severity::Error, "news.source_changed", std::nullopt,
                                         "has other bytes than when the dossier was made"});
    }
  }
  for (const auto& [place, sha256] : known) {
    if (!found.contains(place)) {
      run.dossier.diagnostics.push_back({place.first, Severity::Error, "news.source_missing", std::nullopt,
                                         "is a report of the dossier, but is not there"});
    }
  }
}

/// "path#record:q:begin-end", the same from the JSON and from the products.
std::string item_key(const Place& place, char kind, std::uint64_t begin, std::uint64_t end) {
  std::string key = place.first;
  key.append("#").append(std::to_string(place.second)).append(":").append(1, kind).append(":");
  return key.append(std::to_string(begin)).append("-").append(std::to_string(end));
}

using KnownIds = std::map<std::string, std::string>;

void add_known(KnownIds& ids, const Place& place, char kind, simdjson::dom::element item, simdjson::dom::element span) {
  std::uint64_t begin = 0, end = 0;
  if (span["begin"].get(begin) != simdjson::SUCCESS || span["end"].get(end) != simdjson::SUCCESS) return;
  ids.emplace(item_key(place, kind, begin, end), string_at(item, "id"));
}

/// The ids of the given dossier's statements and figures, by where they stand.
KnownIds known_ids(const DossierFile& known, const std::string& root) {
  std::map<std::string_view, Place> places;
  for (const SourceEntry& source : known.sources()) {
    places.emplace(source.id, Place{path_below(root, source.path), source.record.value_or(0)});
  }
  KnownIds ids;
  for (const simdjson::dom::element item : items_at(known.root(), "statements")) {
    const std::vector<simdjson::dom::element> content = items_at(item, "content");
    const auto place = places.find(string_at(item, "report"));
    if (!content.empty() && place != places.end()) add_known(ids, place->second, 'q', item, content.front());
  }
  for (const simdjson::dom::element item : items_at(known.root(), "figures")) {
    const auto place = places.find(string_at(item, "report"));
    simdjson::dom::element span;
    if (place != places.end() && item["span"].get(span) == simdjson::SUCCESS) {
      add_known(ids, place->second, 'f', item, span);
    }
  }
  return ids;
}

std::string key_of(const present::Dossier& dossier, compare::Item item) {
  const AnalysedReport& report = dossier.reports[item.report.index()];
  const bool is_figure = item.kind == compare::Item::Kind::Figure;
  const TextRange range = is_figure ? report.notes.quantities[report.claims.figures[item.index].quantity.index()].text
                                    : report.claims.statements[item.index].content.front();
  const std::vector<present::Evidence> pieces =
      is_figure ? std::vector<present::Evidence>() : present::evidence_pieces(report.report, range);
  const clean::FieldRange source = pieces.empty() ? clean::source_range(report.report, range) : pieces.front().range;
  return item_key(place_of(report.report.origin), is_figure ? 'f' : 'q', source.source.begin, source.source.end);
}

}  // namespace

NewsRun find_news(const std::vector<std::string>& paths, const DossierFile& known, const std::string& root,
                  const Options& options) {
  std::set<std::string> all(paths.begin(), paths.end());
  for (const SourceEntry& source : known.sources()) all.insert(path_below(root, source.path));
  NewsRun result;
  result.dossier = run({all.begin(), all.end()}, options);
  sort_out(result, known.sources(), root);
  result.is_related = compare::related_reports(result.dossier.stories, result.is_new);
  result.news = compare::news_of(result.dossier.findings, result.dossier.stories, result.is_new);
  const KnownIds ids = known_ids(known, root);
  for (const compare::News& news : result.news) {
    std::string& id = result.known_ids.emplace_back();
    if (!news.relation) continue;
    const compare::Item other = news.relation->from == news.item ? news.relation->to : news.relation->from;
    const auto entry = ids.find(key_of(result.dossier, other));
    if (entry != ids.end()) id = entry->second;
  }
  return result;
}

}  // namespace ql::engine
