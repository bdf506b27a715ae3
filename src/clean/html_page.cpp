// SPDX-License-Identifier: Apache-2.0
// decoded page -> tree -> facts of elements -> lines -> title -> content
//
// A page without a heading takes its title from <title>; then the lines are written once more with it in front.
// Tested by clean_test.cpp and, on real pages, by the extraction benchmarks.
#include "clean/html_page.h"

#include "clean/article_body.h"
#include "clean/content_finder.h"
#include "clean/html_tree.h"
#include "clean/page_authors.h"
#include "clean/page_blocks.h"
#include "clean/page_elements.h"
#include "clean/page_title.h"

namespace ql::clean {
namespace {

/// Writes the headline part of <title> as the first block, up to a '<', which a reader of bytes takes for a tag.
void write_title_tag(const HtmlText& title, std::string_view source, DraftWriter& writer) {
  std::string_view text = source.substr(title.begin, title.end - title.begin);
  text = text.substr(0, text.find('<'));
  writer.append(title.begin, title.begin + static_cast<std::uint32_t>(headline_size(text)), true);
  DraftBlock block;
  block.heading_level = 1;
  writer.end_block(block);
}

/// The first full date on a short line, looked for from the title down, then above it.
std::optional<PrintedDate> first_shown_date(const Draft& draft, std::size_t title, const lang::WordLabels& months) {
  constexpr std::uint32_t kLongestLine = 300;
  std::optional<PrintedDate> above;
  for (std::size_t i = 0; i < draft.blocks.size(); ++i) {
    if (draft.blocks[i].text.size() > kLongestLine || (i < title && above)) continue;
    const auto date = find_date(draft.view(draft.blocks[i]), 0, months);
    if (!date || date->day == 0) continue;
    if (i >= title) return date;
    above = date;
  }
  return above;
}

}  // namespace

HtmlPage read_html_page(const DecodedText& source, const lang::DocumentWords& words) {
  const HtmlTree tree = build_html_tree(source.text);
  const std::vector<ElementFacts> facts = element_facts(tree, source.text, words);
  HtmlPage page;
  page.hints.is_page = true;
  page.metadata = read_page_metadata(tree, source.text, words);
  DraftWriter writer(source);
  std::vector<PageBlock> blocks = write_page_blocks(tree, facts, writer);
  page.draft = writer.finish();
  page.hints.title_block = find_title_block(page.draft, page.metadata.headlines, page.metadata.outlet);
  if (!page.hints.title_block && page.metadata.title_tag) {
    DraftWriter again(source);
    write_title_tag(*page.metadata.title_tag, source.text, again);
    const std::size_t titles = again.draft().blocks.size();
    const std::vector<PageBlock> lines = write_page_blocks(tree, facts, again);
    blocks.assign(titles, PageBlock{});
    blocks.insert(blocks.end(), lines.begin(), lines.end());
    page.draft = again.finish();
    if (titles > 0) page.hints.title_block = 0;
  }
  if (!page.metadata.published) {
    page.metadata.shown_date = first_shown_date(page.draft, page.hints.title_block.value_or(0), words.months);
  }
  find_content({tree, facts, blocks}, page.hints.title_block, page.draft);
  if (!page.metadata.body.empty()) agree_with_body(page.metadata.body, page.hints.title_block, page.draft);
  page.metadata.authors = page_authors(page.metadata.authors, page.metadata, tree, facts, source.text, page.draft,
                                       page.hints.title_block, words);
  return page;
}

}  // namespace ql::clean
