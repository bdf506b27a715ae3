// SPDX-License-Identifier: Apache-2.0
// Phrases by which titles announce a ticker or a digest: lexicons/<language>/digest_words.tsv.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace ql::lang {

enum class DigestKind : std::uint8_t { None, Ticker, Digest };

class DigestWords {
 public:
  /// Reads the table of a language from the embedded files. Requires a supported code.
  static DigestWords load(const std::string& language_code);

  /// The kind of the first phrase that stands in a title of these words (folded, in order). Cost: words x phrases.
  [[nodiscard]] DigestKind find(std::span<const std::string> title) const;
  /// True for the stem (upper half of lang::WordKey::stem) of a word that follows a time of day.
  [[nodiscard]] bool is_clock(std::uint32_t stem) const;

 private:
  struct Phrase {
    std::vector<std::string> words;  ///< Folded.
    DigestKind kind = DigestKind::None;
  };
  std::vector<Phrase> phrases_;
  std::vector<std::uint32_t> clock_stems_;
};

}  // namespace ql::lang
