// SPDX-License-Identifier: Apache-2.0
// Others count characters of the text, we count bytes of the source. The body's code points are counted once per
// block; a position is then found by its block and the code points before it there. Tested by body_text_test.cpp.
#include "present/body_text.h"

#include <algorithm>

#include "present/evidence.h"

namespace ql::present {
namespace {

/// Code points that start in the bytes of `text`.
std::uint64_t count_code_points(std::string_view text) {
  return static_cast<std::uint64_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

BodyText::BodyText(const clean::Report& report) : report_(&report) {
  std::uint64_t counted = 0;
  for (const clean::Block& block : report.blocks) {
    const TextRange range = trimmed(report, block.text);
    if (!clean::is_body(block.kind) || range.empty()) continue;
    if (!text_.empty()) {
      text_ += '\n';
      ++counted;
    }
    pieces_.push_back({range, counted});
    text_ += slice(report.text, range);
    counted += count_code_points(slice(report.text, range));
  }
}

const BodyText::Piece* BodyText::piece_at(std::uint32_t position) const {
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), position,
                                      [](std::uint32_t at, const Piece& piece) { return at < piece.from.begin; });
  if (after == pieces_.begin()) return nullptr;
  const Piece& piece = *(after - 1);
  return position <= piece.from.end ? &piece : nullptr;
}

std::uint64_t BodyText::code_points(const Piece& piece, std::uint32_t position) const {
  return piece.begin_code_points + count_code_points(slice(report_->text, {piece.from.begin, position}));
}

std::optional<CodePointRange> BodyText::position(TextRange range) const {
  const Piece* first = piece_at(range.begin);
  const Piece* last = piece_at(range.end);
  if (range.empty() || first == nullptr || last == nullptr || range.begin == first->from.end) return std::nullopt;
  return CodePointRange{code_points(*first, range.begin), code_points(*last, range.end)};
}

}  // namespace ql::present
