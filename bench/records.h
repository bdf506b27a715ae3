// SPDX-License-Identifier: Apache-2.0
// What the measuring programs below this folder share: JSONL records as reports, and time and memory of the process.
#pragma once

#include <simdjson.h>
#include <sys/resource.h>

#include <cstddef>
#include <cstdint>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include "clean/report.h"
#include "engine/stage_clock.h"

namespace ql::bench {

/// Appends a block of its own, as clean does: the text and a line feed.
inline void add_block(clean::Report& report, std::string_view text, clean::BlockKind kind) {
  clean::Block block;
  block.kind = kind;
  block.text.begin = static_cast<std::uint32_t>(report.text.size());
  report.text += text;
  block.text.end = static_cast<std::uint32_t>(report.text.size());
  report.text += '\n';
  report.blocks.push_back(block);
}

inline std::string text_of(simdjson::dom::element record, const char* key) {
  std::string_view value;
  return record[key].get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
}

/// A report with one block for the title and one for the text.
inline clean::Report make_report(const std::string& title, const std::string& text) {
  clean::Report report;
  report.text.reserve(title.size() + text.size() + 2);
  if (!title.empty()) {
    add_block(report, title, clean::BlockKind::Title);
    report.title = BlockId(0);
  }
  add_block(report, text, clean::BlockKind::Paragraph);
  return report;
}

inline clean::Report read_record(simdjson::dom::element record) {
  clean::Report report = make_report(text_of(record, "title"), text_of(record, "text"));
  report.origin.given_id = text_of(record, "id");
  if (const std::string outlet = text_of(record, "outlet"); !outlet.empty()) report.outlet = outlet;
  if (const std::string published = text_of(record, "published"); !published.empty()) {
    report.published = TimeValue{published, published, published, Basis::Metadata, ""};
  }
  return report;
}

/// The first `limit` records of the file; what is no JSON is left out.
inline std::vector<clean::Report> read_reports(const char* path, std::size_t limit = SIZE_MAX) {
  std::vector<clean::Report> reports;
  simdjson::dom::parser parser;
  std::ifstream file(path);
  for (std::string line; reports.size() < limit && std::getline(file, line);) {
    simdjson::dom::element record;
    if (parser.parse(line).get(record) == simdjson::SUCCESS) reports.push_back(read_record(record));
  }
  return reports;
}

/// CPU time of this thread in user mode.
inline double user_seconds() {
  rusage usage{};
  getrusage(RUSAGE_THREAD, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec) + static_cast<double>(usage.ru_utime.tv_usec) * 1e-6;
}

using engine::seconds_of;

/// CPU time of all threads.
inline double cpu_seconds() { return seconds_of(engine::kAllThreads); }

inline long peak_kibibytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

}  // namespace ql::bench
