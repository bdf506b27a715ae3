// SPDX-License-Identifier: Apache-2.0
// Who will not say: "wollte den Bericht weder bestätigen noch dementieren", "wollte den Fall nicht kommentieren". The
// content is the object, nothing about it is asserted. Refusing without an object ("wollte sich nicht äußern") says
// nothing about anything and is no statement. Cost: linear in the unit. Tested by traps_test.cpp.
#include <algorithm>

#include "claims/commitment.h"
#include "claims/statements_content.h"

namespace ql::claims {
namespace {

/// The infinitive of a verb of confirming, denying or commenting at the end of the segment; kNone otherwise.
std::uint32_t refused_verb(const Reading& r, const Unit& unit, const Segment& s) {
  for (std::uint32_t e = s.begin; e < s.end; ++e) {
    if (unit.elements[e].is_quotation() || r.words[unit.elements[e].first].capitalised) continue;
    for (const lang::CueReading& c : r.words[unit.elements[e].first].cues()) {
      const lang::CueEntry& entry = r.lexicon.entry(c);
      const bool stance = entry.stance == lang::CueStance::Confirms || entry.stance == lang::CueStance::Denies;
      const bool noun_phrase = (entry.frames & lang::kFrameNounPhrase) != 0;
      if ((c.forms & lang::kFormInfinitive) == 0 || e == s.finite || !noun_phrase) continue;
      if (stance || entry.lemma == "kommentieren") return e;
    }
  }
  return Segment::kNone;
}

/// "Dass er warten musste, mochte er nicht bestätigen."
bool is_content_clause(SegmentKind kind) {
  return kind == SegmentKind::Dass || kind == SegmentKind::Ob || kind == SegmentKind::WClause;
}

bool is_negated(const Reading& r, const Unit& unit, const Segment& s) {
  for (std::uint32_t e = s.begin; e < s.end; ++e) {
    const bool word = !unit.elements[e].is_quotation();
    if (word && (r.is(unit.elements[e].first, "nicht") || r.is(unit.elements[e].first, "weder"))) return true;
  }
  return false;
}

/// The object between the modal and the infinitive, or before the modal.
Phrase refused_object(const Reading& r, const Unit& unit, const Segment& s, Phrase subject, std::uint32_t verb) {
  for (std::uint32_t e = s.begin; e < verb; ++e) {
    if (e >= subject.begin && e < subject.end) continue;
    if (unit.elements[e].is_quotation() || r.has(unit.elements[e].first, lang::kPreposition)) return {};
    const Phrase phrase = read_phrase(r, unit, e, verb, PhraseUse::Any);
    const bool noun = !phrase.empty() && r.words[unit.elements[phrase.end - 1].first].capitalised;
    if (noun && phrase.begin != subject.begin) return phrase;
  }
  return {};
}

}  // namespace

void recognise_refusals(const Reading& r, std::uint32_t unit_index, const std::vector<Cue>&,
                        std::vector<Draft>& drafts) {
  const Unit& unit = r.units[unit_index];
  for (std::uint32_t i = 0; i < unit.segments.size(); ++i) {
    const Segment& s = unit.segments[i];
    if (s.kind != SegmentKind::Main || s.finite == Segment::kNone) continue;
    if (!r.has(unit.elements[s.finite].first, lang::kModalWord) || !is_negated(r, unit, s)) continue;
    const std::uint32_t verb = refused_verb(r, unit, s);
    if (verb == Segment::kNone) continue;
    Draft draft;
    draft.speaker = find_subject(r, unit, i, s.finite);
    const Phrase object = refused_object(r, unit, s, draft.speaker, verb);
    const bool fronted = i > 0 && s.finite == s.begin && is_content_clause(unit.segments[0].kind);
    if (draft.speaker.empty() || (object.empty() && !fronted)) continue;
    draft.rank = Rank::Nominal;
    draft.unit = unit_index;
    draft.statement.sentence = unit.sentence;
    draft.statement.kind = StatementKind::Reported;
    draft.statement.speaker = make_speaker(r, unit, draft.speaker);
    draft.statement.cue = cue_ranges(r, unit, {s.finite, verb});
    draft.statement.rule = "de.refusal.object.01";
    draft.statement.commitment = Commitment::Refuses;
    draft.statement.open = true;
    if (fronted)
      add_content(r, unit, unit.segments[0].begin, unit.segments[i - 1].end, draft);
    else
      add_content(r, unit, object.begin, object.end, draft);
    drafts.push_back(std::move(draft));
  }
}

}  // namespace ql::claims
