// SPDX-License-Identifier: Apache-2.0
// lines -> running text per element (summed up the tree) -> content element -> report or furniture for each line
//
// Running text is counted where a line is long enough, has few links and stands in no element whose tag or class says
// furniture. A furniture hint counts only while its element holds less than half of all running text, because sites
// name whole pages "teaser-page". The content element is found by going down from the root as long as one child holds
// nearly all running text, or is an article with a large share. Weights were set by hand on the open pages of the
// extraction sets. Tested by clean_test.cpp.
#include "clean/content_finder.h"

#include <algorithm>

namespace ql::clean {
namespace {

using lang::Hint;

constexpr std::uint32_t kShortLine = 40;
constexpr std::uint32_t kLongLine = 80;
constexpr std::uint32_t kSmallText = 700;

FurnitureKind kind_of(Hint hint) {
  switch (hint) {
    case Hint::Navigation:
      return FurnitureKind::Navigation;
    case Hint::Teaser:
      return FurnitureKind::Teaser;
    case Hint::Metadata:
      return FurnitureKind::Metadata;
    case Hint::Prompt:
      return FurnitureKind::Prompt;
    case Hint::Caption:
      return FurnitureKind::Caption;
    case Hint::Credit:
      return FurnitureKind::Credit;
    default:
      return FurnitureKind::Other;
  }
}

bool is_negative(Hint hint) { return hint > Hint::Lead; }

class Finder {
 public:
  Finder(const PageView& page, std::optional<std::size_t> title_block, Draft& draft)
      : page_(page), title_block_(title_block), draft_(draft), negative_(page.facts.size(), Hint::None) {}

  void run() {
    const std::vector<std::uint64_t> raw = sum_up(false);
    inherit_hints(raw);
    const std::vector<std::uint64_t> running = sum_up(true);
    content_ = running[0] > 0 ? descend(running) : 0;
    mark_inside();
    measure_tables();
    for (std::size_t i = 0; i < draft_.blocks.size(); ++i) judge(i);
    drop_lone_headings();
  }

 private:
  [[nodiscard]] std::uint32_t plain_bytes(std::size_t i) const {
    return draft_.blocks[i].text.size() - std::min(draft_.blocks[i].text.size(), page_.page_blocks[i].link_bytes);
  }
  [[nodiscard]] double link_density(std::size_t i) const {
    return static_cast<double>(page_.page_blocks[i].link_bytes) / static_cast<double>(draft_.blocks[i].text.size());
  }

  /// True if the line reads like running text.
  [[nodiscard]] bool is_running(std::size_t i) const {
    const DraftBlock& block = draft_.blocks[i];
    if (block.heading_level > 0 || page_.facts[page_.page_blocks[i].element].invisible) return false;
    const std::uint32_t plain = plain_bytes(i);
    if (link_density(i) > 0.4 || plain < kShortLine) return false;
    return plain >= kLongLine || draft_.view(block).find_last_of(".!?") != std::string_view::npos;
  }

  /// True if the element's hint makes the line furniture; a long sentence is no metadata, whatever its class.
  [[nodiscard]] bool is_hinted_away(std::size_t i) const {
    const Hint hint = negative_[page_.page_blocks[i].element];
    const bool long_sentence = plain_bytes(i) >= 150 && is_running(i);
    return is_negative(hint) && !(hint == Hint::Metadata && long_sentence);
  }

  /// Bytes of running text in each element and below it.
  [[nodiscard]] std::vector<std::uint64_t> sum_up(bool use_hints) const {
    std::vector<std::uint64_t> sums(page_.tree.elements.size());
    for (std::size_t i = 0; i < draft_.blocks.size(); ++i) {
      const std::uint32_t element = page_.page_blocks[i].element;
      if (is_running(i) && !(use_hints && is_hinted_away(i))) sums[element] += plain_bytes(i);
    }
    for (std::size_t e = sums.size(); e-- > 1;) sums[page_.tree.elements[e].parent] += sums[e];
    return sums;
  }

