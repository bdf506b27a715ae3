// SPDX-License-Identifier: Apache-2.0
// The main job: reports in, dossier out; with -o also a summary on the terminal.
#include <cstdio>

#include "commands.h"
#include "run.h"

namespace ql::cli {
namespace {

void write_dossier(const present::Dossier& dossier, const Arguments& arguments, Output& output) {
  if (arguments.format == "json") {
    present::write_json(dossier, generator(), [&output](std::string_view piece) { output.write(piece); });
  } else if (arguments.format == "html") {
    output.write(present::to_html(dossier, generator()));
  } else {
    output.write(present::to_text(dossier, {terminal_columns(), arguments.language}));
  }
}

}  // namespace

ExitCode run_dossier(const Arguments& arguments, const lang::Messages& messages) {
  Output output(arguments.output);
  if (!output.error().empty()) return finish(output, arguments, messages, ExitCode::Ok);
  engine::StageTimes times;
  const present::Dossier dossier = read_dossier(arguments, messages, times);
  engine::timed(times, engine::Stage::Present, [&] { write_dossier(dossier, arguments, output); });
  print_stages(arguments, times);

  const ExitCode code = report_diagnostics(dossier.diagnostics, arguments, messages);
  const ExitCode end = finish(output, arguments, messages, code);
  if (end != ExitCode::Unwritable && !arguments.output.empty() && !arguments.quiet) {
    const std::string summary = present::to_text(dossier, {terminal_columns(), arguments.language});
    std::printf("%s\n%s\n", summary.c_str(), messages.format("cli.written", {arguments.output}).c_str());
  }
  return end;
}

}  // namespace ql::cli
