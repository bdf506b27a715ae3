// SPDX-License-Identifier: Apache-2.0
// Claims that turn out to be no claims of their report.
#pragma once

#include <span>

#include "claims/report_claims.h"

namespace ql::claims {

/// Drops the statements and figures of the given sentences (ascending), and figures that a dropped statement carries;
/// what is left keeps its order and refers to what is left. A statement within a dropped one stands alone.
void drop_claims(std::span<const SentenceId> sentences, ReportClaims& claims);

}  // namespace ql::claims
