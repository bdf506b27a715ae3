// SPDX-License-Identifier: Apache-2.0
// One walk over the stretches of text; a change of the element that owns the line ends the block. Tested by
// clean_test.cpp and the property tests of clean.
#include "clean/page_blocks.h"

#include "clean/page_tables.h"

namespace ql::clean {
namespace {

class Walk {
 public:
  Walk(const HtmlTree& tree, const std::vector<ElementFacts>& facts, DraftWriter& writer)
      : tree_(tree), facts_(facts), writer_(writer), places_(table_places(tree, writer.source_text())) {}

  std::vector<PageBlock> run() {
    for (const HtmlText& text : tree_.texts) {
      if (text.begin == text.end) {
        line_break(text.is_br);
      } else {
        write(text);
      }
    }
    end_block();
    return std::move(blocks_);
  }

 private:
  void line_break(bool is_br) {
    const bool second = broken_ && writer_.text_size() == size_at_break_;
    if (second || !is_br) {
      end_block();
    } else {
      writer_.append_blank();
    }
    broken_ = true;
    size_at_break_ = writer_.text_size();
  }

  void write(const HtmlText& text) {
    const ElementFacts& facts = facts_[text.element];
    if (facts.block != element_) {
      end_block();
      element_ = facts.block;
    }
    const std::uint32_t before = writer_.text_size();
    const bool fresh = writer_.block_is_empty();
    writer_.append(text.begin, text.end, true);
    const std::uint32_t written = writer_.text_size() - before;
    if (written == 0) return;
    if (fresh) all_emphasised_ = true;
    all_emphasised_ = all_emphasised_ && facts.emphasised;
    if (facts.in_link) link_bytes_ += written;
  }

  void end_block() {
    if (!writer_.block_is_empty()) {
      const ElementFacts& facts = facts_[element_];
      DraftBlock block;
      block.heading_level = facts.heading_level;
      block.list_item = facts.list_item;
      block.cell = facts.cell;
      block.quote = facts.quote;
      block.paragraph = tree_.elements[element_].tag == Tag::P;
      block.emphasised = all_emphasised_;
      if (!places_.empty()) block.place = places_[element_];
      writer_.end_block(block);
      blocks_.push_back({element_, link_bytes_});
    }
    writer_.end_block({});
    link_bytes_ = 0;
    broken_ = false;
  }

  const HtmlTree& tree_;
  const std::vector<ElementFacts>& facts_;
  DraftWriter& writer_;
  std::vector<TablePlace> places_;
  std::vector<PageBlock> blocks_;
  std::uint32_t element_ = 0;
  std::uint32_t link_bytes_ = 0;
  std::uint32_t size_at_break_ = 0;
  bool all_emphasised_ = false;
  bool broken_ = false;
};

}  // namespace

std::vector<PageBlock> write_page_blocks(const HtmlTree& tree, const std::vector<ElementFacts>& facts,
                                         DraftWriter& writer) {
  return Walk(tree, facts, writer).run();
}

}  // namespace ql::clean
