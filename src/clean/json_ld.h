// SPDX-License-Identifier: Apache-2.0
// schema.org statements in <script type="application/ld+json">.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ql::clean {

/// What an article's JSON-LD says, as strings. Empty where it says nothing.
struct JsonLdArticle {
  std::string headline, published, modified, publisher, url, language, body, section, licence;
  std::optional<bool> free;                ///< isAccessibleForFree
  std::vector<std::string> authors;        ///< Persons, or names of which nothing is said.
  std::vector<std::string> organisations;  ///< Authors that are organisations, if there are no others.
};

/// The article that a JSON-LD text describes (NewsArticle and its kin, in graphs and arrays too); nothing if there is
/// none. Broken JSON is tried once more with its control characters blanked. Linear; nesting is bounded.
std::optional<JsonLdArticle> read_json_ld(std::string_view json);

}  // namespace ql::clean
