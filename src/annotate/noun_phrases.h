// SPDX-License-Identifier: Apache-2.0
// Base noun phrases of one sentence: article, adjectives, noun or name; or a pronoun.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "annotate/annotations.h"
#include "annotate/word_info.h"
#include "lang/language.h"

namespace ql::annotate {

/// A base noun phrase. Positions count in the sentence's tokens.
struct NounPhrase {
  std::uint32_t begin = 0, end = 0, head = 0;
  lang::Agreement cells = 0;    ///< Paradigm cells on which all its words agree; all when nothing is known.
  bool prepositional = false;   ///< Governed by a preposition, or coordinated with such a phrase.
  bool genitive = false;        ///< Genitive attribute of the phrase before it.
  bool joined = false;          ///< Coordinated with or in apposition to the phrase before it.
  bool has_coordinate = false;  ///< "und" joins another phrase to it: plural for the verb.
  bool determined = false;      ///< Has an article or pronoun.
  bool hedged = false;          ///< Prepositional in form, but the preposition may only loosen a number: "ueber 400".
};

/// The base noun phrases of a tagged sentence, in order. Linear.
void find_noun_phrases(std::span<const Token> tokens, WordSpan words, const lang::Language& language,
                       std::vector<NounPhrase>& out);

}  // namespace ql::annotate
