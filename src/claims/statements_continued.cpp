// SPDX-License-Identifier: Apache-2.0
// Speech that goes on. A sentence whose main verb stands in the subjunctive of reported speech, without any cue of
// its own, continues the speaker of the statement before; subjunctive II and "sollen" count only right behind one,
// subjunctive I also where nobody is named.
// "Das sagte X" and "Das bestätigte uns die Polizei" attribute the sentence before. Cost: linear.
// Tested by cues_test.cpp and traps_test.cpp.
#include <algorithm>

#include "claims/chains.h"
#include "claims/commitment.h"
#include "claims/source_phrases.h"
#include "claims/speakers.h"
#include "claims/statements_content.h"

namespace ql::claims {
namespace {

void attribute_sentence_before(const Reading& r, std::uint32_t unit_index, const Cue& cue, std::vector<Draft>& drafts) {
  if (unit_index == 0) return;
  const Unit& unit = r.units[unit_index];
  const Unit& before = r.units[unit_index - 1];
  if (before.block != unit.block || unit.segments.size() > 2) return;
  Draft draft = draft_of(r, unit_index, cue, "de.continued.das.01");
  const Segment& segment = unit.segments[cue.segment];
  if (draft.speaker.begin <= segment.begin) {  // "das" is what was said
    draft.speaker = phrase_behind(r, unit, segment.finite + 1, segment.end);
    draft.statement.speaker = make_speaker(r, unit, draft.speaker);
  }
  if (draft.speaker.empty()) return;
  relay_of_cue(r, unit, cue, draft);
  for (const SourcePhrase& source : find_source_phrases(r, unit)) {
    if (source.entry->lemma.starts_with("unter ")) continue;  // read with the cue
    if (!source.speaker.empty())
      add_relay(r, unit, source.speaker, draft);  // "Das empfiehlt nach einem Bericht des ..."
  }
  draft.rank = Rank::Continued;
  draft.statement.sentence = before.sentence;
  draft.statement.kind = StatementKind::Indirect;
  draft.statement.frame = r.range(unit, 0, static_cast<std::uint32_t>(unit.elements.size()));
  add_content(r, before, 0, static_cast<std::uint32_t>(before.elements.size()), draft);
  settle_commitment(r, &cue, draft);
  drafts.push_back(std::move(draft));
}

/// "Gott sei Dank", "sei es", "wie dem auch sei", "man nehme": subjunctives of wish and concession, not of report.
bool is_wish(const Reading& r, const Unit& unit, const Segment& s) {
  const auto index = static_cast<std::size_t>(&s - unit.segments.data());
  const SegmentKind before = index > 0 ? unit.segments[index - 1].kind : SegmentKind::Main;
  const bool behind_clause =
      before == SegmentKind::Subordinate || before == SegmentKind::Relative || before == SegmentKind::Infinitive;
  if ((s.finite == s.begin && !behind_clause) || r.text(unit.elements.back().last) == "!") return true;
  const auto token = [&](std::uint32_t e) { return unit.elements[e].first; };
  const std::uint32_t verb = token(s.finite);
  const bool thanks = s.finite + 1 < s.end && r.is(token(s.finite + 1), "dank");
  const bool concession = s.finite > s.begin && r.is(token(s.finite - 1), "auch") && s.finite + 1 == s.end;
  const bool recipe = s.finite == s.begin + 1 && r.is(token(s.begin), "man") && !r.has(verb, lang::kAuxiliaryWord);
  const bool except = s.finite + 1 < s.end && r.is(token(s.finite + 1), "denn");
  return thanks || concession || recipe || except;
}

bool holds(const Reading& r, const Unit& unit, std::uint32_t classes) {
  return std::any_of(unit.elements.begin(), unit.elements.end(),
                     [&](const Element& e) { return !e.is_quotation() && r.has(e.first, classes); });
}

/// "Und das, obwohl er versprochen hat, der Bau ruhe": a verb-second clause behind a subordinate one in the indicative
/// is what that one says; behind a subordinate clause that opens the sentence the verb would come first.
bool depends_on_clause(const Unit& unit, const Segment& s) {
  const auto index = static_cast<std::size_t>(&s - unit.segments.data());
  if (index == 0 || s.separator != ',' || s.finite == s.begin || !is_subjunctive(s)) return false;
  const Segment& before = unit.segments[index - 1];
  return before.kind == SegmentKind::Subordinate && before.finite != Segment::kNone && !is_subjunctive(before);
}

/// The first main clause with a verb; none if a clause in the indicative with its verb first governs the sentence
/// ("..., wird vermutet", "Als er kam, brach ...").
const Segment* main_clause(const Unit& unit) {
  const Segment* main = nullptr;
  for (const Segment& s : unit.segments) {
    if (s.kind != SegmentKind::Main || s.finite == Segment::kNone) continue;
    if (main == nullptr) {
      if (depends_on_clause(unit, s)) return nullptr;
      main = &s;
    } else if (s.finite == s.begin && s.separator != 'u' && !is_subjunctive(s)) {
      return nullptr;
    }
  }
  return main;
}

/// "Die Stadtreinigung äußerte Zweifel. Es sei rechtens, ...": the subject of a reporting verb in the sentence before,
/// although what that verb reports was not recognised.
Speaker reporter_before(const Reading& r, std::uint32_t unit_index) {
  if (unit_index == 0) return {};
  const Unit& before = r.units[unit_index - 1];
  if (before.block != r.units[unit_index].block) return {};
  Speaker described;  // somebody known by description only
  const std::vector<Cue> cues = find_cues(r, before);
  for (const Segment& s : before.segments) {
    if (s.kind != SegmentKind::Main || s.finite == Segment::kNone) continue;
    for (std::uint32_t e = s.begin; e < s.end; ++e) {
      if (before.elements[e].is_quotation() || r.words[before.elements[e].first].capitalised) continue;
      if (r.words[before.elements[e].first].cues().empty()) continue;
      const auto segment = static_cast<std::uint32_t>(&s - before.segments.data());
      const Phrase subject = find_subject(r, before, segment, s.finite);
      const Speaker speaker = make_speaker(r, before, subject);
      if (speaker.entity.valid()) return speaker;
      const bool said = std::any_of(cues.begin(), cues.end(), [&](const Cue& c) { return c.verb == e; });
      if (described.text.empty() && said && names_role(r, before, subject)) described = speaker;
    }
  }
  return described;
}

/// "Er halte das für richtig und bezeichnete den Plan als klug": a second half in the indicative with a cue of its own
/// is no part of what goes on.
std::uint32_t end_of_speech(const Reading& r, const Unit& unit, const Segment& main) {
  for (const Segment& s : unit.segments) {
    const bool own = s.begin > main.begin && s.separator == 'u' && s.kind == SegmentKind::Main && !is_subjunctive(s) &&
                     s.finite == s.begin + 1;
    if (own && is_subjunctive(main) && !r.words[unit.elements[s.finite].first].cues().empty()) return s.begin;
  }
  return static_cast<std::uint32_t>(unit.elements.size());
}

/// "Sein Berater habe dem Blatt gesagt, man rede": the main clause is the cue of a statement that names who relays it.
bool is_relayed(const Reading& r, const Unit& unit, std::uint32_t unit_index, const Segment& main,
                const std::vector<Draft>& drafts) {
  const TextRange clause = r.range(unit, main.begin, main.end);
  return std::any_of(drafts.begin(), drafts.end(), [&](const Draft& d) {
    const Statement& s = d.statement;
    return d.unit == unit_index && !s.chain.empty() && !s.cue.empty() && clause.contains(s.cue.front()) &&
           !s.content.empty() && s.content.front().begin >= clause.end;
  });
}

/// A whole sentence in the mood of reported speech, or with "sollen" right behind a statement.
void continue_speech(const Reading& r, std::uint32_t unit_index, std::vector<Draft>& drafts) {
  const Unit& unit = r.units[unit_index];
  const bool quotation =
      std::any_of(unit.elements.begin(), unit.elements.end(), [](const Element& e) { return e.is_quotation(); });
  if (quotation || unit.segments.empty() || unit.title) return;
  const Segment* main = main_clause(unit);
  if (main == nullptr) return;
  const std::uint32_t verb = unit.elements[main->finite].first;
  const bool plan = !is_subjunctive(*main) && r.has(verb, lang::kEvidentialModal);
  const bool asks = r.text(unit.elements.back().last) == "?";
  if ((!plan && !is_subjunctive(*main)) || is_wish(r, unit, *main) || (plan && asks)) return;
  if (is_relayed(r, unit, unit_index, *main, drafts)) return;
  Draft draft;
  draft.rank = Rank::Continued;
  draft.unit = unit_index;
  draft.inherits_speaker = true;
  draft.needs_speaker = main->mood != annotate::Mood::SubjunctiveI;
  draft.needs_statement_before = plan || main->mood == annotate::Mood::SubjunctiveII;
  // "koennte", "duerfte" and what depends on "wenn" may as well be the reporter's own.
  draft.needs_indirect_before = main->mood == annotate::Mood::SubjunctiveII &&
                                (r.has(verb, lang::kModalWord) || holds(r, unit, lang::kConditional));
  draft.core = r.range(unit, main->finite, main->finite + 1);
  draft.statement.sentence = unit.sentence;
  draft.statement.kind = StatementKind::Indirect;
  draft.statement.rule = plan ? RuleId("de.continued.sollen.01") : RuleId("de.continued.mood.01");
  if (main->mood == annotate::Mood::SubjunctiveI) draft.reporter_before = reporter_before(r, unit_index);
  add_content(r, unit, 0, end_of_speech(r, unit, *main), draft);
  settle_commitment(r, nullptr, draft);
  drafts.push_back(std::move(draft));
}

/// "Zwölf wurden verletzt, die Opfer seien Touristen": after a clause in the indicative a main clause in subjunctive I
/// with its subject first is somebody's words, although no cue governs it.
void continue_in_clause(const Reading& r, std::uint32_t unit_index, std::vector<Draft>& drafts) {
  const Unit& unit = r.units[unit_index];
  const Segment* main = main_clause(unit);
  if (unit.title || main == nullptr || is_subjunctive(*main)) return;
  for (std::uint32_t s = 1; s < unit.segments.size(); ++s) {
    const Segment& segment = unit.segments[s];
    if (segment.kind != SegmentKind::Main || segment.mood != annotate::Mood::SubjunctiveI || is_wish(r, unit, segment))
      continue;
    if (unit.elements[segment.begin].is_quotation()) continue;
    Draft draft;
    draft.rank = Rank::Continued;
    draft.unit = unit_index;
    draft.inherits_speaker = true;
    draft.core = r.range(unit, segment.finite, segment.finite + 1);
    draft.statement.sentence = unit.sentence;
    draft.statement.kind = StatementKind::Indirect;
    draft.statement.rule = "de.continued.clause.01";
    const Segment& before = unit.segments[s - 1];
    if (segment.separator == ':' && before.kind == SegmentKind::Main && before.finite != Segment::kNone)
      draft.reporter_before = make_speaker(r, unit, find_subject(r, unit, s - 1, before.finite));
    add_content(r, unit, segment.begin, content_end(r, unit, s), draft);
    settle_commitment(r, nullptr, draft);
    drafts.push_back(std::move(draft));
    return;
  }
}

}  // namespace

bool says_das(const Reading& r, const Unit& unit, const Cue& cue) {
  const Segment& s = unit.segments[cue.segment];
  const std::uint32_t first = unit.elements[s.begin].first;
  if (cue.segment != 0 || s.finite != s.begin + 1) return false;
  if (is_subjunctive(s) && cue.finite) return false;  // "das sage man so"; "das habe X gesagt" is reported itself
  if ((cue.entry->frames & (lang::kFrameDass | lang::kFrameQuote)) == 0) return false;
  // "Davon geht der Minister aus" behind what he assumes.
  const auto& companions = cue.entry->companions;
  const bool refers_back =
      companions.size() == 1 && companions.front().starts_with("da") && r.is(first, companions.front());
  return r.is(first, "das") || r.is(first, "dies") || (refers_back && unit.segments.size() == 1);
}

void recognise_continued(const Reading& r, std::uint32_t unit_index, const std::vector<Cue>& cues,
                         std::vector<Draft>& drafts) {
  const Unit& unit = r.units[unit_index];
  for (const Cue& cue : cues) {
    if (says_das(r, unit, cue) && !is_no_speech_act(cue)) {
      attribute_sentence_before(r, unit_index, cue, drafts);
      return;
    }
  }
  const std::size_t before = drafts.size();
  continue_in_clause(r, unit_index, drafts);
  if (drafts.size() == before) continue_speech(r, unit_index, drafts);
}

}  // namespace ql::claims
