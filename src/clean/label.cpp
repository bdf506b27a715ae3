// SPDX-License-Identifier: Apache-2.0
// draft -> facts of each line -> verdicts (markup, phrases, head, tail, duplicates) -> blocks
//
// Verdicts are per block; at the end a block may still be cut in two: a dateline or a scraped field before it, a credit
// or a prompt after it. Cost: linear. Tested by clean_test.cpp.
#include "clean/label.h"

#include <algorithm>

#include "base/utf8.h"
#include "clean/credits.h"
#include "clean/verdicts.h"

namespace ql::clean {
namespace {

VerdictTable make_table(const Draft& draft, const LabelHints& hints, const lang::DocumentWords& words) {
  VerdictTable table{draft, hints, words, {}, {}, hints.title_block, {}, {}, {}};
  table.facts.reserve(draft.blocks.size());
  table.verdicts.resize(draft.blocks.size());
  for (std::size_t i = 0; i < draft.blocks.size(); ++i) {
    const DraftBlock& block = draft.blocks[i];
    const bool near_title = hints.title_block && i + 12 > *hints.title_block && i < *hints.title_block + 25;
    const bool read = block.is_report || (near_title && block.text.size() < 300);
    table.facts.push_back(read ? line_facts(draft.view(block), words) : LineFacts{});
    if (!block.is_report) table.set_furniture(i, block.furniture);
  }
  if (draft.blocks.size() == 1) table.facts.front().is_date_line = false;  // then it is what the report says
  if (table.title) table.set(*table.title, BlockKind::Title);
  return table;
}

/// By-lines and dates of a page, around its title and around its text: they are short and say nothing else. Between
/// paragraphs a date says when something is to happen, and is the report's.
void mark_page_lines(VerdictTable& table) {
  const std::size_t first = table.first_text();
  const std::size_t end = table.after_last_text();
  for (std::size_t i = 0; i < table.facts.size(); ++i) {
    const bool open = table.open(i);
    const LineFacts& facts = table.facts[i];
    const bool between = open && i > first + 4 && i + 1 < end;
    if (i == table.title || (!facts.is_date_line && !facts.is_by_line)) continue;
    if (facts.date && facts.is_date_line && !table.published) table.published = facts.date;
    table.add_agencies(by_line_agencies(table.view(i), table.words));  // "13.05.2025, 11:09 Uhr, dpa"
    if (open && !between) table.set_furniture(i, facts.is_by_line ? FurnitureKind::Credit : FurnitureKind::Metadata);
  }
}

/// What is left between the title of a page and its first paragraph: parts of by-lines, counters, the time.
void mark_page_head(VerdictTable& table) {
  constexpr std::uint32_t kFewWords = 5;
  constexpr std::uint32_t kFewBytes = 60;  // for scripts that write no blanks
  const std::size_t end = table.first_text();
  if (!table.title || end == table.facts.size()) return;
  for (std::size_t i = *table.title + 1; i < end; ++i) {
    const DraftBlock& block = table.draft.blocks[i];
    const LineFacts& facts = table.facts[i];
    const bool short_line = facts.word_count <= kFewWords && block.text.size() <= kFewBytes && !facts.ends_sentence;
    if (table.open(i) && short_line && block.heading_level == 0 && !block.list_item && !block.cell)
      table.set_furniture(i, FurnitureKind::Metadata);
  }
}

/// A credit on a line of its own just below the content.
void read_credits_below(VerdictTable& table) {
  const std::size_t end = table.after_last_text();
  for (std::size_t i = end; i > 0 && i < std::min(end + 3, table.facts.size()); ++i) {
    if (table.open(i) || table.view(i).size() > 160) continue;
    const FurnitureKind kind = table.verdicts[i].furniture;
    if (kind == FurnitureKind::Caption || kind == FurnitureKind::Credit || kind == FurnitureKind::Teaser) continue;
    if (const auto credit = find_end_credit(table.view(i), table.words)) table.add_agencies(credit->agencies);
  }
}

/// The parts of a block before they are blocks themselves.
struct Part {
  TextRange text;
  bool is_furniture = false;
  FurnitureKind furniture = FurnitureKind::Other;
};

TextRange trimmed(std::string_view text, TextRange range) {
  while (range.begin < range.end && (text[range.begin] == ' ' || text[range.begin] == '\n')) ++range.begin;
  while (range.end > range.begin && (text[range.end - 1] == ' ' || text[range.end - 1] == '\n')) --range.end;
  return range;
}

/// Starts of sentences in a block: after . ! ? and a blank, at a capital.
std::vector<std::uint32_t> sentence_starts(std::string_view text) {
  std::vector<std::uint32_t> starts{0};
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (text[i] != ' ') continue;
    const char before = text[i - 1];
    const bool stop = before == '.' || before == '!' || before == '?' || before == ')' || before == '+' ||
                      text.substr(0, i).ends_with("\xE2\x80\x9C");
    if (stop && is_upper(decode_utf8(text, i + 1).value)) starts.push_back(static_cast<std::uint32_t>(i + 1));
  }
  return starts;
}

/// The end of "(tna)" behind a date: the code of an agency, known or not; else `at`.
std::size_t skip_agency_code(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongestCode = 8;
  if (!text.substr(at).starts_with(" (")) return at;
  const std::size_t close = text.find(')', at);
  if (close == std::string_view::npos || close - at > kLongestCode + 2) return at;
  const std::string_view code = text.substr(at + 2, close - at - 2);
  const bool letters = !code.empty() && std::all_of(code.begin(), code.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/';
  });
  return letters ? close + 1 : at;
}

