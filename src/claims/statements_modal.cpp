// SPDX-License-Identifier: Apache-2.0
// Evidential "sollen": "Die Armee soll Soldaten ausgebildet haben" reports hearsay; "Der Zeuge will den Wagen gesehen
// haben" is the subject's own claim. Only the perfect infinitive (participle + haben/sein/worden sein) says so for
// certain; "soll gebaut werden" is a plan, "soll abgeschlossen sein" a state to come. The content is the clause
// without the modal; the source of "sollen" stays open. Cost: linear. Tested by cues_test.cpp and traps_test.cpp.
#include "base/utf8.h"
#include "claims/commitment.h"
#include "claims/statements_content.h"

namespace ql::claims {
namespace {

/// "gekommen", "umgekommen": a participle that forms its perfect with "sein"; "abgeschlossen sein" is a state to come.
bool takes_sein(const Reading& r, std::uint32_t token) {
  const std::string lower = to_lower_utf8(r.text(token));
  for (std::size_t begin = 0; begin + 5 <= lower.size(); ++begin) {
    if ((r.lexicon.clause_word(std::string_view(lower).substr(begin)) & lang::kSeinParticiple) != 0) return true;
  }
  return false;
}

bool is_perfect_infinitive(const Reading& r, const Unit& unit, const Segment& s) {
  if (s.end < s.begin + 3) return false;
  const std::uint32_t last = unit.elements[s.end - 1].first, before = unit.elements[s.end - 2].first;
  if (unit.elements[s.end - 1].is_quotation() || unit.elements[s.end - 2].is_quotation()) return false;
  if (r.words[before].capitalised) return false;
  if (r.is(last, "sein")) return takes_sein(r, before);
  if (!r.is(last, "haben")) return false;
  if (r.notes.tokens[before].morphology.verb_form == annotate::VerbForm::Participle) return true;
  const std::string_view text = r.text(before);
  return (text.ends_with("t") || text.ends_with("en")) && text.size() > 4;
}

}  // namespace

void recognise_modal(const Reading& r, std::uint32_t unit_index, const std::vector<Cue>&, std::vector<Draft>& drafts) {
  const Unit& unit = r.units[unit_index];
  for (std::uint32_t s = 0; s < unit.segments.size(); ++s) {
    const Segment& segment = unit.segments[s];
    if (segment.kind != SegmentKind::Main || segment.finite == Segment::kNone) continue;
    const std::uint32_t modal = unit.elements[segment.finite].first;
    const bool own_claim = r.has(modal, lang::kClaimingModal);
    if (!own_claim && !r.has(modal, lang::kEvidentialModal)) continue;
    if (!is_perfect_infinitive(r, unit, segment)) continue;
    Draft draft;
    draft.rank = Rank::Modal;
    draft.unit = unit_index;
    draft.statement.sentence = unit.sentence;
    draft.statement.kind = StatementKind::Reported;
    draft.statement.cue = cue_ranges(r, unit, {segment.finite});
    draft.statement.rule = own_claim ? RuleId("de.modal.wollen.01") : RuleId("de.modal.sollen.01");
    if (own_claim) {
      draft.speaker = find_subject(r, unit, s, segment.finite);
      draft.statement.speaker = make_speaker(r, unit, draft.speaker);
    }
    add_content(r, unit, segment.begin, segment.finite, draft);
    add_content(r, unit, segment.finite + 1, content_end(r, unit, s), draft);
    settle_commitment(r, nullptr, draft);
    drafts.push_back(std::move(draft));
  }
}

}  // namespace ql::claims
