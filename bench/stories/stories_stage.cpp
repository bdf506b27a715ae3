// SPDX-License-Identifier: Apache-2.0
// The stories stage alone: JSONL records in (id, title, text, published, outlet), one line of JSON per report out
// (id, story, copies), time and memory on stderr. Reading and parsing are not measured; title and text become one
// block each, so what the stage gets is the same whatever the stages before it make of a page.
//
//     stories_stage REPORTS.jsonl [LIMIT] > answers.jsonl
#include <simdjson.h>
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "stories/stories.h"

namespace {

using ql::AnalysedReport;
using ql::ReportId;

/// Appends a block of its own, as clean does: the text and a line feed.
void add_block(ql::clean::Report& report, std::string_view text, ql::clean::BlockKind kind) {
  ql::clean::Block block;
  block.kind = kind;
  block.text.begin = static_cast<std::uint32_t>(report.text.size());
  report.text += text;
  block.text.end = static_cast<std::uint32_t>(report.text.size());
  report.text += '\n';
  report.blocks.push_back(block);
}

std::string text_of(simdjson::dom::element record, const char* key) {
  std::string_view value;
  return record[key].get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
}

AnalysedReport read_record(simdjson::dom::element record) {
  AnalysedReport analysed;
  ql::clean::Report& report = analysed.report;
  report.origin.given_id = text_of(record, "id");
  const std::string title = text_of(record, "title"), text = text_of(record, "text");
  report.text.reserve(title.size() + text.size() + 2);
  if (!title.empty()) {
    add_block(report, title, ql::clean::BlockKind::Title);
    report.title = ql::BlockId(0);
  }
  add_block(report, text, ql::clean::BlockKind::Paragraph);
  if (const std::string outlet = text_of(record, "outlet"); !outlet.empty()) report.outlet = outlet;
  if (const std::string published = text_of(record, "published"); !published.empty()) {
    report.published = ql::TimeValue{published, published, published, ql::Basis::Metadata, ""};
  }
  return analysed;
}

std::vector<AnalysedReport> read_reports(const char* path, std::size_t limit) {
  std::vector<AnalysedReport> reports;
  simdjson::dom::parser parser;
  std::ifstream file(path);
  for (std::string line; reports.size() < limit && std::getline(file, line);) {
    simdjson::dom::element record;
    if (parser.parse(line).get(record) == simdjson::SUCCESS) reports.push_back(read_record(record));
  }
  return reports;
}

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

long peak_kibibytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

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
  const std::vector<AnalysedReport> reports =
      read_reports(argv[1], argc > 2 ? std::strtoull(argv[2], nullptr, 10) : SIZE_MAX);
  const ql::lang::Language language = ql::lang::load_language("de");
  const long before = peak_kibibytes();
  const double start = cpu_seconds();
  const ql::stories::StoryTable table = ql::stories::group(reports, {}, language);
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
