// SPDX-License-Identifier: Apache-2.0
// What a word says by its letters alone, remembered by its bytes. Private to stories.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lang/language.h"
#include "lang/word_key.h"
#include "stories/rarities.h"
#include "stories/word_parts.h"

namespace ql::stories {

/// Letters of a word that count.
constexpr std::uint32_t kMostLetters = 127;

/// The hash of a folded word that is read letter by letter: the same numbers as lang::word_key over the whole word.
class WordHash {
 public:
  void add(unsigned char letter) {
    hash_ = (hash_ ^ letter) * lang::kWordHashPrime;
    ending_ = ending_ << 8U | letter;
    ++letters_;
  }
  [[nodiscard]] std::uint32_t letters() const { return letters_; }
  [[nodiscard]] std::uint64_t key() const { return hash_; }
  /// Upper half of the hash of the word without its inflectional ending. Unlike lang's, it takes the genitive of words
  /// in -er and -en apart, so that "des Trainers" and "der Trainer", "Brasiliens" and "Brasilien" are one word.
  [[nodiscard]] std::uint32_t stem() const;

 private:
  std::uint64_t hash_ = lang::kWordHashStart;
  std::uint32_t ending_ = 0;  // the last letters, the very last lowest
  std::uint32_t letters_ = 0;
};

/// A word without its place. 32 bytes.
struct WordForm {
  std::uint64_t spelling = 0;  ///< Of its bytes, see spelling.h.
  std::uint64_t key = 0;       ///< Hash of the folded word.
  std::uint32_t stem = 0;
  std::uint32_t parts = 0;  ///< Where the parts of a compound are kept; 0 = it is none.
  std::uint8_t length = 0;  ///< Letters after folding, at most kMostLetters.
  std::uint8_t rarity = 0;  ///< Of the stem, at least 1.
  bool capitalised = false;
  bool relayed = false;  ///< Speaks of another outlet's report (lang::RelayWords).
};

/// The latest forms, read once each: of a hundred words of news some ninety-five stood in the last few hundred reports
/// too. About 7 MiB with the rarities. Not thread-safe.
class WordForms {
 public:
  explicit WordForms(const lang::Language& language);
  /// Has the place where a form may be brought into the cache.
  void fetch(std::uint64_t spelling) const { __builtin_prefetch(&sets_[set_of(spelling)]); }
  /// `word` has this Spelling. The answer holds until the next call.
  const WordForm& of(std::uint64_t spelling, std::string_view word) {
    const std::array<WordForm, 2>& latest = sets_[set_of(spelling)].latest;
    const WordForm& likely = latest[latest[0].spelling == spelling ? 0 : 1];  // which of both nobody can foresee
    return likely.spelling == spelling ? likely : remember(spelling, word);
  }
  /// The parts of a compound that of() gave since the last call of make_room().
  [[nodiscard]] const WordParts& parts(std::uint32_t place) const { return parts_[place]; }
  /// Forgets everything if too many compounds have come together.
  void make_room();

 private:
  /// Forms that fall on one place: the latest two.
  struct alignas(64) Set {
    std::array<WordForm, 2> latest;
  };
  static constexpr unsigned kSetBits = 16;
  static std::size_t set_of(std::uint64_t spelling) { return spelling * 0xBF58476D1CE4E5B9U >> (64U - kSetBits); }
  const WordForm& remember(std::uint64_t spelling, std::string_view word);
  WordForm read(std::string_view word);

  const lang::Language& language_;
  Rarities rarities_;
  std::vector<Set> sets_;
  std::vector<WordParts> parts_;
  std::string folded_;  // scratch
};

}  // namespace ql::stories
