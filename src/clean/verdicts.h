// SPDX-License-Identifier: Apache-2.0
// The working table of label(): one verdict for each draft block, filled by the steps in their order.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "clean/draft.h"
#include "clean/label.h"
#include "clean/line_facts.h"
#include "lang/document_words.h"

namespace ql::clean {

/// What a block was found to be.
struct Verdict {
  bool decided = false;
  BlockKind kind = BlockKind::Paragraph;
  FurnitureKind furniture = FurnitureKind::Other;
};

/// Draft, facts and verdicts side by side.
struct VerdictTable {
  const Draft& draft;
  const LabelHints& hints;
  const lang::DocumentWords& words;
  std::vector<LineFacts> facts;
  std::vector<Verdict> verdicts;
  std::optional<std::size_t> title;
  std::optional<PrintedDate> published;
  std::optional<std::string> outlet;
  std::vector<std::string> agencies;

  [[nodiscard]] std::string_view view(std::size_t i) const { return draft.view(draft.blocks[i]); }
  [[nodiscard]] bool open(std::size_t i) const { return !verdicts[i].decided; }
  void set_furniture(std::size_t i, FurnitureKind kind) { verdicts[i] = {true, BlockKind::Furniture, kind}; }
  void set(std::size_t i, BlockKind kind) { verdicts[i] = {true, kind, FurnitureKind::Other}; }
  void add_agencies(const std::vector<std::string>& names);
  /// Takes date and agency of "dpa abc/xyz yyzz n1 fgh 031045 Mrz 25".
  void read_wire_sign_off(std::size_t i);
  /// The first block of running text that is still open; the number of blocks if there is none.
  [[nodiscard]] std::size_t first_text() const;
  /// One past the last block of running text that is still open; 0 if there is none.
  [[nodiscard]] std::size_t after_last_text() const;
};

/// The kind of furniture that a lexicon's word names.
FurnitureKind furniture_kind(std::string_view name);

/// Furniture that its phrases give away (lexicons/*/furniture.tsv), in whole blocks and sections.
void mark_phrases(VerdictTable& table);
/// Lines before the first paragraph: title, letter head, date line, by-line.
void mark_head(VerdictTable& table);
/// Lines after the last paragraph: sign-offs, dates, left-overs.
void mark_tail(VerdictTable& table);
/// Text that stands there twice: the title again, captions beside their alternative text.
void mark_duplicates(VerdictTable& table);

}  // namespace ql::clean
