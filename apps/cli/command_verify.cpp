// SPDX-License-Identifier: Apache-2.0
// verify: every failure with file, byte and id, one line each; then one line with the outcome.
#include <array>
#include <cstdio>

#include "commands.h"
#include "engine/verify.h"

namespace ql::cli {
namespace {

constexpr std::array<std::string_view, 7> kFaultKeys = {
    "verify.missing_source", "verify.wrong_hash",  "verify.outside_file",  "verify.wrong_text",
    "verify.unknown_id",     "verify.repeated_id", "verify.unknown_report"};

/// The first 60 bytes of a text, cut at a character, on one line.
std::string shortened(std::string text) {
  constexpr std::size_t kMostBytes = 60;
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  if (text.size() <= kMostBytes) return text;
  std::size_t end = kMostBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "...";
}

std::string line_for(const engine::VerifyFailure& failure, const lang::Messages& messages) {
  std::string line = failure.path;
  if (failure.byte) line += ", " + messages.format("cli.byte", {std::to_string(*failure.byte)});
  if (!failure.id.empty()) line += (line.empty() ? "" : ", ") + failure.id;
  const std::string_view key = kFaultKeys[static_cast<std::size_t>(failure.fault)];
  return line + ": " + messages.format(key, {shortened(failure.said), shortened(failure.found)});
}

}  // namespace

ExitCode run_verify(const Arguments& arguments, const lang::Messages& messages) {
  const auto dossier = engine::DossierFile::load(arguments.dossier);
  if (!dossier) {
    const std::string reason = dossier.error().message;
    std::fprintf(stderr, "quellenlage: %s\n", messages.format("cli.no_dossier", {arguments.dossier, reason}).c_str());
    return ExitCode::NotFound;
  }
  const engine::Verification result = engine::verify(dossier.value(), arguments.root);
  for (const engine::VerifyFailure& failure : result.failures) {
    std::printf("%s\n", line_for(failure, messages).c_str());
  }
  if (!result.failures.empty()) {
    std::printf(
        "%s\n",
        messages.format("verify.failed", {arguments.dossier, messages.count("count.failures", result.failures.size())})
            .c_str());
    return ExitCode::VerifyFailed;
  }
  if (!arguments.quiet) {
    std::printf("%s\n", messages
                            .format("verify.ok", {arguments.dossier, messages.integer(result.sources),
                                                  messages.integer(result.ranges), messages.integer(result.references)})
                            .c_str());
  }
  return ExitCode::Ok;
}

}  // namespace ql::cli
