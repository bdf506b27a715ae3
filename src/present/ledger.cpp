// SPDX-License-Identifier: Apache-2.0
// The rows of ledger_rows.h as a table for the terminal, as CSV and as JSON. Cost: that of the rows. Tested by
// ledger_test.cpp.
#include "present/ledger.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "present/csv.h"
#include "present/json_sections.h"
#include "present/ledger_rows.h"
#include "present/words.h"

namespace ql::present {
namespace {

constexpr std::size_t kIndent = 2, kTimeColumns = 12, kLeastColumns = 6;

std::string number_text(const std::optional<double>& value) {
  if (!value) return {};
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), *value).ptr;
  return {buffer.data(), end};
}

/// Columns of the terminal's table; the same for all measures, so that they stand below one another.
struct Widths {
  std::size_t value = 0, who = 0, report = 0, id = 0;
};

/// The cells of one row as they are written, unfitted.
struct Cells {
  std::string time, value, who, report, id;
};

Cells cells_of(const TextContext& context, const Ledger& ledger, const LedgerRow& row) {
  const claims::Figure& figure = ledger.figure(row.item);
  Cells cells;
  cells.time = figure.as_of ? time_label(context, *figure.as_of) : "-";
  cells.value = ledger.words_of(row.item);
  std::string mark;
  if (figure.role != claims::FigureRole::Level) mark = context.messages("role." + std::string(word(figure.role)));
  if (row.corrects) mark = context.messages("role.correction");
  if (!mark.empty()) cells.value.append(" (").append(mark).append(")");
  cells.who = figure_speaker(context, row.item.report, figure);
  if (const std::string chain = ledger.chain_of(row.item); !chain.empty()) cells.who = chain;
  cells.report = report_label(context.report(row.item.report));
  cells.id = ledger.id_of(row.item);
  if (row.same_as) cells.id.append(" = ").append(ledger.id_of(*row.same_as));
  return cells;
}

/// Shares `width` between value, speaker and report: what one does not need goes to the others.
Widths fit(Widths need, std::size_t width) {
  const std::size_t used = kIndent + kTimeColumns + 4 + need.id;
  std::size_t free = width > used + 3 * kLeastColumns ? width - used : 3 * kLeastColumns;
  Widths result{std::min(need.value, free * 9 / 20), std::min(need.who, free * 3 / 10), 0, need.id};
  result.report = std::min(need.report, free - result.value - result.who);
  free -= result.value + result.who + result.report;
  for (const auto& [have, wanted] : {std::pair(&result.value, need.value), std::pair(&result.who, need.who)}) {
    const std::size_t more = std::min(free, wanted - *have);
    *have += more;
    free -= more;
  }
  return result;
}

Widths needed_widths(const TextContext& context, const Ledger& ledger) {
  Widths need{kLeastColumns, kLeastColumns, kLeastColumns, kLeastColumns};
  ledger.for_each([&](const Measure& measure) {
    for (const LedgerRow& row : measure.rows) {
      const Cells cells = cells_of(context, ledger, row);
      need.value = std::max(need.value, columns(cells.value));
      need.who = std::max(need.who, columns(cells.who));
      need.report = std::max(need.report, columns(cells.report));
      need.id = std::max(need.id, columns(cells.id));
    }
  });
  return fit(need, context.width);
}

/// A time is written once for all rows that share it.
void append_rows(const TextContext& context, const Ledger& ledger, const Measure& measure, const Widths& widths,
                 std::string& out) {
  std::string last_time;
  for (const LedgerRow& row : measure.rows) {
    const Cells cells = cells_of(context, ledger, row);
    out.append(kIndent, ' ').append(padded(cells.time == last_time ? "" : cells.time, kTimeColumns)).append(" ");
    out.append(padded(cells.value, widths.value)).append(" ").append(padded(cells.who, widths.who)).append(" ");
    out.append(padded(cells.report, widths.report)).append(" ").append(fitted(cells.id, widths.id)).append("\n");
    last_time = cells.time;
  }
}

/// "[entwickelt sich] 9 Werte, 3 Urspr\u00fcnge"
std::string head_of(const TextContext& context, const Measure& measure) {
  std::string head = " [";
  head.append(context.messages("status." + std::string(measure.status))).append("]");
  if (measure.rows.size() < 2) return head;
  head.append(" ").append(context.messages.count("count.values", measure.rows.size()));
  return measure.origins < 2 ? head
                             : head.append(", ").append(context.messages.count("count.origins", measure.origins));
}

constexpr std::string_view kColumns[] = {"id",     "measure", "status", "value", "min",     "max",     "hedge", "unit",
                                         "of",     "role",    "state",  "place", "speaker", "chain",   "as_of", "basis",
                                         "report", "path",    "text",   "per",   "same_as", "corrects"};

void append_csv_row(const TextContext& context, const Ledger& ledger, const Measure& measure, const LedgerRow& entry,
                    std::string& out) {
  const compare::Item& item = entry.item;
  const claims::Figure& figure = ledger.figure(item);
  const annotate::Quantity& quantity = ledger.quantity(item);
  const AnalysedReport& report = context.report(item.report);
  std::string row;
  const auto cell = [&row](std::string_view text) { append_csv_cell(text, row); };
  cell(ledger.id_of(item));
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
  cell(entry.same_as ? ledger.id_of(*entry.same_as) : std::string());
  cell(entry.corrects ? "1" : "");
  out.append(row).append("\r\n");
}

/// One value of a measure.
void write_value(const TextContext& context, const Ledger& ledger, const LedgerRow& row, JsonWriter& out) {
  const compare::Item& item = row.item;
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
  text("same_as", row.same_as ? ledger.id_of(*row.same_as) : std::string());
  out.key("corrects");
  out.boolean(row.corrects);
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
    out.key("origins");
    out.integer(measure.origins);
    out.key("values");
    out.begin_array();
    for (const LedgerRow& row : measure.rows) write_value(context, ledger, row, out);
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
  const Widths widths = needed_widths(context, ledger);
  std::string out;
  ledger.for_each([&](const Measure& measure) {
    const std::string head = head_of(context, measure);
    const std::size_t used = columns(head);
    out.append(fitted(measure.label, context.width > used + 8 ? context.width - used : 8)).append(head).append("\n");
    append_rows(context, ledger, measure, widths, out);
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
    for (const LedgerRow& row : measure.rows) append_csv_row(context, ledger, measure, row, out);
  });
  return out;
}

}  // namespace ql::present
