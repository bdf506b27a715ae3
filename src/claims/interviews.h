// SPDX-License-Identifier: Apache-2.0
// Interviews: paragraphs of questions and answers, where no verb says who speaks.
#pragma once

#include <vector>

#include "claims/report_claims.h"
#include "claims/statements_reading.h"

namespace ql::claims {

/// Adds what the answers of an interview say, a direct statement for each paragraph, and drops what was read inside of
/// questions and answers without a cue. Leaves a report that is no interview as it is. Cost: linear in the blocks and
/// statements.
void add_interview_answers(const Reading& reading, std::vector<Statement>& statements);

}  // namespace ql::claims
