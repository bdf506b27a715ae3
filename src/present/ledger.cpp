// SPDX-License-Identifier: Apache-2.0
// Figure claims -> measures -> rows; figures that no claim holds are measures of their own. One walk produces the rows
// for both renderings. Cost: linear in the figures. Tested by ledger_test.cpp.
#include "present/ledger.h"

#include <array>
#include <charconv>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "present/csv.h"
#include "present/json_sections.h"
#include "present/terminal_text.h"
#include "present/words.h"

namespace ql::present {
namespace {

/// A measure: its name and status, and the figures that give a value for it.
struct Measure {
  std::string label;
  std::string_view status;
  std::vector<compare::Item> members;
};

constexpr std::size_t kIdColumns = 5, kTimeColumns = 12;

std::string number_text(const std::optional<double>& value) {
  if (!value) return {};
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), *value).ptr;
  return {buffer.data(), end};
}

class Ledger {
 public:
  explicit Ledger(const TextContext& context) : context_(context) {}

  /// Calls visit(measure) for every measure, claims first.
  void for_each(const std::function<void(const Measure&)>& visit) const {
    std::set<compare::Item> seen;
    for (const auto* comparisons : {&context_.dossier.findings.stories, &context_.dossier.findings.topics}) {
      for (const compare::Comparison& comparison : *comparisons) {
        for (const compare::Claim& claim : comparison.claims) {
          if (claim.kind != compare::ClaimKind::Figure) continue;
          seen.insert(claim.members.begin(), claim.members.end());
          visit({claim.label, word(claim.status), claim.members});
        }
      }
    }
    for (std::size_t r = 0; r < context_.dossier.reports.size(); ++r) {
      const auto& figures = context_.dossier.reports[r].claims.figures;
      for (std::size_t i = 0; i < figures.size(); ++i) {
        const compare::Item item{ReportId(r), compare::Item::Kind::Figure, static_cast<std::uint32_t>(i)};
        if (!seen.contains(item)) visit({measure_name(item), word(compare::ClaimStatus::Single), {item}});
      }
    }
  }

  [[nodiscard]] const claims::Figure& figure(const compare::Item& item) const {
    return context_.report(item.report).claims.figures[item.index];
  }
  [[nodiscard]] const annotate::Quantity& quantity(const compare::Item& item) const {
    return context_.report(item.report).notes.quantities[figure(item).quantity.index()];
  }
  [[nodiscard]] std::string words_of(const compare::Item& item) const {
    return std::string(slice(context_.report(item.report).report.text, quantity(item).text));
  }
  [[nodiscard]] std::string measure_name(const compare::Item& item) const {
    return figure(item).counted.empty() ? words_of(item) : figure(item).counted;
  }
  /// "CNN < US-Quellen": who relays whom, outermost first; "" for a figure without a relay.
  [[nodiscard]] std::string chain_of(const compare::Item& item) const {
    const StatementId statement = figure(item).statement;
    if (!statement.valid()) return {};
    return chain_label(context_.report(item.report).claims.statements[statement.index()]);
  }
  [[nodiscard]] std::string place_of(const compare::Item& item) const {
    const EntityId place = figure(item).place;
    return place.valid() ? context_.report(item.report).notes.entities[place.index()].name : std::string();
  }

 private:
  const TextContext& context_;
};

void append_row(const TextContext& context, const Ledger& ledger, const compare::Item& item, std::string& out) {
  const claims::Figure& figure = ledger.figure(item);
  const std::string time = figure.as_of ? time_label(context, *figure.as_of) : "-";
  const std::string chain = ledger.chain_of(item);
  std::string who = figure_speaker(context, item.report, figure);
  if (!chain.empty() && chain != who) who = chain;
  std::string id = "f";
  std::string line = "  " + padded(id.append(std::to_string(context.ids.figure(item.report, item.index))), kIdColumns);
  line.append(" ").append(padded(time, kTimeColumns)).append(" ");
  const std::size_t used = columns(line) + 2;
  const std::size_t free = context.width > used + 20 ? context.width - used : 20;
  line.append(padded(ledger.words_of(item), free / 2)).append(" ").append(padded(who, free / 4)).append(" ");
  out.append(line).append(fitted(report_label(context.report(item.report)), free - free / 2 - free / 4)).append("\n");
}

constexpr std::string_view kColumns[] = {"id",    "measure", "status", "value", "min",   "max",     "hedge",
                                         "unit",  "of",      "role",   "state", "place", "speaker", "chain",
                                         "as_of", "basis",   "report", "path",  "text",  "per"};

