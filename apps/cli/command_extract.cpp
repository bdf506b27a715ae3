// SPDX-License-Identifier: Apache-2.0
// extract: one JSON line per report with its clean text and metadata; reads nothing of what the text says.
#include "base/json_writer.h"
#include "commands.h"
#include "present/extract.h"
#include "progress.h"
#include "run.h"

namespace ql::cli {

ExitCode run_extract(const Arguments& arguments, const lang::Messages& messages) {
  Output output(arguments.output);
  if (!output.error().empty()) return finish(output, arguments, messages, ExitCode::Ok);
  engine::StageTimes times;
  ProgressLine line(arguments.paths, arguments.quiet || arguments.output.empty(), messages);
  engine::Options options = reading_options(arguments);
  options.on_progress = [&line](const engine::Progress& progress) { line.update(progress); };
  options.stage_times = &times;
  const Diagnostics diagnostics = engine::extract(arguments.paths, options, [&output](const clean::Report& report) {
    output.write(present::extract_line(report));
  });
  line.clear();
  print_stages(arguments, times);
  return finish(output, arguments, messages, report_diagnostics(diagnostics, arguments, messages));
}

}  // namespace ql::cli
