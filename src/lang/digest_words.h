// SPDX-License-Identifier: Apache-2.0
// Phrases by which titles announce a ticker or a digest: lexicons/<language>/digest_words.tsv.
#pragma once

#include <array>
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

  /// The kind of the first phrase that stands in a title of these words (upper halves of lang::WordKey::word, in
  /// order). Cost: linear in the words, but for those that begin phrases.
  [[nodiscard]] DigestKind find(std::span<const std::uint32_t> title) const;
  /// True for the stem (upper half of lang::WordKey::stem) of a word that follows a time of day.
  [[nodiscard]] bool is_clock(std::uint32_t stem) const;

 private:
  struct Phrase {
    std::vector<std::uint32_t> words;
    DigestKind kind = DigestKind::None;
  };
  [[nodiscard]] bool may_begin(std::uint32_t word) const {
    return (first_bits_[word / 64 % first_bits_.size()] >> word % 64 & 1U) != 0;
  }

  std::vector<Phrase> phrases_;
  std::array<std::uint64_t, 32> first_bits_{};  // a bit for each value of the last bits of what begins a phrase
  std::vector<std::uint32_t> clock_stems_;
};

}  // namespace ql::lang
