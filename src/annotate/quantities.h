// SPDX-License-Identifier: Apache-2.0
// Layer of annotate: the number expressions of a report with value or bounds, hedge, unit and counted noun; and
// which numbers are none that anything is counted with (ages, dates, scores, house numbers).
#pragma once

#include "annotate/annotations.h"
#include "annotate/lexemes.h"
#include "clean/report.h"
#include "lang/language.h"

namespace ql::annotate {

/// Fills notes.quantities in text order, traps included. Requires tokens and sentences; uses word classes and
/// lemmas where they are set and notes.times to refuse dates. Thread-safe; linear in the text.
void find_quantities(const clean::Report& report, const lang::Language& language, const ReportLexemes& lexemes,
                     Annotations& notes);

}  // namespace ql::annotate
