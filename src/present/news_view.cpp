// SPDX-License-Identifier: Apache-2.0
// Items are told by report, bytes and text and not by id: the ids of the run are not those of the dossier that the user
// has; where the other side has an id there, it is given. Cost: linear. Tested by tests/cli.
#include "present/news_view.h"

#include <algorithm>
#include <array>

#include "present/json_sections.h"
#include "present/terminal_text.h"
#include "present/words.h"

namespace ql::present {
namespace {

using compare::Item;
using compare::News;
using compare::NewsKind;

constexpr std::array<std::string_view, 6> kKindWords = {"contradicts", "updates", "confirms",
                                                        "refines",     "new",     "agrees"};

std::string_view word(NewsKind kind) { return kKindWords[static_cast<std::size_t>(kind)]; }

Item other_of(const News& news) { return news.relation->from == news.item ? news.relation->to : news.relation->from; }

void write_item(const JsonContext& context, const Item& item, std::string_view known_id) {
  JsonWriter& out = context.out;
  const AnalysedReport& report = context.dossier.reports[item.report.index()];
  const lang::Messages messages("en");
  const TextContext words{context.dossier, context.ids, messages, 0, false};
  out.begin_object();
  out.key("kind");
  out.text(item.kind == Item::Kind::Figure ? "figure" : "statement");
  out.key("id");
  write_text_or_null(out, known_id);
  out.key("path");
  out.text(report.report.origin.path);
  out.key("sha256");
  out.text(report.report.sha256);
  out.key("spans");
  if (item.kind == Item::Kind::Figure) {
    const claims::Figure& figure = report.claims.figures[item.index];
    write_spans(out, report.report, {report.notes.quantities[figure.quantity.index()].text});
  } else {
    write_spans(out, report.report, report.claims.statements[item.index].content);
  }
  out.key("speaker");
  out.text(item_speaker(words, item));
  out.end_object();
}

void write_report(const JsonContext& context, const AnalysedReport& report, bool related) {
  JsonWriter& out = context.out;
  out.new_line();
  out.begin_object();
  out.key("path");
  out.text(report.report.origin.path);
  out.key("sha256");
  out.text(report.report.sha256);
  out.key("related");
  out.boolean(related);
  out.end_object();
}

void write_news(const JsonContext& context, const News& news, std::string_view known_id) {
  JsonWriter& out = context.out;
  out.new_line();
  out.begin_object();
  out.key("type");
  out.text(word(news.kind));
  out.key("item");
  write_item(context, news.item, "");
  out.key("other");
  news.relation ? write_item(context, other_of(news), known_id) : out.null();
  out.key("why");
  news.relation ? write_why(out, *news.relation) : out.null();
  out.end_object();
}

}  // namespace

bool holds_news(const NewsView& view) {
  return std::any_of(view.news.begin(), view.news.end(),
                     [](const News& news) { return news.kind != NewsKind::Agrees; });
}

std::string news_text(const NewsView& view, const TextOptions& options) {
  const DossierIds ids(view.dossier);
  const lang::Messages messages(options.language);
  const TextContext context{view.dossier, ids, messages, options.width_columns, options.language == "de"};
  std::string out;
  for (std::size_t r = 0; r < view.is_new.size(); ++r) {
    if (!view.is_new[r]) continue;
    const std::string_view key = view.is_related[r] ? "news.report" : "news.unrelated";
    out += fitted(messages.format(key, {report_label(view.dossier.reports[r])}), context.width) + "\n";
  }
  if (view.news.empty()) out.append(messages("news.nothing")).append("\n");
  for (std::size_t i = 0; i < view.news.size(); ++i) {
    const News& news = view.news[i];
    if (i == 0 || view.news[i - 1].kind != news.kind) {
      out.append("\n").append(messages("news." + std::string(word(news.kind)))).append("\n");
    }
    out += "  " + item_line(context, news.item, context.width - 2) + "\n";
    if (!news.relation) continue;
    const std::string id = view.known_ids[i].empty() ? "" : view.known_ids[i] + " ";
    const std::string start = "    " + std::string(messages("news.against")) + " " + id;
    out +=
        start + item_line(context, other_of(news), context.width - std::min(context.width - 10, columns(start))) + "\n";
    out += "    " +
           fitted(news.relation->reason + " [" + std::string(news.relation->rule.name()) + "]", context.width - 4) +
           "\n";
  }
  return out;
}

std::string news_json(const NewsView& view) {
  const DossierIds ids(view.dossier);
  JsonWriter out;
  const JsonContext context{view.dossier, ids, out};
  out.begin_object();
  out.key("format");
  out.text("quellenlage-news");
  out.key("version");
  out.integer(1);
  out.key("reports");
  out.begin_array();
  for (std::size_t r = 0; r < view.is_new.size(); ++r) {
    if (view.is_new[r]) write_report(context, view.dossier.reports[r], view.is_related[r]);
  }
  out.end_array();
  out.key("news");
  out.begin_array();
  for (std::size_t i = 0; i < view.news.size(); ++i) write_news(context, view.news[i], view.known_ids[i]);
  out.new_line();
  out.end_array();
  out.end_object();
  return out.take();
}

}  // namespace ql::present
