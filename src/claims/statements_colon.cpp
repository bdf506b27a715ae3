// SPDX-License-Identifier: Apache-2.0
// Attribution by colon without quotation marks: "Austin: Truppen sind in Russland" (the part before the colon is one
// phrase that names a person) and "Der Betreiber sagt: Der Damm war geprüft" (a reporting verb before it). In a
// heading, a place or body before the colon speaks ("Südkorea: 3.000 Soldaten") if it, or a body of its own, is also
// reported to speak right below; else it says where ("Südkorea: Drei Tote nach Erdrutsch"). A colon behind anything
// else is punctuation. Cost: linear; a heading looks at a few sentences below it. Tested by cues_test.cpp and
// traps_test.cpp.
#include <algorithm>

#include "claims/commitment.h"
#include "claims/statements_content.h"

namespace ql::claims {
namespace {

bool names_person(const Reading& r, const Draft& draft) {
  const EntityId entity = draft.statement.speaker.entity;
  if (!entity.valid() || r.notes.entities[entity.index()].type != annotate::EntityType::Person) return false;
  // "Corona: ...": a single word that is nowhere a full name and has no role is rather a theme.
  const annotate::Entity& person = r.notes.entities[entity.index()];
  return !person.named || person.name.find(' ') != std::string::npos || !person.role.empty();
}

bool is_heading(const Reading& r, const Unit& unit) {
  if (!unit.block.valid() || unit.block.index() >= r.report.blocks.size()) return false;
  const clean::BlockKind kind = r.report.blocks[unit.block.index()].kind;
  return kind == clean::BlockKind::Title || kind == clean::BlockKind::Subheading;
}

/// Both are one, or one acts for the other.
bool is_one_side(const Reading& r, EntityId one, EntityId other) {
  const auto acts_for = [&](EntityId who, EntityId whom) { return r.notes.entities[who.index()].acts_for == whom; };
  return one == other || acts_for(one, other) || acts_for(other, one);
}

std::string_view last_word(std::string_view text) { return text.substr(text.rfind(' ') + 1); }

/// The speaker is the heading's, acts for it, or is called by the same noun.
bool is_meant(const Reading& r, const Speaker& speaker, const Speaker& heading) {
  if (heading.entity.valid()) return speaker.entity.valid() && is_one_side(r, speaker.entity, heading.entity);
  return !speaker.text.empty() && last_word(speaker.text) == last_word(heading.text);
}

/// The heading's part before the colon is a place or body that one of the sentences right below reports to speak.
bool speaks_in_section(const Reading& r, std::uint32_t heading, const Draft& draft) {
  constexpr std::uint32_t kSentencesBelow = 4;
  if (!is_heading(r, r.units[heading])) return false;
  const auto end = std::min<std::size_t>(r.units.size(), heading + 1 + kSentencesBelow);
  for (auto u = heading + 1; u < end && !is_heading(r, r.units[u]); ++u) {
    for (const Cue& cue : find_cues(r, r.units[u])) {
      if (is_no_speech_act(cue)) continue;
      if (is_meant(r, draft_of(r, u, cue, "de.colon.section.01").statement.speaker, draft.statement.speaker))
        return true;
    }
  }
  return false;
}

/// "Sie sagt: Wenn das stimmt, müsse er gehen": a subordinate clause, and behind it the main clause with its verb
/// first.
bool opens_with_clause(const Unit& unit, std::uint32_t s) {
  constexpr std::uint32_t kMaxClauses = 3;
  if (unit.segments[s].kind != SegmentKind::Subordinate) return false;
  for (std::uint32_t i = s + 1; i < unit.segments.size() && i <= s + kMaxClauses; ++i) {
    const Segment& next = unit.segments[i];
    if (next.separator != ',' || unit.elements[next.begin].is_quotation()) return false;
    if (next.kind == SegmentKind::Main) return next.finite == next.begin;
  }
  return false;
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
    const bool content_clause =
        (segment.finite != Segment::kNone && segment.kind == SegmentKind::Main) || opens_with_clause(unit, s);
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
      if (segment.end - segment.begin < 3) return;
      if (!names_person(r, draft)) {
        if (!speaks_in_section(r, unit_index, draft)) return;
        draft.statement.rule = "de.colon.section.01";
      }
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
