// SPDX-License-Identifier: Apache-2.0
// What the layer names knows of a word form, kept from one place in the text to the next.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "annotate/name_features.h"
#include "lang/language.h"

namespace ql::annotate {

struct WordInfo;

/// The weights of several features, added up for each label.
using NameSums = std::array<std::int16_t, lang::kNameRow>;

/// What a word's weights are summed up for: itself inside or at the front of a sentence, and its four neighbours.
enum NamePart : std::uint8_t { kInside, kFront, kNeighbours };
inline constexpr std::size_t kNameParts = kNeighbours + 4;

/// The answer of a lexicon that was asked before, as far as it is worth keeping.
enum class Asked : std::uint8_t { NotYet, Nothing, Something };

struct NameWord {
  WordFacts facts;
  lang::PhraseWord phrase_word = lang::PhraseWord::None;
  Asked known = Asked::NotYet;  ///< known_word() of the form without a label of the tagger.
  Asked role = Asked::NotYet;
  Asked body = Asked::NotYet;
  std::uint8_t summed = 0;  ///< A bit for each part that has been summed up.
  std::array<NameSums, kNameParts> sums;
};

/// The same record for all tokens with this form. O(length) the first time.
NameWord& name_word(const WordInfo& word, const lang::Language& language);
/// Determiner, title, pronoun ... of the noun phrase.
lang::PhraseWord phrase_word(const WordInfo& word, const lang::Language& language);
/// NameLexicon::role of the form as written.
std::optional<lang::RoleForm> role_of(const WordInfo& word, const lang::Language& language);
/// A role of one person that is no given or family name: "Armeesprecher", not "Graf".
bool is_role_only(const WordInfo& word, const lang::Language& language);
/// BodyNouns::find of the form as written.
std::optional<lang::BodyNoun> body_noun_of(const WordInfo& word, const lang::Language& language);

}  // namespace ql::annotate
