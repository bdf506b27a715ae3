// SPDX-License-Identifier: Apache-2.0
// Product of stories: which reports copy or relay which, and which are about one event.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/id.h"
#include "base/span.h"

namespace ql::stories {

enum class ReuseType : std::uint8_t {
  Copy,       ///< Near-verbatim.
  Repeats,    ///< Relays another outlet's reporting.
  SharesText  ///< Passages in common.
};

/// Reuse between two reports, or of an outlet that is not among the input.
struct Reuse {
  ReportId from;  ///< The earlier or relayed one; none when it is not among the input or several may be meant.
  ReportId to;
  std::string outlet;  ///< Of Repeats: names the relayed outlet or agency, whether or not `from` is known.
  ReuseType type = ReuseType::SharesText;
  bool direction_known = false;
  float coverage = 0;                                     ///< Share of `to`'s body words found in `from`.
  std::vector<std::pair<TextRange, TextRange>> passages;  ///< Same words: in `from`, in `to`.
};

/// What two reports can have in common without having copied a text.
enum class TraceKind : std::uint8_t {
  Quotation,  ///< The same words between quotation marks.
  Name,       ///< A rare name that few reports of the topic give, and neither of the two in its opening.
  Figures     ///< The same set of telling figures.
};

struct TraceItem {
  TraceKind kind = TraceKind::Quotation;
  std::vector<std::pair<TextRange, TextRange>> places;  ///< In `from`, in `to`; of figures one pair for each.
};

/// What two reports of different origins share: evidence that one may rest on the other or both on one source (an
/// interview, a press conference). It is shown, never counted: it makes no copy and joins no origins.
struct Trace {
  ReportId from;  ///< The earlier one; if nothing says so, the earlier one of the run.
  ReportId to;
  bool direction_known = false;
  std::vector<TraceItem> items;  ///< Quotations, then names, then figures.
};

/// What kind of report it is: most are about one thing.
enum class ReportForm : std::uint8_t {
  Plain,
  Ticker,  ///< Entries stamped with times of day.
  Digest   ///< Many unlike items under one title.
};

/// Reports about one event.
struct Story {
  std::vector<ReportId> reports;               ///< Ascending.
  std::vector<std::vector<ReportId>> origins;  ///< Groups of reports that rest on one another; partition of `reports`.
  ReportId title_from;                         ///< The report whose title names the story.
  TopicId topic;
};

/// Stories that belong together (the same affair on other days).
struct Topic {
  std::vector<StoryId> stories;
};

struct StoryTable {
  std::vector<ReportForm> forms;  ///< By report.
  std::vector<Reuse> reuses;
  std::vector<Trace> traces;   ///< Ordered by (to, from).
  std::vector<Story> stories;  ///< Partition of all reports, ordered by their first report.
  std::vector<Topic> topics;   ///< Partition of all stories.
};

/// The story of each of so many reports.
inline std::vector<StoryId> story_of_reports(std::size_t report_count, const StoryTable& table) {
  std::vector<StoryId> story_of(report_count);
  for (std::size_t story = 0; story < table.stories.size(); ++story) {
    for (const ReportId report : table.stories[story].reports) story_of[report.index()] = StoryId(story);
  }
  return story_of;
}

}  // namespace ql::stories
