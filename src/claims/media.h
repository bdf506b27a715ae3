// SPDX-License-Identifier: Apache-2.0
// Reports that retell another outlet's report: which outlet "das Blatt" is, and who relays a source that is taken up.
#pragma once

#include <vector>

#include "annotate/annotations.h"
#include "claims/report_claims.h"
#include "clean/report.h"
#include "lang/language.h"

namespace ql::claims {

/// Gives speakers and links of chains that are only a noun for a medium ("das Blatt", "der Zeitung") the medium that
/// was named last (added to the entities where the names layer has none); a described source that is taken up ("den
/// Beamten zufolge") the chain in which it stood, and who "wird zitiert" the medium that the text retells. The report's
/// own outlet is never meant. Cost: linear in mentions and statements, each looks back a bounded number.
void resolve_media(const clean::Report& report, annotate::Annotations& notes, const lang::Language& language,
                   std::vector<Statement>& statements);

}  // namespace ql::claims
