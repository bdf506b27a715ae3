// SPDX-License-Identifier: Apache-2.0
// Speech that goes on. A sentence whose main verb stands in the subjunctive of reported speech, without any cue of
// its own, continues the speaker of the statement before; subjunctive II and wuerde count only right behind one.
// "Das sagte X" and "Das bestätigte uns die Polizei" attribute the sentence before. Cost: linear.
// Tested by cues_test.cpp and traps_test.cpp.
#include <algorithm>

#include "claims/commitment.h"
#include "claims/statements_content.h"

namespace ql::claims {
namespace {

bool says_das(const Reading& r, const Unit& unit, const Cue& cue) {
  const Segment& s = unit.segments[cue.segment];
  const std::uint32_t first = unit.elements[s.begin].first;
  if (cue.segment != 0 || s.finite != s.begin + 1) return false;
  return r.is(first, "das") || r.is(first, "dies");
}

void attribute_sentence_before(const Reading& r, std::uint32_t unit_index, const Cue& cue, std::vector<Draft>& drafts) {
  if (unit_index == 0) return;
  const Unit& unit = r.units[unit_index];
  const Unit& before = r.units[unit_index - 1];
  if (before.block != unit.block || unit.segments.size() > 2) return;
  Draft draft = draft_of(r, unit_index, cue, "de.continued.das.01");
  if (draft.speaker.empty()) return;
  draft.rank = Rank::Continued;
  draft.statement.sentence = before.sentence;
  draft.statement.kind = StatementKind::Indirect;
  draft.statement.frame = r.range(unit, 0, static_cast<std::uint32_t>(unit.elements.size()));
  draft.statement.confidence = 0.8F;
  add_content(r, before, 0, static_cast<std::uint32_t>(before.elements.size()), draft);
  settle_commitment(r, &cue, draft);
  drafts.push_back(std::move(draft));
}

}  // namespace

void recognise_continued(const Reading& r, std::uint32_t unit_index, const std::vector<Cue>& cues,
                         std::vector<Draft>& drafts) {
  const Unit& unit = r.units[unit_index];
  for (const Cue& cue : cues) {
    if (says_das(r, unit, cue) && !is_no_speech_act(cue)) {
      attribute_sentence_before(r, unit_index, cue, drafts);
      return;
    }
  }
  const bool quotation =
      std::any_of(unit.elements.begin(), unit.elements.end(), [](const Element& e) { return e.is_quotation(); });
  if (quotation || unit.segments.empty() || unit.title) return;
  const auto main = std::find_if(unit.segments.begin(), unit.segments.end(), [](const Segment& s) {
    return s.kind == SegmentKind::Main && s.finite != Segment::kNone;
  });
  if (main == unit.segments.end() || !is_subjunctive(*main)) return;
  Draft draft;
  draft.rank = Rank::Continued;
  draft.unit = unit_index;
  draft.inherits_speaker = draft.needs_speaker = true;
  draft.needs_indirect_before = main->mood == annotate::Mood::SubjunctiveII;
  draft.statement.sentence = unit.sentence;
  draft.statement.kind = StatementKind::Indirect;
  draft.statement.rule = "de.continued.mood.01";
  draft.statement.confidence = 0.75F;
  add_content(r, unit, 0, static_cast<std::uint32_t>(unit.elements.size()), draft);
  settle_commitment(r, nullptr, draft);
  drafts.push_back(std::move(draft));
}

}  // namespace ql::claims