  /// The share of a page's running text, in percent, up to which a hint is believed.
  static std::uint64_t largest_share(Hint hint) {
    switch (hint) {
      case Hint::Comments:
        return 90;
      case Hint::Navigation:
        return 50;
      case Hint::Teaser:
        return 45;
      default:
        return 25;
    }
  }

  /// The hint that rules each element: its own, else its parent's; none where the element holds most of the page.
  void inherit_hints(const std::vector<std::uint64_t>& raw) {
    above_title_ = elements_above_title();
    find_home(raw);
    find_nested_articles();
    for (std::size_t e = 1; e < negative_.size(); ++e) {
      const Hint own = nested_[e] ? Hint::Teaser : page_.facts[e].hint;
      const Hint above = negative_[page_.tree.elements[e].parent];
      const std::uint64_t largest = at_home_[e] ? largest_share(own) : 90;
      const bool too_large = raw[0] > 0 && raw[e] * 100 > raw[0] * largest && raw[e] > kSmallText;
      const bool large = raw[e] * 5 >= raw[0];
      if (own == Hint::Article && page_.facts[e].hint_is_sure && large && above != Hint::Comments) {
        negative_[e] = own;
      } else if (own == Hint::Lead && above == Hint::Teaser && is_below_title(e)) {
        negative_[e] = own;
      } else if (is_negative(above)) {
        negative_[e] = is_negative(own) ? own : above;
      } else {
        negative_[e] = is_negative(own) && too_large ? Hint::None : own == Hint::None ? above : own;
      }
      const Tag tag = page_.tree.elements[e].tag;
      const bool header = tag == Tag::H1 && (own == Hint::Metadata || own == Hint::None);
      if (header && !is_negative(above)) negative_[e] = Hint::None;
      if (above_title_[e] && raw[e] * 4 >= raw[0] && is_negative(negative_[e])) negative_[e] = Hint::None;
    }
  }

  /// The home of the report: the innermost element that holds the title and a report's amount of running text. Outside
  /// of it a hint is believed however large its element is; without one, everything is home.
  void find_home(const std::vector<std::uint64_t>& raw) {
    constexpr std::uint64_t kReport = 800;
    at_home_.assign(raw.size(), false);
    std::size_t home = 0;
    for (std::size_t e = 0; e < raw.size(); ++e) {
      if (above_title_[e] && raw[e] >= kReport) home = e;
    }
    for (std::size_t e = home; e < raw.size(); ++e) {
      at_home_[e] = e == home || (e > home && at_home_[page_.tree.elements[e].parent]);
    }
    first_block_.assign(raw.size(), draft_.blocks.size());
    for (std::size_t i = draft_.blocks.size(); i-- > 0;) first_block_[page_.page_blocks[i].element] = i;
  }

  /// Articles inside the article that holds the title are other articles if their headings link to them; otherwise they
  /// are its parts, as in lists of the ten best.
  void find_nested_articles() {
    nested_.assign(page_.tree.elements.size(), false);
    std::vector<bool> linked(nested_.size(), false);
    for (std::size_t i = 0; i < draft_.blocks.size(); ++i) {
      if (draft_.blocks[i].heading_level > 0 && link_density(i) > 0.8) linked[page_.page_blocks[i].element] = true;
    }
    for (std::size_t e = nested_.size(); e-- > 1;) {
      if (linked[e]) linked[page_.tree.elements[e].parent] = true;
    }
    std::vector<bool> in_titled(nested_.size(), false);
    for (std::size_t e = 1; e < nested_.size(); ++e) {
      const bool inside = in_titled[page_.tree.elements[e].parent];
      const bool is_article = page_.tree.elements[e].tag == Tag::Article;
      nested_[e] = inside && is_article && !above_title_[e] && linked[e];
      in_titled[e] = inside || (is_article && above_title_[e]);
    }
  }

