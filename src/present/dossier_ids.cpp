// SPDX-License-Identifier: Apache-2.0
// Numbers are prefix sums over the reports, so an id costs one addition and no table of ids exists. Actors are
// listed when a report mentions them or a statement, figure or other actor refers to them; mentions are put in
// the actors' order by counting (two linear passes). Tested by json_test.cpp.
#include "present/dossier_ids.h"

#include <algorithm>

namespace ql::present {
namespace {

/// Marks what a report's statements and figures refer to.
void mark_references(const AnalysedReport& report, const std::vector<ActorId>& of_entity, std::vector<char>& listed) {
  const auto mark = [&](EntityId entity) {
    if (entity.valid() && entity.index() < of_entity.size() && of_entity[entity.index()].valid()) {
      listed[of_entity[entity.index()].index()] = 1;
    }
  };
  for (const claims::Statement& statement : report.claims.statements) {
    mark(statement.speaker.entity);
    for (const EntityId also : statement.speaker.also) mark(also);
    for (const claims::ChainLink& link : statement.chain) mark(link.entity);
  }
  for (const claims::Figure& figure : report.claims.figures) {
    mark(figure.speaker);
    mark(figure.place);
  }
}

}  // namespace

DossierIds::DossierIds(const Dossier& dossier) : dossier_(&dossier) {
  number_items();
  number_stories();
  collect_mentions();
  number_actors();
}

ActorId DossierIds::actor_of(ReportId report, EntityId entity) const {
  const auto& of_entity = dossier_->actors.of_entity;
  if (!entity.valid() || report.index() >= of_entity.size() || entity.index() >= of_entity[report.index()].size()) {
    return {};
  }
  return of_entity[report.index()][entity.index()];
}

ReportId DossierIds::report_at(std::string_view path) const {
  // Reports stand in the order of their paths.
  const auto& reports = dossier_->reports;
  const auto path_less = [](const AnalysedReport& report, std::string_view wanted) {
    return report.report.origin.path < wanted;
  };
  const auto found = std::lower_bound(reports.begin(), reports.end(), path, path_less);
  if (found == reports.end() || found->report.origin.path != path) return {};
  const auto next = found + 1;
  if (next != reports.end() && next->report.origin.path == path) return {};
  return ReportId(static_cast<std::size_t>(found - reports.begin()));
}

void DossierIds::number_items() {
  std::size_t times = 1, statements = 1, figures = 1;
  for (const AnalysedReport& report : dossier_->reports) {
    times_.push_back(times);
    statements_.push_back(statements);
    figures_.push_back(figures);
    times += report.notes.times.size();
    statements += report.claims.statements.size();
    figures += report.claims.figures.size();
  }
}

void DossierIds::number_stories() {
  story_of_.resize(dossier_->reports.size());
  const auto& stories = dossier_->stories.stories;
  for (std::size_t i = 0; i < stories.size(); ++i) {
    for (const ReportId report : stories[i].reports) story_of_[report.index()] = StoryId(i);
  }
  std::size_t claims = 1;
  for (const compare::Comparison& story : dossier_->findings.stories) {
    story_claims_.push_back(claims);
    claims += story.claims.size();
  }
  for (const compare::Comparison& topic : dossier_->findings.topics) {
    topic_claims_.push_back(claims);
    claims += topic.claims.size();
  }
}

void DossierIds::collect_mentions() {
  mentions_of_.assign(dossier_->actors.actors.size() + 1, 0);
  const auto for_each_mention = [this](const auto& visit) {
    for (std::size_t r = 0; r < dossier_->reports.size(); ++r) {
      const auto& mentions = dossier_->reports[r].notes.mentions;
      for (std::size_t m = 0; m < mentions.size(); ++m) {
        const ActorId actor = actor_of(ReportId(r), mentions[m].entity);
        if (actor.valid()) visit(actor, MentionRef{ReportId(r), MentionId(m)});
      }
    }
  };
  for_each_mention([this](ActorId actor, MentionRef) { ++mentions_of_[actor.index() + 1]; });
  for (std::size_t i = 1; i < mentions_of_.size(); ++i) mentions_of_[i] += mentions_of_[i - 1];
  mentions_.resize(mentions_of_.back());
  std::vector<std::size_t> next(mentions_of_.begin(), mentions_of_.end() - 1);
  for_each_mention([&](ActorId actor, MentionRef mention) { mentions_[next[actor.index()]++] = mention; });
}

void DossierIds::number_actors() {
  const std::vector<annotate::Actor>& actors = dossier_->actors.actors;
  std::vector<char> listed(actors.size(), 0);
  for (std::size_t i = 0; i < actors.size(); ++i) {
    if (mentions_of_[i + 1] > mentions_of_[i]) listed[i] = 1;
  }
  const auto& of_entity = dossier_->actors.of_entity;
  for (std::size_t r = 0; r < dossier_->reports.size() && r < of_entity.size(); ++r) {
    mark_references(dossier_->reports[r], of_entity[r], listed);
  }
  // Whoever a listed actor acts for is listed too, along the whole chain; a marked actor ends the walk.
  for (std::size_t i = 0; i < actors.size(); ++i) {
    if (listed[i] == 0) continue;
    for (ActorId up = actors[i].acts_for; up.valid() && listed[up.index()] == 0; up = actors[up.index()].acts_for) {
      listed[up.index()] = 1;
    }
  }
  actors_.assign(actors.size(), 0);
  for (std::size_t i = 0; i < actors.size(); ++i) {
    if (listed[i] == 0) continue;
    listed_actors_.emplace_back(i);
    actors_[i] = listed_actors_.size();
  }
}

}  // namespace ql::present
