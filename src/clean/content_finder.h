// SPDX-License-Identifier: Apache-2.0
// Which of a page's lines are the report?
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "clean/draft.h"
#include "clean/page_blocks.h"

namespace ql::clean {

/// A page between drafting and labelling.
struct PageView {
  const HtmlTree& tree;
  const std::vector<ElementFacts>& facts;
  const std::vector<PageBlock>& page_blocks;
};

/// Sets is_report and furniture of the draft's blocks: the element that holds most running text is the content; in it,
/// and between the title and it, lines that are neither links nor in elements that name themselves furniture are the
/// report. `title_block` is a hint and is never furniture. Linear.
void find_content(const PageView& page, std::optional<std::size_t> title_block, Draft& draft);

}  // namespace ql::clean