  /// True if the element's own text stands within a few lines below the title.
  [[nodiscard]] bool is_below_title(std::size_t element) const {
    constexpr std::size_t kNear = 12;
    const std::size_t first = first_block_[element];
    return title_block_ && first > *title_block_ && first <= *title_block_ + kNear;
  }

  [[nodiscard]] std::uint32_t descend(const std::vector<std::uint64_t>& running) const {
    const std::vector<bool>& above_title = above_title_;
    std::vector<std::uint32_t> best(running.size(), 0);
    std::vector<std::uint32_t> article(running.size(), 0);
    for (std::uint32_t e = 1; e < running.size(); ++e) {
      const std::uint32_t parent = page_.tree.elements[e].parent;
      if (best[parent] == 0 || running[e] > running[best[parent]]) best[parent] = e;
      const bool is_article = page_.facts[e].hint == Hint::Article || page_.tree.elements[e].tag == Tag::Main;
      const bool first = article[parent] == 0 || running[e] > running[article[parent]];
      if (is_article && first && !above_title[article[parent]]) article[parent] = e;
      if (is_article && above_title[e] && running[e] * 100 >= running[parent] * 25) article[parent] = e;
    }
    std::uint32_t at = 0;
    for (;;) {
      const std::uint32_t child = best[at];
      const std::uint32_t named = article[at];
      if (child != 0 && holds_lines(child)) return at;
      if (page_.facts[at].hint == Hint::Article && page_.facts[at].hint_is_sure) return at;
      if (child != 0 && running[child] * 100 >= running[at] * 92) {
        at = child;
      } else if (named != 0 && running[named] * 100 >= running[at] * (above_title[named] ? 25U : 45U)) {
        at = named;
      } else if (child != 0 && page_.facts[at].hint != Hint::Article && running[child] * 100 >= running[at] * 70) {
        at = child;
      } else {
        return at;
      }
    }
  }

  /// True for elements that are a paragraph or an item themselves, so that no content lies in one alone.
  [[nodiscard]] bool holds_lines(std::uint32_t element) const {
    const Tag tag = page_.tree.elements[element].tag;
    return tag == Tag::P || tag == Tag::Li || tag == Tag::Blockquote || tag == Tag::Ul || tag == Tag::Ol;
  }

  [[nodiscard]] std::vector<bool> elements_above_title() const {
    std::vector<bool> above(page_.tree.elements.size(), false);
    if (!title_block_) return above;
    for (std::uint32_t e = page_.page_blocks[*title_block_].element; e != 0; e = page_.tree.elements[e].parent) {
      above[e] = true;
    }
    return above;
  }

  void mark_inside() {
    inside_.assign(page_.tree.elements.size(), false);
    inside_[content_] = true;
    for (std::size_t e = content_ + 1; e < inside_.size(); ++e) {
      inside_[e] = inside_[page_.tree.elements[e].parent];
    }
    std::uint32_t article = content_;
    while (article != 0 && page_.facts[article].hint != Hint::Article) article = page_.tree.elements[article].parent;
    in_article_.assign(inside_.size(), false);
    for (std::size_t e = article; e < inside_.size() && article != 0; ++e) {
      in_article_[e] = e == article || in_article_[page_.tree.elements[e].parent];
    }
    for (std::size_t i = 0; i < draft_.blocks.size(); ++i) {
      if (inside_[page_.page_blocks[i].element]) {
        first_inside_ = std::min(first_inside_, i);
      }
    }
  }

  /// Between the title and the content, running text is a lead.
  [[nodiscard]] bool is_lead_above(std::size_t i) const {
    constexpr std::uint32_t kShortLead = 40;
    const DraftBlock& block = draft_.blocks[i];
    const bool long_heading = block.heading_level > 0 && block.text.size() >= kShortLead && link_density(i) < 0.4;
    const bool near = title_block_ && (i <= *title_block_ + 20 || in_article_[page_.page_blocks[i].element]);
    return near && i > *title_block_ && i < first_inside_ &&
           (is_running(i) || long_heading || page_.facts[page_.page_blocks[i].element].hint == Hint::Lead);
  }

