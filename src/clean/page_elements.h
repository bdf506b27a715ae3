// SPDX-License-Identifier: Apache-2.0
// What is known of a page's elements from tags and attributes alone.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "clean/html_tree.h"
#include "lang/document_words.h"

namespace ql::clean {

/// Beside HtmlTree::elements, index by index.
struct ElementFacts {
  lang::Hint hint = lang::Hint::None;  ///< Of its own tag, class, id, role.
  bool hint_is_sure = false;           ///< From a pair of words ("article-body").
  std::uint32_t block = 0;             ///< The element whose line its text belongs to: itself or an ancestor.
  std::uint8_t heading_level = 0;      ///< Inherited.
  bool in_link = false;
  bool emphasised = false;
  bool list_item = false;
  bool cell = false;
  bool quote = false;
  bool names_author = false;  ///< Its attributes say that it holds an author's name.
  bool names_date = false;    ///< Its attributes, or those of an element in its line, say that it holds a date.
  bool invisible = false;     ///< hidden, aria-hidden with display:none.
};

/// Facts of all elements; one pass over the attributes.
std::vector<ElementFacts> element_facts(const HtmlTree& tree, std::string_view source,
                                        const lang::DocumentWords& words);

}  // namespace ql::clean
