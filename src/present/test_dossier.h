// SPDX-License-Identifier: Apache-2.0
// A dossier for the tests of the renderers.
#pragma once

#include "present/dossier.h"

namespace ql::present {

/// One report with a statement, a figure and two actors of which only one is spoken of.
inline Dossier small_dossier() {
  Dossier dossier;
  AnalysedReport& report = dossier.reports.emplace_back();
  report.report.text = "Die Werft z\u00e4hlt 300 Leute, sagte Kern.\n";
  const auto size = static_cast<std::uint32_t>(report.report.text.size());
  report.report.offsets.append_literal(0, size);
  report.report.blocks = {
      {{0, size - 1}, clean::BlockKind::Paragraph, clean::FurnitureKind::Other, clean::Field::Text, 0}};
  report.report.origin.path = "b\u00f6rse/\"werft\".txt";
  report.report.source_bytes = size;
  report.report.published = TimeValue{"2025-05", "2025-05-01", "2025-05-31", Basis::Inferred, "url"};
  annotate::Annotations& notes = report.notes;
  notes.sentences = {{{0, size - 1}, {0, 0}, BlockId(std::size_t{0})}};
  notes.entities.resize(1);
  annotate::Mention mention;
  mention.text = {34, 38};
  mention.entity = EntityId(std::size_t{0});
  notes.mentions = {mention};
  annotate::Quantity quantity;
  quantity.text = {17, 26};
  quantity.value = quantity.min = quantity.max = 300;
  quantity.unit = "Leute";
  notes.quantities = {quantity};
  claims::Statement statement;
  statement.sentence = SentenceId(std::size_t{0});
  statement.content = {{0, 26}};
  statement.cue = {{28, 33}};
  statement.speaker.entity = EntityId(std::size_t{0});
  statement.speaker.span = {34, 38};
  statement.speaker.text = "Kern";
  statement.confidence = 0.9F;
  statement.rule = RuleId("de.clause.inverted.01");
  report.claims.statements = {statement};
  claims::Figure figure;
  figure.quantity = QuantityId(std::size_t{0});
  figure.statement = StatementId(std::size_t{0});
  figure.rule = RuleId("de.figure.level.01");
  report.claims.figures = {figure};
  dossier.actors.actors.resize(2);
  dossier.actors.actors[0].name = "Niemand";
  dossier.actors.actors[1].name = "Kern";
  dossier.actors.of_entity = {{ActorId(std::size_t{1})}};
  dossier.stories.stories = {{{ReportId(std::size_t{0})}, {{ReportId(std::size_t{0})}}, {}, TopicId(std::size_t{0})}};
  dossier.stories.topics = {{{StoryId(std::size_t{0})}}};
  return dossier;
}

}  // namespace ql::present
