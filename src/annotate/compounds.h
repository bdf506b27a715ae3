// SPDX-License-Identifier: Apache-2.0
// Compounds and their parts: NATO-Gipfel, Pentagon-Chef, Truppenentsendung.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lang/form_lexicon.h"

namespace ql::annotate {

/// A part of a compound. The last one is its head, the others modify it.
struct CompoundPart {
  std::uint32_t begin = 0, end = 0;  ///< Bytes of the form, without hyphen and linking s.
  std::string lemma;                 ///< "Truppe" for "Truppen"; the part itself when the lexicon does not know it.
};

/// The parts of a noun or name as written, at least two; empty when it is no compound or none that the lexicon can
/// account for. A form that the lexicon lists is taken apart only where its inflection is that of the last part.
/// Cost: quadratic in the form, at most 60 bytes of it.
std::vector<CompoundPart> split_compound(std::string_view form, const lang::FormLexicon& lexicon);

}  // namespace ql::annotate
