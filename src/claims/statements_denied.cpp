// SPDX-License-Identifier: Apache-2.0
// Denials in the reporter's, or the press office's, own words, where no verb of denying stands.
//   noun:    "Spekulationen über einen Verkauf entbehren jeder Grundlage": an account that is said to be untrue
//   clause:  "Falsch ist, dass ...", "Dass ..., nennt sie frei erfunden": a clause that is said to be untrue
// Cost: linear in the unit. Tested by the rules' examples and commitment_test.cpp.
#include <algorithm>

#include "claims/commitment.h"
#include "claims/statements_content.h"

namespace ql::claims {
namespace {

/// The words of a main clause say that something is untrue.
bool says_untrue(const Reading& r, const Unit& unit, const Segment& s) {
  if (s.kind != SegmentKind::Main || s.finite == Segment::kNone) return false;
  const TextRange range = r.range(unit, s.begin, s.end);
  return r.lexicon.content_phrases().stance(slice(r.report.text, range)) == lang::CueStance::Denies;
}

bool is_noun_of_speech(const Reading& r, std::uint32_t token) {
  if (!r.words[token].capitalised) return false;
  return r.has(token, lang::kSourceNoun) ||
         std::any_of(r.words[token].cues().begin(), r.words[token].cues().end(), [&](const lang::CueReading& reading) {
           return r.lexicon.entry(reading).cue_class == lang::CueClass::Noun;
         });
}

/// One of the first words of the clause names what others have said.
bool begins_with_account(const Reading& r, const Unit& unit, const Segment& s) {
  constexpr std::uint32_t kFirstWords = 4;
  for (std::uint32_t e = s.begin; e < std::min(s.finite, s.begin + kFirstWords); ++e) {
    if (!unit.elements[e].is_quotation() && is_noun_of_speech(r, unit.elements[e].first)) return true;
  }
  return false;
}

void add_denied(const Reading& r, std::uint32_t unit_index, TextRange content, RuleId rule,
                std::vector<Draft>& drafts) {
  Draft draft;
  draft.unit = unit_index;
  draft.rank = Rank::Modal;
  draft.statement.sentence = r.units[unit_index].sentence;
  draft.statement.kind = StatementKind::Author;
  draft.statement.commitment = Commitment::Denies;
  draft.statement.content = {content};
  draft.statement.rule = rule;
  drafts.push_back(std::move(draft));
}

/// The subject of the verb of the clause, if it is a cue ("nennt sie frei erfunden").
void take_speaker(const Reading& r, std::uint32_t unit_index, const std::vector<Cue>& cues, std::uint32_t segment,
                  Draft& draft) {
  for (const Cue& cue : cues) {
    if (cue.segment != segment || is_no_speech_act(cue)) continue;
    const Draft judged = draft_of(r, unit_index, cue, draft.statement.rule);
    if (judged.speaker.empty()) return;
    draft.speaker = judged.speaker;
    draft.statement.speaker = judged.statement.speaker;
    draft.statement.cue = judged.statement.cue;
    draft.statement.kind = StatementKind::Indirect;
    return;
  }
}

}  // namespace

void recognise_denied(const Reading& r, std::uint32_t unit_index, const std::vector<Cue>& cues,
                      std::vector<Draft>& drafts) {
  const Unit& unit = r.units[unit_index];
  const bool quotation =
      std::any_of(unit.elements.begin(), unit.elements.end(), [](const Element& e) { return e.is_quotation(); });
  if (quotation) return;
  for (std::uint32_t s = 0; s < unit.segments.size(); ++s) {
    const Segment& main = unit.segments[s];
    if (!says_untrue(r, unit, main)) continue;
    const bool clause_behind = s + 1 < unit.segments.size() && unit.segments[s + 1].kind == SegmentKind::Dass;
    const bool clause_before = s > 0 && unit.segments[0].kind == SegmentKind::Dass;
    if (clause_behind) {
      const TextRange content = r.range(unit, unit.segments[s + 1].begin, content_end(r, unit, s + 1));
      add_denied(r, unit_index, content, "de.denied.clause.01", drafts);
    } else if (clause_before) {
      add_denied(r, unit_index, r.range(unit, unit.segments[0].begin, unit.segments[s - 1].end), "de.denied.clause.01",
                 drafts);
      take_speaker(r, unit_index, cues, s, drafts.back());
    } else if (s == 0 && begins_with_account(r, unit, main)) {
      add_denied(r, unit_index, r.range(unit, main.begin, main.finite), "de.denied.noun.01", drafts);
    }
    return;
  }
}

}  // namespace ql::claims
