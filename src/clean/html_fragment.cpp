// SPDX-License-Identifier: Apache-2.0
// No content finder: there is nothing around the content. Hints of elements ("caption", "credit", "teaser") still tell
// what belongs to the layout of the page that it was cut from. Tested by clean_test.cpp.
#include "clean/html_fragment.h"

#include <algorithm>
#include <vector>

#include "clean/html_tree.h"
#include "clean/page_blocks.h"
#include "clean/page_elements.h"

namespace ql::clean {
namespace {

/// What a hint makes of a line; none if it stays in the report.
std::optional<FurnitureKind> furniture_of(lang::Hint hint) {
  switch (hint) {
    case lang::Hint::Caption:
      return FurnitureKind::Caption;
    case lang::Hint::Credit:
      return FurnitureKind::Credit;
    case lang::Hint::Teaser:
      return FurnitureKind::Teaser;
    case lang::Hint::Prompt:
      return FurnitureKind::Prompt;
    case lang::Hint::Navigation:
      return FurnitureKind::Navigation;
    default:
      return std::nullopt;
  }
}

/// Hints as they rule each element: its own, else its parent's.
std::vector<lang::Hint> inherited_hints(const HtmlTree& tree, const std::vector<ElementFacts>& facts) {
  std::vector<lang::Hint> hints(facts.size(), lang::Hint::None);
  for (std::size_t e = 1; e < facts.size(); ++e) {
    hints[e] = facts[e].hint != lang::Hint::None ? facts[e].hint : hints[tree.elements[e].parent];
  }
  return hints;
}

}  // namespace

HtmlPage read_html_fragment(const DecodedText& source, const std::optional<std::string>& title,
                            const lang::DocumentWords& words) {
  const HtmlTree tree = build_html_tree(source.text);
  const std::vector<ElementFacts> facts = element_facts(tree, source.text, words);
  HtmlPage page;
  page.hints.is_page = true;
  DraftWriter writer(source);
  if (title) {
    writer.append_field(*title, Field::Title);
    page.hints.title_block = 0;
  }
  const std::size_t first = writer.draft().blocks.size();
  const std::vector<PageBlock> lines = write_page_blocks(tree, facts, writer);
  page.draft = writer.finish();
  const std::vector<lang::Hint> hints = inherited_hints(tree, facts);
  bool any_report = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    DraftBlock& block = page.draft.blocks[first + i];
    const bool is_link = lines[i].link_bytes * 5 > block.text.size() * 4;
    const auto kind = is_link ? FurnitureKind::Teaser : furniture_of(hints[lines[i].element]);
    block.is_report = !kind && !facts[lines[i].element].invisible;
    if (kind) block.furniture = *kind;
    any_report = any_report || block.is_report;
  }
  // A text of links only (a list of sources, a press review) is the report all the same.
  for (std::size_t i = first; i < page.draft.blocks.size() && !any_report; ++i) page.draft.blocks[i].is_report = true;
  return page;
}

}  // namespace ql::clean
