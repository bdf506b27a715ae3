// SPDX-License-Identifier: Apache-2.0
// range of bytes -> (decode) -> (strip markup, resolve references) -> collapsed text
//
// Shares with the cleaner the scanner of pieces, the table of tags and the table of references, but neither the tree
// nor the block finder nor the offset map, which are what it is there to check. Tested by derive_text_test.cpp and
// by the property tests of clean.
#include "clean/derive_text.h"

#include <algorithm>

#include "base/check.h"
#include "base/utf8.h"
#include "clean/decode.h"
#include "clean/html_scan.h"
#include "lang/html_entities.h"

namespace ql::clean {
namespace {

void append_html_text(std::string& out, std::string_view text) {
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t ampersand = std::min(text.find('&', position), text.size());
    out.append(text.substr(position, ampersand - position));
    position = ampersand;
    if (position < text.size()) {
      const lang::Reference reference = lang::resolve_reference(text, position);
      out.append(reference.size_bytes > 0 ? std::string_view(reference.text) : text.substr(position, 1));
      position += reference.size_bytes > 0 ? reference.size_bytes : 1;
    }
  }
}

std::string strip_markup(std::string_view html) {
  std::string out;
  HiddenElements hidden(html);
  std::uint32_t position = 0;
  while (position < html.size()) {
    const HtmlPiece piece = next_piece(html, position);
    position = piece.end;
    if (piece.kind == HtmlPiece::Kind::Text) {
      append_html_text(out, html.substr(piece.begin, piece.end - piece.begin));
      continue;
    }
    if (piece.kind == HtmlPiece::Kind::Markup) continue;
    if (breaks_text(piece.tag)) {
      out.push_back(' ');
    }
    if (piece.kind == HtmlPiece::Kind::StartTag && is_hidden(piece.tag) && !piece.self_closing) {
      position = hidden.skip(position, piece.tag);
    }
  }
  return out;
}

}  // namespace

std::string collapse_white_space(std::string_view text) {
  std::string out;
  bool pending_blank = false;
  for (std::size_t position = 0; position < text.size();) {
    const CodePoint point = decode_utf8(text, position);
    const std::string_view bytes = text.substr(position, point.size_bytes);
    position += point.size_bytes;
    constexpr char32_t kSoftHyphen = 0xAD;
    constexpr char32_t kByteOrderMark = 0xFEFF;
    if (point.value == kSoftHyphen || point.value == kByteOrderMark) continue;
    if (is_space(point.value)) {
      pending_blank = !out.empty();
      continue;
    }
    if (pending_blank) out.push_back(' ');
    pending_blank = false;
    out.append(bytes);
  }
  return out;
}

std::string derive_text(std::string_view source_bytes, SourceRange range, ingest::MediaType media_type,
                        std::string_view encoding) {
  QL_CHECK(range.begin <= range.end && range.end <= source_bytes.size());
  const std::string decoded = decode_as(source_bytes.substr(range.begin, range.size()), encoding);
  return collapse_white_space(media_type == ingest::MediaType::Html ? strip_markup(decoded) : decoded);
}

}  // namespace ql::clean
