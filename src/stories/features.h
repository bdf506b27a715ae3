// SPDX-License-Identifier: Apache-2.0
// What is kept of a report to compare it with others: fingerprints and weighty words. Private to stories.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "stories/fingerprints.h"
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

/// A word of a report and how much the report dwells on it, in four bytes: 24 bits of the stem's hash and the weight in
/// logarithmic steps of two per cent. The weights of a report's terms are a vector of about length 1.
class Term {
 public:
  Term() = default;
  Term(std::uint32_t key, float weight);
  [[nodiscard]] std::uint32_t key() const { return bits_ >> 8U; }
  [[nodiscard]] float weight() const { return kWeights[step()]; }
  /// Weights in order, as a small number.
  [[nodiscard]] std::uint8_t step() const { return static_cast<std::uint8_t>(bits_ & 0xFFU); }
  static constexpr std::uint32_t key_of(std::uint32_t stem) { return stem >> 8U; }

 private:
  static const std::array<float, 256> kWeights;  ///< Of each step.
  std::uint32_t bits_ = 0;
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
    float dwelling = 0;  ///< 0: free slot
    TermKind kind = TermKind::SmallNumber;
    std::uint8_t rarity = 0;
    bool compound = false;  ///< Of words that the language knows.
  };
  struct Weighed {
    std::uint32_t key = 0;
    float weight = 0;
    bool rare_actor = false;
  };
  void tally(const WordList& list);
  /// The words from `begin` on that stand before `end`.
  void count_words(const WordList& list, std::size_t begin, std::size_t end, float dwelling);
  [[nodiscard]] bool is_taken_up(const WordList& list) const;
  [[nodiscard]] std::size_t slot_of(std::uint32_t stem) const;
  Tally& count(std::uint32_t stem, std::uint8_t rarity, float dwelling, TermKind kind);
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
