// SPDX-License-Identifier: Apache-2.0
// quellenlage: the command line. Thin: parses arguments, calls engine, writes what present returns.
#include "arguments.h"
#include "commands.h"
#include "lang/messages.h"

namespace {

ql::cli::ExitCode dispatch(const ql::cli::Arguments& arguments, const ql::lang::Messages& messages) {
  using ql::cli::Verb;
  switch (arguments.verb) {
    case Verb::Dossier:
      return run_dossier(arguments, messages);
    case Verb::Figures:
    case Verb::Claims:
    case Verb::Statements:
      return run_view(arguments, messages);
    case Verb::Verify:
      return run_verify(arguments, messages);
    case Verb::Explain:
      return run_explain(arguments, messages);
    case Verb::New:
      return run_new(arguments, messages);
    case Verb::Extract:
      return run_extract(arguments, messages);
    case Verb::Annotate:
      return run_annotate(arguments, messages);
  }
  return ql::cli::ExitCode::Usage;
}

}  // namespace

int main(int argc, char** argv) {
  const ql::lang::Messages messages(ql::cli::ui_language(argc, argv));
  const auto parsed = ql::cli::parse(argc, argv, messages);
  const auto* arguments = std::get_if<ql::cli::Arguments>(&parsed);
  return static_cast<int>(arguments != nullptr ? dispatch(*arguments, messages) : std::get<ql::cli::ExitCode>(parsed));
}
