// SPDX-License-Identifier: Apache-2.0
// Authors of a page: stated ones found in the text, else those of its by-line.
#pragma once

#include <string>
#include <vector>

#include "clean/draft.h"
#include "clean/page_elements.h"
#include "clean/page_metadata.h"
#include "clean/report.h"
#include "lang/document_words.h"

namespace ql::clean {

/// Sets report.authors and author_names from what the page states; the by-line's authors, which are there already, stay
/// if it states none. Desks, agencies and the outlet are no authors.
void set_page_authors(Report& report, const std::vector<StatedName>& stated, const lang::DocumentWords& words);

/// Names in the elements of a page that say that they hold an author's: the first of them and those beside it. Elements
/// of navigation and teasers count only if `anywhere`. Empty if there is none.
std::vector<std::string> shown_authors(const HtmlTree& tree, const std::vector<ElementFacts>& facts,
                                       std::string_view source, const lang::DocumentWords& words, bool anywhere);

/// Who wrote the page: the stated persons, else names in elements for authors, else the by-line. The outlet, agencies
/// and desks are no authors.
std::vector<StatedName> page_authors(const std::vector<StatedName>& stated, const PageMetadata& page,
                                     const HtmlTree& tree, const std::vector<ElementFacts>& facts,
                                     std::string_view source, const Draft& draft, std::optional<std::size_t> title,
                                     const lang::DocumentWords& words);

/// The persons of a stated author field, which may hold several ("Von A. B. und C. D.", "A B, C D").
std::vector<std::string> split_authors(std::string_view field, const lang::DocumentWords& words);

}  // namespace ql::clean
