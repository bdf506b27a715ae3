// SPDX-License-Identifier: Apache-2.0
// What the claims stage costs by itself. User time of the one thread; annotation is not measured.
//
//     claims_speed REPORTS.jsonl [ROUNDS]    reports a second for the whole stage and for the statements alone
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
  double statements = 0;  ///< Seconds for the statements alone.
  double stage = 0;       ///< Seconds for the whole stage: statements, sources, issuers, figures.
  std::size_t statement_count = 0, figure_count = 0;
};

/// Reports with what annotate says about them. The stage adds sources to the entities; they are taken away again.
struct Prepared {
  std::vector<clean::Report> reports;
  std::vector<annotate::Annotations> notes;
};

/// All reports at once: the clock of user time ticks too coarsely for one of them.
Cost measure(Prepared& all, const lang::Language& language) {
  Cost cost;
  const double start = bench::user_seconds();
  for (std::size_t i = 0; i < all.reports.size(); ++i)
    cost.statement_count += claims::extract_statements(all.reports[i], all.notes[i], language).size();
  const double middle = bench::user_seconds();
  for (std::size_t i = 0; i < all.reports.size(); ++i) {
    const std::size_t entities = all.notes[i].entities.size();
    cost.figure_count += claims::extract_claims(all.reports[i], all.notes[i], language).figures.size();
    all.notes[i].entities.resize(entities);
  }
  cost.statements = middle - start;
  cost.stage = bench::user_seconds() - middle;
  return cost;
}

void measure_corpus(const char* path, int rounds, const lang::Language& language) {
  Prepared all;
  all.reports = bench::read_reports(path);
  annotate::Workspace workspace(language);
  for (const clean::Report& report : all.reports) all.notes.push_back(annotate::annotate(report, language, workspace));
  Cost best;
  for (int round = 0; round < rounds; ++round) {
    const Cost cost = measure(all, language);
    if (round == 0 || cost.stage < best.stage) best = cost;
  }
  const auto count = static_cast<double>(all.reports.size());
  const auto rate = [&](double seconds) { return count / std::max(seconds, 1e-9); };
  std::printf("%zu reports: the stage %.0f reports/s, statements alone %.0f reports/s; %zu statements, %zu figures\n",
              all.reports.size(), rate(best.stage), rate(best.statements), best.statement_count, best.figure_count);
}

void measure_growing(const std::vector<std::size_t>& sizes, const lang::Language& language) {
  std::printf("%6s %12s %14s %12s %10s %10s\n", "MB", "annotate s", "claims s", "statements", "figures", "peak MiB");
  for (const std::size_t megabytes : sizes) {
    const clean::Report report = long_report(megabytes * 1'000'000);
    const double start = bench::user_seconds();
    annotate::Annotations notes = annotate::annotate(report, language);
    const double annotated = bench::user_seconds();
    const claims::ReportClaims claims = claims::extract_claims(report, notes, language);
    const double end = bench::user_seconds();
    std::printf("%6zu %12.2f %14.2f %12zu %10zu %10ld\n", megabytes, annotated - start, end - annotated,
                claims.statements.size(), claims.figures.size(), bench::peak_kibibytes() / 1024);
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
