// SPDX-License-Identifier: Apache-2.0
// A page's lines of visible text, with how much of each is links.
#pragma once

#include <cstdint>
#include <vector>

#include "clean/draft.h"
#include "clean/page_elements.h"

namespace ql::clean {

/// Beside Draft::blocks, index by index.
struct PageBlock {
  std::uint32_t element = 0;     ///< The element whose line it is.
  std::uint32_t link_bytes = 0;  ///< Bytes of its text that stand in links.
};

/// Writes all visible text of the page to `writer`, in document order, a block for each line that a reader sees: block
/// elements, table cells and double line breaks end one. Linear.
std::vector<PageBlock> write_page_blocks(const HtmlTree& tree, const std::vector<ElementFacts>& facts,
                                         DraftWriter& writer);

}  // namespace ql::clean
