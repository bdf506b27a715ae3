// SPDX-License-Identifier: Apache-2.0
// The lines around a report's paragraphs, in plain text where no markup says what they are.
//
// Head: what stands before the first running text. Date lines, by-lines, letter heads and agency keywords are known by
// their words; of the lines left over the first is the title, unless it only names the outlet above a date line or
// above a second heading (blogs). Tail: sign-offs and left-overs after the last running text. Tested by clean_test.cpp.
#include <algorithm>

#include "base/utf8.h"
#include "clean/credits.h"
#include "clean/verdicts.h"

namespace ql::clean {
namespace {

/// Lines of the head that may be the title.
std::vector<std::size_t> title_candidates(const VerdictTable& table, std::size_t end) {
  std::vector<std::size_t> candidates;
  for (std::size_t i = 0; i < end; ++i) {
    const LineFacts& facts = table.facts[i];
    if (table.open(i) && facts.word_count > 0 && !table.draft.blocks[i].list_item && !facts.is_text)
      candidates.push_back(i);
  }
  return candidates;
}

void note_date(VerdictTable& table, std::size_t i) {
  const auto& date = table.facts[i].date;
  if (!date) return;
  const bool sharper =
      table.published && table.published->hour < 0 && date->hour >= 0 && date->day == table.published->day;
  if (!table.published || sharper) table.published = date;
}

void note_outlet(VerdictTable& table, std::size_t i) {
  if (table.outlet) return;
  std::string outlet = outlet_of_line(table.view(i), table.words);
  if (!outlet.empty()) table.outlet = std::move(outlet);
}

/// Lines whose words say what they are. Returns the index of the last date line, if any.
std::optional<std::size_t> mark_known_lines(VerdictTable& table, std::size_t end) {
  std::optional<std::size_t> last_date;
  for (std::size_t i = 0; i < end; ++i) {
    if (!table.open(i)) continue;
    const LineFacts& facts = table.facts[i];
    if (facts.is_wire_head) {
      if (facts.date && facts.date->day > 0) note_date(table, i);
      table.set_furniture(i, FurnitureKind::AgencyLine);
    } else if (facts.is_date_line) {
      note_date(table, i);
      note_outlet(table, i);
      table.set_furniture(i, FurnitureKind::Metadata);
      last_date = i;
    } else if (facts.is_by_line) {
      table.set_furniture(i, FurnitureKind::Credit);
    } else if (facts.is_page_line || facts.is_press_line) {
      table.set_furniture(i, FurnitureKind::Metadata);
    } else if (facts.is_slug || facts.in_brackets || (facts.has_columns && !facts.ends_sentence)) {
      note_outlet(table, i);
      table.set_furniture(i, FurnitureKind::Metadata);
    }
  }
  return last_date;
}

/// A name of an outlet or sender rather than a headline.
bool is_letter_head(const VerdictTable& table, std::size_t i, bool more_follow) {
  const LineFacts& facts = table.facts[i];
  return more_follow && (facts.is_letter_head || (facts.all_capitals && facts.word_count <= 6)) &&
         facts.word_count <= 9;
}

/// Names of papers, blogs and desks are short and capitalised throughout; short headlines hold a verb or preposition.
bool is_name_like(const LineFacts& facts) {
  constexpr std::uint32_t kMostNameWords = 4;
  return facts.all_capitalised && facts.word_count <= kMostNameWords;
}

/// "Die Musterwarte" in the line above "Donnerstag, 6. März 2025 - Ausland", where a headline follows.
bool is_masthead(const VerdictTable& table, std::size_t i, bool more_below_date) {
  return more_below_date && is_name_like(table.facts[i]) && table.draft.blocks[i].heading_level == 0;
}

/// True if a line between two candidates says what kind of text follows ("Pressemitteilung 03/2025"): then the upper
/// one is the sender.
bool is_sender(const VerdictTable& table, std::size_t candidate, std::size_t next) {
  for (std::size_t i = candidate + 1; i < next; ++i) {
    if (table.facts[i].is_press_line) return true;
  }
  return false;
}

/// "NachrichtenTitel" above "Titel": a breadcrumb glued to the title.
bool is_glued_title(const VerdictTable& table, std::size_t first, std::size_t second) {
  const std::string_view a = table.view(first);
  const std::string_view b = table.view(second);
  return a.size() > b.size() && b.size() >= 20 && a.ends_with(b);
}

std::optional<std::size_t> pick_by_headings(const VerdictTable& table, const std::vector<std::size_t>& candidates) {
  std::vector<std::size_t> headings;
  for (const std::size_t i : candidates) {
    if (table.draft.blocks[i].heading_level > 0) headings.push_back(i);
  }
  if (headings.empty()) return std::nullopt;
  const bool goes_deeper = headings.size() > 1 && table.draft.blocks[headings[0]].heading_level <
                                                      table.draft.blocks[headings[1]].heading_level;
  const bool site_name = goes_deeper && (headings[1] > headings[0] + 1 || is_letter_head(table, headings[0], true) ||
                                         is_name_like(table.facts[headings[0]]));
  return site_name ? headings[1] : headings[0];
}

std::optional<std::size_t> pick_title(const VerdictTable& table, const std::vector<std::size_t>& candidates,
                                      std::optional<std::size_t> last_date) {
  if (candidates.empty()) return std::nullopt;
  if (const auto heading = pick_by_headings(table, candidates)) return heading;
  const bool below_date = last_date && candidates.back() > *last_date;
  for (std::size_t c = 0; c < candidates.size(); ++c) {
    const std::size_t i = candidates[c];
    const bool more = c + 1 < candidates.size();
    const bool above_date = below_date && i < *last_date;
    if (is_letter_head(table, i, more && (above_date || table.facts[i].is_letter_head))) continue;
    if (is_masthead(table, i, more && above_date)) continue;
    if (more && (is_glued_title(table, i, candidates[c + 1]) || is_sender(table, i, candidates[c + 1]))) continue;
    if (table.facts[i].ends_sentence && table.facts[i].word_count <= 2) continue;
    return i;
  }
  return candidates.back();
}

void mark_around_title(VerdictTable& table, const std::vector<std::size_t>& candidates) {
  for (const std::size_t i : candidates) {
    if (!table.open(i)) continue;
    if (i < *table.title) {
      const bool glued = is_glued_title(table, i, *table.title);
      if (!glued && table.draft.blocks[i].heading_level > 0 && !table.outlet) table.outlet = std::string(table.view(i));
      note_outlet(table, i);
      table.set_furniture(i, glued ? FurnitureKind::Duplicate : FurnitureKind::Metadata);
    } else {
      table.set(i, table.facts[i].ends_sentence ? BlockKind::Lead : BlockKind::Subheading);
    }
  }
}

/// Initials of the desk: "bfk/jhs".
bool is_initials(std::string_view line) {
  if (line.size() > 14 || line.find('/') == std::string_view::npos) return false;
  return std::all_of(line.begin(), line.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '/'; });
}

/// A by-line may also stand below the lead.
void mark_late_by_lines(VerdictTable& table, std::size_t first_text) {
  constexpr std::size_t kLeadBlocks = 3;
  for (std::size_t i = first_text; i < std::min(first_text + kLeadBlocks, table.facts.size()); ++i) {
    if (table.open(i) && table.facts[i].is_by_line) table.set_furniture(i, FurnitureKind::Credit);
  }
}

}  // namespace

