// SPDX-License-Identifier: Apache-2.0
// A report with everything that the per-report stages found in it: what the stages over many reports read.
#pragma once

#include "annotate/annotations.h"
#include "claims/report_claims.h"
#include "clean/report.h"
#include "clean/versions.h"

namespace ql {

struct AnalysedReport {
  clean::Report report;
  clean::VersionLink version;  ///< Set once all reports are read; VersionLink::newest is the index of a report.
  annotate::Annotations notes;
  claims::ReportClaims claims;
};

}  // namespace ql
