// SPDX-License-Identifier: Apache-2.0
// Claims as schema.org data. A Claim node has the label as text, everyone who makes it as author, and the reports
// that carry it as appearances, the earliest of known date as firstAppearance. Nothing is rated: a ClaimReview is a
// person's work. Tested by tests/exports.
#include <algorithm>
#include <vector>

#include "present/claim_walk.h"
#include "present/exports.h"
#include "present/json_sections.h"
#include "present/resource_names.h"

namespace ql::present {
namespace {

std::string node_id(char prefix, std::size_t number) {
  std::string id = "#";
  id += prefix;
  return id.append(std::to_string(number));
}

void write_node_reference(JsonWriter& out, const std::string& id) {
  out.begin_object();
  out.key("@id");
  out.text(id);
  out.end_object();
}

void write_report_node(const JsonContext& context, ReportId id) {
  JsonWriter& out = context.out;
  const clean::Report& report = context.dossier.reports[id.index()].report;
  out.new_line();
  out.begin_object();
  out.key("@type");
  out.text("NewsArticle");
  out.key("@id");
  out.text(node_id('r', context.ids.report(id)));
  out.key("identifier");
  out.text(bytes_iri(report));
  out.key("url");
  out.text(report_iri(report));
  if (const auto title = title_evidence(report)) {
    out.key("headline");
    out.text(title->text);
  }
  if (report.published && report.published->basis != Basis::Inferred) {
    out.key("datePublished");
    out.text(report.published->value);
  }
  if (report.outlet) {
    out.key("publisher");
    out.begin_object();
    out.key("@type");
    out.text("Organization");
    out.key("name");
    out.text(*report.outlet);
    out.end_object();
  }
  out.end_object();
}

/// schema.org's nearest type of an actor; only persons and organisations can be authors there.
std::string_view schema_type(annotate::EntityType type) {
  return type == annotate::EntityType::Person ? "Person" : "Organization";
}

void write_actor_node(const JsonContext& context, ActorId id) {
  JsonWriter& out = context.out;
  const annotate::Actor& actor = context.dossier.actors.actors[id.index()];
  out.new_line();
  out.begin_object();
  out.key("@type");
  out.text(schema_type(actor.type));
  out.key("@id");
  out.text(node_id('a', context.ids.actor(id)));
  out.key("name");
  out.text(actor.name);
  out.end_object();
}

class ClaimGraph {
 public:
  explicit ClaimGraph(const JsonContext& context) : context_(context), out_(context.out) {}

  void write(const compare::Claim& claim, std::size_t number) const {
    const std::vector<ReportId> reports = reports_of(claim);
    out_.new_line();
    out_.begin_object();
    out_.key("@type");
    out_.text("Claim");
    out_.key("@id");
    out_.text(node_id('c', number));
    out_.key("text");
    out_.text(claim.label);
    write_authors(claim);
    out_.key("appearance");
    out_.begin_array();
    for (const ReportId report : reports) write_node_reference(out_, node_id('r', context_.ids.report(report)));
    out_.end_array();
    write_first(reports);
    out_.end_object();
  }

  /// Everyone who makes one of the claim's statements or figures, in the order of their numbers.
  [[nodiscard]] std::vector<ActorId> authors_of(const compare::Claim& claim) const {
    std::vector<ActorId> authors;
    for (const compare::Item& item : claim.members) add_speakers(item, authors);
    std::sort(authors.begin(), authors.end(),
              [&](ActorId a, ActorId b) { return context_.ids.actor(a) < context_.ids.actor(b); });
    authors.erase(std::unique(authors.begin(), authors.end()), authors.end());
    return authors;
  }

 private:
  void add_speakers(const compare::Item& item, std::vector<ActorId>& authors) const {
    const claims::ReportClaims& claims = context_.dossier.reports[item.report.index()].claims;
    const auto add = [&](EntityId entity) {
      const ActorId actor = context_.ids.actor_of(item.report, entity);
      if (context_.ids.actor(actor) != 0) authors.push_back(actor);
    };
    if (item.kind == compare::Item::Kind::Figure) {
      add(claims.figures[item.index].speaker);
      return;
    }
    add(claims.statements[item.index].speaker.entity);
    for (const EntityId also : claims.statements[item.index].speaker.also) add(also);
  }

  static std::vector<ReportId> reports_of(const compare::Claim& claim) {
    std::vector<ReportId> reports;
    for (const compare::Item& item : claim.members) reports.push_back(item.report);
    std::sort(reports.begin(), reports.end());
    reports.erase(std::unique(reports.begin(), reports.end()), reports.end());
    return reports;
  }

  void write_authors(const compare::Claim& claim) const {
    const std::vector<ActorId> authors = authors_of(claim);
    if (authors.empty()) return;
    out_.key("author");
    out_.begin_array();
    for (const ActorId author : authors) write_node_reference(out_, node_id('a', context_.ids.actor(author)));
    out_.end_array();
  }

  /// The first appearance is known only if every appearance is dated.
  void write_first(const std::vector<ReportId>& reports) const {
    std::optional<ReportId> first;
    for (const ReportId id : reports) {
      const auto& published = context_.dossier.reports[id.index()].report.published;
      if (!published || published->earliest.empty() || published->basis == Basis::Inferred) return;
      if (!first || published->earliest < context_.dossier.reports[first->index()].report.published->earliest) {
        first = id;
      }
    }
    if (!first) return;
    out_.key("firstAppearance");
    write_node_reference(out_, node_id('r', context_.ids.report(*first)));
  }

  const JsonContext& context_;
  JsonWriter& out_;
};

}  // namespace

std::string to_schema_claims(const Dossier& dossier) {
  const DossierIds ids(dossier);
  JsonWriter out;
  const JsonContext context{dossier, ids, out};
  const ClaimGraph graph(context);
  out.begin_object();
  out.key("@context");
  out.text("https://schema.org");
  out.key("@graph");
  out.begin_array();
  for (std::size_t r = 0; r < dossier.reports.size(); ++r) write_report_node(context, ReportId(r));
  std::vector<ActorId> authors;
  for_each_claim(dossier, [&](const compare::Claim& claim, std::size_t) {
    for (const ActorId author : graph.authors_of(claim)) authors.push_back(author);
  });
  std::sort(authors.begin(), authors.end(), [&](ActorId a, ActorId b) { return ids.actor(a) < ids.actor(b); });
  authors.erase(std::unique(authors.begin(), authors.end()), authors.end());
  for (const ActorId author : authors) write_actor_node(context, author);
  for_each_claim(dossier, [&](const compare::Claim& claim, std::size_t number) { graph.write(claim, number); });
  out.new_line();
  out.end_array();
  out.end_object();
  return out.take();
}

}  // namespace ql::present
