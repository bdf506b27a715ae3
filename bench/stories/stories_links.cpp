// SPDX-License-Identifier: Apache-2.0
// What the model of links sees: for fit_links.py. Runs ingest to annotate on each set of reports and prints, separated
// by tabs, the reports ("set", name; "report", story or nothing, 1 if it takes part in joining) and after them their
// links ("link", the places of both reports, likeness, probability, the numbers of LinkEvidence). GOLD: story_gold.h.
//
//     stories_links REPORTS GOLD.jsonl [REPORTS GOLD.jsonl]...
//
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "stories/link_evidence.h"
#include "stories/neighbours.h"
#include "stories/report_reader.h"
#include "story_gold.h"

namespace {

using namespace ql;

void print_link(const stories::Link& link, const std::vector<stories::Dated>& dated) {
  const stories::Dated &a = dated[link.a], &b = dated[link.b];
  stories::OpenTerms open;
  open.fill(b.terms);
  const stories::LinkEvidence evidence = evidence_between(open.common_with(a.terms), stories::TermLengths(b.terms),
                                                          stories::TermLengths(a.terms), distance(a, b));
  std::printf("link\t%u\t%u\t%.5f\t%.5f", link.a, link.b, double{link.likeness},
              double{probability_of_one_story(evidence)});
  for (const float number : evidence.numbers()) std::printf("\t%.5f", double{number});
  std::printf("\n");
}

void print_set(const char* path, const bench::StoryGold& gold, const lang::Language& language) {
  std::printf("set\t%s\n", path);
  const present::Dossier dossier = engine::run({path}, engine::Options());
  const stories::Rarities rarities(language.word_frequency);
  stories::ReportReader reader(language, rarities);
  std::vector<stories::ReadReport> read;
  std::vector<std::pair<std::int64_t, std::uint32_t>> times;
  for (const AnalysedReport& report : dossier.reports) {
    const auto place = static_cast<std::uint32_t>(read.size());
    read.push_back(reader.read({&report.report, report.notes.mentions}));
    times.emplace_back(read.back().time ? read.back().time->minute : INT64_MIN, place);
    std::printf("report\t%s\t%d\n", bench::story_of(report.report, gold).c_str(),
                read.back().form == stories::ReportForm::Plain ? 1 : 0);
  }
  std::sort(times.begin(), times.end());
  std::vector<std::uint32_t> in_time;
  for (const auto& [minute, place] : times) in_time.push_back(place);
  std::vector<stories::Dated> dated;
  for (const stories::ReadReport& report : read) {
    dated.push_back({report.features.terms(), {}, report.outlet});
    if (report.time) dated.back().day = static_cast<std::int32_t>(report.time->day());
  }
  // By a model that finds every pair probable, so that none of those that are alike is missing.
  const stories::LinkModel all{100, {}};
  for (const stories::Link& link : find_links(dated, in_time, 1, all)) print_link(link, dated);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3 || argc % 2 == 0) {
    std::fprintf(stderr, "usage: stories_links REPORTS GOLD.jsonl [REPORTS GOLD.jsonl]...\n");
    return 2;
  }
  const lang::Language language = lang::load_language("de");
  for (int i = 1; i + 1 < argc; i += 2) print_set(argv[i], bench::read_story_gold(argv[i + 1]), language);
  return 0;
}