/// "Musterstadt, ", "* Neu-Bergen (", "Am Berg, den ": words with capitals up to the comma before a date.
bool is_place_before(std::string_view place) {
  constexpr std::string_view kSigns = "* (";
  const std::size_t comma = place.find(',');
  if (place.size() < 4 || comma == std::string_view::npos) return false;
  if (place.find_first_not_of(" (*", comma + 1) != std::string_view::npos && place.substr(comma) != ", den ") {
    return false;
  }
  for (std::size_t at = 0; at < comma;) {
    at = std::min(place.find_first_not_of(kSigns, at), comma);
    if (at < comma && !is_upper(decode_utf8(place, at).value)) return false;
    at = std::min(place.find(' ', at), comma);
  }
  return true;
}

/// "Musterstadt, 12. Februar 2025 - " or "12. Februar 2025 - " at the start of a text: where and when, up to the end of
/// its separator. Nothing if words that are no place stand before the date, or no separator behind it.
std::optional<PrintedDate> place_and_date(std::string_view text, const lang::WordLabels& months) {
  constexpr std::size_t kLongestPlace = 45;
  auto date = find_date(text.substr(0, 2 * kLongestPlace), 0, months);
  if (!date || date->day == 0 || date->begin > kLongestPlace) return std::nullopt;
  if (date->begin > 0 && !is_place_before(text.substr(0, date->begin))) return std::nullopt;
  std::size_t end = skip_agency_code(text, date->end);
  while (end < text.size() && (text[end] == ')' || text[end] == '*')) ++end;
  for (const std::string_view separator : {" \xE2\x80\x93 ", " \xE2\x80\x94 ", " - ", ". ", ": ", " / "}) {
    if (!text.substr(end).starts_with(separator)) continue;
    const std::size_t behind = end + separator.size();
    if (date->begin == 0 && (behind >= text.size() || !is_upper(decode_utf8(text, behind).value))) return std::nullopt;
    date->end = static_cast<std::uint32_t>(behind);
    return date;
  }
  return std::nullopt;
}

class BlockWriter {
 public:
  explicit BlockWriter(VerdictTable& table) : table_(table), last_text_(table.after_last_text()) {}

  Labels finish() {
    first_text_ = table_.first_text();
    for (std::size_t i = 0; i < table_.draft.blocks.size(); ++i) {
      if (table_.title == i) labels_.title = BlockId(labels_.blocks.size());
      write(i);
    }
    labels_.agencies = table_.agencies;
    labels_.published = table_.published;
    labels_.outlet = table_.outlet;
    return std::move(labels_);
  }

