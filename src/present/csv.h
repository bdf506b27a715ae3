// SPDX-License-Identifier: Apache-2.0
// Rows of comma-separated values (RFC 4180) that a spreadsheet opens without running anything.
#pragma once

#include <string>
#include <string_view>

namespace ql::present {

/// Appends one quoted cell to `row`, behind a comma unless the row is empty. A cell that a spreadsheet would take for a
/// formula gets an apostrophe in front; plain numbers such as -3.5 stay as they are.
void append_csv_cell(std::string_view text, std::string& row);

}  // namespace ql::present
