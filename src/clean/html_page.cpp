// SPDX-License-Identifier: Apache-2.0
// decoded page -> tree -> facts of elements -> lines -> title -> content
//
// A page without a heading takes its title from <title>; then the lines are written once more with it in front.
// Tested by clean_test.cpp and, on real pages, by the extraction benchmarks.
#include "clean/html_page.h"

#include <algorithm>

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

constexpr std::uint32_t kLongestDateLine = 300;
constexpr std::uint32_t kShortDateLine = 60;

/// The first full date on a short line, or at the start of a longer one, looked for from the title down, then above it.
std::optional<PrintedDate> first_shown_date(const Draft& draft, std::size_t title, const lang::WordLabels& months,
                                            PageMetadata& page) {
  std::optional<PrintedDate> above;
  for (std::size_t i = 0; i < draft.blocks.size(); ++i) {
    if (i < title && above) continue;
    const std::string_view line = draft.view(draft.blocks[i]);
    constexpr std::size_t kStart = 40;
    const auto date = find_date(line.size() > kLongestDateLine ? line.substr(0, kStart) : line, 0, months);
    if (!date || date->day == 0) continue;
    constexpr std::size_t kNear = 8;
    page.shown_is_near = i > title && i <= title + kNear && line.size() <= kLongestDateLine && !line.ends_with('.');
    page.shown_is_short = page.shown_is_near && line.size() <= kShortDateLine;
    if (i >= title) return date;
    above = date;
  }
  return above;
}

/// The date in the element for dates that is nearest to the title: below it, else above it.
std::optional<PrintedDate> date_in_its_place(const Draft& draft, const std::vector<PageBlock>& blocks,
                                             const std::vector<ElementFacts>& facts, const HtmlTree& tree,
                                             std::size_t title, const lang::WordLabels& months) {
  constexpr std::size_t kNear = 25;
  std::optional<PrintedDate> above;
  for (std::size_t i = title > kNear ? title - kNear : 0; i < std::min(draft.blocks.size(), title + kNear); ++i) {
    const std::uint32_t element = blocks[i].element;
    const bool named = facts[element].names_date || facts[tree.elements[element].parent].names_date;
    if (!named || draft.blocks[i].text.size() > kLongestDateLine) continue;
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
    page.metadata.found_in.title = FoundIn::TitleTag;
  }
  const std::size_t title = page.hints.title_block.value_or(0);
  page.metadata.date_place =
      found(date_in_its_place(page.draft, blocks, facts, tree, title, words.months), FoundIn::Element);
  page.metadata.shown_date = first_shown_date(page.draft, title, words.months, page.metadata);
  find_content({tree, facts, blocks}, page.hints.title_block, page.draft);
  if (!page.metadata.body.empty()) agree_with_body(page.metadata.body, page.hints.title_block, page.draft);
  page.metadata.authors = page_authors(page.metadata.authors, page.metadata, tree, facts, source.text, page.draft,
                                       page.hints.title_block, words);
  return page;
}

}  // namespace ql::clean
