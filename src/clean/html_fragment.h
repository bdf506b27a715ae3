// SPDX-License-Identifier: Apache-2.0
// HTML that is the report and nothing else (a feed's content, a body in JSON) -> draft.
#pragma once

#include <optional>
#include <string>

#include "clean/html_page.h"

namespace ql::clean {

/// Reads decoded HTML of which all text is the report, except captions, credits and lines that are links. `title` is
/// what the container states; it becomes the first block, in a field of its own. Linear.
HtmlPage read_html_fragment(const DecodedText& source, const std::optional<std::string>& title,
                            const lang::DocumentWords& words);

}  // namespace ql::clean
