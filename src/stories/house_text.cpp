// SPDX-License-Identifier: Apache-2.0
// Sentences of one outlet are counted by the hash of their bytes: in how many reports, of how many topics. The idea is
// that of Media Cloud, which drops sentences that a source repeats within a week; topics in place of the week keep
// what an outlet says again and again because the affair goes on. Tested by house_text_test.cpp.
#include "stories/house_text.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <tuple>

#include "base/hash.h"
#include "base/span.h"

namespace ql::stories {
namespace {

constexpr std::size_t kLeastReports = 5, kLeastTopics = 4;

/// A sentence with claims, by what is compared. Ordered so that equal sentences of one outlet stand together.
struct Place {
  std::uint64_t outlet = 0, sentence_hash = 0;
  TopicId topic;
  ReportId report;
  SentenceId sentence;

  friend auto operator<=>(const Place&, const Place&) = default;
};

std::vector<SentenceId> sentences_with_claims(const claims::ReportClaims& claims) {
  std::vector<SentenceId> sentences;
  for (const claims::Statement& statement : claims.statements) sentences.push_back(statement.sentence);
  for (const claims::Figure& figure : claims.figures) sentences.push_back(figure.sentence);
  std::sort(sentences.begin(), sentences.end());
  sentences.erase(std::unique(sentences.begin(), sentences.end()), sentences.end());
  while (!sentences.empty() && !sentences.back().valid()) sentences.pop_back();
  return sentences;
}

std::vector<Place> places_of(std::span<const AnalysedReport> reports, const StoryTable& table) {
  const std::vector<StoryId> story_of = story_of_reports(reports.size(), table);
  std::vector<Place> places;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const AnalysedReport& analysed = reports[i];
    if (!analysed.report.outlet) continue;
    const std::uint64_t outlet = hash64(*analysed.report.outlet);
    const TopicId topic = table.stories[story_of[i].index()].topic;
    for (const SentenceId sentence : sentences_with_claims(analysed.claims)) {
      const TextRange text = analysed.notes.sentences[sentence.index()].text;
      places.push_back({outlet, hash64(slice(analysed.report.text, text)), topic, ReportId(i), sentence});
    }
  }
  std::sort(places.begin(), places.end());
  return places;
}

/// True if the places of one sentence, ordered by topic and report, are those of house text.
bool is_house_text(std::span<const Place> places) {
  std::size_t reports = 0, topics = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    reports += i == 0 || places[i].report != places[i - 1].report ? 1U : 0U;
    topics += i == 0 || places[i].topic != places[i - 1].topic ? 1U : 0U;
  }
  return reports >= kLeastReports && topics >= kLeastTopics;
}

}  // namespace

std::vector<std::vector<SentenceId>> find_house_text(std::span<const AnalysedReport> reports, const StoryTable& table) {
  std::vector<std::vector<SentenceId>> house_text(reports.size());
  const std::vector<Place> places = places_of(reports, table);
  for (std::size_t begin = 0, end = 0; begin < places.size(); begin = end) {
    const auto same = [&](const Place& x) {
      return std::tie(x.outlet, x.sentence_hash) == std::tie(places[begin].outlet, places[begin].sentence_hash);
    };
    while (end < places.size() && same(places[end])) ++end;
    const std::span<const Place> equal(places.data() + begin, end - begin);
    if (!is_house_text(equal)) continue;
    for (const Place& place : equal) house_text[place.report.index()].push_back(place.sentence);
  }
  for (std::vector<SentenceId>& sentences : house_text) std::sort(sentences.begin(), sentences.end());
  return house_text;
}

}  // namespace ql::stories
