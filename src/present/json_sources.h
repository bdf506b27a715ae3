// SPDX-License-Identifier: Apache-2.0
// What a report says about itself beside its text, as JSON: shared by the dossier and by `extract`.
#pragma once

#include "base/json_writer.h"
#include "clean/report.h"

namespace ql::present {

/// The keys section, licence, paywall and found_in: where each value of the metadata was read, values that are there
/// only.
void write_page_facts(JsonWriter& out, const clean::Report& report);

/// The report's tables as lists of rows, each a list of the texts of its cells; paragraphs of a cell are joined by a
/// line feed, cells that span several columns stand in the first, missing ones are "", empty rows are left out.
void write_tables(JsonWriter& out, const clean::Report& report);

}  // namespace ql::present
