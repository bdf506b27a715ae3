// SPDX-License-Identifier: Apache-2.0
// Tokens a second of each layer of annotate: JSONL records in (title, text), a table out. Reading and parsing are not
// measured. The corpus is annotated up to each layer in turn; what a layer takes is the difference to the one before.
// User time of the one thread, best of the rounds, so that other jobs on the machine count little.
//
//     annotate_speed REPORTS.jsonl [ROUNDS [LAYER]]      with LAYER: all layers up to it, and no others (for profilers)
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "annotate/annotate.h"
#include "records.h"

namespace {

using namespace ql;
using annotate::Layer;

struct Run {
  double seconds = 0;
  std::size_t tokens = 0;
};

Run run_to(Layer last, const std::vector<clean::Report>& reports, const lang::Language& language) {
  annotate::Workspace workspace(language);
  Run run;
  const double begin = bench::user_seconds();
  for (const clean::Report& report : reports) {
    run.tokens += annotate::annotate(report, language, workspace, last).tokens.size();
  }
  run.seconds = bench::user_seconds() - begin;
  return run;
}

constexpr std::array kLayers = {Layer::Tokens,  Layer::Sentences, Layer::Words, Layer::Tags,      Layer::Morphology,
                                Layer::Clauses, Layer::Names,     Layer::Times, Layer::Quantities};
constexpr std::array kNames = {"tokens",  "sentences", "words", "tags",      "morphology",
                               "clauses", "names",     "times", "quantities"};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: annotate_speed REPORTS.jsonl [ROUNDS [LAYER]]\n");
    return 2;
  }
  const lang::Language language = lang::load_language("de");
  const std::vector<clean::Report> reports = bench::read_reports(argv[1]);
  const int rounds = argc > 2 ? std::atoi(argv[2]) : 3;
  const std::string only = argc > 3 ? argv[3] : "";
  std::array<Run, kLayers.size()> best;
  for (int round = 0; round < rounds; ++round) {
    for (std::size_t i = 0; i < kLayers.size(); ++i) {
      if (!only.empty() && only != kNames[i]) continue;
      const Run run = run_to(kLayers[i], reports, language);
      if (round == 0 || run.seconds < best[i].seconds) best[i] = run;
    }
  }
  std::printf("%zu reports, one thread, user time, best of %d\n", reports.size(), rounds);
  std::printf("%-12s %10s %14s %14s\n", "layer", "ns/token", "up to here", "tokens/s");
  double before = 0;
  for (std::size_t i = 0; i < kLayers.size(); ++i) {
    if (best[i].tokens == 0) continue;
    const double tokens = static_cast<double>(best[i].tokens);
    std::printf("%-12s %10.0f %11.0f ns %14.0f\n", kNames[i], (best[i].seconds - before) / tokens * 1e9,
                best[i].seconds / tokens * 1e9, tokens / best[i].seconds);
    before = best[i].seconds;
  }
  return 0;
}
