// SPDX-License-Identifier: Apache-2.0
// The terminal tables of `claims` and `statements`, and the sections as JSON. Cost: linear. Tested by json_test.cpp.
#include "present/views.h"

#include "present/claim_walk.h"
#include "present/json_sections.h"
#include "present/ledger.h"
#include "present/terminal_text.h"
#include "present/words.h"

namespace ql::present {
namespace {

std::string id_cell(char prefix, std::size_t number) {
  std::string id(1, prefix);
  return padded(id.append(std::to_string(number)), 7);
}

void append_line(const std::string& line, std::string& out) {
  out += line;
  out += '\n';
}

void append_item(const TextContext& context, const std::string& start, const compare::Item& item, std::string& out) {
  append_line(start + item_line(context, item, context.width - columns(start)), out);
}

std::string item_cell(const TextContext& context, const compare::Item& item) {
  return item.kind == compare::Item::Kind::Figure ? id_cell('f', context.ids.figure(item.report, item.index))
                                                  : id_cell('q', context.ids.statement(item.report, item.index));
}

void append_statements(const TextContext& context, std::string& out) {
  for (std::size_t r = 0; r < context.dossier.reports.size(); ++r) {
    const std::size_t count = context.dossier.reports[r].claims.statements.size();
    for (std::size_t i = 0; i < count; ++i) {
      const compare::Item item{ReportId(r), compare::Item::Kind::Statement, static_cast<std::uint32_t>(i)};
      append_item(context, item_cell(context, item), item, out);
    }
  }
}

void append_claim(const TextContext& context, const compare::Claim& claim, std::size_t number, std::string& out) {
  const std::string status(context.messages("status." + std::string(word(claim.status))));
  const std::string tail = "[" + status + ", " + context.messages.count("count.origins", claim.origins) + "]";
  const std::string id = id_cell('c', number);
  const std::size_t used = columns(id) + columns(tail) + 1;
  const std::size_t label_width = context.width > used + 10 ? context.width - used : 10;
  append_line(id + fitted(claim.label, label_width) + " " + tail, out);
  for (const compare::Item& item : claim.members) append_item(context, "  " + item_cell(context, item), item, out);
}

}  // namespace

std::string view_text(const Dossier& dossier, View view, const TextOptions& options) {
  if (view == View::Figures) return figures_table(dossier, options);
  const DossierIds ids(dossier);
  const lang::Messages messages(options.language);
  const TextContext context{dossier, ids, messages, options.width_columns, options.language == "de"};
  std::string out;
  if (view == View::Statements) {
    append_statements(context, out);
  } else {
    for_each_claim(dossier,
                   [&](const compare::Claim& claim, std::size_t number) { append_claim(context, claim, number, out); });
  }
  return out;
}

std::string view_json(const Dossier& dossier, View view) {
  const DossierIds ids(dossier);
  JsonWriter out;
  const JsonContext context{dossier, ids, out};
  out.begin_object();
  switch (view) {
    case View::Figures:
      out.key("figures");
      write_figures(context);
      break;
    case View::Statements:
      out.key("statements");
      write_statements(context);
      break;
    case View::Claims:
      out.key("claims");
      out.begin_array();
      for_each_claim(dossier,
                     [&](const compare::Claim& claim, std::size_t number) { write_claim(context, claim, number); });
      out.new_line();
      out.end_array();
      break;
  }
  out.end_object();
  return out.take();
}

}  // namespace ql::present
