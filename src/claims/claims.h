// SPDX-License-Identifier: Apache-2.0
// claims: Who says what, on whose authority, with which figures? Report + Annotations -> ReportClaims.
#pragma once

#include "annotate/annotations.h"
#include "claims/report_claims.h"
#include "clean/report.h"
#include "lang/language.h"

namespace ql::claims {

/// Finds attributed statements and figure claims in one report. Adds to the notes' entities the sources that only a
/// statement or a letter head reveals. Thread-safe; linear in the number of tokens.
ReportClaims extract_claims(const clean::Report& report, annotate::Annotations& notes, const lang::Language& language);

/// The first step of extract_claims: statements, ordered by their first content byte.
std::vector<Statement> extract_statements(const clean::Report& report, const annotate::Annotations& notes,
                                          const lang::Language& language);

}  // namespace ql::claims
