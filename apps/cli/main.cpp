// SPDX-License-Identifier: Apache-2.0
// quellenlage: the command line. Thin: parses arguments, calls engine, writes what present returns.
#include <cstdio>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "present/present.h"

int main(int argc, char** argv) {
  std::vector<std::string> paths;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--format") {
      ++i;
    } else {
      paths.push_back(argument);
    }
  }
  ql::engine::Options options;
  options.threads = 2;
  const ql::present::Dossier dossier = ql::engine::run(paths, options);
  ql::present::write_json(dossier, {"0.1.0", {}},
                          [](std::string_view piece) { std::fwrite(piece.data(), 1, piece.size(), stdout); });
  return 0;
}
