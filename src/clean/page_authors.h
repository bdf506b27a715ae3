// SPDX-License-Identifier: Apache-2.0
// Authors of a page: stated ones found in the text, else those of its by-line.
#pragma once

#include <string>
#include <vector>

#include "clean/page_elements.h"
#include "clean/page_metadata.h"
#include "clean/report.h"
#include "lang/document_words.h"

namespace ql::clean {

/// Sets report.authors and author_names from what the page states; the by-line's authors, which are there already, stay
/// if it states none. Desks, agencies and the outlet are no authors.
void set_page_authors(Report& report, const std::vector<StatedName>& stated, const lang::DocumentWords& words);

/// Names in the elements of a page that say that they hold an author's, the first such place only; empty if there is
/// none.
std::vector<StatedName> shown_authors(const HtmlTree& tree, const std::vector<ElementFacts>& facts,
                                      std::string_view source);

/// The persons of a stated author field, which may hold several ("Von A. B. und C. D.", "A B, C D").
std::vector<std::string> split_authors(std::string_view field, const lang::DocumentWords& words);

}  // namespace ql::clean
