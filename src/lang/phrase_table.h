// SPDX-License-Identifier: Apache-2.0
// Phrases that give furniture away ("Lesen Sie auch", "Foto:"), from lexicons/<language>/furniture.tsv.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_map.h"

namespace ql::lang {

/// What a phrase says about the text where it stands.
struct Phrase {
  /// Where the phrase has to stand, and how far its verdict reaches.
  enum class Where : std::uint8_t {
    Line,      ///< The block is the phrase.
    Start,     ///< The block starts with it: all of the block.
    Sentence,  ///< A sentence starts with it: that sentence.
    Any,       ///< A short block holds it anywhere: all of the block.
    Section    ///< A short line starts with it: the line and everything after it.
  };
  Where where = Where::Line;
  std::string kind;                ///< A kind of furniture as in DOSSIER-FORMAT.md.
  std::vector<std::string> words;  ///< "<n>" stands for digits, "*" for any one word.
};

/// A text cut into lower-case words for matching. Signs that matter (: | ? © +++) are words; others are dropped.
struct PhraseWords {
  std::string lower;
  struct Word {
    std::uint32_t begin, end;    ///< In `lower`.
    std::uint32_t source_begin;  ///< In the text.
  };
  std::vector<Word> words;
  [[nodiscard]] std::string_view at(std::size_t i) const {
    return std::string_view(lower).substr(words[i].begin, words[i].end - words[i].begin);
  }
};

/// Cuts `text`, at most `max_words` words of it. Linear.
PhraseWords phrase_words(std::string_view text, std::size_t max_words);
/// The same into `result`, whose memory is used again.
void phrase_words(std::string_view text, std::size_t max_words, PhraseWords& result);

/// The phrases of some languages, found by their first word.
class PhraseTable {
 public:
  /// Adds the rows of an embedded TSV file (phrase, kind, where, note).
  void add_file(std::string_view path);
  /// The longest phrase of this kind of place that starts at word `position`; nullptr if there is none.
  [[nodiscard]] const Phrase* find(const PhraseWords& text, std::size_t position, Phrase::Where where) const;

 private:
  std::vector<Phrase> phrases_;
  StringMap<std::vector<std::uint32_t>> by_first_word_;
};

}  // namespace ql::lang
