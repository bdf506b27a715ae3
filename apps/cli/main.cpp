// SPDX-License-Identifier: Apache-2.0
// quellenlage: the command line. Thin: parses arguments, calls engine, writes what present returns.
#include <cstdio>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "present/present.h"

int main(int argc, char** argv) {
  const std::vector<std::string> paths(argv + 1, argv + argc);
  const ql::present::Dossier dossier = ql::engine::run(paths, {});
  const std::string json = ql::present::to_json(dossier, {"0.1.0"});
  std::fwrite(json.data(), 1, json.size(), stdout);
  return 0;
}
