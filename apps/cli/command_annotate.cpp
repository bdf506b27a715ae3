// SPDX-License-Identifier: Apache-2.0
// annotate: what the program sees in the sentences of each report: a JSON object per report, or CoNLL-U.
#include "commands.h"
#include "lang/embedded.h"
#include "lang/form_lexicon.h"
#include "present/annotations_json.h"
#include "present/conllu.h"
#include "run.h"

namespace ql::cli {

ExitCode run_annotate(const Arguments& arguments, const lang::Messages& messages) {
  Output output(arguments.output);
  if (!output.error().empty()) return finish(output, arguments, messages, ExitCode::Ok);
  engine::StageTimes times;
  const present::Dossier dossier = read_dossier(arguments, messages, times);
  const lang::FormLexicon forms(lang::embedded_file("models/de-forms.bin"));
  for (const AnalysedReport& report : dossier.reports) {
    output.write(arguments.format == "conllu" ? present::to_conllu(report.report, report.notes, forms)
                                              : present::annotations_json(report));
  }
  print_stages(arguments, times);
  return finish(output, arguments, messages, report_diagnostics(dossier.diagnostics, arguments, messages));
}

}  // namespace ql::cli
