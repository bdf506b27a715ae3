// SPDX-License-Identifier: Apache-2.0
// The words of DOSSIER-FORMAT.md for the values of our enumerations; every renderer and filter uses these.
#pragma once

#include <string_view>

#include "annotate/annotations.h"
#include "base/diagnostic.h"
#include "base/time_value.h"
#include "claims/report_claims.h"
#include "clean/report.h"
#include "clean/versions.h"
#include "compare/findings.h"
#include "stories/story_table.h"

namespace ql::present {

std::string_view word(ingest::MediaType value);
std::string_view word(clean::FurnitureKind value);
std::string_view word(clean::FoundIn value);
std::string_view word(clean::VersionStatus value);
std::string_view word(stories::ReportForm value);
std::string_view word(annotate::EntityType value);
std::string_view word(annotate::MentionForm value);
std::string_view word(annotate::TimexType value);
std::string_view word(annotate::Hedge value);
std::string_view word(Basis value);
std::string_view word(Severity value);
std::string_view word(claims::StatementKind value);
std::string_view word(claims::Commitment value);
std::string_view word(claims::FigureRole value);
std::string_view word(stories::ReuseType value);
std::string_view word(stories::TraceKind value);
std::string_view word(compare::ClaimKind value);
std::string_view word(compare::ClaimStatus value);
std::string_view word(compare::RelationType value);

}  // namespace ql::present
