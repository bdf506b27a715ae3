// SPDX-License-Identifier: Apache-2.0
// Lemmas of articles, pronouns and a few adverbs: lexicons/de/closed_lemmas.tsv.
#pragma once

#include <string>
#include <string_view>

#include "base/string_map.h"

namespace ql::lang {

/// Lower-case form -> lemma. Views into the embedded file, hence valid for the whole run.
class ClosedLemmas {
 public:
  /// Requires that the file is embedded for the language `code`.
  static ClosedLemmas load(const std::string& code);
  /// The lemma of an article, pronoun or determiner; "" when it is not listed.
  [[nodiscard]] std::string_view pronoun(std::string_view form) const { return find(pronouns_, form); }
  /// The lemma of an adjective or adverb; "" when it is not listed.
  [[nodiscard]] std::string_view other(std::string_view form) const { return find(others_, form); }

 private:
  using Table = StringMap<std::string_view>;
  static std::string_view find(const Table& table, std::string_view form) {
    const auto found = table.find(form);
    return found == table.end() ? std::string_view() : found->second;
  }
  Table pronouns_, others_;
};

}  // namespace ql::lang
