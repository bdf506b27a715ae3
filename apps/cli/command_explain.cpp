// SPDX-License-Identifier: Apache-2.0
// explain: one item of a dossier file, or of a dossier made now from reports.
#include <cstdio>

#include "commands.h"
#include "engine/explain.h"
#include "run.h"

namespace ql::cli {
namespace {

Result<engine::DossierFile> open_dossier(const Arguments& arguments, const lang::Messages& messages) {
  if (!arguments.dossier.empty()) return engine::DossierFile::load(arguments.dossier);
  engine::StageTimes times;
  const present::Dossier dossier = read_dossier(arguments, messages, times);
  print_stages(arguments, times);
  return engine::DossierFile::parse(present::to_json(dossier, generator(arguments)));
}

}  // namespace

ExitCode run_explain(const Arguments& arguments, const lang::Messages& messages) {
  const auto dossier = open_dossier(arguments, messages);
  if (!dossier) {
    std::fprintf(stderr, "quellenlage: %s\n",
                 messages.format("cli.no_dossier", {arguments.dossier, dossier.error().message}).c_str());
    return ExitCode::NotFound;
  }
  const auto explanation = engine::explain(dossier.value(), arguments.id, arguments.root, messages);
  if (!explanation) {
    std::fprintf(stderr, "quellenlage: %s\n", messages.format("cli.no_id", {arguments.id}).c_str());
    return ExitCode::NotFound;
  }
  Output output(arguments.output);
  if (output.error().empty()) output.write(explanation.value());
  return finish(output, arguments, messages, ExitCode::Ok);
}

}  // namespace ql::cli
