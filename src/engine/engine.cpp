// SPDX-License-Identifier: Apache-2.0
// bytes -> ingest -> clean -> annotate -> claims | stories -> compare -> dossier
//
// The stages left of the bar see one report at a time and run on all threads, in batches whose results are put
// back in input order; the stages right of it see all reports. Tested by engine_test.cpp and tests/cli.
#include "engine/engine.h"

#include "annotate/annotate.h"
#include "claims/claims.h"
#include "clean/clean.h"
#include "compare/compare.h"
#include "engine/ordered_pool.h"
#include "lang/language.h"
#include "stories/stories.h"

namespace ql::engine {
namespace {

/// What the per-report stages make of one report.
struct Analysis {
  std::optional<AnalysedReport> report;
  Diagnostics diagnostics;
};

Analysis analyse(ingest::RawReport&& raw, const lang::Language& language) {
  Analysis result;
  std::optional<clean::Report> report = clean::clean(std::move(raw), result.diagnostics);
  if (!report) {
    return result;
  }
  annotate::Annotations notes = annotate::annotate(*report, language);
  claims::ReportClaims claims = claims::extract_claims(*report, notes, language);
  result.report = AnalysedReport{std::move(*report), std::move(notes), std::move(claims)};
  return result;
}

}  // namespace

present::Dossier run(const std::vector<std::string>& paths, const Options& options) {
  const lang::Language language = lang::load_language("de");
  present::Dossier dossier;
  Progress progress;

  OrderedPool<ingest::RawReport, Analysis> pool(
      options.threads, [&](ingest::RawReport&& raw) { return analyse(std::move(raw), language); },
      [&](Analysis&& analysis) {
        dossier.diagnostics.insert(dossier.diagnostics.end(), analysis.diagnostics.begin(), analysis.diagnostics.end());
        if (analysis.report) {
          progress.source_bytes_done += analysis.report->report.source_bytes;
          dossier.reports.push_back(std::move(*analysis.report));
        }
        ++progress.reports_done;
        if (options.on_progress) options.on_progress(progress);
      });
  Diagnostics unreadable;
  ingest::read_reports(paths, options.ingest, [&](ingest::RawReport&& raw) { pool.add(std::move(raw)); }, unreadable);
  pool.finish();
  dossier.diagnostics.insert(dossier.diagnostics.begin(), unreadable.begin(), unreadable.end());

  std::vector<const annotate::Annotations*> notes;
  for (const AnalysedReport& report : dossier.reports) notes.push_back(&report.notes);
  dossier.actors = annotate::link_actors(notes);
  dossier.stories = stories::group(dossier.reports, dossier.actors);
  dossier.findings = compare::compare(dossier.reports, dossier.actors, dossier.stories, language);
  return dossier;
}

}  // namespace ql::engine
