// SPDX-License-Identifier: Apache-2.0
// new: what reports add to a dossier. Exit code 10 if they do, so that a script can act on it.
#include <cstdio>

#include "commands.h"
#include "engine/news.h"
#include "present/news_view.h"
#include "run.h"

namespace ql::cli {

ExitCode run_new(const Arguments& arguments, const lang::Messages& messages) {
  const auto known = engine::DossierFile::load(arguments.dossier);
  if (!known) {
    std::fprintf(stderr, "quellenlage: %s\n",
                 messages.format("cli.no_dossier", {arguments.dossier, known.error().message}).c_str());
    return ExitCode::NotFound;
  }
  Output output(arguments.output);
  if (!output.error().empty()) return finish(output, arguments, messages, ExitCode::Ok);
  engine::StageTimes times;
  engine::Options options;
  options.threads = arguments.threads;
  options.stage_times = &times;
  const engine::NewsRun run = engine::find_news(arguments.paths, known.value(), arguments.root, options);
  const present::NewsView view{run.dossier, run.is_new, run.is_related, run.news, run.known_ids};
  output.write(arguments.format == "json" ? present::news_json(view)
                                          : present::news_text(view, {terminal_columns(), arguments.language}));
  print_stages(arguments, times);
  const ExitCode code = report_diagnostics(run.dossier.diagnostics, arguments, messages);
  return finish(output, arguments, messages, present::holds_news(view) ? ExitCode::News : code);
}

}  // namespace ql::cli
