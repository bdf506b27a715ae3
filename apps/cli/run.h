// SPDX-License-Identifier: Apache-2.0
// What the verbs that read reports have in common: running the engine with progress, and saying what went wrong.
#pragma once

#include "arguments.h"
#include "base/diagnostic.h"
#include "engine/engine.h"
#include "lang/messages.h"
#include "output.h"
#include "present/present.h"

namespace ql::cli {

/// How the dossier was made: version and the embedded models.
present::Generator generator(const Arguments& arguments);

/// What to read and how, as the command line says; without progress.
engine::Options reading_options(const Arguments& arguments);

/// Runs all stages over the paths of the command line, with progress; adds to `times`.
present::Dossier read_dossier(const Arguments& arguments, const lang::Messages& messages, engine::StageTimes& times);

/// Prints the first diagnostics to standard error (errors only with --quiet); notes stay in the dossier.
/// InputErrors when there is one of severity error, else Ok.
ExitCode report_diagnostics(const Diagnostics& diagnostics, const Arguments& arguments, const lang::Messages& messages);

/// Closes the output; prints why and returns Unwritable when that fails, else `code`.
ExitCode finish(Output& output, const Arguments& arguments, const lang::Messages& messages, ExitCode code);

/// With --stats, prints "stage=NAME seconds=S" per stage to standard error.
void print_stages(const Arguments& arguments, const engine::StageTimes& times);

}  // namespace ql::cli
