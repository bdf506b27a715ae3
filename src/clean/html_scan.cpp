// SPDX-License-Identifier: Apache-2.0
// A subset of the HTML Standard's tokenizer without its error recovery beyond the end of a tag: text runs to the next
// '<' (memchr), a tag to its '>' outside quotes. One pass, no allocation. Tested by clean_test.cpp.
#include "clean/html_scan.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace ql::clean {
namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool ends_name(char c) { return c == '>' || c == '/' || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

std::uint32_t find_from(std::string_view source, std::string_view what, std::size_t from) {
  const std::size_t at = source.find(what, from);
  return static_cast<std::uint32_t>(at == std::string_view::npos ? source.size() : at);
}

std::uint32_t find_from(std::string_view source, char what, std::size_t from) {
  const std::size_t at = source.find(what, from);
  return static_cast<std::uint32_t>(at == std::string_view::npos ? source.size() : at);
}

/// Reads the tag name at `position` and sets piece.tag; returns the end of the name.
std::uint32_t read_name(std::string_view source, std::uint32_t position, HtmlPiece& piece) {
  std::array<char, 16> name{};
  std::uint32_t end = position;
  while (end < source.size() && !ends_name(source[end])) {
    if (end - position < name.size()) name[end - position] = lower(source[end]);
    ++end;
  }
  const std::size_t size = end - position;
  piece.tag = size <= name.size() ? tag_of(std::string_view(name.data(), size)) : Tag::Other;
  return end;
}

/// The '>' that closes the tag, outside quoted attribute values; the source's size if there is none.
std::uint32_t find_tag_end(std::string_view source, std::uint32_t position) {
  char before = ' ';
  for (std::uint32_t i = position; i < source.size(); ++i) {
    const char c = source[i];
    if (c == '>') return i;
    if ((c == '"' || c == '\'') && before == '=') {
      const std::uint32_t close = find_from(source, c, i + 1);
      if (close == source.size()) return find_from(source, '>', i);
      i = close;
      before = ' ';
      continue;
    }
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') before = c;
  }
  return static_cast<std::uint32_t>(source.size());
}

HtmlPiece markup(std::string_view source, std::uint32_t position) {
  HtmlPiece piece{HtmlPiece::Kind::Markup, Tag::Other, false, position, 0, 0};
  const auto size = static_cast<std::uint32_t>(source.size());
  if (source.substr(position).starts_with("<!--")) {
    const std::uint32_t end = find_from(source, "-->", position + 2);
    piece.end = std::min(size, end + 3);
  } else if (source.substr(position).starts_with("<![CDATA[")) {
    piece.end = std::min(size, find_from(source, "]]>", position) + 3);
  } else {
    piece.end = std::min(size, find_from(source, '>', position) + 1);
  }
  return piece;
}

}  // namespace

HtmlPiece next_piece(std::string_view source, std::uint32_t position) {
  const auto size = static_cast<std::uint32_t>(source.size());
  const char next = position + 1 < size ? source[position + 1] : ' ';
  if (source[position] == '<' && (next == '!' || next == '?')) {
    return markup(source, position);
  }
  const bool end_tag = source[position] == '<' && next == '/' && position + 2 < size;
  const bool starts_tag = source[position] == '<' && (is_ascii_letter(next) || end_tag);
  if (!starts_tag) {
    HtmlPiece text{HtmlPiece::Kind::Text, Tag::Other, false, position, find_from(source, '<', position + 1), 0};
    return text;
  }
  if (end_tag && !is_ascii_letter(source[position + 2])) {
    return markup(source, position);
  }
  HtmlPiece piece{end_tag ? HtmlPiece::Kind::EndTag : HtmlPiece::Kind::StartTag, Tag::Other, false, position, 0, 0};
  piece.attributes_begin = read_name(source, position + (end_tag ? 2 : 1), piece);
  const std::uint32_t close = find_tag_end(source, piece.attributes_begin);
  piece.self_closing = close > position && source[close - 1] == '/';
  piece.end = std::min(size, close + 1);
  return piece;
}

std::uint32_t HiddenElements::skip(std::uint32_t position, Tag tag) {
  bool& unclosed = unclosed_[static_cast<std::size_t>(tag)];
  std::uint32_t at = position;
  while (!unclosed && at < source_.size()) {
    at = find_from(source_, "</", at);
    if (at >= source_.size()) break;
    HtmlPiece piece;
    read_name(source_, at + 2, piece);
    if (piece.tag == tag) return at;
    at += 2;
  }
  unclosed = true;
  return is_raw_text(tag) ? static_cast<std::uint32_t>(source_.size()) : position;
}

}  // namespace ql::clean
