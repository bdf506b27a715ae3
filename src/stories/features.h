// SPDX-License-Identifier: Apache-2.0
// What is kept of a report to compare it with others: fingerprints and weighty words. Private to stories.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "stories/fingerprints.h"
#include "stories/term.h"
#include "stories/words.h"

namespace ql::stories {

/// What a word is to a story: who, where, how many, what. The more telling kinds first; a word that a report uses in
/// several ways has the first of them.
enum class TermKind : std::uint8_t {
  Person,
  Organisation,
  Place,
  Number,
  Noun,
  RareName,
  Part,
  Start,
  Lower,
  SmallNumber
};

/// The features of one report in one block of memory, four bytes each. They depend on the report alone.
class Features {
 public:
  static constexpr std::size_t kMostTerms = 56;

  Features() = default;
  /// `fingerprints` ascending; `terms` ascending by key.
  Features(std::span<const std::uint32_t> fingerprints, std::span<const Term> terms);

  [[nodiscard]] std::span<const std::uint32_t> fingerprints() const { return {numbers_.get(), fingerprints_}; }
  [[nodiscard]] std::span<const Term> terms() const {
    return {reinterpret_cast<const Term*>(numbers_.get() + fingerprints_), terms_};
  }

 private:
  std::unique_ptr<std::uint32_t[]> numbers_;  // fingerprints, then terms
  std::uint16_t fingerprints_ = 0;
  std::uint16_t terms_ = 0;
};

/// Turns word lists into features. Cost: linear in the words. Not thread-safe; reusable.
class FeatureReader {
 public:
  Features read(const WordList& list);

 private:
  struct Tally {
    std::uint32_t stem = 0;
    std::uint32_t dwelling = 0;  ///< In quarters of a word of the body; 0: free slot.
    TermKind kind = TermKind::SmallNumber;
    std::uint8_t rarity = 0;
    std::uint8_t sections = 0;  ///< A bit for each Section where it stands.
    bool compound = false;      ///< Of words that the language knows.
  };
  struct Weighed {
    std::uint32_t key = 0;
    float weight = 0;
    TermUse use;
    bool rare_actor = false;
  };
  enum class Section : std::uint8_t { Title = 1, Opening = 2, Body = 4 };
  void tally(const WordList& list);
  /// The words from `begin` on that stand before `end`, all of one section.
  void count_words(const WordList& list, std::size_t begin, std::size_t end, std::uint32_t dwelling, Section section);
  [[nodiscard]] bool is_taken_up(const WordList& list) const;
  [[nodiscard]] std::size_t slot_of(std::uint32_t stem) const;
  Tally& count(std::uint32_t stem, std::uint8_t rarity, std::uint32_t dwelling, TermKind kind, Section section);
  void count_parts(const WordParts& parts, std::uint32_t dwelling, Section section);
  void weigh();
  void drop_light();
  void normalise();

  std::vector<Tally> tallies_;         // open addressing
  std::size_t tally_mask_ = 0;         // the slots that the report at hand uses, a power of two, less one
  std::vector<std::uint32_t> filled_;  // slots that are not free: the first filled_count_
  std::size_t filled_count_ = 0;
  std::vector<Weighed> weighed_, sorted_;
  std::vector<Fingerprint> winnowed_;
  std::vector<std::uint32_t> fingerprints_, sorted_fingerprints_;
  std::vector<Term> terms_;
};

}  // namespace ql::stories
