// SPDX-License-Identifier: Apache-2.0
// Which story each report is of, as people have labelled it: for the benchmarks of stories.
//
// A file of JSON lines, either with id (of a record, or a file's name), story, and "digest" or "unclear" for what is
// not scored; or the gold answers of an invented story, whose lines of type "story" name files: reports in none of them
// are stories of their own.
#pragma once

#include <simdjson.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "clean/report.h"

namespace ql::bench {

struct StoryGold {
  std::map<std::string, std::string> stories;  ///< By id or file name; the empty one is not scored.
  bool whole = false;                          ///< Reports that it does not name are stories of their own.
};

inline void read_row(simdjson::dom::element row, StoryGold& gold) {
  bool digest = false, unclear = false;
  if (row["digest"].get(digest) != simdjson::SUCCESS) digest = false;
  if (row["unclear"].get(unclear) != simdjson::SUCCESS) unclear = false;
  std::string_view id, story, type;
  if (row["id"].get(id) != simdjson::SUCCESS) return;
  if (row["type"].get(type) == simdjson::SUCCESS) {
    gold.whole = true;
    simdjson::dom::array files;
    if (type != "story" || row["files"].get(files) != simdjson::SUCCESS) return;
    for (const std::string_view file : files) gold.stories[std::string(file)] = id;
  } else if (row["story"].get(story) == simdjson::SUCCESS) {
    gold.stories[std::string(id)] = digest || unclear ? "" : story;
  }
}

/// Ends the program if there is none.
inline StoryGold read_story_gold(const char* path) {
  StoryGold gold;
  std::ifstream file(path);
  simdjson::dom::parser parser;
  for (std::string line; std::getline(file, line);) {
    simdjson::dom::element row;
    if (parser.parse(line).get(row) == simdjson::SUCCESS) read_row(row, gold);
  }
  if (gold.stories.empty()) {
    std::fprintf(stderr, "%s: no labels in it\n", path);
    std::exit(2);
  }
  return gold;
}

/// Empty if the report is not scored.
inline std::string story_of(const clean::Report& report, const StoryGold& gold) {
  const std::string file = std::filesystem::path(report.origin.path).filename().string();
  const std::string name = report.origin.given_id.value_or(file);
  for (const std::string& key : {name, file}) {
    if (const auto found = gold.stories.find(key); found != gold.stories.end()) return found->second;
  }
  return gold.whole ? "alone_" + name : "";
}

}  // namespace ql::bench
