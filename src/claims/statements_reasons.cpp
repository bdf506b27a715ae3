// SPDX-License-Identifier: Apache-2.0
// Reasons that belong to somebody else: "wies den Vorwurf zurück, da er jeder Grundlage entbehre". A clause with da or
// weil in subjunctive I says why the subject of the main clause acted, in that subject's words. Cost: linear in the
// unit. Tested by cues_test.cpp and traps_test.cpp.
#include "claims/commitment.h"
#include "claims/statements_content.h"

namespace ql::claims {
namespace {

bool gives_reason(const Reading& r, const Unit& unit, const Segment& s) {
  if (s.kind != SegmentKind::Subordinate || s.mood != annotate::Mood::SubjunctiveI) return false;
  const std::uint32_t first = unit.elements[s.begin].first;
  return r.is(first, "da") || r.is(first, "weil") || r.is(first, "zumal");
}

/// The main clause with an indicative verb nearest before segment `at`, or kNone.
std::uint32_t main_before(const Unit& unit, std::uint32_t at) {
  for (std::uint32_t i = at; i-- > 0;) {
    const Segment& s = unit.segments[i];
    if (s.kind == SegmentKind::Main && s.finite != Segment::kNone) return is_subjunctive(s) ? Segment::kNone : i;
  }
  return Segment::kNone;
}

}  // namespace

void recognise_reasons(const Reading& r, std::uint32_t unit_index, const std::vector<Cue>& cues,
                       std::vector<Draft>& drafts) {
  const Unit& unit = r.units[unit_index];
  for (std::uint32_t s = 1; s < unit.segments.size(); ++s) {
    if (!gives_reason(r, unit, unit.segments[s])) continue;
    const std::uint32_t main = main_before(unit, s);
    if (main == Segment::kNone) continue;
    Draft draft;
    for (const Cue& cue : cues) {
      if (cue.segment == main) draft = draft_of(r, unit_index, cue, "de.clause.reason.01");
    }
    if (draft.statement.cue.empty()) {
      draft.unit = unit_index;
      draft.speaker = find_subject(r, unit, main, unit.segments[main].finite);
      draft.statement.sentence = unit.sentence;
      draft.statement.speaker = make_speaker(r, unit, draft.speaker);
      draft.statement.rule = "de.clause.reason.01";
    }
    draft.rank = Rank::Phrase;
    draft.statement.commitment = Commitment::Asserts;
    draft.statement.kind = StatementKind::Indirect;
    draft.statement.frame = r.range(unit, unit.segments[main].begin, unit.segments[s].begin);
    add_content(r, unit, unit.segments[s].begin, content_end(r, unit, s), draft);
    settle_commitment(r, nullptr, draft);
    drafts.push_back(std::move(draft));
  }
}

}  // namespace ql::claims
