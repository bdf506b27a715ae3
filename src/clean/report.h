// SPDX-License-Identifier: Apache-2.0
// Product of clean: a report's visible text in blocks, its metadata, and the way back to its bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/span.h"
#include "base/time_value.h"
#include "clean/found_in.h"
#include "clean/offset_map.h"
#include "ingest/raw_report.h"

namespace ql::clean {

/// What a block is. Title, Lead, Paragraph, Subheading, ListItem and TableCell are the report; the rest is not.
enum class BlockKind : std::uint8_t { Title, Lead, Subheading, Paragraph, ListItem, TableCell, Authors, Furniture };

/// Kinds of furniture, as in DOSSIER-FORMAT.md.
enum class FurnitureKind : std::uint8_t {
  Navigation,
  Teaser,
  Credit,
  Prompt,
  Caption,
  AgencyLine,
  Dateline,
  Metadata,
  Duplicate,
  Other
};

/// A run of text that belongs together: a paragraph, a heading, a caption. Blocks are in text order, do not
/// overlap, and the text between two of them is only white space or removed marks. A dateline or an agency
/// code within a paragraph is a block of its own beside the paragraph's rest.
struct Block {
  TextRange text;
  BlockKind kind = BlockKind::Paragraph;
  FurnitureKind furniture = FurnitureKind::Other;  ///< Only for BlockKind::Furniture.
  Field field = Field::Text;
  std::uint8_t heading_level = 0;  ///< 1..6 for Title and marked Subheading; 0 where only its looks say so.
};

/// Where a block stands in a table. A cell of several paragraphs is several blocks at one place.
struct TablePlace {
  std::uint32_t table = 0;   ///< Counted from 1 in the report; 0: in no table.
  std::uint32_t row = 0;     ///< Counted from 0.
  std::uint32_t column = 0;  ///< Counted from 0, cells that span several columns count as many.
  bool header = false;
};
struct TableCell {
  BlockId block;
  TablePlace place;
};

/// True for blocks that later stages read as the report's own words (body; the title apart).
constexpr bool is_body(BlockKind kind) {
  return kind == BlockKind::Lead || kind == BlockKind::Subheading || kind == BlockKind::Paragraph ||
         kind == BlockKind::ListItem || kind == BlockKind::TableCell;
}

/// A span of text in the report, with the field that its offsets count in.
struct FieldRange {
  SourceRange source;
  Field field = Field::Text;
};

/// One report, ready to be read. `text` is UTF-8 (NFC not enforced): blocks in reading order, each followed
/// by '\n'. Entities are resolved, tags, soft hyphens and BOM removed, white-space runs inside HTML blocks
/// collapsed to one blank. Immutable once returned; moves are cheap, copies are not made.
struct Report {
  ingest::Origin origin;
  ingest::MediaType media_type = ingest::MediaType::PlainText;
  std::string sha256;  ///< Of the report's own source.
  std::uint64_t source_bytes = 0;
  std::string encoding;  ///< "UTF-8", "windows-1252", ...

  std::string text;
  OffsetMap offsets;
  std::vector<Block> blocks;
  std::vector<TableCell> cells;  ///< Of tables with several rows and columns, in the order of `blocks`.

  std::string language;  ///< "de", "en", "" = unknown.
  std::optional<std::string> outlet, url;
  std::optional<BlockId> title;
  std::vector<TextRange> authors;         ///< Where the names stand, as far as they do.
  std::vector<std::string> author_names;  ///< All names, also those that only metadata spell.
  std::vector<std::string> agencies;      ///< Credited for the text: "dpa", "AFP", in order of appearance.
  std::optional<TimeValue> published, modified;
  std::optional<std::string> section;  ///< Of the outlet: "Politik".
  std::optional<std::string> licence;  ///< Address or words of a licence or notice of rights.
  std::optional<bool> paywall;         ///< The page or record says whether its text is for subscribers only.
  MetadataSources found_in;
  ingest::ItemState item;  ///< What an agency says about the versions of its item.
};

/// Source bytes of a text range. Requires a non-empty range inside one block.
FieldRange source_range(const Report& report, TextRange range);

}  // namespace ql::clean
