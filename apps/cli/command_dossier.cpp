// SPDX-License-Identifier: Apache-2.0
// The main job: reports in, dossier out; with -o also a summary on the terminal.
#include <cstdio>

#include "commands.h"
#include "present/exports.h"
#include "run.h"

namespace ql::cli {
namespace {

/// The formats that are built in memory.
std::string rendered(const present::Dossier& dossier, const Arguments& arguments) {
  const present::TextOptions options{terminal_columns(), arguments.language};
  if (arguments.format == "html") return present::to_html(dossier, generator(arguments));
  if (arguments.format == "jsonl") return present::to_json_lines(dossier);
  if (arguments.format == "annotation") {
    const auto quotes = arguments.no_quote ? present::QuoteText::Leave : present::QuoteText::Write;
    return present::to_web_annotations(dossier, generator(arguments), quotes);
  }
  if (arguments.format == "claim") return present::to_schema_claims(dossier);
  if (arguments.format == "timelinejs") return present::to_timelinejs(dossier, options);
  if (arguments.format == "ftm") return present::to_followthemoney(dossier, options);
  return present::to_text(dossier, options);
}

void write_dossier(const present::Dossier& dossier, const Arguments& arguments, Output& output) {
  if (arguments.format == "json") {
    present::write_json(dossier, generator(arguments), [&output](std::string_view piece) { output.write(piece); });
  } else {
    output.write(rendered(dossier, arguments));
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
