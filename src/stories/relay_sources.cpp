// SPDX-License-Identifier: Apache-2.0
// Retellings -> the report that they retell, if the run has it. An outlet is called by the first words of its name,
// article and inflection aside ("der Norddeutschen Chronik": "Norddeutsche Chronik am Sonntag"). A paper that has
// several reports in the story leaves it open which of them is meant. Tested by stories_test.cpp.
#include "stories/relay_sources.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "lang/word_key.h"

namespace ql::stories {
namespace {

/// Folded words without articles at the front, each without its inflectional ending.
std::vector<std::string> name_words(std::string_view name) {
  constexpr std::array<std::string_view, 5> kArticles{"der", "die", "das", "dem", "den"};
  std::vector<std::string> words;
  std::string word;
  const auto finish = [&] {
    if (!word.empty() && !(words.empty() && std::count(kArticles.begin(), kArticles.end(), word) > 0)) {
      word.erase(word.size() - lang::ending_length(word));
      words.push_back(word);
    }
    word.clear();
  };
  const std::string lower = to_lower_utf8(name);
  for (std::size_t at = 0; at < lower.size();) {
    const CodePoint point = decode_utf8(lower, at);
    at += point.size_bytes;
    if (is_letter(point.value) || is_digit(point.value)) {
      lang::append_folded(word, point.value);
    } else {
      finish();
    }
  }
  finish();
  return words;
}

bool begins_with(const std::vector<std::string>& words, const std::vector<std::string>& first) {
  return !first.empty() && first.size() <= words.size() && std::equal(first.begin(), first.end(), words.begin());
}

}  // namespace

void find_relay_sources(std::span<const IndexedReport* const> reports, std::span<const ReportKey> order,
                        const ReportSource& source, StoryTable& table) {
  std::vector<StoryId> story_of;
  std::map<std::uint32_t, std::vector<std::string>> outlets;  // words of the names
  for (Reuse& relay : table.reuses) {
    if (relay.type != ReuseType::Repeats || relay.from.valid()) continue;
    if (story_of.empty()) story_of = story_of_reports(reports.size(), table);
    const std::vector<std::string> name = name_words(relay.outlet);
    const auto time = reports[relay.to.index()]->time();
    ReportId found;
    bool several = false;
    for (const ReportId report : table.stories[story_of[relay.to.index()].index()].reports) {
      if (report == relay.to || published_before(time, reports[report.index()]->time())) continue;
      const auto [outlet, added] = outlets.try_emplace(reports[report.index()]->outlet);
      if (added) {
        const auto named = source(order[report.index()]);
        if (named->outlet) outlet->second = name_words(*named->outlet);
      }
      if (!begins_with(outlet->second, name)) continue;
      several |= found.valid();
      found = report;
    }
    if (!several) relay.from = found;
  }
}

}  // namespace ql::stories
