// SPDX-License-Identifier: Apache-2.0
// Reports come and go; the stories of those that are there at the moment.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "annotate/annotations.h"
#include "clean/report.h"
#include "lang/language.h"
#include "stories/grouping.h"
#include "stories/report_reader.h"
#include "stories/report_source.h"
#include "stories/report_store.h"
#include "stories/reuse_memory.h"
#include "stories/story_table.h"

namespace ql::stories {

/// When reports are one story (grouping.h says what closeness is); docs/stories.md tells how the values were found.
struct StoryRules {
  LinkModel links = kLinkModel;
  Grouping::Rule join{Measure::OneStory, 0.36F, 0.7F};
  /// A single report joins a story from this closeness on, when it is so many times as close to it as to any other one.
  float attach_least = 0.18F, attach_lead = 2;
};

/// The stories over a changing set of reports. Adding reads a report once, removing forgets it; table() gives what
/// group() gives for the same reports in the same order, whatever was added and removed before, and however many
/// threads there are. Not thread-safe: it makes its threads itself.
class StoryIndex {
 public:
  explicit StoryIndex(const lang::Language& language, const StoryRules& rules = {}, unsigned threads = 1);

  /// Reads the reports on all threads and gives them keys in their order. Cost: linear in their words; the reports'
  /// features are held twice until all are read, so a large archive comes in batches.
  std::vector<ReportKey> add(std::span<const ReadableReport> reports);
  /// The same for one report.
  ReportKey add(const clean::Report& report, std::span<const annotate::Mention> mentions = {});
  /// Requires a key that is there.
  void remove(ReportKey key);
  [[nodiscard]] bool holds(ReportKey key) const { return store_.holds(key); }

  /// The stories of the reports in `order` (each of them once; the ReportIds of the table count in this order). Pairs
  /// that an earlier call compared word by word are not compared again. Cost: near-linear in the number of reports,
  /// from their features alone; plus the words of the pairs compared.
  StoryTable table(std::span<const ReportKey> order, const ReportSource& source);

  /// Bytes that the index holds for all its reports, comparisons aside.
  [[nodiscard]] std::size_t memory_bytes() const;

 private:
  ReportKey insert(ReadReport&& report);

  StoryRules rules_;
  ReaderPool readers_;
  ReportStore store_;
  std::map<ReportKey, Reuse> relays_;
  ReuseMemory memory_;
};

}  // namespace ql::stories
