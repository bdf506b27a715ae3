// SPDX-License-Identifier: Apache-2.0
// Says of every block of a draft what it is, and reads title, by-line, date, outlet and agencies off them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "clean/dates.h"
#include "clean/draft.h"
#include "clean/report.h"
#include "lang/document_words.h"

namespace ql::clean {

/// What is known before the words are read.
struct LabelHints {
  bool is_page = false;                    ///< HTML: its markup has told the report from the page.
  std::optional<std::size_t> title_block;  ///< Index into Draft::blocks.
};

/// What the blocks say.
struct Labels {
  std::vector<TableCell> cells;
  std::vector<Block> blocks;  ///< Draft blocks, some of them cut in two, in text order.
  std::optional<BlockId> title;
  std::vector<TextRange> authors;
  std::vector<std::string> agencies;
  std::optional<PrintedDate> published;  ///< Printed in the report, not in metadata.
  std::optional<std::string> outlet;
};

/// Labels a draft. Linear in its text.
Labels label(const Draft& draft, const LabelHints& hints, const lang::DocumentWords& words);

}  // namespace ql::clean
