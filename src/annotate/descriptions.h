// SPDX-License-Identifier: Apache-2.0
// Last step of the layer names: descriptions ("die Ministerin", "der Verband", "der 57-Jaehrige") and pronouns, and
// whom they stand for where the report makes that clear.
#pragma once

#include "annotate/annotations.h"
#include "annotate/word_info.h"
#include "clean/report.h"
#include "lang/language.h"

namespace ql::annotate {

/// Adds mentions of the forms Description and Pronoun, and entities for those that have no name (spokespeople,
/// authorities of a state). Requires the named mentions and entities. What stays unclear is left out. Linear in the
/// tokens times the persons of a report.
void find_descriptions(const clean::Report& report, const lang::Language& language, WordSpan words, Annotations& notes);

}  // namespace ql::annotate
