// SPDX-License-Identifier: Apache-2.0
// What is kept of a report to compare it with others: fingerprints and weighty words, about 400 bytes. Private to
// stories.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "lang/word_frequency.h"
#include "stories/fingerprints.h"
#include "stories/words.h"

namespace ql::stories {

/// How common a word is in the language, as far as the stage needs it.
struct WordRarity {
  float weight = 0;    ///< Grows with the rarity, at most 1; 0 for words that stand in every text.
  float expected = 0;  ///< Share of reports that use the word.
  bool rare = false;   ///< Hardly known to the language: a name, mostly.
};

/// Looks words up in the language's list and remembers the latest answers. Not thread-safe.
class RarityTable {
 public:
  explicit RarityTable(const lang::WordFrequency& frequency);
  const WordRarity& of(std::uint32_t stem);

 private:
  struct Slot {
    std::uint32_t stem = 0;
    bool filled = false;
    WordRarity rarity;
  };
  lang::WordFrequency frequency_;
  WordRarity unknown_;
  std::vector<Slot> slots_;
};

/// How much a report dwells on a word, before it is weighed against the other reports. One byte, logarithmic: steps of
/// five per cent; the top bit marks a rare word that is written as a name.
class Mass {
 public:
  Mass() = default;
  static Mass of(float value, bool rare_name);
  [[nodiscard]] float value() const;
  [[nodiscard]] bool is_rare_name() const { return (bits_ & kRareBit) != 0; }

 private:
  static constexpr std::uint8_t kRareBit = 0x80;
  std::uint8_t bits_ = 0;
};

/// The features of one report in one block of memory: 4 bytes a fingerprint, 5 bytes a term.
class Features {
 public:
  static constexpr std::size_t kMostTerms = 48;

  Features() = default;
  /// `fingerprints` and `stems` ascending; `masses` beside `stems`.
  Features(std::span<const std::uint32_t> fingerprints, std::span<const std::uint32_t> stems,
           std::span<const Mass> masses);

  [[nodiscard]] std::span<const std::uint32_t> fingerprints() const { return {numbers_.get(), fingerprints_}; }
  [[nodiscard]] std::span<const std::uint32_t> stems() const { return {numbers_.get() + fingerprints_, terms_}; }
  [[nodiscard]] std::span<const Mass> masses() const;
  /// Bytes on the heap.
  [[nodiscard]] std::size_t heap_bytes() const;

 private:
  std::unique_ptr<std::uint32_t[]> numbers_;  // fingerprints, stems, then masses, four to a number
  std::uint32_t fingerprints_ = 0;
  std::uint32_t terms_ = 0;
};

/// Turns word lists into features. Cost: linear in the words. Not thread-safe; reusable.
class FeatureReader {
 public:
  explicit FeatureReader(const lang::WordFrequency& frequency) : rarity_(frequency) {}
  Features read(const WordList& list);

 private:
  struct Tally {
    std::uint32_t stem = 0;
    std::uint32_t count = 0;  ///< 0: free slot
    float shape = 0;
  };
  struct Weighed {
    std::uint32_t stem = 0;
    float mass = 0;
    bool rare_name = false;
  };
  void tally(const WordList& list);
  void weigh();

  RarityTable rarity_;
  std::vector<Tally> tallies_;  // open addressing; size is a power of two
  std::vector<std::uint32_t> filled_;
  std::vector<Weighed> weighed_;
  std::vector<Fingerprint> winnowed_;
  std::vector<std::uint32_t> fingerprints_, stems_;
  std::vector<Mass> masses_;
};

}  // namespace ql::stories
