// SPDX-License-Identifier: Apache-2.0
// What some reports add to the others: which of their statements and figures are new, update, contradict or confirm
// what was there before.
#pragma once

#include <optional>
#include <vector>

#include "compare/findings.h"
#include "stories/story_table.h"

namespace ql::compare {

enum class NewsKind : std::uint8_t {
  Contradicts,  ///< Differs from, or denies, what was there.
  Updates,      ///< A later value of the same measure.
  Confirms,     ///< Confirms what was denied.
  Refines,      ///< An addition to, or part of, what was there.
  New,          ///< Nothing before says it.
  Agrees        ///< Says what was there, from another origin or in other words; no news.
};

/// One finding about an item of a new report.
struct News {
  NewsKind kind = NewsKind::New;
  Item item;                         ///< Of a new report.
  std::optional<Relation> relation;  ///< Ties the item to one that was there; none for New.
};

/// `is_new` by ReportId. Only new reports that share a topic with a report that was there count. One finding for each
/// item and kind, by kind and item; for a claim of new items only, its first item. Linear.
std::vector<News> news_of(const Findings& findings, const stories::StoryTable& stories,
                          const std::vector<bool>& is_new);

/// True for each new report that shares a topic with a report that was there.
std::vector<bool> related_reports(const stories::StoryTable& stories, const std::vector<bool>& is_new);

}  // namespace ql::compare
