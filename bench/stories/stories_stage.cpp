// SPDX-License-Identifier: Apache-2.0
// The stories stage alone: JSONL records in (id, title, text, published, outlet), one line of JSON per report out
// (id, story, copies), time and memory on stderr. Reading and parsing are not measured; title and text become one
// block each, so what the stage gets is the same whatever the stages before it make of a page.
//
//     stories_stage REPORTS.jsonl [LIMIT] > answers.jsonl
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "claims/analysed_report.h"
#include "records.h"
#include "stories/stories.h"

namespace {

using ql::AnalysedReport;
using ql::ReportId;
using ql::bench::cpu_seconds;
using ql::bench::peak_kibibytes;
using ql::bench::read_reports;

void print(const std::vector<AnalysedReport>& reports, const ql::stories::StoryTable& table) {
  std::vector<std::vector<ReportId>> copies(reports.size());
  for (const ql::stories::Reuse& reuse : table.reuses) {
    if (reuse.from.valid() && reuse.type != ql::stories::ReuseType::Repeats) {
      copies[reuse.to.index()].push_back(reuse.from);
    }
  }
  std::vector<std::size_t> story_of(reports.size());
  for (std::size_t s = 0; s < table.stories.size(); ++s) {
    for (const ReportId id : table.stories[s].reports) story_of[id.index()] = s;
  }
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const std::size_t topic = table.stories[story_of[i]].topic.index();
    std::cout << R"({"id":")" << *reports[i].report.origin.given_id << R"(","story":"s)" << story_of[i]
              << R"(","topic":"p)" << topic << R"(","copies":[)";
    for (std::size_t k = 0; k < copies[i].size(); ++k) {
      std::cout << (k == 0 ? "\"" : ",\"") << *reports[copies[i][k].index()].report.origin.given_id << '"';
    }
    std::cout << "]}\n";
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: stories_stage REPORTS.jsonl [LIMIT]\n");
    return 2;
  }
  const std::size_t limit = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : SIZE_MAX;
  std::vector<AnalysedReport> reports;
  for (ql::clean::Report& report : read_reports(argv[1], limit)) reports.emplace_back().report = std::move(report);
  const ql::lang::Language language = ql::lang::load_language("de");
  const long before = peak_kibibytes();
  const double start = cpu_seconds();
  const ql::stories::StoryTable table = ql::stories::group(reports, language);
  const double seconds = cpu_seconds() - start;
  const double count = static_cast<double>(reports.size());
  std::fprintf(
      stderr,
      "%zu reports, %zu stories, %.3f s of one core, %.0f reports/s, stage memory +%ld KiB (%.0f bytes a report)\n",
      reports.size(), table.stories.size(), seconds, count / seconds, peak_kibibytes() - before,
      static_cast<double>(peak_kibibytes() - before) * 1024 / count);
  print(reports, table);
  return 0;
}
