// SPDX-License-Identifier: Apache-2.0
// Text for a terminal: how things are called there, and lines that fit.
#pragma once

#include <string>
#include <string_view>

#include "lang/messages.h"
#include "present/dossier.h"
#include "present/dossier_ids.h"
#include "present/present.h"

namespace ql::present {

/// Columns that a UTF-8 text takes on a terminal (code points; combining marks count none).
std::size_t columns(std::string_view text);

/// One line of at most `width` columns: white space collapsed, control characters removed (report text must not steer
/// the terminal), "…" where it was cut.
std::string fitted(std::string_view text, std::size_t width);

/// `fitted` and filled with blanks to exactly `width` columns.
std::string padded(std::string_view text, std::size_t width);

/// What the writers of terminal text need.
struct TextContext {
  const Dossier& dossier;
  const DossierIds& ids;
  const lang::Messages& messages;
  std::size_t width;
  bool german;

  [[nodiscard]] const AnalysedReport& report(ReportId id) const { return dossier.reports[id.index()]; }
};

/// How a report is called: its outlet, else its given id, else the file's name.
std::string report_label(const AnalysedReport& report);
/// The speaker of a statement: actors' names, else the words; the message "text.open_speaker" when it is open.
std::string speaker_label(const TextContext& context, ReportId report, const claims::Statement& statement);
/// Who gives a figure: its speaker, else the speaker of its statement, else the report itself.
std::string figure_speaker(const TextContext& context, ReportId report, const claims::Figure& figure);
/// "CNN < US-Quellen": who relays whom, outermost first; "" for a statement at first hand.
std::string chain_label(const claims::Statement& statement);
/// The words of an item: a figure's span or a statement's content.
std::string item_words(const TextContext& context, const compare::Item& item);
/// Who says it, with the commitment for statements: "Stadt bestreitet".
std::string item_speaker(const TextContext& context, const compare::Item& item);
/// Report, speaker and words of an item in one line of at most `width` columns.
std::string item_line(const TextContext& context, const compare::Item& item, std::size_t width);
/// "23.10.2024" or "2024-10-23", marked when inferred; "" for a time without a value.
std::string time_label(const TextContext& context, const TimeValue& time);

}  // namespace ql::present
