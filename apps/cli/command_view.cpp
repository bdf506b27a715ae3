// SPDX-License-Identifier: Apache-2.0
// figures, claims, statements: one section of the dossier as a table or as JSON; figures as a ledger, and as CSV.
#include "commands.h"
#include "present/exports.h"
#include "present/ledger.h"
#include "present/views.h"
#include "run.h"

namespace ql::cli {
namespace {

present::View view_of(Verb verb) {
  if (verb == Verb::Figures) return present::View::Figures;
  return verb == Verb::Claims ? present::View::Claims : present::View::Statements;
}

std::string csv(const present::Dossier& dossier, present::View view, const present::TextOptions& options) {
  if (view == present::View::Figures) return present::figures_csv(dossier, options);
  return view == present::View::Claims ? present::claims_csv(dossier, options)
                                       : present::statements_csv(dossier, options);
}

std::string rendered(const present::Dossier& dossier, const Arguments& arguments) {
  const present::View view = view_of(arguments.verb);
  const present::TextOptions options{terminal_columns(), arguments.language};
  if (arguments.format == "json" && view == present::View::Figures) return present::figures_json(dossier, options);
  if (arguments.format == "json") return present::view_json(dossier, view);
  if (arguments.format == "csv") return csv(dossier, view, options);
  return present::view_text(dossier, view, options);
}

}  // namespace

ExitCode run_view(const Arguments& arguments, const lang::Messages& messages) {
  Output output(arguments.output);
  if (!output.error().empty()) return finish(output, arguments, messages, ExitCode::Ok);
  engine::StageTimes times;
  const present::Dossier dossier = read_dossier(arguments, messages, times);
  output.write(rendered(dossier, arguments));
  print_stages(arguments, times);
  return finish(output, arguments, messages, report_diagnostics(dossier.diagnostics, arguments, messages));
}

}  // namespace ql::cli
