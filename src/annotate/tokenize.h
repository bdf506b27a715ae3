// SPDX-License-Identifier: Apache-2.0
// Layer of annotate: tokens of one block, with byte offsets in Report::text.
#pragma once

#include <string_view>
#include <vector>

#include "annotate/annotations.h"
#include "base/span.h"
#include "lang/token_rules.h"

namespace ql::annotate {

/// Appends the tokens of text[block]: words (with inner hyphens, gender marks, apostrophes), numbers (with their
/// separators), URLs, e-mail addresses, handles, emoji; every other mark is a token of its own. Full stops of
/// abbreviations and ordinals belong to their token. Only text, space_before and capitalised are set. Linear.
void tokenize(std::string_view text, TextRange block, const lang::TokenRules& rules, std::vector<Token>& tokens);

}  // namespace ql::annotate
