// SPDX-License-Identifier: Apache-2.0
// The figure ledger: per measure all values that the reports give, with hedge, speaker, chain, as-of time and report.
#pragma once

#include <string>

#include "present/dossier.h"
#include "present/present.h"

namespace ql::present {

/// The ledger for a terminal: a line per measure with its status, below it a line per value: id, time, words,
/// speaker, report. Lines of at most options.width_columns columns, but 42. Measures in the order of the claims, then
/// the figures that are in none.
std::string figures_table(const Dossier& dossier, const TextOptions& options);

/// The same as JSON: "figures", the dossier's section of that name, and "ledger", an array of measures with their
/// status and values: hedge, what is counted, speaker and chain as text, as-of time, report and path.
std::string figures_json(const Dossier& dossier, const TextOptions& options);

/// The same rows as CSV (RFC 4180, UTF-8, CRLF), with a head line; one row per figure and measure. Cells that a
/// spreadsheet would take for a formula start with an apostrophe.
std::string figures_csv(const Dossier& dossier, const TextOptions& options);

}  // namespace ql::present
