// SPDX-License-Identifier: Apache-2.0
// What went wrong with a report that is bad input. Stages append diagnostics and go on (promise 5).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ql {

enum class Severity : std::uint8_t { Note, Warning, Error };

/// One finding about one input. `code` is stable ("encoding.invalid_byte") and documented in
/// docs/diagnostics.md; the message says what happened and what to do.
struct Diagnostic {
  std::string path;  ///< As given on the command line; "-" for stdin.
  Severity severity = Severity::Warning;
  std::string code;
  std::optional<std::uint64_t> source_byte;  ///< Where in the file, if there is one place.
  std::string message;
};

using Diagnostics = std::vector<Diagnostic>;

}  // namespace ql
