// SPDX-License-Identifier: Apache-2.0
// Reports a second of the stages that read times and figures: JSONL records in (title, text), a table out. What comes
// before them (tokens, tags, names, statements) is done once and not measured. CPU time of the one thread, best of the
// rounds, so that other jobs on the machine count little.
//
//     figures_speed REPORTS.jsonl [ROUNDS]
#include <time.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "annotate/annotate.h"
#include "annotate/quantities.h"
#include "annotate/times.h"
#include "claims/claims.h"
#include "claims/figures.h"
#include "claims/sources.h"
#include "records.h"

namespace {

using namespace ql;

struct Prepared {
  clean::Report report;
  annotate::Annotations notes;  ///< Up to names; times and quantities are filled by the rounds.
  std::vector<claims::Statement> statements;
};

std::vector<Prepared> prepare(const char* path, const lang::Language& language) {
  std::vector<Prepared> all;
  annotate::Workspace workspace(language);
  for (clean::Report& report : bench::read_reports(path)) {
    Prepared& one = all.emplace_back();
    one.report = std::move(report);
    one.notes = annotate::annotate(one.report, language, workspace);
    one.statements = claims::extract_statements(one.report, one.notes, language);
  }
  return all;
}

double thread_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

template <class Work>
double seconds_for(std::vector<Prepared>& all, const Work& work) {
  const double begin = thread_seconds();
  for (Prepared& one : all) work(one);
  return thread_seconds() - begin;
}

std::array<double, 3> one_round(std::vector<Prepared>& all, const lang::Language& language) {
  for (Prepared& one : all) {
    one.notes.times.clear();
    one.notes.quantities.clear();
  }
  std::array<double, 3> seconds{};
  seconds[0] = seconds_for(all, [&](Prepared& one) { annotate::find_times(one.report, language, one.notes); });
  seconds[1] = seconds_for(all, [&](Prepared& one) { annotate::find_quantities(one.report, language, one.notes); });
  seconds[2] = seconds_for(all, [&](Prepared& one) {
    const std::size_t entities = one.notes.entities.size();
    claims::Sources sources(one.report, language, EntityId{}, one.notes);
    (void)claims::extract_figures(one.report, one.notes, one.statements, sources, language);
    one.notes.entities.resize(entities);  // without those that the speakers added
  });
  return seconds;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: figures_speed REPORTS.jsonl [ROUNDS]\n");
    return 2;
  }
  const lang::Language language = lang::load_language("de");
  std::vector<Prepared> all = prepare(argv[1], language);
  const int rounds = argc > 2 ? std::atoi(argv[2]) : 5;
  std::array<double, 3> best{};
  for (int round = 0; round < rounds; ++round) {
    const std::array<double, 3> seconds = one_round(all, language);
    for (std::size_t i = 0; i < best.size(); ++i) {
      if (round == 0 || seconds[i] < best[i]) best[i] = seconds[i];
    }
  }
  constexpr std::array kNames = {"times", "quantities", "figures"};
  const auto count = static_cast<double>(all.size());
  double together = 0;
  std::printf("%zu reports, one thread, CPU time, best of %d\n%-12s %12s %12s\n", all.size(), rounds, "stage",
              "us/report", "reports/s");
  for (std::size_t i = 0; i < best.size(); ++i) {
    std::printf("%-12s %12.1f %12.0f\n", kNames[i], best[i] / count * 1e6, count / best[i]);
    together += best[i];
  }
  std::printf("%-12s %12.1f %12.0f\n", "together", together / count * 1e6, count / together);
  return 0;
}
