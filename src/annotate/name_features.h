// SPDX-License-Identifier: Apache-2.0
// What the name tagger sees of a sentence: hashed features of each word and its neighbours. Shared by the tagger
// (name_tagger.h) and its trainer (train/names), so that both see the same.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lang/gazetteer.h"

namespace ql::annotate {

/// Everything about one word that does not depend on its neighbours.
struct WordFacts {
  std::uint64_t exact = 0;  ///< Hashes: the word, its lower-case form, ends, shape.
  std::uint64_t lower = 0;
  std::uint64_t shape = 0;
  std::array<std::uint64_t, 2> prefixes{};  ///< First 3 and 4 bytes, lower case.
  std::array<std::uint64_t, 4> suffixes{};  ///< Last 2, 3, 4 and 6 bytes, lower case.
  std::uint64_t before_hyphen = 0;          ///< First part of a hyphenated word, else 0.
  std::uint64_t after_hyphen = 0;           ///< Last part of a hyphenated word, else 0.
  std::uint32_t flags = 0;                  ///< GazetteerFlag bits.
  std::uint32_t frequency = 0;              ///< 0 (not frequent) .. 15.
  std::uint32_t word_class = 0;             ///< Distributional class, 0 unknown.
  std::uint32_t coarse = 0;                 ///< What matters of the flags for a neighbour.
  bool capital = false, all_capitals = false, digit = false, letter = false;
};

/// Reads one word. Linear in its bytes.
WordFacts read_name_word(std::string_view word, const lang::Gazetteer& gazetteer);

/// A word where it stands in its sentence.
struct PlacedWord {
  std::string_view form;
  const WordFacts* facts = nullptr;
  std::uint32_t phrase = 0;  ///< Position in a listed name of several words: 1 + 2 * kind + (first word ? 0 : 1).
  bool candidate = false;    ///< May be part of a name; the others are O without a look.
  bool bridge = false;       ///< Candidate only because of the words beside it.
};

/// Sets phrase and candidate of the words of a sentence, whose forms and facts are given. Linear in their bytes.
void place_words(const lang::Gazetteer& gazetteer, std::span<PlacedWord> placed);

/// Features as 32-bit hashes with the template of each.
inline constexpr std::size_t kMaxNameFeatures = 48;
struct FeatureList {
  std::array<std::uint32_t, kMaxNameFeatures> hashes;
  std::array<std::uint8_t, kMaxNameFeatures> templates;
  std::size_t count = 0;
};

/// Places of a neighbour, seen from the word in question.
enum class Neighbour : std::uint8_t { SecondBefore, Before, After, SecondAfter };

/// Appends the features that the word itself has. `first`: it opens its sentence.
void own_features(const WordFacts& word, std::uint32_t phrase, bool first, FeatureList& features);
/// Appends the features that a neighbour alone gives to the word beside it.
void neighbour_features(const WordFacts& neighbour, Neighbour place, FeatureList& features);
/// Appends the features of the word at `position` together with its neighbours.
void joint_features(std::span<const PlacedWord> words, std::size_t position, FeatureList& features);

/// All features of the word at `position`, in the order of their templates. For the trainer.
void name_features(std::span<const PlacedWord> words, std::size_t position, FeatureList& features);

}  // namespace ql::annotate
