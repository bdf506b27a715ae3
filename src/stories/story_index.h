// SPDX-License-Identifier: Apache-2.0
// Reports come and go; the stories of those that are there at the moment.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "annotate/annotations.h"
#include "clean/report.h"
#include "lang/language.h"
#include "stories/features.h"
#include "stories/grouping.h"
#include "stories/publication.h"
#include "stories/relays.h"
#include "stories/report_form.h"
#include "stories/report_source.h"
#include "stories/reuse.h"
#include "stories/story_table.h"

namespace ql::stories {

/// What the index keeps of a report. 40 bytes and the features.
struct IndexedReport {
  using Agencies = std::array<std::uint32_t, 4>;

  Features features;
  std::unique_ptr<const Agencies> agencies;  ///< Credited, in numbers as of outlets; 0 = no more. None: nullptr.
  std::uint32_t outlet = 0;                  ///< Tells outlets apart; 0 = unknown.
  std::int32_t day = 0;                      ///< Of publication, if `dated`.
  std::int16_t minute = kNoMinute;           ///< Of the day.
  ReportForm form = ReportForm::Plain;
  bool dated : 1 = false;
  bool has_title : 1 = false;
  bool there : 1 = false;  ///< False once removed.

  static constexpr std::int16_t kNoMinute = -1;
  [[nodiscard]] std::optional<PublicationTime> time() const;
};
static_assert(sizeof(IndexedReport) == 40);

/// When reports are one story (grouping.h says what likeness is); docs/stories.md tells how the values were found.
struct StoryRules {
  Grouping::Rule join{0.35F, 0.95F};
  /// A single report joins a story from this mean likeness on when it is so many times as like it as any other story.
  float attach_least = 0.17F, attach_lead = 1.76F;
};

/// The stories over a changing set of reports. Adding reads a report once, removing forgets it; table() gives what
/// group() gives for the same reports in the same order, whatever was added and removed before. Not thread-safe.
class StoryIndex {
 public:
  explicit StoryIndex(const lang::Language& language, const StoryRules& rules = {});

  /// `mentions` say which words name persons, organisations and places; none is fine, but tells stories apart less
  /// well. Cost: linear in the report's words.
  ReportKey add(const clean::Report& report, std::span<const annotate::Mention> mentions = {});
  /// Requires a key that is there.
  void remove(ReportKey key);
  [[nodiscard]] bool holds(ReportKey key) const { return key.index() < reports_.size() && reports_[key.index()].there; }

  /// The stories of the reports in `order` (each of them once; the ReportIds of the table count in this order). Pairs
  /// that an earlier call compared word by word are not compared again. Cost: near-linear in the number of reports,
  /// from their features alone; plus the words of the pairs compared.
  StoryTable table(std::span<const ReportKey> order, const ReportSource& source);

  /// Bytes that the index holds for all its reports, comparisons aside.
  [[nodiscard]] std::size_t memory_bytes() const;

 private:
  const lang::Language& language_;
  StoryRules rules_;
  WordReader word_reader_;
  FeatureReader reader_;
  OutletEndings endings_;
  FormReader forms_;
  WordList words_;
  std::vector<IndexedReport> reports_;  // by key
  std::map<ReportKey, Reuse> relays_;
  ReuseMemory memory_;
};

}  // namespace ql::stories