 private:
  void write(std::size_t i) {
    const DraftBlock& draft = table_.draft.blocks[i];
    const Verdict& verdict = table_.verdicts[i];
    if (verdict.decided && verdict.kind == BlockKind::Furniture) {
      add(draft, draft.text, BlockKind::Furniture, verdict.furniture);
      if (verdict.furniture == FurnitureKind::Credit || verdict.furniture == FurnitureKind::Metadata) add_authors(i);
      return;
    }
    const BlockKind kind = verdict.decided ? verdict.kind : kind_of(i);
    if (kind == BlockKind::Title || draft.heading_level > 0) {
      const std::uint32_t end = end_of_headline(draft.text);
      add(draft, trimmed(table_.draft.text, {draft.text.begin, end}), kind, FurnitureKind::Other);
      const TextRange rest = trimmed(table_.draft.text, {end, draft.text.end});
      if (!rest.empty()) add(draft, rest, BlockKind::Furniture, FurnitureKind::AgencyLine);
      return;
    }
    for (const Part& part : parts_of(i)) {
      const TextRange text = trimmed(table_.draft.text, part.text);
      if (text.empty()) continue;
      add(draft, text, part.is_furniture ? BlockKind::Furniture : kind, part.furniture);
    }
  }

  /// Wires set "=" behind a headline that nothing else follows.
  [[nodiscard]] std::uint32_t end_of_headline(TextRange headline) const {
    constexpr std::string_view kSign = " =";
    const bool signed_off = slice(table_.draft.text, headline).ends_with(kSign) && headline.size() > kSign.size();
    return headline.end - (signed_off ? static_cast<std::uint32_t>(kSign.size()) : 0);
  }

  [[nodiscard]] BlockKind kind_of(std::size_t i) const {
    const DraftBlock& block = table_.draft.blocks[i];
    if (block.heading_level > 0) return BlockKind::Subheading;
    if (block.cell) return BlockKind::TableCell;
    if (block.list_item) return BlockKind::ListItem;
    const LineFacts& facts = table_.facts[i];
    if (block.emphasised && i <= first_text_) return BlockKind::Lead;
    const bool heading_like = !facts.ends_sentence && facts.word_count <= 12 && i < last_text_ && !block.quote &&
                              table_.view(i).find_last_of(":,;") != table_.view(i).size() - 1;
    return heading_like ? BlockKind::Subheading : BlockKind::Paragraph;
  }

  void add(const DraftBlock& draft, TextRange text, BlockKind kind, FurnitureKind furniture) {
    Block block;
    block.text = text;
    block.kind = kind;
    block.furniture = furniture;
    block.field = draft.field;
    if (kind == BlockKind::Title || kind == BlockKind::Subheading) {
      block.heading_level = draft.heading_level > 0 ? draft.heading_level : (kind == BlockKind::Title ? 1 : 0);
    }
    if (draft.place.table > 0 && is_body(kind)) labels_.cells.push_back({BlockId(labels_.blocks.size()), draft.place});
    labels_.blocks.push_back(block);
  }

  void add_authors(std::size_t i) {
    if (!table_.facts[i].is_by_line) return;
    const std::uint32_t begin = table_.draft.blocks[i].text.begin;
    for (const NamedAuthor& author : by_line_authors(table_.view(i), table_.words)) {
      labels_.authors.push_back({begin + author.begin, begin + author.end});
    }
  }

  /// Cuts datelines, scraped fields, prompts and credits off a block of the report.
  std::vector<Part> parts_of(std::size_t i) {
    const TextRange whole = table_.draft.blocks[i].text;
    const std::string_view text = table_.view(i);
    std::vector<Part> parts;
    std::uint32_t begin = 0;
    auto end = static_cast<std::uint32_t>(text.size());
    if (i <= first_text_ + 2) begin = take_prefix(text, whole.begin, parts);
    std::optional<Part> credit;
    if (table_.facts[i].is_text || i + 1 >= last_text_) credit = take_credit(text, whole.begin, end);
    const std::uint32_t photo = credit ? end : std::max(begin, photo_credit_begin(text));
    cut_marked_credits(text.substr(0, photo), begin, whole.begin, parts);
    if (photo < end) parts.push_back({{whole.begin + photo, whole.begin + end}, true, FurnitureKind::Credit});
    if (credit) parts.push_back(*credit);
    return parts;
  }

  /// "© Vorname Name" at the end of a caption: whose picture it is.
  static std::uint32_t photo_credit_begin(std::string_view text) {
    constexpr std::size_t kLongestCredit = 60;
    const std::size_t sign = text.rfind("\xC2\xA9");
    if (sign == std::string_view::npos || sign == 0 || text.size() - sign > kLongestCredit) {
      return static_cast<std::uint32_t>(text.size());
    }
    const bool sentence = text.find(". ", sign) != std::string_view::npos;
    return static_cast<std::uint32_t>(sentence ? text.size() : sign);
  }

