// SPDX-License-Identifier: Apache-2.0
// What a word says by its letters alone, remembered by its bytes. Private to stories.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lang/language.h"
#include "lang/word_key.h"
#include "stories/rarities.h"
#include "stories/word_parts.h"

namespace ql::stories {

/// Letters of a word that count.
constexpr std::uint32_t kMostLetters = 127;

/// The hash of a folded word that is read letter by letter: that of lang::word_key over the whole word.
class WordHash {
 public:
  void add(unsigned char letter) {
    hash_ = (hash_ ^ letter) * lang::kWordHashPrime;
    ending_ = ending_ << 8U | letter;
    ++letters_;
  }
  [[nodiscard]] std::uint32_t letters() const { return letters_; }
  /// Upper half of the hash.
  [[nodiscard]] std::uint32_t key() const { return static_cast<std::uint32_t>(hash_ >> 32U); }
  /// Upper half of the hash of the word without its inflectional ending. Unlike lang's, it takes the genitive of words
  /// in -er and -en apart, so that "des Trainers" and "der Trainer", "Brasiliens" and "Brasilien" are one word.
  [[nodiscard]] std::uint32_t stem() const;

 private:
  std::uint64_t hash_ = lang::kWordHashStart;
  std::uint32_t ending_ = 0;  // the last letters, the very last lowest
  std::uint32_t letters_ = 0;
};

/// Appends the word in folded form, of which letters beyond kMostLetters do not count.
void append_folded_word(std::string_view word, std::string& out);

/// What a word's letters say of it, in 16 bits.
class WordFacts {
 public:
  /// More letters are not told apart.
  static constexpr std::uint32_t kMostCounted = 7;

  WordFacts() = default;
  explicit WordFacts(std::uint64_t bits) : bits_(static_cast<std::uint16_t>(bits)) {}
  WordFacts(std::uint8_t rarity, std::uint32_t letters)
      : WordFacts(std::uint64_t{rarity} | std::uint64_t{letters < kMostCounted ? letters : kMostCounted} << 8U) {}
  /// The same facts and more.
  [[nodiscard]] WordFacts with(bool capitalised, bool relayed, bool compound, bool cue) const {
    return WordFacts(bits_ | std::uint64_t{capitalised} << 11U | std::uint64_t{relayed} << 12U |
                     std::uint64_t{compound} << 13U | std::uint64_t{cue} << 14U);
  }
  /// Of the stem, at least 1; kUnknownRarity for numbers.
  [[nodiscard]] std::uint8_t rarity() const { return static_cast<std::uint8_t>(bits_ & 0xFFU); }
  /// After folding, at most kMostCounted.
  [[nodiscard]] std::uint32_t letters() const { return bits_ >> 8U & kMostCounted; }
  [[nodiscard]] bool capitalised() const { return (bits_ >> 11U & 1U) != 0; }
  /// Speaks of another outlet's report (lang::RelayWords).
  [[nodiscard]] bool relayed() const { return (bits_ >> 12U & 1U) != 0; }
  /// Has parts.
  [[nodiscard]] bool compound() const { return (bits_ >> 13U & 1U) != 0; }
  /// Says that something is retold (lang::RelayWords).
  [[nodiscard]] bool cue() const { return (bits_ >> 14U & 1U) != 0; }
  /// Relayed, compound or cue.
  [[nodiscard]] bool is_rare() const { return (bits_ >> 12U & 7U) != 0; }
  [[nodiscard]] std::uint16_t bits() const { return bits_; }

 private:
  std::uint16_t bits_ = 0;
};

/// A word without its place in a text.
struct WordForm {
  std::uint32_t key = 0;   ///< Upper half of the hash of the folded word.
  std::uint32_t stem = 0;  ///< Upper half of the hash of the stem.
  WordFacts facts;
  std::size_t place = 0;  ///< Where its parts are kept.
};

/// The latest forms, read once each: of a hundred words of news some ninety-seven stood in the last few hundred reports
/// too. About 3.5 MiB. Not thread-safe.
class WordForms {
 public:
  /// Both must outlive it.
  WordForms(const lang::Language& language, const Rarities& rarities);
  /// Has the place where a form may be brought into the cache.
  void fetch(std::uint64_t spelling) const { __builtin_prefetch(&sets_[set_of(spelling)]); }
  /// The form of this Spelling if it is remembered; else its place is kMissing.
  [[nodiscard]] WordForm find(std::uint64_t spelling) const {
    const std::size_t place = set_of(spelling);
    const Set& set = sets_[place];
    const std::uint64_t check = check_of(spelling);
    const auto is = [&](std::size_t i) { return std::size_t{(set.marks[i] ^ check) <= kFacts}; };
    const std::size_t way = is(1) + 2 * is(2) + 3 * is(3);  // which of them nobody can foresee, so no branch asks
    const bool known = (set.marks[way] ^ check) <= kFacts;
    return {set.hashes[way].key, set.hashes[way].stem, WordFacts(set.marks[way]),
            known ? place * kWays + way : kMissing};
  }
  static constexpr std::size_t kMissing = SIZE_MAX;

  /// Begins to read forms that find() did not find, one after the other: what read() needs of each is brought into the
  /// cache meanwhile.
  void announce(std::string_view word);
  /// Reads and remembers the announced forms in their order.
  WordForm read_next(std::uint64_t spelling);
  /// True if all announced forms are read.
  [[nodiscard]] bool all_read() const { return next_ == announced_.size(); }

  void fetch_parts(std::size_t place) const { __builtin_prefetch(&parts_[place]); }
  /// The parts of a compound. They hold until the next call of read_next().
  [[nodiscard]] const WordParts& parts(std::size_t place) const { return parts_[place]; }

 private:
  static constexpr std::size_t kWays = 4;
  static constexpr unsigned kSetBits = 15;
  static constexpr std::uint64_t kFacts = 0xFFFF;  // the bits of a mark that do not tell forms apart
  /// Forms that fall on one place. A mark is a spelling and, in its last bits, the facts about it.
  struct alignas(64) Set {
    struct Hashes {
      std::uint32_t key = 0, stem = 0;
    };
    std::array<std::uint64_t, kWays> marks{};  // 0 = free
    std::array<Hashes, kWays> hashes{};
  };
  /// A form of which only the letters are read.
  struct Announced {
    std::uint32_t begin = 0, letters = 0;  ///< In folded_.
    std::uint32_t key = 0, stem = 0;
    bool capitalised = false, digit = false;
  };
  /// Both together say which spelling it is, but for one of its 64 bits.
  static std::size_t set_of(std::uint64_t spelling) { return spelling >> (64U - kSetBits); }
  static std::uint64_t check_of(std::uint64_t spelling) { return spelling << kSetBits & ~kFacts; }

  const lang::Language& language_;
  const Rarities& rarities_;
  std::vector<Set> sets_;
  std::vector<WordParts> parts_;  // of each place, if a compound is there
  std::size_t turn_ = 0;          // which way of a set the next form takes
  std::string folded_;            // of all announced forms
  std::vector<Announced> announced_;
  std::size_t next_ = 0;  // of announced_
};

}  // namespace ql::stories
