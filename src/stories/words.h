// SPDX-License-Identifier: Apache-2.0
// A report as a row of words: what reuse and story features are computed from. Private to stories.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/annotations.h"
#include "base/span.h"
#include "clean/report.h"
#include "lang/language.h"

namespace ql::stories {

/// What annotate says that a word names.
enum class NameKind : std::uint8_t { None, Person, Organisation, Place };

/// How rare a stem is in the language: -20 log10 of its frequency, at least 1; kUnknownRarity for stems that the list
/// lacks.
std::uint8_t rarity_of(const lang::WordFrequency& frequency, std::uint32_t stem);
constexpr std::uint8_t kUnknownRarity = 160;

/// One word of title or body. 24 bytes.
struct Word {
  std::uint64_t key = 0;   ///< Hash of the folded word.
  std::uint32_t stem = 0;  ///< Upper half of the hash of the stem: the feature.
  TextRange text;
  std::uint8_t length = 0;  ///< Letters after folding, capped at 127.
  std::uint8_t rarity = 0;  ///< Of the stem; kUnknownRarity for numbers.
  bool capitalised : 1 = false;
  bool digit : 1 = false;    ///< Starts with a digit; "22.657" and "1,5" are one word each.
  bool telling : 1 = false;  ///< A number that is no round, small or yearly one: three digits that count, or a comma.
  bool sentence_start : 1 = false;  ///< First word of a block or after . ! ? :
  bool block_start : 1 = false;     ///< First word of a block.
  bool relayed : 1 = false;         ///< Speaks of another outlet's report (lang::RelayWords).
  NameKind name : 2 = NameKind::None;
};
static_assert(sizeof(Word) == 24);

/// The words of one report: first those of the title, then those of the body, in text order.
struct WordList {
  std::vector<Word> words;
  std::uint32_t title_words = 0;
};

/// Splits title and body blocks into words (runs of letters and digits). What a form says of itself is found out once
/// and remembered for the latest forms. Not thread-safe.
class WordReader {
 public:
  explicit WordReader(const lang::Language& language);
  /// Linear in the bytes; `out` is reused, not appended to.
  void read(const clean::Report& report, WordList& out);

 private:
  /// A word without its place.
  struct Form {
    std::uint64_t spelling = 0;  ///< Hash of its bytes.
    std::uint64_t key = 0;
    std::uint32_t stem = 0;
    std::uint8_t length = 0, rarity = 0;
    bool capitalised = false, relayed = false;
  };
  /// Forms whose spelling falls on one place: the latest two.
  struct alignas(64) FormSet {
    std::array<Form, 2> latest;
  };

  [[nodiscard]] const Form& form_of(std::uint64_t spelling, std::string_view word);
  [[nodiscard]] Form read_form(std::string_view word);
  void look_up(std::string_view text, std::span<Word> words);

  const lang::Language& language_;
  std::vector<FormSet> forms_;
  std::string folded_;  // one letter that is not ASCII
};

/// Marks the words of persons, organisations and places. Linear.
void mark_names(std::span<const annotate::Mention> mentions, WordList& list);

}  // namespace ql::stories
