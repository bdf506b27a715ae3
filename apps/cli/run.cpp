// SPDX-License-Identifier: Apache-2.0
// Shared by the verbs. Tested by tests/cli/cli_test.py.
#include "run.h"

#include <cstdio>

#include "lang/embedded_models.h"
#include "present/words.h"
#include "progress.h"

namespace ql::cli {
namespace {

void print_diagnostic(const Diagnostic& diagnostic, const lang::Messages& messages) {
  const std::string severity(messages("cli.severity." + std::string(present::word(diagnostic.severity))));
  std::string place = diagnostic.path;
  if (diagnostic.source_byte) {
    place += ", " + messages.format("cli.byte", {std::to_string(*diagnostic.source_byte)});
  }
  std::fprintf(stderr, "%s: %s: %s [%s]\n", severity.c_str(), place.c_str(), diagnostic.message.c_str(),
               diagnostic.code.c_str());
}

}  // namespace

present::Generator generator(const Arguments& arguments) {
  present::Generator generator{QL_VERSION, {}, {}};
  for (const lang::EmbeddedModel& model : lang::embedded_models()) {
    generator.models.push_back({std::string(model.path), std::string(model.sha256)});
  }
  std::string map;
  for (const auto& [role, field] : arguments.map) map += (map.empty() ? "" : ",") + role + "=" + field;
  if (!map.empty()) generator.options.emplace_back("map", map);
  if (arguments.limit) generator.options.emplace_back("limit", std::to_string(*arguments.limit));
  if (!arguments.since.empty()) generator.options.emplace_back("since", arguments.since);
  return generator;
}

engine::Options reading_options(const Arguments& arguments) {
  engine::Options options;
  options.threads = arguments.threads;
  options.limit = arguments.limit;
  options.since = arguments.since;
  options.ingest.field_map = arguments.map;
  return options;
}

present::Dossier read_dossier(const Arguments& arguments, const lang::Messages& messages, engine::StageTimes& times) {
  ProgressLine line(arguments.paths, arguments.quiet, messages);
  engine::Options options = reading_options(arguments);
  options.on_progress = [&line](const engine::Progress& progress) { line.update(progress); };
  options.stage_times = &times;
  present::Dossier dossier = engine::run(arguments.paths, options);
  line.clear();
  return dossier;
}

ExitCode report_diagnostics(const Diagnostics& diagnostics, const Arguments& arguments,
                            const lang::Messages& messages) {
  constexpr std::size_t kMostShown = 20;
  std::size_t shown = 0, hidden = 0;
  ExitCode code = ExitCode::Ok;
  for (const Diagnostic& diagnostic : diagnostics) {
    const bool error = diagnostic.severity == Severity::Error;
    if (error) code = ExitCode::InputErrors;
    if (diagnostic.severity == Severity::Note || (arguments.quiet && !error)) continue;
    if (shown == kMostShown) {
      ++hidden;
      continue;
    }
    print_diagnostic(diagnostic, messages);
    ++shown;
  }
  if (hidden > 0) {
    std::fprintf(stderr, "%s\n", messages.format("cli.more_diagnostics", {messages.integer(hidden)}).c_str());
  }
  return code;
}

ExitCode finish(Output& output, const Arguments& arguments, const lang::Messages& messages, ExitCode code) {
  if (output.close()) return code;
  const std::string target = arguments.output.empty() ? "stdout" : arguments.output;
  std::fprintf(stderr, "quellenlage: %s\n", messages.format("cli.unwritable", {target, output.error()}).c_str());
  return ExitCode::Unwritable;
}

void print_stages(const Arguments& arguments, const engine::StageTimes& times) {
  if (!arguments.stats) return;
  for (std::size_t i = 0; i < times.seconds.size(); ++i) {
    const std::string name(engine::kStageNames[i]);
    std::fprintf(stderr, "stage=%s seconds=%.3f\n", name.c_str(), times.seconds[i]);
  }
}

}  // namespace ql::cli
