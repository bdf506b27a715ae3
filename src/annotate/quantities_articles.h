// SPDX-License-Identifier: Apache-2.0
// "ein" as a number. Private to the quantities_* files.
#pragma once

#include "annotate/quantities_numbers.h"
#include "annotate/quantities_text.h"

namespace ql::annotate {

/// False for nearly every "ein" that is only an article, before anything is read around it: it has no unit, no hedge,
/// no other end of a range, no number before "und", and its sentence no casualties. A few looks at facts.
bool article_may_count(const SentenceText& text, const SentenceSigns& signs, const NumberPhrase& number);

}  // namespace ql::annotate
