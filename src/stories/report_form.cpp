// SPDX-License-Identifier: Apache-2.0
// Report -> plain, ticker or digest. A ticker is seen by its entries, each stamped with a time of day; a digest by a
// title that announces one, or by its items: short blocks with headings of their own ("Schach: ...") of which hardly
// any two name the same things. Whether a ticker is about one event is not asked here: grouping sees it by what it is
// like. Tested by report_form_test.cpp.
#include "stories/report_form.h"

#include <algorithm>

#include "base/utf8.h"

namespace ql::stories {
namespace {

/// Stamped entries that make a ticker; fewer do if the title announces one.
constexpr std::size_t kLeastEntries = 3, kLeastAnnouncedEntries = 2;
/// Items that make a digest, the words of an item, the words of its heading, and the share of items that may name what
/// another one names.
constexpr std::size_t kLeastItems = 4;
constexpr std::uint32_t kLeastItemWords = 5, kMostItemWords = 70, kMostHeadingWords = 5;
constexpr double kMostAlike = 0.34;
/// A word that tells what an item is about: capitalised, and not one that every other text has.
constexpr std::uint8_t kTellingRarity = 84, kTellingLetters = 4;

/// Bytes of the hours and minutes at the start of `text` (9.12, 18:05), 0 if there are none.
std::size_t clock_length(std::string_view text) {
  std::size_t at = 0;
  int hour = 0;
  while (at < 2 && at < text.size() && is_ascii_digit(text[at])) hour = hour * 10 + (text[at++] - '0');
  if (at == 0 || hour > 24 || at + 2 >= text.size() || (text[at] != '.' && text[at] != ':')) return 0;
  if (!is_ascii_digit(text[at + 1]) || text[at + 1] > '5' || !is_ascii_digit(text[at + 2])) return 0;
  at += 3;
  return at < text.size() && is_ascii_digit(text[at]) ? 0 : at;
}

/// True if what follows a stamp sets it off from the sentence: a mark, or the end of the block.
bool is_set_off(std::string_view rest) {
  while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  if (rest.empty()) return true;
  return std::string_view(":+-|])\n").find(rest.front()) != std::string_view::npos ||
         rest.starts_with("\xE2\x80\x93") || rest.starts_with("\xE2\x80\x94");
}

bool follows_plus_signs(std::string_view text, std::uint32_t at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\n')) --at;
  return at >= 2 && text[at - 1] == '+' && text[at - 2] == '+';
}

/// One item of a possible digest: its words.
struct Item {
  std::uint32_t begin = 0, end = 0;
};

/// The blocks of the body that read as items, by their words.
std::vector<Item> items_of(const WordList& list) {
  std::vector<Item> items;
  for (std::uint32_t i = list.title_words; i < list.words.size(); ++i) {
    if (items.empty() || list.words[i].block_start) items.push_back({i, i});
    items.back().end = i + 1;
  }
  return items;
}

/// True if an item begins with a heading of a few words and a colon.
bool has_heading(const clean::Report& report, const WordList& list, Item item) {
  const std::uint32_t last = std::min(item.end, item.begin + kMostHeadingWords);
  for (std::uint32_t i = item.begin; i < last; ++i) {
    if (report.text.compare(list.words[i].text.end, 2, ": ") == 0) return true;
  }
  return false;
}

/// Stems of the words that tell what an item is about, ascending.
std::vector<std::uint32_t> telling_stems(const WordList& list, Item item) {
  std::vector<std::uint32_t> stems;
  for (std::uint32_t i = item.begin; i < item.end; ++i) {
    const Word& word = list.words[i];
    if (word.facts.capitalised() && word.facts.rarity() >= kTellingRarity && word.facts.letters() >= kTellingLetters)
      stems.push_back(word.stem);
  }
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

/// True if most blocks are short items with a heading, and hardly any of them names what another one names.
bool has_unlike_items(const clean::Report& report, const WordList& list) {
  const auto bodies = std::count_if(report.blocks.begin(), report.blocks.end(),
                                    [](const clean::Block& block) { return clean::is_body(block.kind); });
  if (static_cast<std::size_t>(bodies) < kLeastItems) return false;
  const std::vector<Item> blocks = items_of(list);
  std::vector<std::vector<std::uint32_t>> items;
  for (const Item& block : blocks) {
    const std::uint32_t words = block.end - block.begin;
    if (words < kLeastItemWords || words > kMostItemWords || !has_heading(report, list, block)) continue;
    items.push_back(telling_stems(list, block));
  }
  if (items.size() < kLeastItems || 3 * items.size() < 2 * blocks.size()) return false;
  std::size_t alike = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool shares = std::any_of(items[i].begin(), items[i].end(), [&](std::uint32_t stem) {
      for (std::size_t k = 0; k < items.size(); ++k) {
        if (k != i && std::binary_search(items[k].begin(), items[k].end(), stem)) return true;
      }
      return false;
    });
    alike += shares ? 1 : 0;
  }
  return static_cast<double>(alike) <= kMostAlike * static_cast<double>(items.size());
}

}  // namespace

std::uint32_t FormReader::stamp_end(const clean::Report& report, const WordList& list, std::uint32_t at) const {
  const std::string_view text = report.text;
  const std::uint32_t begin = list.words[at].text.begin;
  const std::size_t clock = clock_length(text.substr(begin));
  if (clock == 0) return 0;
  const auto end = static_cast<std::uint32_t>(begin + clock);
  std::size_t next = at;
  while (next < list.words.size() && list.words[next].text.begin < end) ++next;
  const bool named =
      next < list.words.size() && list.words[next].text.begin == end + 1 && words_.is_clock(list.words[next].stem);
  if (named) return list.words[next].text.end;
  return text.substr(begin, clock).find(':') != std::string_view::npos ? end : 0;
}

std::size_t FormReader::stamped_entries(const clean::Report& report, const WordList& list) const {
  std::size_t entries = 0;
  for (const std::uint32_t i : list.digits) {
    const Word& word = list.words[i];
    if (i < list.title_words) continue;
    const bool after_plus = follows_plus_signs(report.text, word.text.begin);
    if (!word.sentence_start && !after_plus) continue;
    const std::uint32_t end = stamp_end(report, list, i);
    if (end == 0) continue;
    entries += word.block_start || after_plus || is_set_off(std::string_view(report.text).substr(end)) ? 1 : 0;
  }
  return entries;
}

lang::DigestKind FormReader::announced(const WordList& list) {
  title_.clear();
  for (std::uint32_t i = 0; i < list.title_words; ++i) title_.push_back(list.words[i].key);
  return words_.find(title_);
}

ReportForm FormReader::form_of(const clean::Report& report, const WordList& list) {
  const std::size_t entries = stamped_entries(report, list);
  if (entries >= kLeastEntries) return ReportForm::Ticker;
  const lang::DigestKind kind = announced(list);
  if (kind == lang::DigestKind::Ticker && entries >= kLeastAnnouncedEntries) return ReportForm::Ticker;
  if (kind == lang::DigestKind::Digest || has_unlike_items(report, list)) return ReportForm::Digest;
  return ReportForm::Plain;
}

}  // namespace ql::stories
