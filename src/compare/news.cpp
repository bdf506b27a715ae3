// SPDX-License-Identifier: Apache-2.0
// The findings of all reports together say everything; here they are read from the side of the new reports. A relation
// between two new items or two old ones is no news, and neither is a new report whose value is the earlier one.
// Tested by news_test.cpp.
#include "compare/news.h"

#include <algorithm>

namespace ql::compare {
namespace {

/// What a relation says of its new end; nothing if it is no news in that direction.
std::optional<NewsKind> kind_of(const Relation& relation, bool new_is_from) {
  switch (relation.type) {
    case RelationType::Differs:
    case RelationType::Denies:
    case RelationType::Retracts:
      return NewsKind::Contradicts;
    case RelationType::Updates:  // from the earlier to the later
      return new_is_from ? std::nullopt : std::optional(NewsKind::Updates);
    case RelationType::Confirms:
      return new_is_from ? std::optional(NewsKind::Confirms) : std::nullopt;
    case RelationType::Refines:
      return new_is_from ? std::optional(NewsKind::Refines) : std::nullopt;
    case RelationType::SameUtterance:
    case RelationType::Agrees:
      return NewsKind::Agrees;
    case RelationType::DiffersScope:
      break;
  }
  return std::nullopt;
}

class NewsReader {
 public:
  NewsReader(const std::vector<bool>& is_new, const std::vector<bool>& related) : is_new_(is_new), related_(related) {}

  void read(const Comparison& comparison) {
    for (const Relation& relation : comparison.relations) add(relation);
    for (const Claim& claim : comparison.claims) add(claim);
  }

  std::vector<News> take() {
    std::stable_sort(news_.begin(), news_.end(),
                     [](const News& a, const News& b) { return a.kind != b.kind ? a.kind < b.kind : a.item < b.item; });
    const auto end = std::unique(news_.begin(), news_.end(),
                                 [](const News& a, const News& b) { return a.kind == b.kind && a.item == b.item; });
    news_.erase(end, news_.end());
    return std::move(news_);
  }

 private:
  [[nodiscard]] bool is_new(Item item) const { return is_new_[item.report.index()]; }

  void add(const Relation& relation) {
    if (is_new(relation.from) == is_new(relation.to)) return;
    const bool new_is_from = is_new(relation.from);
    if (const std::optional<NewsKind> kind = kind_of(relation, new_is_from)) {
      news_.push_back({*kind, new_is_from ? relation.from : relation.to, relation});
    }
  }

  /// A claim that no report held before.
  void add(const Claim& claim) {
    const bool all_new = std::all_of(claim.members.begin(), claim.members.end(),
                                     [this](Item item) { return is_new(item) && related_[item.report.index()]; });
    if (all_new) news_.push_back({NewsKind::New, claim.members.front(), std::nullopt});
  }

  const std::vector<bool>&is_new_, &related_;
  std::vector<News> news_;
};

}  // namespace

std::vector<bool> related_reports(const stories::StoryTable& stories, const std::vector<bool>& is_new) {
  std::vector<bool> related(is_new.size());
  for (const stories::Topic& topic : stories.topics) {
    const auto reports_where = [&](const auto& use) {
      for (const StoryId story : topic.stories) {
        for (const ReportId report : stories.stories[story.index()].reports) use(report.index());
      }
    };
    bool holds_known = false;
    reports_where([&](std::size_t report) { holds_known = holds_known || !is_new[report]; });
    reports_where([&](std::size_t report) { related[report] = holds_known && is_new[report]; });
  }
  return related;
}

std::vector<News> news_of(const Findings& findings, const stories::StoryTable& stories,
                          const std::vector<bool>& is_new) {
  const std::vector<bool> related = related_reports(stories, is_new);
  NewsReader reader(is_new, related);
  for (const Comparison& comparison : findings.stories) reader.read(comparison);
  for (const Comparison& comparison : findings.topics) reader.read(comparison);
  return reader.take();
}

}  // namespace ql::compare
