// SPDX-License-Identifier: Apache-2.0
// How sure a statement is: the share of statements of its rule whose content a person marked as said, too.
#pragma once

#include "claims/report_claims.h"

namespace ql::claims {

/// Below this confidence a statement is shown as uncertain. About six in ten of those are right.
inline constexpr float kUncertainBelow = 0.7F;

/// Confidence of a finished statement, from its rule and what is open in it. Measured with tools/reliability.py on the
/// development part of the quotation benchmark; a rule without measurement gets 0.6.
float confidence_of(const Statement& statement);

}  // namespace ql::claims
