// SPDX-License-Identifier: Apache-2.0
// What the user typed. Parsing knows no stage; the commands know no argv.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "lang/messages.h"

namespace ql::cli {

/// What the program returns to the shell (docs/cli.md).
enum class ExitCode : int {
  Ok = 0,
  InputErrors = 1,   ///< Some inputs could not be read; the rest was.
  Usage = 2,         ///< The command line makes no sense.
  VerifyFailed = 3,  ///< A dossier does not match its files.
  Unwritable = 4,    ///< The output could not be written.
  NotFound = 5,      ///< The dossier or the id asked for is not there.
  News = 10          ///< `new` found something.
};

enum class Verb : std::uint8_t { Dossier, Figures, Claims, Statements, Verify, Explain, Extract, Annotate, New };

struct Arguments {
  Verb verb = Verb::Dossier;
  std::vector<std::string> paths;
  std::string output;  ///< "" = standard output.
  std::string format;  ///< What the verb writes: one of the words of docs/cli.md for --format.
  std::optional<std::uint64_t> limit;
  std::string since;                                     ///< "2025-03-07" or "".
  std::vector<std::pair<std::string, std::string>> map;  ///< Role and JSON field.
  std::vector<std::string> map_text;                     ///< As typed: "text=inhalt".
  std::string id;
  std::string dossier;
  std::string root = ".";
  std::string language = "de";
  unsigned threads = 1;
  bool quiet = false;
  bool stats = false;
  bool no_quote = false;  ///< Web annotations without the words of the reports.
};

/// The value of --lang wherever it stands, so that even --help and errors speak it; "de" without one.
std::string ui_language(int argc, char** argv);

/// The arguments, or the code to leave with after --help, --version or a usage error (already printed).
std::variant<Arguments, ExitCode> parse(int argc, char** argv, const lang::Messages& messages);

}  // namespace ql::cli
