// SPDX-License-Identifier: Apache-2.0
// Stages hand over ranges of clean text; a dossier prints source bytes. Nearly all ranges lie within one block,
// where the map is monotone. The rest (a quotation over a paragraph break, a list with a caption in between) are
// cut at the blocks here, so that no printed range runs backwards or swallows furniture unseen.
// Tested by evidence_test.cpp.
#include "present/evidence.h"

#include <algorithm>

#include "base/utf8.h"

namespace ql::present {
namespace {

std::optional<Evidence> whole(const clean::Report& report, TextRange range) {
  const clean::FieldRange source = clean::source_range(report, range);
  if (source.source.begin >= source.source.end || report.offsets.field_at(range.end - 1) != source.field) {
    return std::nullopt;
  }
  return Evidence{source, slice(report.text, range)};
}

/// The first block that ends after `position`.
std::vector<clean::Block>::const_iterator first_block(const clean::Report& report, std::uint32_t position) {
  return std::upper_bound(report.blocks.begin(), report.blocks.end(), position,
                          [](std::uint32_t at, const clean::Block& block) { return at < block.text.end; });
}

bool crosses_line(const clean::Report& report, TextRange range) {
  return slice(report.text, range).find('\n') != std::string_view::npos;
}

}  // namespace

TextRange trimmed(const clean::Report& report, TextRange range) {
  const std::string& text = report.text;
  range.end = std::min(range.end, static_cast<std::uint32_t>(text.size()));
  while (range.begin < range.end) {
    const CodePoint point = decode_utf8(text, range.begin);
    if (!is_space(point.value)) break;
    range.begin += point.size_bytes;
  }
  while (range.begin < range.end) {
    const std::size_t last = previous_utf8(text, range.end);
    if (last < range.begin || !is_space(decode_utf8(text, last).value)) break;
    range.end = static_cast<std::uint32_t>(last);
  }
  return range;
}

std::optional<Evidence> evidence(const clean::Report& report, TextRange range) {
  range = trimmed(report, range);
  if (range.empty()) return std::nullopt;
  if (!crosses_line(report, range)) return whole(report, range);
  const std::vector<Evidence> pieces = evidence_pieces(report, range);
  const bool forwards = std::is_sorted(pieces.begin(), pieces.end(), [](const Evidence& a, const Evidence& b) {
    return a.range.source.end < b.range.source.begin;
  });
  if (forwards) {
    if (const auto all = whole(report, range)) return all;
  }
  return pieces.empty() ? std::nullopt : std::optional(pieces.front());
}

std::optional<Evidence> title_evidence(const clean::Report& report) {
  return report.title ? evidence(report, report.blocks[report.title->index()].text) : std::nullopt;
}

std::vector<Evidence> evidence_pieces(const clean::Report& report, TextRange range) {
  std::vector<Evidence> pieces;
  range = trimmed(report, range);
  if (range.empty()) return pieces;
  if (!crosses_line(report, range)) {
    if (const auto all = whole(report, range)) pieces.push_back(*all);
    return pieces;
  }
  for (auto block = first_block(report, range.begin); block != report.blocks.end() && block->text.begin < range.end;
       ++block) {
    if (block->kind == clean::BlockKind::Furniture) continue;
    const TextRange part =
        trimmed(report, {std::max(range.begin, block->text.begin), std::min(range.end, block->text.end)});
    if (part.empty()) continue;
    if (const auto piece = whole(report, part)) pieces.push_back(*piece);
  }
  return pieces;
}

}  // namespace ql::present
