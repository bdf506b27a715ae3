// SPDX-License-Identifier: Apache-2.0
// Layer of annotate: times. Reads tokens, sentences, tags and clauses of `notes` and adds its own records.
#pragma once

#include "annotate/annotations.h"
#include "annotate/lexemes.h"
#include "clean/report.h"
#include "lang/language.h"

namespace ql::annotate {

/// Finds the times of one report. Requires the layers before it. Thread-safe; linear in the tokens.
void find_times(const clean::Report& report, const lang::Language& language, const ReportLexemes& lexemes,
                Annotations& notes);

}  // namespace ql::annotate
