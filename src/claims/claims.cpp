// SPDX-License-Identifier: Apache-2.0
// The stage in three steps: statements, their described speakers, and last the figures, which need to know who says
// them.
#include "claims/claims.h"

#include "claims/figures.h"
#include "claims/issuer.h"
#include "claims/media.h"
#include "claims/sources.h"

namespace ql::claims {

ReportClaims extract_claims(const clean::Report& report, annotate::Annotations& notes, const lang::Language& language) {
  ReportClaims claims;
  claims.issuer = find_issuer(report, language, notes);
  claims.statements = extract_statements(report, notes, language);
  Sources sources(report, language, claims.issuer, notes);
  sources.resolve(claims.statements);
  resolve_media(report, notes, language, claims.statements);
  claims.figures = extract_figures(report, notes, claims.statements, sources, language);
  return claims;
}

}  // namespace ql::claims
