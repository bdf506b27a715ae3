// SPDX-License-Identifier: Apache-2.0
// What the name tagger sees of a sentence: hashed features of each word and its neighbours. Shared by the tagger
// (name_tagger.h) and its trainer (train/names), so that both see the same.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/string_map.h"
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
  std::uint32_t phrase = 0;      ///< Position in a listed name of several words: 1 + 2 * kind + (first word ? 0 : 1).
  std::uint32_t frequency = 0;   ///< 0 (not frequent) .. 15.
  std::uint32_t word_class = 0;  ///< Distributional class, 0 unknown.
  bool capital = false, all_capitals = false, digit = false, letter = false;
  bool candidate = false;  ///< May be part of a name; the others are O without a look.
};

/// Features of one position; as many as there are templates, the same number for each position.
inline constexpr std::size_t kMaxNameFeatures = 48;
struct FeatureList {
  std::array<std::uint32_t, kMaxNameFeatures> hashes;
  std::size_t count = 0;
};

/// Words that were read before.
using KnownWords = StringMap<WordFacts>;

/// Reads the words of one sentence; those that are not in `known` are added to it. Linear in their bytes.
void read_words(std::span<const std::string_view> words, const lang::Gazetteer& gazetteer, KnownWords& known,
                std::vector<WordFacts>& facts);

/// Features of the word at `position`, as 32-bit hashes.
void name_features(std::span<const WordFacts> facts, std::size_t position, FeatureList& features);

}  // namespace ql::annotate
