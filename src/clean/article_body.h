// SPDX-License-Identifier: Apache-2.0
// Does a line of a page stand in the text that the page's JSON-LD gives as its article's body?
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "clean/draft.h"

namespace ql::clean {

/// The runs of four words of a stated article body. What it holds is a hint, not the truth: outlets cut it, leave out
/// lists and headings, or state a teaser. Empty for a body of fewer than four words.
class ArticleBody {
 public:
  ArticleBody() = default;
  /// Reads the body's words; tags and references in it are passed over. Linear, up to a bounded size.
  explicit ArticleBody(std::string_view text);

  [[nodiscard]] bool empty() const { return runs_.empty(); }
  /// Distinct runs of the body.
  [[nodiscard]] std::size_t size() const { return runs_.size(); }

  /// What a line shares with the body.
  struct Shared {
    std::size_t runs = 0;   ///< Runs of four words in the line.
    std::size_t found = 0;  ///< Those that the body has, too.
    std::size_t fresh = 0;  ///< Those of them that no line asked about before had.
  };
  /// Compares one line, and remembers which runs it had.
  Shared share(std::string_view line);

 private:
  std::vector<std::uint64_t> runs_;  // sorted
  std::vector<bool> seen_;
};

/// Corrects is_report by the body that the page states: lines that it holds are the report, and, if the page shows all
/// of it, running text below its first line that it does not hold is none. A body of which the page shows little, or
/// that is a small part of what the page's markup takes for the report, changes nothing. Linear.
void agree_with_body(std::string_view stated_body, std::optional<std::size_t> title_block, Draft& draft);

}  // namespace ql::clean
