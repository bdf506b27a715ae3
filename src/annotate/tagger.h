// SPDX-License-Identifier: Apache-2.0
// Layer of annotate: the word class of each token.
#pragma once

#include <span>

#include "annotate/annotations.h"
#include "annotate/word_info.h"
#include "lang/linear_model.h"

namespace ql::annotate {

/// Sets word_class and stts of the tokens of one sentence, from left to right. `words` are their look-ups. Linear.
void tag_sentence(WordSpan words, const lang::LinearModel& model, std::span<Token> tokens);

}  // namespace ql::annotate
