// SPDX-License-Identifier: Apache-2.0
// The last step of extract_claims. Private to claims.
#pragma once

#include <vector>

#include "annotate/annotations.h"
#include "claims/report_claims.h"
#include "claims/sources.h"
#include "clean/report.h"
#include "lang/language.h"

namespace ql::claims {

/// The figures of a report, ordered by their number; each knows the statement that carries it and who gives it.
/// `sources` finds or makes the entities of described speakers. Linear in the number of tokens.
std::vector<Figure> extract_figures(const clean::Report& report, const annotate::Annotations& notes,
                                    const std::vector<Statement>& statements, Sources& sources,
                                    const lang::Language& language);

}  // namespace ql::claims
