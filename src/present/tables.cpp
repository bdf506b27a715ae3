// SPDX-License-Identifier: Apache-2.0
// Statements and claims as rows. What a cell of the page shows is one row here, with the bytes that it opens.
// Tested by tables_test.cpp.
#include <array>
#include <charconv>

#include "present/claim_walk.h"
#include "present/csv.h"
#include "present/evidence.h"
#include "present/exports.h"
#include "present/terminal_text.h"
#include "present/words.h"

namespace ql::present {
namespace {

/// Rows of one table.
class Table {
 public:
  template <std::size_t kCount>
  explicit Table(const std::string_view (&columns)[kCount]) {
    for (const std::string_view column : columns) cell(column);
    end_row();
  }

  void cell(std::string_view text) { append_csv_cell(text, row_); }
  void end_row() {
    text_.append(row_).append("\r\n");
    row_.clear();
  }
  std::string take() { return std::move(text_); }

 private:
  std::string row_, text_;
};

constexpr std::string_view kStatementColumns[] = {
    "id",        "kind", "commitment", "negated",    "open",   "speaker", "speaker_text", "chain",  "cue",   "content",
    "addressee", "time", "rule",       "confidence", "report", "path",    "record",       "sha256", "begin", "end"};
constexpr std::string_view kClaimColumns[] = {"claim", "kind",    "label",  "status", "origins",  "item",
                                              "who",   "content", "report", "path",   "published"};

std::string joined(const clean::Report& report, const std::vector<TextRange>& ranges, std::string_view between) {
  std::string text;
  for (const TextRange range : ranges) {
    if (!text.empty()) text += between;
    text += slice(report.text, range);
  }
  return text;
}

std::string two_digits(float value) {
  std::array<char, 16> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, 2).ptr;
  return {buffer.data(), end};
}

std::string numbered(char prefix, std::size_t number) {
  std::string id(1, prefix);
  return id.append(std::to_string(number));
}

void append_place(const AnalysedReport& report, const std::vector<TextRange>& content, Table& table) {
  const clean::Report& source = report.report;
  table.cell(report_label(report));
  table.cell(source.origin.path);
  table.cell(source.origin.record ? std::to_string(*source.origin.record) : std::string());
  table.cell(source.sha256);
  const auto words = content.empty() ? std::nullopt : evidence(source, content.front());
  const auto last = content.empty() ? std::nullopt : evidence(source, content.back());
  table.cell(words ? std::to_string(words->range.source.begin) : std::string());
  table.cell(last ? std::to_string(last->range.source.end) : std::string());
}

void append_statement(const TextContext& context, ReportId id, std::uint32_t index, Table& table) {
  const AnalysedReport& report = context.report(id);
  const claims::Statement& statement = report.claims.statements[index];
  table.cell(numbered('q', context.ids.statement(id, index)));
  table.cell(word(statement.kind));
  table.cell(word(statement.commitment));
  table.cell(statement.negated ? "true" : "false");
  table.cell(statement.open ? "true" : "false");
  table.cell(speaker_label(context, id, statement));
  table.cell(statement.speaker.text);
  table.cell(chain_label(statement));
  table.cell(joined(report.report, statement.cue, " "));
  table.cell(joined(report.report, statement.content, " ... "));
  table.cell(slice(report.report.text, statement.addressee));
  table.cell(statement.time ? statement.time->value : std::string());
  table.cell(statement.rule.name());
  table.cell(two_digits(statement.confidence));
  append_place(report, statement.content, table);
  table.end_row();
}

void append_claim(const TextContext& context, const compare::Claim& claim, std::size_t number, Table& table) {
  for (const compare::Item& item : claim.members) {
    const bool figure = item.kind == compare::Item::Kind::Figure;
    const AnalysedReport& report = context.report(item.report);
    table.cell(numbered('c', number));
    table.cell(word(claim.kind));
    table.cell(claim.label);
    table.cell(word(claim.status));
    table.cell(std::to_string(claim.origins));
    table.cell(figure ? numbered('f', context.ids.figure(item.report, item.index))
                      : numbered('q', context.ids.statement(item.report, item.index)));
    table.cell(item_speaker(context, item));
    table.cell(item_words(context, item));
    table.cell(report_label(report));
    table.cell(report.report.origin.path);
    table.cell(report.report.published ? report.report.published->value : std::string());
    table.end_row();
  }
}

}  // namespace

std::string statements_csv(const Dossier& dossier, const TextOptions& options) {
  const DossierIds ids(dossier);
  const lang::Messages messages(options.language);
  const TextContext context{dossier, ids, messages, options.width_columns, options.language == "de"};
  Table table(kStatementColumns);
  for (std::size_t r = 0; r < dossier.reports.size(); ++r) {
    const auto count = static_cast<std::uint32_t>(dossier.reports[r].claims.statements.size());
    for (std::uint32_t i = 0; i < count; ++i) append_statement(context, ReportId(r), i, table);
  }
  return table.take();
}

std::string claims_csv(const Dossier& dossier, const TextOptions& options) {
  const DossierIds ids(dossier);
  const lang::Messages messages(options.language);
  const TextContext context{dossier, ids, messages, options.width_columns, options.language == "de"};
  Table table(kClaimColumns);
  for_each_claim(dossier,
                 [&](const compare::Claim& claim, std::size_t number) { append_claim(context, claim, number, table); });
  return table.take();
}

}  // namespace ql::present
