// SPDX-License-Identifier: Apache-2.0
// Reports a second of the stages that read times and figures: JSONL records in (title, text), a table out. What comes
// before them (tokens, words, tags, names, statements) is not measured. Each round starts with words that nobody has
// met, so that the lexemes of every form are cut once per round, as in a run over so many reports. The stages take
// turns over groups of 16 reports: their code is warm then, and a report is as fresh as in a run. CPU time of the one
// thread, best of the rounds, so that other jobs on the machine count little.
//
//     figures_speed REPORTS.jsonl [ROUNDS]
#include <time.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <span>
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

constexpr std::array kStages = {"lexemes", "times", "quantities", "figures"};
using Seconds = std::array<double, kStages.size()>;
constexpr std::size_t kGroup = 16;  // reports

template <class Work>
void add_seconds(double& sum, const Work& work) {
  const double begin = bench::seconds_of(CLOCK_THREAD_CPUTIME_ID);
  work();
  sum += bench::seconds_of(CLOCK_THREAD_CPUTIME_ID) - begin;
}

/// The words of the report, as the layers before have them at hand.
void look_up_words(const Prepared& one, annotate::Workspace& workspace) {
  workspace.cache.start_report();
  workspace.report_words.clear();
  for (const annotate::Sentence& sentence : one.notes.sentences) {
    const std::span tokens(one.notes.tokens.data() + sentence.tokens.begin, sentence.tokens.size());
    workspace.cache.look_up(one.report.text, tokens, workspace.words);
    workspace.report_words.insert(workspace.report_words.end(), workspace.words.begin(), workspace.words.end());
  }
}

/// What a run over the reports keeps from one to the next.
struct Run {
  const lang::Language& language;
  annotate::Workspace workspace{language};
  std::vector<annotate::ReportLexemes> lexemes{kGroup};
  Seconds seconds{};
};

/// Times the stages on some reports, one stage after the other.
void read_group(std::span<Prepared> group, Run& run) {
  for (std::size_t i = 0; i < group.size(); ++i) {
    Prepared& one = group[i];
    one.notes.times.clear();
    one.notes.quantities.clear();
    look_up_words(one, run.workspace);
    add_seconds(run.seconds[0],
                [&] { run.lexemes[i].assign(one.notes.tokens, run.workspace.report_words, run.language); });
  }
  for (std::size_t i = 0; i < group.size(); ++i) {
    add_seconds(run.seconds[1],
                [&] { annotate::find_times(group[i].report, run.language, run.lexemes[i], group[i].notes); });
  }
  for (std::size_t i = 0; i < group.size(); ++i) {
    add_seconds(run.seconds[2],
                [&] { annotate::find_quantities(group[i].report, run.language, run.lexemes[i], group[i].notes); });
  }
  for (Prepared& one : group) {
    const std::size_t entities = one.notes.entities.size();
    add_seconds(run.seconds[3], [&] {
      claims::Sources sources(one.report, run.language, EntityId{}, one.notes);
      (void)claims::extract_figures(one.report, one.notes, one.statements, sources, run.language);
    });
    one.notes.entities.resize(entities);  // without those that the speakers added
  }
}

Seconds one_round(std::vector<Prepared>& all, const lang::Language& language) {
  Run run{language};
  for (std::size_t begin = 0; begin < all.size(); begin += kGroup) {
    read_group(std::span(all).subspan(begin, std::min(kGroup, all.size() - begin)), run);
  }
  return run.seconds;
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
  Seconds best{};
  for (int round = 0; round < rounds; ++round) {
    const Seconds seconds = one_round(all, language);
    for (std::size_t i = 0; i < best.size(); ++i) {
      if (round == 0 || seconds[i] < best[i]) best[i] = seconds[i];
    }
  }
  const auto count = static_cast<double>(all.size());
  double together = 0;
  std::printf("%zu reports, one thread, CPU time, best of %d\n%-12s %12s %12s\n", all.size(), rounds, "stage",
              "us/report", "reports/s");
  for (std::size_t i = 0; i < best.size(); ++i) {
    std::printf("%-12s %12.1f %12.0f\n", kStages[i], best[i] / count * 1e6, count / best[i]);
    together += best[i];
  }
  std::printf("%-12s %12.1f %12.0f\n", "together", together / count * 1e6, count / together);
  return 0;
}
