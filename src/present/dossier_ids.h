// SPDX-License-Identifier: Apache-2.0
// The numbers behind the dossier's ids: "q17" is the 17th statement over all reports in their order. JSON, page,
// terminal text and `explain` number alike because all of them ask here.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "present/dossier.h"

namespace ql::present {

/// A mention of an actor: report and index into Annotations::mentions.
struct MentionRef {
  ReportId report;
  MentionId mention;
};

/// Numbers (from 1) of everything that has an id in the dossier. Holds a pointer to the dossier, which must outlive it.
class DossierIds {
 public:
  explicit DossierIds(const Dossier& dossier);

  [[nodiscard]] std::size_t report(ReportId id) const { return id.index() + 1; }
  [[nodiscard]] std::size_t time(ReportId report, std::size_t index) const { return times_[report.index()] + index; }
  [[nodiscard]] std::size_t statement(ReportId report, std::size_t index) const {
    return statements_[report.index()] + index;
  }
  [[nodiscard]] std::size_t figure(ReportId report, std::size_t index) const {
    return figures_[report.index()] + index;
  }
  [[nodiscard]] std::size_t story(StoryId id) const { return id.index() + 1; }
  [[nodiscard]] std::size_t topic(TopicId id) const { return id.index() + 1; }
  /// Claims are numbered through the stories and then through the topics.
  [[nodiscard]] std::size_t story_claim(StoryId story, std::size_t index) const {
    return story_claims_[story.index()] + index;
  }
  [[nodiscard]] std::size_t topic_claim(TopicId topic, std::size_t index) const {
    return topic_claims_[topic.index()] + index;
  }

  /// The number of an actor; 0 for an actor that is neither mentioned nor referred to, and for no actor.
  [[nodiscard]] std::size_t actor(ActorId id) const { return id.valid() ? actors_[id.index()] : 0; }
  /// The actor of a report's entity; none for no entity.
  [[nodiscard]] ActorId actor_of(ReportId report, EntityId entity) const;
  /// The story of a report; none when the stories do not name it.
  [[nodiscard]] StoryId story_of(ReportId report) const { return story_of_[report.index()]; }
  /// The report that a diagnostic's path names; none when there is no such report or several (records).
  [[nodiscard]] ReportId report_at(std::string_view path) const;
  /// Actors that have a number, ascending by number.
  [[nodiscard]] const std::vector<ActorId>& listed_actors() const { return listed_actors_; }
  /// Mentions of the actor in the order of reports and text.
  [[nodiscard]] const MentionRef* mentions_begin(ActorId id) const {
    return mentions_.data() + mentions_of_[id.index()];
  }
  [[nodiscard]] const MentionRef* mentions_end(ActorId id) const {
    return mentions_.data() + mentions_of_[id.index() + 1];
  }

 private:
  void number_items();
  void number_stories();
  void collect_mentions();
  void number_actors();

  const Dossier* dossier_;
  std::vector<std::size_t> times_, statements_, figures_, story_claims_, topic_claims_;
  std::vector<StoryId> story_of_;
  std::vector<std::size_t> actors_;
  std::vector<ActorId> listed_actors_;
  std::vector<MentionRef> mentions_;
  std::vector<std::size_t> mentions_of_;
};

}  // namespace ql::present
