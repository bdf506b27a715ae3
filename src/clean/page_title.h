// SPDX-License-Identifier: Apache-2.0
// Which line of a page is its headline?
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clean/draft.h"

namespace ql::clean {

/// The heading that is the title: one that the page's metadata repeats, else its first <h1>; nothing if there is none.
std::optional<std::size_t> find_title_block(const Draft& draft, const std::vector<std::string>& headlines,
                                            const std::optional<std::string>& outlet);

/// The size of the headline in the text of a <title>, without the site's name after its last separator.
std::size_t headline_size(std::string_view title);

/// Letters and digits in lower case, for comparing headlines.
std::string folded_letters(std::string_view text);

}  // namespace ql::clean
