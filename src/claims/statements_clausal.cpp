// SPDX-License-Identifier: Apache-2.0
// Indirect speech with a verb as cue.
//   cue first:   "X sagte, dass / ob / wer ...", "X sagte, er habe ...", "X forderte, ... zu begrenzen"
//   cue behind:  "Die Anlage habe den Scheitel gesenkt, erklärte der Verband", also with a second half behind it
// The content clause is the next one behind the cue's last part; relative clauses may stand between.
// Cost: linear in the unit. Tested by cues_test.cpp, traps_test.cpp and the examples of lexicons/de/cues.tsv.
#include <algorithm>

#include "claims/chains.h"
#include "claims/commitment.h"
#include "claims/statements_content.h"

namespace ql::claims {
namespace {

/// "Berichte, wonach ...": the clause tells what the noun says; it asks nothing.
bool tells_what_noun_says(const Reading& r, const Unit& unit, const Segment& s) {
  return s.kind == SegmentKind::WClause && r.is(unit.elements[s.begin].first, "wonach");
}

bool frame_fits(const Reading& r, const Unit& unit, const lang::CueEntry& entry, const Segment& s) {
  if (tells_what_noun_says(r, unit, s)) {
    return entry.stance == lang::CueStance::Denies && (entry.frames & lang::kFrameDass) != 0;
  }
  switch (s.kind) {
    case SegmentKind::Dass:
      return (entry.frames & lang::kFrameDass) != 0;
    case SegmentKind::Ob:
      return (entry.frames & (lang::kFrameOb | lang::kFrameW)) != 0;
    case SegmentKind::WClause:
    case SegmentKind::Wie:
      return (entry.frames & lang::kFrameW) != 0;
    case SegmentKind::Infinitive:
      return (entry.frames & (lang::kFrameInfinitive | lang::kFrameDass)) != 0;
    case SegmentKind::Main:
      return (entry.frames & lang::kFrameVerbSecond) != 0;
    default:
      return false;
  }
}

/// Where content begins, and the segment that fits the cue's frame.
struct ContentStart {
  std::uint32_t first = Segment::kNone, fitting = Segment::kNone;
  [[nodiscard]] bool found() const { return fitting != Segment::kNone; }
};

/// The particle or participle of the cue ends its segment: what follows is no part of its clause any more.
bool is_closed(const Unit& unit, const Cue& cue) {
  const Segment& s = unit.segments[cue.segment];
  return cue.last + 1 == s.end && (cue.last != cue.verb || !cue.finite);
}

/// "..., und die Wehr half", "..., mehr aber nicht sagen wollen": goes on with the clause before, is no content of it.
bool goes_on(const Reading& r, const Unit& unit, const Segment& s) {
  if (s.kind != SegmentKind::Main || s.finite == Segment::kNone) return false;
  const bool joined = r.has(unit.elements[s.begin].first, lang::kCoordinator);
  const bool modal_last = s.finite + 1 == s.end && s.end > s.begin + 2 &&
                          r.has(unit.elements[s.finite].first, lang::kModalWord) && !is_subjunctive(s) &&
                          r.text(unit.elements[s.finite - 1].last).ends_with("en");
  return joined || modal_last;
}

ContentStart content_start(const Reading& r, const Unit& unit, const Cue& cue) {
  std::uint32_t i = cue.segment, skipped = Segment::kNone;
  while (i < unit.segments.size() && unit.segments[i].end <= cue.last) ++i;
  for (++i; i < unit.segments.size(); ++i) {
    const Segment& s = unit.segments[i];
    if (unit.elements[s.begin].is_quotation() || s.separator == ':' || s.separator == 'u') return {};
    if (s.kind == SegmentKind::Main && (s.finite == s.begin || s.separator != ',')) return {};
    if (goes_on(r, unit, s)) return {};
    if (s.kind == SegmentKind::Wie && is_attribution(r, unit, i)) return {};  // "wurde entdeckt, wie X berichtet"
    if (frame_fits(r, unit, *cue.entry, s)) {
      // A verb-second clause in the indicative is content only of plain verbs of saying right before it.
      if (s.kind == SegmentKind::Main && !is_subjunctive(s) && i != cue.segment + 1) return {};
      if (s.kind == SegmentKind::Infinitive && r.is(unit.elements[s.begin].first, "um")) return {};
      // "forderte ihn auf, Briefe, die liegen blieben, zu öffnen": the object of the infinitive stands apart.
      const bool object_apart = s.kind == SegmentKind::Infinitive && skipped != Segment::kNone && is_closed(unit, cue);
      return {object_apart ? skipped : i, i};
    }
    const bool inserted = s.kind == SegmentKind::Relative || (s.kind == SegmentKind::Fragment && s.separator == ',');
    if (!inserted || i > cue.segment + 4) return {};
    if (s.kind == SegmentKind::Fragment && skipped == Segment::kNone) skipped = i;
  }
  return {};
}

RuleId rule_of(SegmentKind kind) {
  switch (kind) {
    case SegmentKind::Dass:
      return "de.clause.dass.01";
    case SegmentKind::Main:
      return "de.clause.verb_second.01";
    case SegmentKind::Infinitive:
      return "de.clause.infinitive.01";
    default:
      return "de.clause.question.01";
  }
}

/// "..., was eine Reaktion zur Folge hatte": a w-word that can also link to the noun or clause before.
bool may_be_relative(const Reading& r, const Unit& unit, const Segment& s) {
  if (s.kind != SegmentKind::WClause) return false;
  return r.has(unit.elements[s.begin].first, lang::kLinkingWord);
}

/// "325 km/h werden angegeben, Ziel sind 400": the passive has a subject of its own, so that the next clause is none.
bool states_subject(const Reading& r, const Unit& unit, const Cue& cue) {
  const Phrase subject = find_subject(r, unit, cue.segment, unit.segments[cue.segment].finite);
  return !subject.empty() && !is_pronoun(r, unit, subject);
}

bool is_adverb(const Reading& r, const Element& element) {
  if (element.is_quotation()) return false;
  return r.has(element.first, lang::kAdverb) || r.notes.tokens[element.first].word_class == annotate::WordClass::Adv;
}

void cue_first(const Reading& r, std::uint32_t unit_index, const Cue& cue, std::vector<Draft>& drafts) {
  const Unit& unit = r.units[unit_index];
  const ContentStart start = content_start(r, unit, cue);
  if (!start.found()) return;
  const std::uint32_t i = start.fitting;
  Draft draft = draft_of(r, unit_index, cue, rule_of(unit.segments[i].kind));
  const bool indicative = unit.segments[i].kind == SegmentKind::Main && !is_subjunctive(unit.segments[i]);
  std::uint32_t head_end = std::max(cue.last + 1, draft.speaker.end);
  while (head_end < unit.segments[cue.segment].end && is_adverb(r, unit.elements[head_end])) ++head_end;
  const bool something_between = head_end < unit.segments[cue.segment].end;
  if (indicative && (something_between || (cue.passive && !draft.speaker.empty()))) return;
  if (indicative && cue.passive && states_subject(r, unit, cue)) return;
  if (may_be_relative(r, unit, unit.segments[i]) && (something_between || cue.passive)) return;
  const bool denied_account = tells_what_noun_says(r, unit, unit.segments[i]);
  add_content(r, unit, unit.segments[start.first].begin + (denied_account ? 1 : 0), content_end(r, unit, i), draft);
  draft.statement.kind = StatementKind::Indirect;
  draft.statement.frame = r.range(unit, unit.segments[cue.segment].begin, unit.segments[start.first].begin);
  const bool question = unit.segments[i].kind == SegmentKind::Ob || unit.segments[i].kind == SegmentKind::WClause;
  draft.statement.open = question && !denied_account;
  const bool became_known = cue.entry->speaker_slot == lang::SpeakerSlot::Agentless && cue.entry->factive;
  draft.inherits_speaker = draft.speaker.empty() && !cue.passive && !became_known;
  draft.may_nest = unit.segments[i].kind != SegmentKind::Infinitive;
  relay_of_cue(r, unit, cue, draft);
  settle_commitment(r, &cue, draft);
  drafts.push_back(std::move(draft));
}

/// "hat angekündigt bei der Wahl anzutreten": an infinitive behind the closed bracket without a comma.
void infinitive_without_comma(const Reading& r, std::uint32_t unit_index, const Cue& cue, std::vector<Draft>& drafts) {
  constexpr std::uint32_t kMinElements = 3;
  const Unit& unit = r.units[unit_index];
  const Segment& s = unit.segments[cue.segment];
  if ((cue.entry->frames & lang::kFrameInfinitive) == 0 || (cue.last == cue.verb && cue.finite)) return;
  if (cue.last < s.begin || cue.last + kMinElements >= s.end || s.kind != SegmentKind::Main) return;
  std::uint32_t end = s.end;  // "haben aufgerufen die Kontrollen zu verstärken und angekündigt"
  for (std::uint32_t e = cue.last + 1; e < s.end; ++e) {
    if (!unit.elements[e].is_quotation() && r.has(unit.elements[e].first, lang::kCoordinator) &&
        e > cue.last + kMinElements && r.text(unit.elements[e - 2].first) == "zu")
      end = e;
  }
  const std::uint32_t last = unit.elements[end - 1].first;
  const bool fused = r.notes.tokens[last].morphology.verb_form == annotate::VerbForm::InfinitiveZu;
  const bool apart = r.is(unit.elements[end - 2].first, "zu") && r.text(last).ends_with("n");
  if ((!fused && !apart) || r.words[last].capitalised || r.is(unit.elements[cue.last + 1].first, "um")) return;
  Draft draft = draft_of(r, unit_index, cue, "de.clause.infinitive.01");
  add_content(r, unit, cue.last + 1, end, draft);
  draft.statement.kind = StatementKind::Indirect;
  draft.statement.frame = r.range(unit, s.begin, cue.last + 1);
  draft.inherits_speaker = draft.speaker.empty() && !cue.passive;
  settle_commitment(r, &cue, draft);
  drafts.push_back(std::move(draft));
}

/// "..., sagte ein Mitglied des Rats, das anonym bleiben will, dem Blatt, und ohne die Summe bekaeme ...": the segment
/// in the subjunctive with which the content goes on behind the cue; phrases and relative clauses of the cue may stand
/// between. kNone without one.
std::uint32_t second_half(const Unit& unit, std::uint32_t cue) {
  constexpr std::uint32_t kMaxInserted = 3;
  for (std::uint32_t i = cue + 1; i < unit.segments.size() && i <= cue + 1 + kMaxInserted; ++i) {
    const Segment& s = unit.segments[i];
    if (s.separator != ',' || unit.elements[s.begin].is_quotation()) return Segment::kNone;
    if (s.kind == SegmentKind::Main) return is_subjunctive(s) && s.finite != s.begin ? i : Segment::kNone;
    if (s.kind != SegmentKind::Fragment && s.kind != SegmentKind::Relative) return Segment::kNone;
  }
  return Segment::kNone;
}

/// "eine Anstellung": behind an article that may open an object as well.
bool is_indefinite(const Reading& r, const Unit& unit, Phrase phrase) {
  return !phrase.empty() &&
         (r.is(unit.elements[phrase.begin].first, "eine") || r.is(unit.elements[phrase.begin].first, "ein"));
}

/// The clause that the cue interrupts goes on right behind it with its verb.
bool goes_on_behind(const Unit& unit, std::uint32_t cue) {
  if (cue + 1 >= unit.segments.size()) return false;
  const Segment& next = unit.segments[cue + 1];
  return next.separator == ',' && next.kind == SegmentKind::Main && next.finite == next.begin;
}

/// Content before an inverted cue: from the unit's start (or the last quotation) to the comma.
void cue_behind(const Reading& r, std::uint32_t unit_index, const Cue& cue, std::vector<Draft>& drafts) {
  const Unit& unit = r.units[unit_index];
  const std::uint32_t at = cue.segment;
  if (at == 0 || unit.segments[at].kind == SegmentKind::Wie || !is_attribution(r, unit, at)) return;
  const bool first_verb = unit.segments[at].finite == cue.verb;
  if (!first_verb && !r.has(unit.elements[unit.segments[at].begin].first, lang::kAuxiliaryWord)) return;
  std::uint32_t first = at;
  while (first > 0 && !unit.elements[unit.segments[first - 1].begin].is_quotation() &&
         unit.segments[first].separator != ':' && unit.segments[first].separator != ';') {
    --first;
  }
  if (first == at) return;
  const Segment& head = unit.segments[first];
  bool main = false, opening_clause = head.kind == SegmentKind::Subordinate;
  for (std::uint32_t i = first; i < at; ++i) {
    main = main || unit.segments[i].kind == SegmentKind::Main;
    if (is_attribution(r, unit, i)) return;
  }
  const bool fronted =
      head.kind == SegmentKind::Dass || head.kind == SegmentKind::Ob || head.kind == SegmentKind::WClause;
  // "Für den Rest, so fürchtet sie, könne es Herbst werden": the cue stands inside the clause.
  const bool inside = !main && !fronted && goes_on_behind(unit, at);
  if (!main && !fronted && !inside) return;
  if (opening_clause && !main && !inside) return;
  Draft draft =
      draft_of(r, unit_index, cue, fronted ? RuleId("de.clause.fronted.01") : RuleId("de.clause.inverted.01"));
  const bool subject_before = !draft.speaker.empty() && draft.speaker.begin < unit.segments[at].begin;
  if (subject_before && !fronted) return;  // "..., sprach aber von ...": coordinated, not inverted
  const bool impersonal = cue.entry->speaker_slot == lang::SpeakerSlot::Agentless || cue.passive;
  // "Danach half sie im Laden, fand eine Anstellung": something unknown is rather the object.
  const bool known = draft.statement.speaker.entity.valid() || names_role(r, unit, draft.speaker) ||
                     is_pronoun(r, unit, draft.speaker) || impersonal || fronted;
  if (!known && !is_subjunctive(head) && is_indefinite(r, unit, draft.speaker)) return;
  if (draft.speaker.empty() && !impersonal && !is_subjunctive(head) && !inside) return;
  add_content(r, unit, head.begin, unit.segments[at - 1].end, draft);
  const std::uint32_t half = inside ? at + 1 : second_half(unit, at);
  if (half != Segment::kNone) add_content(r, unit, unit.segments[half].begin, content_end(r, unit, half), draft);
  draft.statement.kind = StatementKind::Indirect;
  draft.statement.frame = r.range(unit, unit.segments[at].begin, unit.segments[at].end);
  draft.statement.open = head.kind == SegmentKind::Ob || head.kind == SegmentKind::WClause;
  if (fronted && (cue.entry->frames & lang::kFramePredicate) != 0 && holds_denial_label(r, unit, unit.segments[at]))
    draft.statement.commitment = Commitment::Denies;  // "Dass jemand floh, nennt sie erfunden"
  relay_of_cue(r, unit, cue, draft);
  settle_commitment(r, &cue, draft);
  drafts.push_back(std::move(draft));
}

/// "A war nicht da, hieß es, sicher sei B": an inverted cue between two halves, the second in the subjunctive.
bool stands_between(const Reading& r, const Unit& unit, const Cue& cue) {
  if (cue.segment == 0 || cue.segment + 1 >= unit.segments.size() || !is_attribution(r, unit, cue.segment))
    return false;
  return unit.segments[cue.segment - 1].kind == SegmentKind::Main && second_half(unit, cue.segment) != Segment::kNone;
}

}  // namespace

void recognise_clausal(const Reading& r, std::uint32_t unit_index, const std::vector<Cue>& cues,
                       std::vector<Draft>& drafts) {
  for (const Cue& cue : cues) {
    if (is_no_speech_act(cue)) continue;
    const std::size_t before = drafts.size();
    if (stands_between(r, r.units[unit_index], cue)) cue_behind(r, unit_index, cue, drafts);
    if (drafts.size() == before) cue_first(r, unit_index, cue, drafts);
    if (drafts.size() == before) cue_behind(r, unit_index, cue, drafts);
    if (drafts.size() == before) infinitive_without_comma(r, unit_index, cue, drafts);
  }
}

}  // namespace ql::claims
