// SPDX-License-Identifier: Apache-2.0
// What the comparison knows of every pair of figures of a story, as tab-separated lines for figure_pairs.py.
//
//     figure_pairs PATHS...
//
// "story" opens a story; "figure" gives a measure: its number here, its number in the dossier, dimension, counted,
// state, modal, bounds, marks, words, place, time; "pair" gives two numbers, whether they may be one and are alike
// enough, likeness, like sentences.
#include <cstdio>
#include <numeric>
#include <string>
#include <vector>

#include "compare/context.h"
#include "compare/figure_likeness.h"
#include "compare/measure.h"
#include "compare/sides.h"
#include "compare/words.h"
#include "engine/engine.h"

namespace {

using namespace ql;
using compare::Measure;

const char* flag(bool value) { return value ? "1" : "0"; }

std::vector<std::size_t> first_figures(const present::Dossier& dossier) {
  std::vector<std::size_t> first{1};
  for (const AnalysedReport& report : dossier.reports) first.push_back(first.back() + report.claims.figures.size());
  return first;
}

void print_figure(const compare::Context& context, const Measure& m, std::size_t number, std::size_t in_dossier) {
  std::printf("figure\t%zu\tf%zu\t%s\t%s\t%s\t%s\t%g\t%g\t%s%s%s%s%s%s\t%s\t%s\t%s\n", number, in_dossier,
              m.dimension.c_str(), m.counted.c_str(), m.state.c_str(), std::string(m.modal).c_str(), m.bounds.low,
              m.bounds.high, m.is_base ? "b" : "", m.is_part ? "p" : "", m.is_usual ? "u" : "", m.is_guessed ? "g" : "",
              m.state_is_sure ? "s" : "", m.realised ? "" : "n", compare::words_of(context, m.item, 60).c_str(),
              m.place.valid() ? context.actors.actors[m.place.index()].name.c_str() : "", std::string(m.when).c_str());
}

void print_story(const compare::Context& context, const std::vector<ReportId>& reports,
                 const std::vector<std::size_t>& first) {
  const std::vector<Measure> measures = compare::measures_of(context, reports);
  const compare::FigureLikeness likeness(context, measures);
  std::printf("story\n");
  for (std::size_t i = 0; i < measures.size(); ++i) {
    const compare::Item item = measures[i].item;
    print_figure(context, measures[i], i, first[item.report.index()] + item.index);
  }
  for (std::uint32_t i = 0; i < measures.size(); ++i) {
    for (std::uint32_t j = i + 1; j < measures.size(); ++j) {
      if (measures[i].dimension != measures[j].dimension) continue;
      const float alike = likeness.likeness(i, j);
      std::printf("pair\t%u\t%u\t%s\t%s\t%.3f\t%.3f\n", i, j, flag(likeness.may_be_one(i, j)),
                  flag(alike >= compare::kSameMeasure), alike,
                  compare::similarity(likeness.terms(i), likeness.terms(j)));
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  const lang::Language language = lang::load_language("de");
  const present::Dossier dossier = engine::run({argv + 1, argv + argc}, engine::Options());
  std::vector<std::uint32_t> origins(dossier.reports.size());
  std::iota(origins.begin(), origins.end(), 0U);
  compare::WordMemo words(language);
  compare::Context context{dossier.reports, dossier.actors, dossier.chronology, language, words, origins, {}};
  const std::vector<compare::Sides> institutions = compare::institutions_of_actors(context);
  context.institutions = institutions;
  const std::vector<std::size_t> first = first_figures(dossier);
  for (const stories::Story& story : dossier.stories.stories) print_story(context, story.reports, first);
  return 0;
}
