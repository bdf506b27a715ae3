// SPDX-License-Identifier: Apache-2.0
// Layer of annotate: lemma and morphology of tagged tokens, separable verbs joined to their particle.
#pragma once

#include <span>
#include <string_view>

#include "annotate/annotations.h"
#include "annotate/word_info.h"
#include "lang/language.h"

namespace ql::annotate {

/// Sets lemma and morphology of the tokens of `sentence` from the readings that fit their tags, and joins separated
/// verb particles (wies ... zurueck -> zurueckweisen). `words` are the sentence's look-ups. Linear.
void analyse_words(const Sentence& sentence, WordSpan words, const lang::Language& language, Annotations& notes);

/// All cells of the paradigm that the token's readings allow under its tag; 0 when the lexicon does not know.
lang::Agreement agreement_of(const WordInfo& word, const Token& token);

}  // namespace ql::annotate
