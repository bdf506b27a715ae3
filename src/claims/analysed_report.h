// SPDX-License-Identifier: Apache-2.0
// A report with everything that the per-report stages found in it: what the stages over many reports read.
#pragma once

#include "annotate/annotations.h"
#include "claims/report_claims.h"
#include "clean/report.h"

namespace ql {

struct AnalysedReport {
  clean::Report report;
  annotate::Annotations notes;
  claims::ReportClaims claims;
};

}  // namespace ql
