// SPDX-License-Identifier: Apache-2.0
// One function per verb: does the job, prints, and returns the exit code.
#pragma once

#include "arguments.h"
#include "lang/messages.h"

namespace ql::cli {

ExitCode run_dossier(const Arguments& arguments, const lang::Messages& messages);
/// figures, claims, statements: one section of the dossier.
ExitCode run_view(const Arguments& arguments, const lang::Messages& messages);
ExitCode run_extract(const Arguments& arguments, const lang::Messages& messages);
ExitCode run_annotate(const Arguments& arguments, const lang::Messages& messages);
ExitCode run_verify(const Arguments& arguments, const lang::Messages& messages);
ExitCode run_new(const Arguments& arguments, const lang::Messages& messages);
ExitCode run_explain(const Arguments& arguments, const lang::Messages& messages);

}  // namespace ql::cli
