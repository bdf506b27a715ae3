// SPDX-License-Identifier: Apache-2.0
// What the claims stage costs by itself. User time of the one thread; annotation is not measured.
//
//     claims_speed REPORTS.jsonl [ROUNDS]    reports a second for statements and for the rest of the stage
//     claims_speed --growing [MEGABYTES...]  seconds a megabyte for one report of growing length (invented sentences)
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/annotate.h"
#include "claims/claims.h"
#include "records.h"

namespace {

using namespace ql;

constexpr std::array<std::string_view, 8> kSentences{
    "Der Bürgermeister sagte am Montag, die Brücke müsse bis zum Herbst gesperrt bleiben. ",
    "Nach Angaben der Polizei wurden 14 Menschen verletzt. ",
    "Rund 300 Anwohner kamen zum Treffen in die Halle. ",
    "„Wir bauen weiter“, erklärte Bauleiterin Ina Voss der Zeitung. ",
    "Die Gewerkschaft forderte 5,5 Prozent mehr Lohn und kündigte Warnstreiks an. ",
    "Das Wetter blieb den ganzen Tag über kühl und trocken. ",
    "Der Fahrer soll das Signal übersehen haben, teilte das Amt mit. ",
    "Im Hafen lagen am Abend zwölf Schiffe. "};

/// Paragraphs of five sentences up to this many bytes.
clean::Report long_report(std::size_t bytes) {
  clean::Report report;
  std::string paragraph;
  for (std::size_t i = 0; report.text.size() < bytes; ++i) {
    paragraph.clear();
    for (std::size_t k = 0; k < 5; ++k) paragraph += kSentences[(i + k * 3) % kSentences.size()];
    bench::add_block(report, paragraph, clean::BlockKind::Paragraph);
  }
  return report;
}

struct Cost {
  double statements = 0;  ///< Seconds.
  double rest = 0;        ///< Sources, issuers, figures: the whole stage without the statements.
  std::size_t statement_count = 0, figure_count = 0;
};

Cost measure(const clean::Report& report, const annotate::Annotations& notes, const lang::Language& language) {
  Cost cost;
  annotate::Annotations own_notes = notes;  // the stage adds sources to the entities
  const double start = bench::user_seconds();
  const auto statements = claims::extract_statements(report, notes, language);
  const double middle = bench::user_seconds();
  const claims::ReportClaims all = claims::extract_claims(report, own_notes, language);
  cost.statements = middle - start;
  cost.rest = std::max(bench::user_seconds() - middle - cost.statements, 0.0);
  cost.statement_count = statements.size();
  cost.figure_count = all.figures.size();
  return cost;
}

void measure_corpus(const char* path, int rounds, const lang::Language& language) {
  const std::vector<clean::Report> reports = bench::read_reports(path);
  std::vector<annotate::Annotations> notes;
  notes.reserve(reports.size());
  for (const clean::Report& report : reports) notes.push_back(annotate::annotate(report, language));
  Cost best;
  for (int round = 0; round < rounds; ++round) {
    Cost sum;
    for (std::size_t i = 0; i < reports.size(); ++i) {
      const Cost cost = measure(reports[i], notes[i], language);
      sum.statements += cost.statements;
      sum.rest += cost.rest;
      sum.statement_count += cost.statement_count;
      sum.figure_count += cost.figure_count;
    }
    if (round == 0 || sum.statements + sum.rest < best.statements + best.rest) best = sum;
  }
  const auto rate = [&](double seconds) { return static_cast<double>(reports.size()) / std::max(seconds, 1e-9); };
  std::printf("%zu reports: statements %.0f reports/s (%zu), sources and figures %.0f reports/s (%zu)\n",
              reports.size(), rate(best.statements), best.statement_count, rate(best.rest), best.figure_count);
}

void measure_growing(const std::vector<std::size_t>& sizes, const lang::Language& language) {
  std::printf("%6s %12s %14s %12s %10s\n", "MB", "annotate s", "statements s", "rest s", "peak MiB");
  for (const std::size_t megabytes : sizes) {
    const clean::Report report = long_report(megabytes * 1'000'000);
    const double start = bench::user_seconds();
    const annotate::Annotations notes = annotate::annotate(report, language);
    const double annotated = bench::user_seconds() - start;
    const Cost cost = measure(report, notes, language);
    std::printf("%6zu %12.2f %14.2f %12.2f %10ld\n", megabytes, annotated, cost.statements, cost.rest,
                bench::peak_kibibytes() / 1024);
    std::fflush(stdout);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const lang::Language language = lang::load_language("de");
  if (argc >= 2 && std::string_view(argv[1]) == "--growing") {
    std::vector<std::size_t> sizes;
    for (int i = 2; i < argc; ++i) sizes.push_back(static_cast<std::size_t>(std::atoi(argv[i])));
    measure_growing(sizes.empty() ? std::vector<std::size_t>{1, 2, 4, 8, 16} : sizes, language);
    return 0;
  }
  if (argc < 2) {
    std::fprintf(stderr, "usage: claims_speed REPORTS.jsonl [ROUNDS] | --growing [MEGABYTES...]\n");
    return 2;
  }
  measure_corpus(argv[1], argc > 2 ? std::atoi(argv[2]) : 3, language);
  return 0;
}