void mark_head(VerdictTable& table) {
  const std::size_t end = table.first_text();
  mark_late_by_lines(table, end);
  if (end == table.facts.size() && end > 40) return;
  if (table.title) {
    mark_known_lines(table, end);
    return;
  }
  const auto last_date = mark_known_lines(table, end);
  const std::vector<std::size_t> candidates = title_candidates(table, end);
  table.title = pick_title(table, candidates, last_date);
  if (!table.title) return;
  const bool sentence = table.facts[*table.title].ends_sentence &&
                        table.draft.blocks[*table.title].heading_level == 0 && table.facts[*table.title].word_count > 4;
  const bool whole_text = end == table.facts.size() && candidates.size() == 1 && table.draft.blocks.size() == 1;
  if (sentence || whole_text) {
    table.title.reset();
    return;
  }
  mark_around_title(table, candidates);
  table.set(*table.title, BlockKind::Title);
}

void mark_tail(VerdictTable& table) {
  const std::size_t begin = table.after_last_text();
  if (begin == 0) return;
  for (std::size_t i = table.facts.size(); i > begin; --i) {
    const std::size_t at = i - 1;
    const LineFacts& facts = table.facts[at];
    // "(c) dpa, 04.02.2025, 14:10 Uhr": known as furniture by its phrase, it still says when.
    if (facts.is_wire_sign_off()) {
      table.read_wire_sign_off(at);
      table.set_furniture(at, FurnitureKind::AgencyLine);
      continue;
    }
    if (!table.open(at)) {
      if (facts.is_date_line && !table.published) note_date(table, at);
      continue;
    }
    const DraftBlock& block = table.draft.blocks[at];
    if (const auto credit = parse_credit(table.view(at), table.words)) {
      table.add_agencies(*credit);
      note_date(table, at);
      table.set_furniture(at, FurnitureKind::AgencyLine);
    } else if (facts.is_date_line) {
      note_date(table, at);
      table.set_furniture(at, FurnitureKind::Metadata);
    } else if (facts.is_page_line) {
      table.set_furniture(at, FurnitureKind::Teaser);
    } else if (is_initials(table.view(at))) {
      table.set_furniture(at, FurnitureKind::AgencyLine);
    } else if (facts.is_by_line) {
      table.set_furniture(at, FurnitureKind::Credit);
    } else if (!block.list_item && !block.cell && !facts.ends_sentence &&
               (block.heading_level > 0 || (facts.word_count <= 3 && !block.paragraph))) {
      table.set_furniture(at, FurnitureKind::Other);
    } else if (!facts.is_text) {
      break;
    }
  }
}

}  // namespace ql::clean
