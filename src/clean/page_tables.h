// SPDX-License-Identifier: Apache-2.0
// Rows and columns of a page's tables.
#pragma once

#include <vector>

#include "clean/html_tree.h"
#include "clean/report.h"

namespace ql::clean {

/// The place of each element in the innermost table around it, by index; empty if the page has no table of several
/// rows and columns (tables of one row or column, and those that hold tables, lay a page out and mean nothing). Cells
/// count their colspan; rowspan moves the cells below. Linear in elements and spanned cells, spans are bounded.
std::vector<TablePlace> table_places(const HtmlTree& tree, std::string_view source);

}  // namespace ql::clean
