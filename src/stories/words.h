// SPDX-License-Identifier: Apache-2.0
// A report as a row of words: what reuse and story features are computed from. Private to stories.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "annotate/annotations.h"
#include "base/span.h"
#include "clean/report.h"
#include "lang/language.h"
#include "stories/word_cutter.h"
#include "stories/word_forms.h"
#include "stories/word_parts.h"

namespace ql::stories {

/// What a word is for stories: what annotate says that it names, else what its letters say.
enum class WordKind : std::uint8_t {
  Person,
  Organisation,
  Place,
  Number,  ///< Telling: three digits that count, or a comma; no year.
  Noun,    ///< Capitalised.
  Start,   ///< Capitalised as the first word of a sentence.
  Lower,
  SmallNumber
};
constexpr bool is_name(WordKind kind) { return kind <= WordKind::Place; }

/// One word of title or body. 20 bytes.
struct Word {
  std::uint32_t key = 0;   ///< Upper half of the hash of the folded word.
  std::uint32_t stem = 0;  ///< Upper half of the hash of the stem: the feature.
  TextRange text;
  WordFacts facts;
  WordKind kind = WordKind::Lower;
  bool digit : 1 = false;           ///< Starts with a digit; "22.657" and "1,5" are one word each.
  bool sentence_start : 1 = false;  ///< First word of a block or after . ! ? :
  bool block_start : 1 = false;     ///< First word of a block.
};
static_assert(sizeof(Word) == 20);

/// A word that is a compound of known words.
struct Compound {
  std::uint32_t word = 0;  ///< Its place in the list.
  WordParts parts;
};

/// The words of one report: first those of the title, then those of the body, in text order.
struct WordList {
  std::vector<Word> words;
  std::uint32_t title_words = 0;
  std::vector<Compound> compounds;                 ///< Ascending by word.
  std::vector<std::uint32_t> digits;               ///< Words that start with a digit, ascending.
  std::uint32_t relayed_words = 0, cue_words = 0;  ///< How many are relayed, and cues.
};

/// Splits title and body blocks into words (runs of letters and digits). What a form says of itself is found out once
/// and remembered for the latest forms. Not thread-safe.
class WordReader {
 public:
  /// Both must outlive the reader.
  WordReader(const lang::Language& language, const Rarities& rarities) : forms_(language, rarities) {}
  /// Linear in the bytes; `out` is reused, not appended to.
  void read(const clean::Report& report, WordList& out);

 private:
  void spell(std::string_view text, TextRange range, WordList& out);
  void look_up(std::string_view text, WordList& out);
  void read_missing(WordList& out);
  void note_rare_facts(std::size_t word, const WordForm& form, WordList& out);

  WordForms forms_;
  WordCutter cutter_;
  std::vector<Word> words_;  // of the report at hand: the first count_
  std::size_t count_ = 0;
  std::vector<std::uint32_t> missing_;        // words whose forms are not remembered
  std::vector<std::size_t> compound_places_;  // where the parts of the compounds stand
};

/// Marks the words of persons, organisations and places. Linear.
void mark_names(std::span<const annotate::Mention> mentions, WordList& list);

}  // namespace ql::stories