  /// The share of links in each table, for its elements: a table of results links every name in it.
  void measure_tables() {
    const std::size_t count = page_.tree.elements.size();
    std::vector<std::uint32_t> table(count, 0);
    for (std::uint32_t e = 1; e < count; ++e) {
      table[e] = page_.tree.elements[e].tag == Tag::Table ? e : table[page_.tree.elements[e].parent];
    }
    std::vector<double> bytes(count, 0.0);
    table_links_.assign(count, 0.0);
    for (std::size_t i = 0; i < draft_.blocks.size(); ++i) {
      const std::uint32_t of = table[page_.page_blocks[i].element];
      bytes[of] += static_cast<double>(draft_.blocks[i].text.size());
      table_links_[of] += static_cast<double>(page_.page_blocks[i].link_bytes);
    }
    for (std::size_t e = 1; e < count; ++e) {
      if (table[e] == e && bytes[e] > 0.0) table_links_[e] /= bytes[e];
      if (table[e] != e) table_links_[e] = table_links_[table[e]];
    }
  }

  void judge(std::size_t i) {
    DraftBlock& block = draft_.blocks[i];
    if (i == title_block_) return;
    const std::uint32_t element = page_.page_blocks[i].element;
    const Hint hint = negative_[element];
    const bool negative = is_hinted_away(i) || page_.facts[element].invisible;
    const bool in_place = inside_[element] || is_lead_above(i);
    const double links = block.cell ? std::min(link_density(i), table_links_[element]) : link_density(i);
    const bool link_line = links > 0.8 || (links > 0.5 && block.text.size() < 200);
    const bool link_item = block.list_item && links > 0.5;
    block.is_report = in_place && !negative && !link_line && !link_item;
    if (block.is_report) return;
    block.furniture = negative                        ? kind_of(hint)
                      : inside_[element] || link_line ? FurnitureKind::Teaser
                                                      : FurnitureKind::Other;
    if (!inside_[element] && !negative && link_line) block.furniture = FurnitureKind::Navigation;
  }

  [[nodiscard]] static bool is_link_box(const DraftBlock& block) {
    return block.furniture == FurnitureKind::Teaser || block.furniture == FurnitureKind::Navigation;
  }

  /// A heading whose text was all taken for furniture is furniture too.
  void drop_lone_headings() {
    for (std::size_t i = draft_.blocks.size(); i-- > 0;) {
      DraftBlock& block = draft_.blocks[i];
      if (!block.is_report || block.heading_level == 0 || i == title_block_) continue;
      std::size_t next = i + 1;
      while (next < draft_.blocks.size() && !draft_.blocks[next].is_report && !is_link_box(draft_.blocks[next])) ++next;
      const bool lone = next >= draft_.blocks.size() || !draft_.blocks[next].is_report;
      const bool sentence = block.text.size() >= kShortLine && draft_.view(block).ends_with('.');
      if (lone && !sentence) {
        block.is_report = false;
        block.furniture = FurnitureKind::Teaser;
      }
    }
  }

  const PageView& page_;
  std::optional<std::size_t> title_block_;
  Draft& draft_;
  std::vector<Hint> negative_;
  std::vector<bool> inside_;
  std::vector<bool> in_article_;  // in the nearest element around the content that calls itself an article
  std::vector<double> table_links_;
  std::vector<bool> above_title_;
  std::vector<bool> at_home_;
  std::vector<bool> nested_;
  std::vector<std::size_t> first_block_;
  std::uint32_t content_ = 0;
  std::size_t first_inside_ = static_cast<std::size_t>(-1);
};

}  // namespace

void find_content(const PageView& page, std::optional<std::size_t> title_block, Draft& draft) {
  Finder(page, title_block, draft).run();
}

}  // namespace ql::clean
