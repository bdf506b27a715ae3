// SPDX-License-Identifier: Apache-2.0
// Phrases with alternatives, as the lexicons write them: "{er|sie} {habe|hat} <NEVER>". Spelled out once, when a table
// is read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/string_map.h"

namespace ql::lang {

/// Named sets of words.
class PhraseSets {
 public:
  PhraseSets() = default;
  /// Parses a table with the columns `set` and `words`; malformed rows are programmer errors. A set may name those
  /// above it.
  explicit PhraseSets(std::string_view stance_words_tsv);

  /// The members of a set; asserts that it exists.
  [[nodiscard]] const std::vector<std::string>& members(std::string_view name) const;
  /// All ways to spell a pattern, in order, each once: {a|b|} alternatives, <SET> those of a set. Asserts on braces
  /// that do not match.
  [[nodiscard]] std::vector<std::string> spell_out(std::string_view pattern) const;

 private:
  [[nodiscard]] std::vector<std::string> sequence(std::string_view pattern, std::size_t& at) const;
  [[nodiscard]] std::vector<std::string> alternatives(std::string_view pattern, std::size_t& at) const;

  StringMap<std::vector<std::string>> sets_;
};

}  // namespace ql::lang
