// SPDX-License-Identifier: Apache-2.0
// The number expressions of a report: value or bounds, hedge, unit, counted noun; and which numbers are none
// that anything is counted with (ages, dates, scores, house numbers).
#pragma once

#include <vector>

#include "annotate/annotations.h"
#include "clean/report.h"
#include "lang/language.h"

namespace ql::annotate {

/// All quantities of one report in text order, traps included. Reads notes.tokens and notes.sentences; uses word
/// classes and lemmas where they are set and notes.times to refuse dates. Linear in the text.
std::vector<Quantity> find_quantities(const clean::Report& report, const lang::Language& language,
                                      const Annotations& notes);

}  // namespace ql::annotate
