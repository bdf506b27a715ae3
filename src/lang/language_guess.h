// SPDX-License-Identifier: Apache-2.0
// Which language is a text in? By function words and letters; made for telling German reports from others.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/string_map.h"

namespace ql::lang {

/// Function words of some languages (lexicons/html/language_words.tsv).
class LanguageGuess {
 public:
  LanguageGuess() = default;
  /// Loads the table of an embedded file.
  explicit LanguageGuess(std::string_view path);

  /// ISO 639-1 code of the language of `text`, of which at most 1,000 bytes are read; "" if nothing tells. A text of up
  /// to four words without evidence for another language is taken for German.
  [[nodiscard]] std::string guess(std::string_view text) const;

 private:
  std::vector<std::string> languages_;
  StringMap<std::vector<std::uint8_t>> words_;
};

}  // namespace ql::lang
