// SPDX-License-Identifier: Apache-2.0
// A page as a flat tree: elements and the stretches of text in them, with their bytes in the decoded source.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "clean/html_tags.h"

namespace ql::clean {

/// An element. Elements stand in document order, so a parent comes before its children.
struct HtmlElement {
  Tag tag = Tag::Other;
  std::uint32_t parent = 0;            ///< Index; the root (index 0) is its own parent.
  std::uint32_t attributes_begin = 0;  ///< [attributes_begin, attributes_end) of the source.
  std::uint32_t attributes_end = 0;
};

/// A stretch of visible text, or (begin == end) a place where the text breaks, or the raw text of a script or title.
struct HtmlText {
  std::uint32_t element = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool is_br = false;  ///< The break is a <br>, which alone ends a line but no paragraph.
};

struct HtmlTree {
  std::vector<HtmlElement> elements;  ///< elements[0] is a root of no tag.
  std::vector<HtmlText> texts;        ///< Visible text, in document order.
  std::vector<HtmlText> raw_texts;    ///< Contents of <script> and <title>.
};

/// Builds the tree: implied end tags of p, li, dt, dd, tr, td, th and option, void and hidden elements, end tags that
/// match nothing. No tag soup makes it more than linear: unmatched end tags are known by counting, walks are bounded.
/// Not the HTML Standard's tree in every mis-nested case (docs/adr explains); its text and order of text are.
HtmlTree build_html_tree(std::string_view source);

}  // namespace ql::clean
