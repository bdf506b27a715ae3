// SPDX-License-Identifier: Apache-2.0
// Long words that the language's list hardly knows, taken apart: Osterruhe is about Easter and about rest, and another
// report writes Ruhetage. Private to stories.
#pragma once

#include <cstdint>
#include <string_view>

#include "stories/rarities.h"

namespace ql::stories {

/// The stem of a folded word as stories count it: the upper half of lang::WordKey::stem.
std::uint32_t stem_of(std::string_view folded);

/// Stems of the two parts of a word; both 0 for a word that is no compound of known words.
struct WordParts {
  std::uint32_t head = 0, tail = 0;
  std::uint8_t head_rarity = 0, tail_rarity = 0;
};

/// True for words that are worth taking apart: long ones that the language hardly knows.
constexpr bool may_have_parts(std::uint32_t letters, std::uint8_t rarity) { return letters >= 9 && rarity > 106; }

/// Takes a folded word apart by the word list alone. Cost: quadratic in the word; of at most 40 letters, longer ones
/// have no parts.
WordParts parts_of(std::string_view folded, const Rarities& rarities);

}  // namespace ql::stories
