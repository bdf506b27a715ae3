// SPDX-License-Identifier: Apache-2.0
// Tested by ledger_test.cpp.
#include "present/ledger_rows.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "present/json_sections.h"
#include "present/words.h"

namespace ql::present {
namespace {

template <class Visit>
void for_each_comparison(const compare::Findings& findings, const Visit& visit) {
  for (const auto* comparisons : {&findings.stories, &findings.topics}) {
    for (const compare::Comparison& comparison : *comparisons) visit(comparison);
  }
}

bool is_calendar(std::string_view time) { return !time.empty() && time.front() >= '0' && time.front() <= '9'; }

}  // namespace

Ledger::Ledger(const TextContext& context) : context_(context), origin_of_(context.dossier.reports.size()) {
  for (std::uint32_t r = 0; r < origin_of_.size(); ++r) origin_of_[r] = r;  // a report of no story is its own origin
  for (const stories::Story& story : context.dossier.stories.stories) {
    for (const std::vector<ReportId>& origin : story.origins) {
      for (const ReportId report : origin) {
        origin_of_[report.index()] = static_cast<std::uint32_t>(origin.front().index());
      }
    }
  }
  for_each_comparison(context.dossier.findings, [&](const compare::Comparison& comparison) {
    for (const compare::Relation& relation : comparison.relations) {
      if (relation.type == compare::RelationType::Retracts) corrections_.insert(relation.from);
    }
  });
}

void Ledger::for_each(const std::function<void(const Measure&)>& visit) const {
  std::set<compare::Item> seen;
  for_each_comparison(context_.dossier.findings, [&](const compare::Comparison& comparison) {
    for (const compare::Claim& claim : comparison.claims) {
      if (claim.kind != compare::ClaimKind::Figure) continue;
      seen.insert(claim.members.begin(), claim.members.end());
      visit(measure_of(claim));
    }
  });
  for (std::size_t r = 0; r < context_.dossier.reports.size(); ++r) {
    const auto& figures = context_.dossier.reports[r].claims.figures;
    for (std::size_t i = 0; i < figures.size(); ++i) {
      const compare::Item item{ReportId(r), compare::Item::Kind::Figure, static_cast<std::uint32_t>(i)};
      if (seen.contains(item)) continue;
      const std::string& counted = figures[i].counted;
      visit({counted.empty() ? words_of(item) : counted,
             word(compare::ClaimStatus::Single),
             1,
             {{item, std::nullopt, corrections_.contains(item)}}});
    }
  }
}

Measure Ledger::measure_of(const compare::Claim& claim) const {
  // Reports of one origin repeat one another, they do not agree.
  const bool one_origin = claim.status == compare::ClaimStatus::Agrees && claim.origins < 2;
  Measure measure{
      claim.label, word(one_origin ? compare::ClaimStatus::Single : claim.status), std::max(claim.origins, 1U), {}};
  for (const compare::Item& item : claim.members) {
    measure.rows.push_back({item, std::nullopt, corrections_.contains(item)});
  }
  put_in_order(measure.rows);
  return measure;
}

std::string Ledger::sort_time(const compare::Item& item) const {
  const auto first_moment = [](const std::optional<TimeValue>& time) -> std::string {
    if (!time) return {};
    if (is_calendar(time->earliest)) return time->earliest;
    return is_calendar(time->value) ? time->value : std::string();
  };
  std::string time = first_moment(figure(item).as_of);
  if (time.empty()) time = first_moment(published_of(context_.dossier, item.report));
  return time;
}

void Ledger::put_in_order(std::vector<LedgerRow>& rows) const {
  using Key = std::tuple<bool, bool, std::string, compare::Item>;
  std::vector<std::pair<Key, LedgerRow>> keyed;
  for (const LedgerRow& row : rows) {
    std::string time = sort_time(row.item);
    const bool undated = time.empty();
    keyed.push_back({{row.corrects, undated, std::move(time), row.item}, row});
  }
  std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  using Value = std::tuple<std::uint32_t, std::optional<double>, std::optional<double>, std::optional<double>,
                           annotate::Hedge, claims::FigureRole>;
  std::map<Value, compare::Item> first;
  rows.clear();
  for (auto& [key, row] : keyed) {
    const annotate::Quantity& number = quantity(row.item);
    const Value value{
        origin_of_[row.item.report.index()], number.value, number.min, number.max, number.hedge, figure(row.item).role};
    const auto [same, is_new] = first.emplace(value, row.item);
    if (!is_new && same->second.report != row.item.report) row.same_as = same->second;
    rows.push_back(row);
  }
}

std::string Ledger::id_of(const compare::Item& item) const {
  std::string id = "f";
  return id.append(std::to_string(context_.ids.figure(item.report, item.index)));
}

std::string Ledger::words_of(const compare::Item& item) const {
  return std::string(slice(context_.report(item.report).report.text, quantity(item).text));
}

std::string Ledger::chain_of(const compare::Item& item) const {
  const StatementId statement = figure(item).statement;
  if (!statement.valid()) return {};
  return chain_label(context_.report(item.report).claims.statements[statement.index()]);
}

std::string Ledger::place_of(const compare::Item& item) const {
  const EntityId place = figure(item).place;
  return place.valid() ? context_.report(item.report).notes.entities[place.index()].name : std::string();
}

}  // namespace ql::present
