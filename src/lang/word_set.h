// SPDX-License-Identifier: Apache-2.0
// Small word lists compiled into hash tables: the forms of one TSV column, with one label each.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/string_map.h"

namespace ql::lang {

/// A set of words with a small label each. O(1).
class WordLabels {
 public:
  /// Adds `word`; the first label of a word stays.
  void add(std::string_view word, std::uint8_t label) { labels_.emplace(word, label); }
  /// The label of `word`, or `absent`. O(length).
  [[nodiscard]] std::uint8_t find(std::string_view word, std::uint8_t absent = 0) const {
    const auto found = labels_.find(word);
    return found == labels_.end() ? absent : found->second;
  }
  /// Calls use(word, label) for each word, in no order.
  template <class Use>
  void for_each(Use use) const {
    for (const auto& [word, label] : labels_) use(std::string_view(word), label);
  }
  [[nodiscard]] bool contains(std::string_view word) const { return labels_.contains(word); }
  [[nodiscard]] std::size_t size() const { return labels_.size(); }

 private:
  StringMap<std::uint8_t> labels_;
};

/// The words of column "form" of an embedded TSV file, all with label 1.
WordLabels load_word_set(std::string_view path);

}  // namespace ql::lang
