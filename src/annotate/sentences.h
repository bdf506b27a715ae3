// SPDX-License-Identifier: Apache-2.0
// Layer of annotate: sentences of one block, and the breaks that cut a sentence in two.
#pragma once

#include <string_view>

#include "annotate/annotations.h"
#include "clean/report.h"
#include "lang/noun_phrase_words.h"
#include "lang/token_rules.h"

namespace ql::annotate {

/// Appends the sentences of notes.tokens[first_token, end), which are the tokens of `block`. A closing quotation
/// mark or bracket belongs to the sentence before it; a block without full stop is one sentence. Linear.
void split_sentences(std::string_view text, BlockId block, std::uint32_t first_token, const lang::TokenRules& rules,
                     Annotations& notes);

/// Makes one sentence, of the last block, where a paragraph breaks off and the next block of the body continues it.
/// Linear.
void join_cut_sentences(const clean::Report& report, const lang::NounPhraseWords& words, Annotations& notes);

}  // namespace ql::annotate
