// SPDX-License-Identifier: Apache-2.0
// Attribution by colon without quotation marks: "Austin: Truppen sind in Russland" (the part before the colon is one
// phrase that names a person) and "Der Betreiber sagt: Der Damm war geprüft" (a reporting verb before it). A colon
// behind anything else is punctuation. Cost: linear. Tested by cues_test.cpp and traps_test.cpp.
#include "claims/commitment.h"
#include "claims/statements_content.h"

namespace ql::claims {
namespace {

bool names_person(const Reading& r, const Draft& draft) {
  const EntityId entity = draft.statement.speaker.entity;
  return entity.valid() && r.notes.entities[entity.index()].type == annotate::EntityType::Person;
}

const Cue* cue_before(const std::vector<Cue>& cues, std::uint32_t element) {
  const Cue* best = nullptr;
  for (const Cue& cue : cues) {
    if (cue.last < element && (cue.entry->frames & (lang::kFrameVerbSecond | lang::kFrameQuote)) != 0) best = &cue;
  }
  return best;
}

}  // namespace

void recognise_colon(const Reading& r, std::uint32_t unit_index, const std::vector<Cue>& cues,
                     std::vector<Draft>& drafts) {
  const Unit& unit = r.units[unit_index];
  for (std::uint32_t s = 1; s < unit.segments.size(); ++s) {
    const Segment& segment = unit.segments[s];
    if (segment.separator != ':' || unit.elements[segment.begin].is_quotation()) continue;
    const std::uint32_t mark = segment.begin - 1;
    Draft draft;
    const Cue* cue = cue_before(cues, mark);
    if (cue != nullptr && is_no_speech_act(*cue)) return;
    const bool content_clause = segment.finite != Segment::kNone && segment.kind == SegmentKind::Main;
    if (cue != nullptr && cue->segment + 2 >= s) {
      if (!content_clause) return;
      draft = draft_of(r, unit_index, *cue, "de.colon.verb.01");
      draft.statement.frame = r.range(unit, unit.segments[cue->segment].begin, segment.begin);
      draft.inherits_speaker = draft.speaker.empty();
    } else {
      if (s != 1) return;
      const Segment& head = unit.segments[0];
      const Phrase phrase = read_phrase(r, unit, head.begin, head.end, PhraseUse::Subject);
      if (phrase.empty() || phrase.end != head.end) return;
      draft.unit = unit_index;
      draft.speaker = phrase;
      draft.statement.sentence = unit.sentence;
      draft.statement.speaker = make_speaker(r, unit, phrase);
      draft.statement.rule = "de.colon.person.01";
      draft.statement.frame = r.range(unit, head.begin, segment.begin);
      if (!names_person(r, draft) || segment.end - segment.begin < 3) return;
    }
    std::uint32_t last = s;
    while (last + 1 < unit.segments.size() && !unit.elements[unit.segments[last + 1].begin].is_quotation() &&
           unit.segments[last + 1].separator != ':' && !is_attribution(r, unit, last + 1)) {
      ++last;
    }
    add_content(r, unit, segment.begin, unit.segments[last].end, draft);
    draft.statement.kind = StatementKind::Indirect;
    settle_commitment(r, cue, draft);
    drafts.push_back(std::move(draft));
    return;
  }
}

}  // namespace ql::claims
