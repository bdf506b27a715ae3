// SPDX-License-Identifier: Apache-2.0
// The words that the program says to people, by key, in one UI language (lexicons/ui/de.tsv, en.tsv).
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

namespace ql::lang {

/// A message table.
class Messages {
 public:
  /// Loads "de" or "en". Requires that the language has a table: see supported().
  explicit Messages(std::string_view language);
  static bool supported(std::string_view language) { return language == "de" || language == "en"; }

  /// The text of a key. A key that is not in the table is a programmer error.
  [[nodiscard]] std::string_view operator()(std::string_view key) const;
  /// The text with {0}, {1} ... replaced by `values`.
  [[nodiscard]] std::string format(std::string_view key, std::initializer_list<std::string_view> values) const;
  /// The text of key.one when count is 1, else of key.many, with {0} replaced by the count.
  [[nodiscard]] std::string count(std::string_view key, std::size_t count) const;
  /// An integer with the language's thousands separator: 12.844, 12,844.
  [[nodiscard]] std::string integer(std::size_t value) const;

  [[nodiscard]] const std::map<std::string_view, std::string>& all() const { return texts_; }

 private:
  std::map<std::string_view, std::string> texts_;
};

}  // namespace ql::lang
