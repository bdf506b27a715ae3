// SPDX-License-Identifier: Apache-2.0
// Walks the items of each report and cuts their ranges at block borders. Browsers count UTF-16 code units, so byte
// positions are translated here, through check points, and nowhere else. Tested by page_test.cpp.
#include "present/page_view.h"

#include <algorithm>

#include "base/json_writer.h"
#include "present/dossier_ids.h"

namespace ql::present {
namespace {

/// Code units that the bytes of `text` stand for: one per lead byte, two for characters beyond the basic plane.
std::uint32_t utf16_units(std::string_view text) {
  std::uint32_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    units += static_cast<std::uint32_t>((byte & 0xC0U) != 0x80U) + static_cast<std::uint32_t>(byte >= 0xF0U);
  }
  return units;
}

/// Writes the marks of one report.
class MarkWriter {
 public:
  MarkWriter(const clean::Report& report, JsonWriter& out) : report_(report), out_(out) {
    positions_.reserve(report.blocks.size());
    for (const clean::Block& block : report.blocks) {
      positions_.emplace_back(slice(report.text, block.text));
    }
  }

  /// One mark per block that the range touches.
  void write(char prefix, std::size_t number, std::string_view part, TextRange range) {
    auto block = std::partition_point(report_.blocks.begin(), report_.blocks.end(),
                                      [&](const clean::Block& b) { return b.text.end <= range.begin; });
    for (; block != report_.blocks.end() && block->text.begin < range.end; ++block) {
      const TextRange piece{std::max(range.begin, block->text.begin), std::min(range.end, block->text.end)};
      if (!piece.empty()) {
        write_piece(prefix, number, part, static_cast<std::size_t>(block - report_.blocks.begin()), piece);
      }
    }
  }

 private:
  void write_piece(char prefix, std::size_t number, std::string_view part, std::size_t block, TextRange piece) {
    const std::uint32_t base = report_.blocks[block].text.begin;
    out_.begin_object();
    out_.key("item");
    out_.id(prefix, number);
    out_.key("part");
    out_.text(part);
    out_.key("block");
    out_.integer(block);
    out_.key("begin");
    out_.integer(positions_[block].at(piece.begin - base));
    out_.key("end");
    out_.integer(positions_[block].at(piece.end - base));
    out_.end_object();
  }

  const clean::Report& report_;
  JsonWriter& out_;
  std::vector<Utf16Positions> positions_;
};

/// How the page calls a block; its style sheet knows these.
std::string_view block_word(clean::BlockKind kind) {
  switch (kind) {
    case clean::BlockKind::Title:
      return "title";
    case clean::BlockKind::Lead:
      return "lead";
    case clean::BlockKind::Subheading:
      return "subheading";
    case clean::BlockKind::Paragraph:
      return "paragraph";
    case clean::BlockKind::ListItem:
      return "list_item";
    case clean::BlockKind::TableCell:
      return "table_cell";
    case clean::BlockKind::Authors:
    case clean::BlockKind::Furniture:
      return "furniture";
  }
  return "furniture";
}

void write_blocks(const clean::Report& report, JsonWriter& out) {
  out.begin_array();
  for (const clean::Block& block : report.blocks) {
    out.begin_object();
    out.key("kind");
    out.text(block_word(block.kind));
    out.key("text");
    out.text(slice(report.text, block.text));
    out.end_object();
  }
  out.end_array();
}

void write_marks(const AnalysedReport& report, ReportId id, const DossierIds& ids, JsonWriter& out) {
  MarkWriter marks(report.report, out);
  out.begin_array();
  for (std::size_t i = 0; i < report.claims.statements.size(); ++i) {
    const claims::Statement& statement = report.claims.statements[i];
    const std::size_t number = ids.statement(id, i);
    for (const TextRange range : statement.content) marks.write('q', number, "content", range);
    for (const TextRange range : statement.cue) marks.write('q', number, "cue", range);
    marks.write('q', number, "speaker", statement.speaker.span);
  }
  for (std::size_t i = 0; i < report.claims.figures.size(); ++i) {
    const annotate::Quantity& quantity = report.notes.quantities[report.claims.figures[i].quantity.index()];
    marks.write('f', ids.figure(id, i), "figure", quantity.text);
  }
  out.end_array();
}

}  // namespace

Utf16Positions::Utf16Positions(std::string_view text) : text_(text) {
  std::uint32_t units = 0;
  for (std::size_t begin = 0; begin <= text.size(); begin += kStep) {
    units_before_.push_back(units);
    units += utf16_units(text.substr(begin, kStep));
  }
}

std::uint32_t Utf16Positions::at(std::size_t position) const {
  const std::size_t step = position / kStep;
  return units_before_[step] + utf16_units(text_.substr(step * kStep, position - step * kStep));
}

std::string page_view_json(const Dossier& dossier) {
  const DossierIds ids(dossier);
  JsonWriter out;
  out.begin_array();
  for (std::size_t i = 0; i < dossier.reports.size(); ++i) {
    const AnalysedReport& report = dossier.reports[i];
    out.new_line();
    out.begin_object();
    out.key("report");
    out.id('r', ids.report(ReportId(i)));
    out.key("blocks");
    write_blocks(report.report, out);
    out.key("marks");
    write_marks(report, ReportId(i), ids, out);
    out.end_object();
  }
  out.end_array();
  return out.take();
}

}  // namespace ql::present
