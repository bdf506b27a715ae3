// SPDX-License-Identifier: Apache-2.0
// Whose own voice a report is: press releases, leaflets and notices of authorities are written by their issuer.
#pragma once

#include "annotate/annotations.h"
#include "clean/report.h"
#include "lang/language.h"

namespace ql::claims {

/// The organisation that issued the report; none for journalism and where nothing names the sender. A sender whom only
/// the letter head names is added to the notes' entities. Cost: linear in the furniture and the entities.
EntityId find_issuer(const clean::Report& report, const lang::Language& language, annotate::Annotations& notes);

}  // namespace ql::claims