void append_csv_row(const TextContext& context, const Ledger& ledger, const Measure& measure, const compare::Item& item,
                    std::string& out) {
  const claims::Figure& figure = ledger.figure(item);
  const annotate::Quantity& quantity = ledger.quantity(item);
  const AnalysedReport& report = context.report(item.report);
  std::string row;
  const auto cell = [&row](std::string_view text) { append_csv_cell(text, row); };
  std::string id = "f";
  cell(id.append(std::to_string(context.ids.figure(item.report, item.index))));
  cell(measure.label);
  cell(measure.status);
  cell(number_text(quantity.value));
  cell(number_text(quantity.min));
  cell(number_text(quantity.max));
  cell(word(quantity.hedge));
  cell(quantity.unit);
  cell(figure.counted);
  cell(word(figure.role));
  cell(figure.state);
  cell(ledger.place_of(item));
  cell(figure_speaker(context, item.report, figure));
  cell(ledger.chain_of(item));
  cell(figure.as_of ? figure.as_of->value : std::string());
  cell(figure.as_of ? word(figure.as_of->basis) : std::string_view());
  cell(report_label(report));
  cell(report.report.origin.path);
  cell(ledger.words_of(item));
  cell(quantity.per);
  out.append(row).append("\r\n");
}

/// One value of a measure.
void write_value(const TextContext& context, const Ledger& ledger, const compare::Item& item, JsonWriter& out) {
  const claims::Figure& figure = ledger.figure(item);
  const annotate::Quantity& quantity = ledger.quantity(item);
  const auto text = [&out](std::string_view key, std::string_view value) {
    out.key(key);
    write_text_or_null(out, value);
  };
  const auto number = [&out](std::string_view key, const std::optional<double>& value) {
    out.key(key);
    write_number_or_null(out, value);
  };
  out.begin_object();
  out.key("id");
  out.id('f', context.ids.figure(item.report, item.index));
  number("value", quantity.value);
  number("min", quantity.min);
  number("max", quantity.max);
  text("hedge", word(quantity.hedge));
  text("unit", quantity.unit);
  text("per", quantity.per);
  text("of", figure.counted);
  text("role", word(figure.role));
  text("state", figure.state);
  text("place", ledger.place_of(item));
  text("speaker", figure_speaker(context, item.report, figure));
  text("chain", ledger.chain_of(item));
  out.key("as_of");
  write_time(out, figure.as_of);
  out.key("report");
  out.id('r', context.ids.report(item.report));
  text("outlet", report_label(context.report(item.report)));
  text("path", context.report(item.report).report.origin.path);
  text("text", ledger.words_of(item));
  out.end_object();
}

}  // namespace

std::string figures_json(const Dossier& dossier, const TextOptions& options) {
  const DossierIds ids(dossier);
  const lang::Messages messages(options.language);
  const TextContext context{dossier, ids, messages, options.width_columns, options.language == "de"};
  const Ledger ledger(context);
  JsonWriter out;
  out.begin_object();
  out.key("figures");
  write_figures({dossier, ids, out});
  out.new_line();
  out.key("ledger");
  out.begin_array();
  ledger.for_each([&](const Measure& measure) {
    out.new_line();
    out.begin_object();
    out.key("measure");
    out.text(measure.label);
    out.key("status");
    out.text(measure.status);
    out.key("values");
    out.begin_array();
    for (const compare::Item& item : measure.members) write_value(context, ledger, item, out);
    out.end_array();
    out.end_object();
  });
  out.end_array();
  out.end_object();
  return out.take();
}

std::string figures_table(const Dossier& dossier, const TextOptions& options) {
  const DossierIds ids(dossier);
  const lang::Messages messages(options.language);
  const TextContext context{dossier, ids, messages, options.width_columns, options.language == "de"};
  const Ledger ledger(context);
  std::string out;
  ledger.for_each([&](const Measure& measure) {
    std::string status = " [";
    status.append(messages("status." + std::string(measure.status))).append("]");
    const std::size_t used = columns(status);
    out.append(fitted(measure.label, context.width > used + 8 ? context.width - used : 8)).append(status).append("\n");
    for (const compare::Item& item : measure.members) append_row(context, ledger, item, out);
  });
  return out;
}

std::string figures_csv(const Dossier& dossier, const TextOptions& options) {
  const DossierIds ids(dossier);
  const lang::Messages messages(options.language);
  const TextContext context{dossier, ids, messages, options.width_columns, options.language == "de"};
  const Ledger ledger(context);
  std::string out;
  for (const std::string_view name : kColumns) append_csv_cell(name, out);
  out += "\r\n";
  ledger.for_each([&](const Measure& measure) {
    for (const compare::Item& item : measure.members) append_csv_row(context, ledger, measure, item, out);
  });
  return out;
}

}  // namespace ql::present