  /// Splits the block from `begin` on into text and the credits between its sentences.
  void cut_marked_credits(std::string_view text, std::uint32_t begin, std::uint32_t base, std::vector<Part>& parts) {
    for (const CreditPart& credit : find_marked_credits(text, table_.words)) {
      if (credit.begin < begin) continue;
      if (credit.begin > begin) cut_sentences(text.substr(begin, credit.begin - begin), base + begin, parts);
      table_.add_agencies(credit.agencies);
      parts.push_back({{base + credit.begin, base + credit.end}, true, FurnitureKind::AgencyLine});
      begin = credit.end;
    }
    if (begin < text.size()) cut_sentences(text.substr(begin), base + begin, parts);
  }

  std::uint32_t take_prefix(std::string_view text, std::uint32_t base, std::vector<Part>& parts) {
    if (text.starts_with("date ") || text.starts_with("Date: ")) {
      const auto date = find_date(text.substr(0, 40), 0, table_.words.months);
      if (date && date->begin <= 6 && date->end < text.size()) {
        if (!table_.published) table_.published = date;
        parts.push_back({{base, base + date->end}, true, FurnitureKind::Metadata});
        return date->end;
      }
    }
    if (const auto date = place_and_date(text, table_.words.months); date && date->end < text.size()) {
      if (!table_.published) table_.published = date;
      parts.push_back({{base, base + date->end}, true, FurnitureKind::Dateline});
      return date->end;
    }
    const auto dateline = find_dateline(text, table_.words);
    if (!dateline || dateline->end >= text.size()) return 0;
    table_.add_agencies(dateline->agencies);
    parts.push_back({{base, base + dateline->end}, true, FurnitureKind::Dateline});
    return dateline->end;
  }

  std::optional<Part> take_credit(std::string_view text, std::uint32_t base, std::uint32_t& end) {
    const auto credit = find_end_credit(text, table_.words);
    if (!credit) return std::nullopt;
    table_.add_agencies(credit->agencies);
    end = credit->begin;
    return Part{{base + credit->begin, base + credit->end}, true, FurnitureKind::AgencyLine};
  }

  /// Splits off sentences that are prompts or teasers; neighbours of the same sort stay together.
  void cut_sentences(std::string_view text, std::uint32_t base, std::vector<Part>& parts) {
    const std::vector<std::uint32_t> starts = sentence_starts(text);
    for (std::size_t s = 0; s < starts.size(); ++s) {
      const std::uint32_t begin = starts[s];
      const auto end = s + 1 < starts.size() ? starts[s + 1] : static_cast<std::uint32_t>(text.size());
      lang::phrase_words(text.substr(begin, end - begin), 8, sentence_);
      const lang::Phrase* phrase = table_.words.furniture.find(sentence_, 0, lang::Phrase::Where::Sentence);
      const bool quoted = !text.empty() && static_cast<unsigned char>(text[begin]) >= 0x80 &&
                          !is_letter(decode_utf8(text, begin).value);
      const Part part{{base + begin, base + end},
                      phrase != nullptr && !quoted,
                      phrase != nullptr && !quoted ? furniture_kind(phrase->kind) : FurnitureKind::Other};
      const bool joins = !parts.empty() && parts.back().is_furniture == part.is_furniture &&
                         parts.back().furniture == part.furniture && parts.back().text.end == part.text.begin;
      if (joins) {
        parts.back().text.end = part.text.end;
      } else {
        parts.push_back(part);
      }
    }
  }

  VerdictTable& table_;
  std::size_t last_text_;
  std::size_t first_text_ = 0;
  lang::PhraseWords sentence_;
  Labels labels_;
};

}  // namespace

Labels label(const Draft& draft, const LabelHints& hints, const lang::DocumentWords& words) {
  VerdictTable table = make_table(draft, hints, words);
  mark_phrases(table);
  if (hints.is_page) {
    mark_page_lines(table);
    mark_page_head(table);
    read_credits_below(table);
  } else {
    mark_head(table);
  }
  mark_tail(table);
  mark_duplicates(table);
  return BlockWriter(table).finish();
}

}  // namespace ql::clean
