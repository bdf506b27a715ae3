// SPDX-License-Identifier: Apache-2.0
// Finds the next piece of an HTML source: a stretch of text, a tag, or something that is neither.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "clean/html_tags.h"

namespace ql::clean {

/// One piece. `begin` and `end` are bytes of the source; attributes of a start tag stand in
/// [attributes_begin, end).
struct HtmlPiece {
  enum class Kind : std::uint8_t { Text, StartTag, EndTag, Markup };  ///< Markup: comment, doctype, <?...>.
  Kind kind = Kind::Text;
  Tag tag = Tag::Other;
  bool self_closing = false;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t attributes_begin = 0;
};

/// The piece that starts at `position`. Requires position < source.size(). Never empty; an unclosed tag or comment
/// reaches to the end of the source, a '<' that starts no tag is text (HTML Standard, section 13.2.5).
HtmlPiece next_piece(std::string_view source, std::uint32_t position);

/// Skips the content of elements that no reader sees. They end at the first end tag of their name; a raw-text element
/// (script) without one reaches to the end of the source, any other is taken as if its start tag were not there.
class HiddenElements {
 public:
  explicit HiddenElements(std::string_view source) : source_(source) {}
  /// Where reading goes on after a start tag of `tag` that ended at `position`. All calls together are linear in the
  /// source, because an end tag that is missing is looked for once.
  std::uint32_t skip(std::uint32_t position, Tag tag);

 private:
  std::string_view source_;
  std::array<bool, static_cast<std::size_t>(Tag::Count)> unclosed_{};
};

}  // namespace ql::clean
