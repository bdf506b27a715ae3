// SPDX-License-Identifier: Apache-2.0
// Evidential "sollen": "Die Armee soll Soldaten ausgebildet haben" reports hearsay. Only the perfect infinitive
// (participle + haben/sein/worden sein) says so for certain; "soll gebaut werden" is a plan. The content is the clause
// without the modal; the source stays open. Cost: linear. Tested by cues_test.cpp and traps_test.cpp.
#include "claims/commitment.h"
#include "claims/statements_content.h"

namespace ql::claims {
namespace {

bool is_perfect_infinitive(const Reading& r, const Unit& unit, const Segment& s) {
  if (s.end < s.begin + 3) return false;
  const std::uint32_t last = unit.elements[s.end - 1].first, before = unit.elements[s.end - 2].first;
  if (unit.elements[s.end - 1].is_quotation() || unit.elements[s.end - 2].is_quotation()) return false;
  if (!r.is(last, "haben") && !r.is(last, "sein")) return false;
  if (r.is(before, "worden") || r.is(before, "gewesen") || r.is(before, "gehabt")) return true;
  if (r.notes.tokens[before].morphology.verb_form == annotate::VerbForm::Participle) return true;
  const std::string_view text = r.text(before);
  return !r.words[before].capitalised && (text.ends_with("t") || text.ends_with("en")) && text.size() > 4 &&
         r.is(last, "haben");
}

}  // namespace

void recognise_modal(const Reading& r, std::uint32_t unit_index, const std::vector<Cue>&, std::vector<Draft>& drafts) {
  const Unit& unit = r.units[unit_index];
  for (std::uint32_t s = 0; s < unit.segments.size(); ++s) {
    const Segment& segment = unit.segments[s];
    if (segment.kind != SegmentKind::Main || segment.finite == Segment::kNone) continue;
    const std::uint32_t modal = unit.elements[segment.finite].first;
    if (!r.has(modal, lang::kEvidentialModal) || !is_perfect_infinitive(r, unit, segment)) continue;
    Draft draft;
    draft.rank = Rank::Modal;
    draft.unit = unit_index;
    draft.statement.sentence = unit.sentence;
    draft.statement.kind = StatementKind::Reported;
    draft.statement.cue = cue_ranges(r, unit, {segment.finite});
    draft.statement.rule = "de.modal.sollen.01";
    draft.statement.confidence = 0.7F;
    add_content(r, unit, segment.begin, segment.finite, draft);
    add_content(r, unit, segment.finite + 1, content_end(r, unit, s), draft);
    settle_commitment(r, nullptr, draft);
    drafts.push_back(std::move(draft));
  }
}

}  // namespace ql::claims
