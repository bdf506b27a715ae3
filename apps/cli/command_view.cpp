// SPDX-License-Identifier: Apache-2.0
// figures, claims, statements: one section of the dossier as a table or as JSON.
#include "commands.h"
#include "present/views.h"
#include "run.h"

namespace ql::cli {
namespace {

present::View view_of(Verb verb) {
  if (verb == Verb::Figures) return present::View::Figures;
  return verb == Verb::Claims ? present::View::Claims : present::View::Statements;
}

}  // namespace

ExitCode run_view(const Arguments& arguments, const lang::Messages& messages) {
  Output output(arguments.output);
  if (!output.error().empty()) return finish(output, arguments, messages, ExitCode::Ok);
  engine::StageTimes times;
  const present::Dossier dossier = read_dossier(arguments, messages, times);
  const present::View view = view_of(arguments.verb);
  output.write(arguments.format == "json"
                   ? present::view_json(dossier, view)
                   : present::view_text(dossier, view, {terminal_columns(), arguments.language}));
  print_stages(arguments, times);
  return finish(output, arguments, messages, report_diagnostics(dossier.diagnostics, arguments, messages));
}

}  // namespace ql::cli
