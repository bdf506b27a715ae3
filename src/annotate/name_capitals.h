// SPDX-License-Identifier: Apache-2.0
// Lines in capitals: how to read them as if they were not.
#pragma once

#include <string>
#include <string_view>

#include "annotate/annotations.h"
#include "lang/language.h"

namespace ql::annotate {

/// Nine of ten letters of these tokens are capitals: a headline, not an acronym. Linear.
bool is_in_capitals(std::string_view text, const Annotations& notes, TokenRange tokens);

/// A word of such a line as it would stand in a sentence: function words small, others with one capital. O(length).
std::string small_form(std::string_view capitals, const lang::Language& language);

}  // namespace ql::annotate
