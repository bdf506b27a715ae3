// SPDX-License-Identifier: Apache-2.0
// A report's text while it is being cut into blocks, before anybody says what the blocks are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clean/decode.h"
#include "clean/offset_map.h"
#include "clean/report.h"

namespace ql::clean {

/// A stretch of text on a line of its own, with what its markup says about it.
struct DraftBlock {
  TextRange text;
  Field field = Field::Text;
  std::uint8_t heading_level = 0;  ///< 1..6 for headings.
  bool list_item = false;
  bool cell = false;
  bool quote = false;
  bool paragraph = false;                          ///< In a <p>: somebody meant it as text.
  bool emphasised = false;                         ///< All of it is bold or italic.
  bool is_report = true;                           ///< Markup takes it for the report, not for the page around it.
  FurnitureKind furniture = FurnitureKind::Other;  ///< If it is not.
  TablePlace place;                                ///< If it stands in a table.
};

struct Draft {
  std::string text;
  OffsetMap offsets;
  std::vector<DraftBlock> blocks;

  [[nodiscard]] std::string_view view(const DraftBlock& block) const { return slice(text, block.text); }
};

/// Writes a draft's text block by block: collapses white space to single blanks, drops soft hyphens and byte order
/// marks, resolves references where asked, and keeps the way back to the source bytes.
class DraftWriter {
 public:
  explicit DraftWriter(const DecodedText& source) : source_(source) {}

  /// Appends the text of [begin, end) of the decoded source to the open block.
  void append(std::uint32_t begin, std::uint32_t end, bool resolve_references);
  /// Appends text that stands for [begin, end) as a whole.
  void append_unit(std::string_view text, std::uint32_t begin, std::uint32_t end);
  /// White space that stands for nothing or for a tag.
  void append_blank() { blank_pending_ = true; }
  /// Appends a block in another field, byte for byte (a record's title).
  void append_field(std::string_view text, Field field);

  /// Ends the open block and adds it with these properties; nothing happens if no visible character was written.
  void end_block(DraftBlock properties);
  [[nodiscard]] bool block_is_empty() const { return draft_.text.size() == block_begin_; }
  [[nodiscard]] std::string_view source_text() const { return source_.text; }
  [[nodiscard]] std::uint32_t text_size() const { return static_cast<std::uint32_t>(draft_.text.size()); }
  [[nodiscard]] const Draft& draft() const { return draft_; }

  Draft finish() { return std::move(draft_); }

 private:
  void literal(std::uint32_t begin, std::uint32_t end);
  void flush_blank(std::uint32_t at);
  void end_line();

  const DecodedText& source_;
  Draft draft_;
  std::uint32_t block_begin_ = 0;
  std::uint32_t last_source_ = 0;  // decoded position after the last thing written
  bool blank_pending_ = false;
};

}  // namespace ql::clean
