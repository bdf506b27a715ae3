// SPDX-License-Identifier: Apache-2.0
// The stage in two steps: statements first, because a figure needs to know who says it.
#include "claims/claims.h"

namespace ql::claims {

ReportClaims extract_claims(const clean::Report& report, const annotate::Annotations& notes,
                            const lang::Language& language) {
  ReportClaims claims;
  claims.statements = extract_statements(report, notes, language);
  claims.figures = extract_figures(report, notes, claims.statements, language);
  return claims;
}

}  // namespace ql::claims
