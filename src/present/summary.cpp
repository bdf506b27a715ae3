// SPDX-License-Identifier: Apache-2.0
// to_text: what a reporter needs in the first ten seconds, on a terminal. One head line, then the largest stories:
// what changed, what differs, what was denied, what several origins say, and the figures most spoken of.
// Cost: linear in the claims. Tested by json_test.cpp and tests/cli.
#include <algorithm>
#include <array>
#include <set>

#include "present/evidence.h"
#include "present/present.h"
#include "present/terminal_text.h"

namespace ql::present {
namespace {

using compare::Claim;
using compare::ClaimStatus;

constexpr std::size_t kMostStories = 8;
constexpr std::size_t kMostClaims = 5;
constexpr std::size_t kMostMembers = 6;

void append(std::string& out, std::initializer_list<std::string_view> pieces) {
  for (const std::string_view piece : pieces) out += piece;
}

/// A story, or a topic that spans several.
struct Chapter {
  std::string title;
  std::vector<ReportId> reports;
  std::size_t origins = 0;
  const compare::Comparison* comparison = nullptr;
};

const std::string& order_key(const TimeValue& time) { return time.earliest.empty() ? time.value : time.earliest; }

std::string period(const TextContext& context, const std::vector<ReportId>& reports) {
  const TimeValue* first = nullptr;
  const TimeValue* last = nullptr;
  for (const ReportId id : reports) {
    const std::optional<TimeValue>& time = context.report(id).report.published;
    if (!time || order_key(*time).empty()) continue;
    if (first == nullptr || order_key(*time) < order_key(*first)) first = &*time;
    if (last == nullptr || order_key(*last) < order_key(*time)) last = &*time;
  }
  if (first == nullptr) return std::string(context.messages("text.undated"));
  const std::string from = time_label(context, *first);
  const std::string to = time_label(context, *last);
  return from == to ? from : context.messages.format("text.period", {from, to});
}

std::string head(const TextContext& context, const std::vector<ReportId>& reports, std::size_t origins) {
  std::set<std::string> outlets;
  for (const ReportId id : reports) {
    if (context.report(id).report.outlet) outlets.insert(*context.report(id).report.outlet);
  }
  std::string line = context.messages.count("count.reports", reports.size());
  if (!outlets.empty()) append(line, {", ", context.messages.count("count.outlets", outlets.size())});
  append(line, {", ", context.messages.count("count.origins", origins), ", ", period(context, reports)});
  return line;
}

std::string story_title(const TextContext& context, const stories::Story& story) {
  if (story.title_from.valid()) {
    const clean::Report& report = context.report(story.title_from).report;
    if (const auto title = title_evidence(report)) return std::string(title->text);
  }
  return std::string(context.messages("text.untitled"));
}

void append_claim(const TextContext& context, const Claim& claim, std::string& out) {
  append(out, {"    ", fitted(claim.label, context.width - 4), "\n"});
  const std::size_t shown = std::min(claim.members.size(), kMostMembers);
  for (std::size_t i = 0; i < shown; ++i)
    append(out, {"      ", item_line(context, claim.members[i], context.width - 6), "\n"});
  if (shown < claim.members.size()) {
    append(out, {"      ", context.messages.count("text.more", claim.members.size() - shown), "\n"});
  }
}

void append_claims(const TextContext& context, std::string_view heading, const std::vector<const Claim*>& claims,
                   std::string& out) {
  if (claims.empty()) return;
  append(out, {"  ", context.messages(heading), "\n"});
  const std::size_t shown = std::min(claims.size(), kMostClaims);
  for (std::size_t i = 0; i < shown; ++i) append_claim(context, *claims[i], out);
  if (shown < claims.size()) {
    append(out, {"    ", context.messages.count("text.more", claims.size() - shown), "\n"});
  }
}

/// Reports of one origin repeat each other; they do not agree.
bool is_told_once(const Claim& claim) {
  return claim.status == ClaimStatus::Single || (claim.status == ClaimStatus::Agrees && claim.origins < 2);
}

std::vector<const Claim*> with_status(const compare::Comparison& comparison, ClaimStatus status) {
  std::vector<const Claim*> claims;
  for (const Claim& claim : comparison.claims) {
    if (claim.status == status && !is_told_once(claim)) claims.push_back(&claim);
  }
  return claims;
}

/// Figure claims that no other part of the chapter shows, the most repeated first.
std::vector<const Claim*> other_figures(const compare::Comparison& comparison) {
  std::vector<const Claim*> claims;
  for (const Claim& claim : comparison.claims) {
    const bool shown = !is_told_once(claim) && claim.status != ClaimStatus::Confirmed;
    if (claim.kind == compare::ClaimKind::Figure && !shown) claims.push_back(&claim);
  }
  std::stable_sort(claims.begin(), claims.end(),
                   [](const Claim* a, const Claim* b) { return a->members.size() > b->members.size(); });
  return claims;
}

void append_chapter(const TextContext& context, const Chapter& chapter, std::string& out) {
  constexpr std::array<std::pair<ClaimStatus, std::string_view>, 6> kParts = {
      {{ClaimStatus::Evolves, "text.changed"},
       {ClaimStatus::Differs, "text.differs"},
       {ClaimStatus::DeniedThenConfirmed, "text.denied_confirmed"},
       {ClaimStatus::Denied, "text.denied"},
       {ClaimStatus::Confirmed, "text.confirmed"},
       {ClaimStatus::Agrees, "text.agrees"}}};
  append(out, {"\n", fitted(chapter.title, context.width), "\n"});
  append(out, {"  ", fitted(head(context, chapter.reports, chapter.origins), context.width - 2), "\n"});
  if (chapter.comparison == nullptr) return;
  for (const auto& [status, heading] : kParts) {
    append_claims(context, heading, with_status(*chapter.comparison, status), out);
  }
  append_claims(context, "text.figures", other_figures(*chapter.comparison), out);
}

/// Stories by number of reports, the largest first; a topic of several stories comes before all of them.
std::vector<Chapter> chapters(const TextContext& context) {
  std::vector<Chapter> all;
  const Dossier& dossier = context.dossier;
  for (std::size_t i = 0; i < dossier.stories.stories.size(); ++i) {
    const stories::Story& story = dossier.stories.stories[i];
    const compare::Comparison* found = i < dossier.findings.stories.size() ? &dossier.findings.stories[i] : nullptr;
    all.push_back({story_title(context, story), story.reports, story.origins.size(), found});
  }
  for (std::size_t i = 0; i < dossier.findings.topics.size(); ++i) {
    if (dossier.findings.topics[i].claims.empty()) continue;
    Chapter topic{std::string(context.messages("text.across_stories")), {}, 0, &dossier.findings.topics[i]};
    for (const StoryId id : dossier.stories.topics[i].stories) {
      const stories::Story& story = dossier.stories.stories[id.index()];
      topic.reports.insert(topic.reports.end(), story.reports.begin(), story.reports.end());
      topic.origins += story.origins.size();
    }
    all.push_back(std::move(topic));
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Chapter& a, const Chapter& b) { return a.reports.size() > b.reports.size(); });
  return all;
}

}  // namespace

std::string to_text(const Dossier& dossier, const TextOptions& options) {
  const DossierIds ids(dossier);
  const lang::Messages messages(options.language);
  constexpr unsigned kLeastColumns = 40;
  const TextContext context{dossier, ids, messages, std::max(options.width_columns, kLeastColumns),
                            options.language == "de"};
  if (dossier.reports.empty()) return std::string(messages("text.no_reports")) + "\n";
  std::vector<ReportId> everything;
  std::size_t origins = 0;
  for (std::size_t i = 0; i < dossier.reports.size(); ++i) everything.emplace_back(i);
  for (const stories::Story& story : dossier.stories.stories) origins += story.origins.size();

  std::string out = head(context, everything, origins) + "\n";
  const std::vector<Chapter> all = chapters(context);
  const std::size_t shown = std::min(all.size(), kMostStories);
  for (std::size_t i = 0; i < shown; ++i) append_chapter(context, all[i], out);
  if (shown < all.size()) append(out, {"\n", messages.count("text.more_stories", all.size() - shown), "\n"});
  if (!dossier.diagnostics.empty()) {
    append(out, {"\n", messages.count("count.diagnostics", dossier.diagnostics.size()), "\n"});
  }
  return out;
}

}  // namespace ql::present
