// SPDX-License-Identifier: Apache-2.0
// How sure a statement is: the share of statements of its rule whose content a person marked as said, too.
#pragma once

#include "claims/report_claims.h"

namespace ql::claims {

/// Below this confidence a statement is shown as uncertain. About two thirds of those are right.
inline constexpr float kUncertainBelow = 0.7F;

/// Confidence of a finished statement, from its rule. Measured with tools/reliability.py on our own annotation; a rule
/// that was not seen there gets 0.85, one without a row 0.6.
float confidence_of(const Statement& statement);

}  // namespace ql::claims
