// SPDX-License-Identifier: Apache-2.0
// Whether the words around a figure take back what was said before. Private to this folder.
#pragma once

#include <cstdint>

#include "compare/context.h"

namespace ql::compare {

/// How a figure corrects an earlier one; the strongest word counts.
enum class Correction : std::uint8_t {
  None,
  IfItFalls,   ///< "korrigierte auf 38": a correction if the number falls, else it just grew.
  Own,         ///< A side takes back its own number.
  OwnVersion,  ///< A notice of the outlet on its own earlier text.
};

/// The correction that the sentence of a figure, or one of the two before it in its paragraph, announces. Words count
/// that stand before the number; behind it only if "auf" leads to the number. Cost: linear in three sentences.
Correction correction_at(const Context& context, Item figure);

/// From the start of the first sentence that correction_at() reads to the number: who takes back is named here.
TextRange correction_passage(const Context& context, Item figure);

}  // namespace ql::compare
