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

/// A participle and haben or sein stand before element `end`.
bool is_perfect_infinitive(const Reading& r, const Unit& unit, std::uint32_t begin, std::uint32_t end) {
  if (end < begin + 2) return false;
  const std::uint32_t last = unit.elements[end - 1].first, before = unit.elements[end - 2].first;
  if (unit.elements[end - 1].is_quotation() || unit.elements[end - 2].is_quotation()) return false;
  if (r.words[before].capitalised) return false;
  if (r.is(last, "sein")) return takes_sein(r, before);
  if (!r.is(last, "haben")) return false;
  if (r.notes.tokens[before].morphology.verb_form == annotate::VerbForm::Participle) return true;
  const std::string_view text = r.text(before);
  return (text.ends_with("t") || text.ends_with("en")) && text.size() > 4;
}

/// Where the perfect infinitive of the modal in segment `s` ends: at the segment's end, before an "und" inside it, or
/// behind phrases and relative clauses ("sollen Waffen, die er besaß, gefunden worden sein"). kNone without one.
std::uint32_t bracket_end(const Reading& r, const Unit& unit, std::uint32_t s) {
  constexpr std::uint32_t kMaxInserted = 4;
  const Segment& first = unit.segments[s];
  for (std::uint32_t e = first.finite + 3; e <= first.end; ++e) {
    const bool closes =
        e == first.end || (!unit.elements[e].is_quotation() && r.has(unit.elements[e].first, lang::kCoordinator));
    if (closes && is_perfect_infinitive(r, unit, first.finite + 1, e)) return e;
  }
  for (std::uint32_t i = s + 1; i < unit.segments.size() && i <= s + kMaxInserted; ++i) {
    const Segment& segment = unit.segments[i];
    if (segment.separator != ',' || unit.elements[segment.begin].is_quotation()) break;
    // "haben" looks like a finite verb; the bracket ends with it all the same, if the clause has no other.
    const bool phrase = segment.kind == SegmentKind::Fragment || segment.finite + 1 == segment.end;
    if (phrase && segment.kind != SegmentKind::Relative && is_perfect_infinitive(r, unit, segment.begin, segment.end))
      return segment.end;
    if (segment.kind != SegmentKind::Fragment && segment.kind != SegmentKind::Relative) break;
  }
  return Segment::kNone;
}

/// What depends on the clause behind its bracket: subordinate clauses, no clause of its own.
std::uint32_t with_dependents(const Unit& unit, std::uint32_t end) {
  for (const Segment& segment : unit.segments) {
    const bool depends = segment.separator == ',' && segment.kind != SegmentKind::Main &&
                         segment.kind != SegmentKind::Fragment && segment.kind != SegmentKind::Wie;
    if (depends && segment.begin == end + 1) end = segment.end;
  }
  return end;
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
    const std::uint32_t end = bracket_end(r, unit, s);
    if (end == Segment::kNone) continue;
    Draft draft;
    draft.rank = Rank::Modal;
    draft.may_nest = own_claim;  // "wie das Blatt meldet, soll ...": one piece of hearsay, not two
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
    add_content(r, unit, segment.finite + 1, with_dependents(unit, end), draft);
    settle_commitment(r, nullptr, draft);
    drafts.push_back(std::move(draft));
  }
}

}  // namespace ql::claims
