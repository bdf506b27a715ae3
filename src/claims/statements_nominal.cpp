// SPDX-License-Identifier: Apache-2.0
// Content that is no clause of a reporting verb.
//   noun + clause:      "die Behauptung, dass ...", "der Vorwurf, ... zu haben"
//   verb + noun phrase: "bestätigte die Präsenz ...", "hoben die Bedeutung ... hervor", "forderte eine Aufklärung"
//   predicate:          "beschrieb die Zusammenarbeit als Gefahr", "nannte den Plan unsozial"
// Cost: linear in the unit. Tested by cues_test.cpp and traps_test.cpp.
#include <algorithm>

#include "claims/chains.h"
#include "claims/commitment.h"
#include "claims/statements_content.h"

namespace ql::claims {
namespace {

std::uint32_t token(const Unit& unit, std::uint32_t e) { return unit.elements[e].first; }

/// "wirft dem Minister Betrug vor": a dative before another phrase is whom it is said to or of.
bool is_dative_before_object(const Reading& r, const Unit& unit, Phrase phrase, std::uint32_t end) {
  const std::uint32_t t = token(unit, phrase.begin);
  const bool dative = r.is(t, "ihm") || r.is(t, "ihnen") || r.is(t, "ihr") || r.is(t, "der") || r.is(t, "den") ||
                      (r.has(t, lang::kObliqueDeterminer) && r.text(t).ends_with("m"));
  if (!dative || phrase.end >= end || unit.elements[phrase.end].is_quotation()) return false;
  return !r.has(token(unit, phrase.end), lang::kPreposition) &&
         !read_phrase(r, unit, phrase.end, end, PhraseUse::Any).empty();
}

/// The object: the first phrase behind the verb that is not the subject, without a preposition before it.
std::uint32_t object_start(const Reading& r, const Unit& unit, const Cue& cue, Phrase subject, std::uint32_t end) {
  for (std::uint32_t e = cue.verb + 1; e < end; ++e) {
    if (e >= subject.begin && e < subject.end) continue;
    if (unit.elements[e].is_quotation()) return Segment::kNone;
    const std::uint32_t t = token(unit, e);
    if (r.has(t, lang::kPreposition)) {
      const Phrase inner = read_phrase(r, unit, e + 1, end, PhraseUse::Any);
      if (!inner.empty()) e = inner.end - 1;
      continue;
    }
    const Phrase phrase = read_phrase(r, unit, e, end, PhraseUse::Any);
    const bool reflexive = r.has(t, lang::kReflexive);
    if (phrase.empty() || reflexive) continue;
    if (!is_dative_before_object(r, unit, phrase, end)) return e;
    e = phrase.end - 1;
  }
  return Segment::kNone;
}

std::uint32_t object_end(const Unit& unit, const Cue& cue) {
  std::uint32_t end = unit.segments[cue.segment].end;
  for (const std::uint32_t e : cue.elements) {
    if (e > cue.verb) end = std::min(end, e);
  }
  return end;
}

/// "sprach von X", "warnte vor X": where the phrase behind the entry's preposition begins.
std::uint32_t behind_preposition(const Reading& r, const Unit& unit, const Cue& cue, std::uint32_t end) {
  for (std::uint32_t e = unit.segments[cue.segment].begin; e + 1 < end; ++e) {
    if (unit.elements[e].is_quotation()) continue;
    const std::string_view word = r.text(unit.elements[e].first);
    const std::string& wanted = cue.entry->preposition;
    const bool fused = word == wanted + "m" || word == wanted + "r" || (word == "vom" && wanted == "von");
    if (r.is(unit.elements[e].first, wanted) || fused) return e + 1;
  }
  return Segment::kNone;
}

bool holds_als(const Reading& r, const Unit& unit, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t e = begin; e < end; ++e) {
    if (!unit.elements[e].is_quotation() && r.is(token(unit, e), "als")) return true;
  }
  return false;
}

/// The elements of an object as a segment.
Segment within(std::uint32_t begin, std::uint32_t end) {
  Segment segment;
  segment.begin = begin;
  segment.end = end;
  return segment;
}

bool has_clause_draft(const std::vector<Draft>& drafts, std::uint32_t unit_index, const Reading& r, const Unit& unit,
                      const Cue& cue) {
  const TextRange verb = r.range(unit, cue.verb, cue.verb + 1);
  return std::any_of(drafts.begin(), drafts.end(), [&](const Draft& d) {
    return d.unit == unit_index &&
           std::any_of(d.statement.cue.begin(), d.statement.cue.end(), [&](TextRange c) { return c.contains(verb); });
  });
}

/// "Man nennt das Tier ...": nobody in particular.
bool says_everybody(const Reading& r, const Unit& unit, const Segment& s) {
  for (std::uint32_t e = s.begin; e < s.end; ++e) {
    if (!unit.elements[e].is_quotation() && r.is(token(unit, e), "man")) return true;
  }
  return false;
}

/// "Konkret fordert der Verband ...": an adverb at the start of a sentence is capitalised, too.
bool holds_noun(const Reading& r, const Unit& unit, Phrase phrase) {
  for (std::uint32_t e = phrase.begin; e < phrase.end; ++e) {
    const annotate::WordClass tag = r.notes.tokens[token(unit, e)].word_class;
    if (tag == annotate::WordClass::Noun || tag == annotate::WordClass::Propn || tag == annotate::WordClass::Pron)
      return true;
  }
  return false;
}

/// The object's own clauses behind element `end`: "eine Lösung, die alle tragen", "ein Veto, falls nichts geschehe".
std::uint32_t with_clauses(const Unit& unit, std::uint32_t end) {
  for (const Segment& s : unit.segments) {
    const bool attached = s.kind == SegmentKind::Relative || s.kind == SegmentKind::Infinitive ||
                          s.kind == SegmentKind::Dass || (s.kind == SegmentKind::Subordinate && is_subjunctive(s));
    if (s.begin == end + 1 && s.separator == ',' && attached && !unit.elements[s.begin].is_quotation()) end = s.end;
  }
  return end;
}

/// "prognostizierte der Vorsitzende, Phillip Urban, einen Anstieg": the segment of an object that stands behind an
/// apposition or relative clause of the subject, or kNone.
std::uint32_t object_apart(const Unit& unit, const Cue& cue, Phrase subject) {
  const std::uint32_t inserted = cue.segment + 1, object = cue.segment + 2;
  if (subject.end != unit.segments[cue.segment].end || object >= unit.segments.size()) return Segment::kNone;
  const SegmentKind kind = unit.segments[inserted].kind;
  const bool apposition = kind == SegmentKind::Fragment || kind == SegmentKind::Relative;
  const bool commas = unit.segments[inserted].separator == ',' && unit.segments[object].separator == ',';
  const bool whole = commas && apposition && unit.segments[object].kind == SegmentKind::Fragment;
  return whole && !unit.elements[unit.segments[object].begin].is_quotation() ? object : Segment::kNone;
}

/// Cuts adverbs off the end: "wies den Vorwurf scharf zurück".
std::uint32_t without_adverbs(const Reading& r, const Unit& unit, std::uint32_t begin, std::uint32_t end) {
  while (end > begin + 1 && !unit.elements[end - 1].is_quotation() &&
         r.notes.tokens[token(unit, end - 1)].word_class == annotate::WordClass::Adv)
    --end;
  return end;
}

/// "Ihm wird Totschlag vorgeworfen", "wurde ein Streik angekündigt": the subject of the passive is what was said.
void passive_with_subject(const Reading& r, std::uint32_t unit_index, const Cue& cue, std::vector<Draft>& drafts) {
  const Unit& unit = r.units[unit_index];
  const Segment& segment = unit.segments[cue.segment];
  if ((cue.entry->frames & lang::kFramePassive) == 0) return;
  const Phrase subject = find_subject(r, unit, cue.segment, segment.finite);
  if (subject.empty() || is_pronoun(r, unit, subject) || subject.begin < segment.begin || subject.end > segment.end)
    return;
  Draft draft = draft_of(r, unit_index, cue, "de.nominal.passive.01");
  add_content(r, unit, subject.begin,
              std::min(std::max(subject.end, subject.begin > segment.finite ? cue.verb : 0U), segment.end), draft);
  draft.rank = Rank::Nominal;
  draft.statement.kind = StatementKind::Reported;
  settle_commitment(r, &cue, draft);
  drafts.push_back(std::move(draft));
}

/// The object names something said: "die Aussage", "ihre Angaben zur Zahl der Opfer".
bool names_speech(const Reading& r, const Unit& unit, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t e = begin; e < end; ++e) {
    if (unit.elements[e].is_quotation() || !r.words[token(unit, e)].capitalised) continue;
    const auto& readings = r.words[token(unit, e)].cues();
    const bool noun_of_speech = std::any_of(readings.begin(), readings.end(), [&](const lang::CueReading& reading) {
      return r.lexicon.entry(reading).cue_class == lang::CueClass::Noun;
    });
    return noun_of_speech || r.has(token(unit, e), lang::kSourceNoun);
  }
  return false;
}

/// Not "niemand", "keiner", "mancher".
bool names_somebody(const Reading& r, const Unit& unit, Phrase speaker) {
  if (is_pronoun(r, unit, speaker)) return true;
  for (std::uint32_t e = speaker.begin; e < speaker.end; ++e) {
    if (r.words[token(unit, e)].capitalised && !r.has(token(unit, e), lang::kNegation)) return true;
  }
  return false;
}

/// "hatte das noch am Montag bestritten", "wies dies zurueck": a pronoun that points back to what is denied.
std::uint32_t pronoun_object(const Reading& r, const Unit& unit, const Cue& cue, std::uint32_t end) {
  if (cue.entry->stance != lang::CueStance::Denies) return Segment::kNone;
  for (std::uint32_t e = unit.segments[cue.segment].begin; e < end; ++e) {
    if (unit.elements[e].is_quotation()) return Segment::kNone;
    const std::uint32_t t = token(unit, e);
    if (!r.is(t, "das") && !r.is(t, "dies") && !r.is(t, "alles")) continue;
    if (read_phrase(r, unit, e, end, PhraseUse::Any).end <= e + 1) return e;
  }
  return Segment::kNone;
}

void verb_with_object(const Reading& r, std::uint32_t unit_index, const Cue& cue, std::vector<Draft>& drafts) {
  const Unit& unit = r.units[unit_index];
  const bool predicate = (cue.entry->frames & lang::kFramePredicate) != 0;
  const Segment& segment = unit.segments[cue.segment];
  const bool verb_last = segment.kind == SegmentKind::Subordinate;
  if ((segment.kind != SegmentKind::Main && !verb_last) || segment.finite == Segment::kNone) return;
  if (cue.passive) {
    passive_with_subject(r, unit_index, cue, drafts);
    return;
  }
  if ((cue.entry->frames & (lang::kFrameNounPhrase | lang::kFramePredicate)) == 0) return;
  Draft draft =
      draft_of(r, unit_index, cue, predicate ? RuleId("de.nominal.predicate.01") : RuleId("de.nominal.object.01"));
  if (draft.speaker.empty() || says_everybody(r, unit, segment)) return;
  const std::uint32_t end = cue.finite && !verb_last ? object_end(unit, cue) : cue.verb;
  std::uint32_t from = segment.finite;
  Cue shifted = cue;
  if (!cue.finite) shifted.verb = std::min(from, cue.verb);
  if (segment.kind == SegmentKind::Subordinate) shifted.verb = std::max(segment.begin, draft.speaker.end) - 1;
  std::uint32_t begin = object_start(r, unit, shifted, draft.speaker, end);
  std::uint32_t stop = end;
  const Phrase fronted = read_phrase(r, unit, segment.begin, segment.finite, PhraseUse::Any);
  if (!cue.entry->preposition.empty()) begin = behind_preposition(r, unit, cue, end);
  const bool object_first = !fronted.empty() && fronted.end == segment.finite &&
                            draft.speaker.begin >= segment.finite && holds_noun(r, unit, fronted);
  if (object_first && !predicate && cue.entry->preposition.empty()) {
    begin = fronted.begin;
    stop = fronted.end;
  }
  const std::uint32_t apart = begin == Segment::kNone && cue.finite && cue.entry->preposition.empty()
                                  ? object_apart(unit, cue, draft.speaker)
                                  : Segment::kNone;
  if (apart != Segment::kNone) {
    begin = unit.segments[apart].begin;
    stop = unit.segments[apart].end;
    for (const std::uint32_t e : cue.elements) stop = e >= begin ? std::min(stop, e) : stop;
  }
  if (const std::uint32_t pronoun = pronoun_object(r, unit, cue, end);
      pronoun != Segment::kNone && !predicate && names_somebody(r, unit, draft.speaker)) {
    begin = pronoun;
    stop = pronoun + 1;
  }
  if (begin == Segment::kNone || begin >= stop) return;
  if (predicate && cue.entry->lemma != "nennen" && cue.entry->lemma != "verurteilen" && !holds_als(r, unit, begin, end))
    return;
  if ((cue.entry->frames & lang::kFrameSpeechNoun) != 0 && !names_speech(r, unit, begin, stop)) return;
  const std::uint32_t clauses = with_clauses(unit, segment.end);
  stop = stop == segment.end ? clauses : without_adverbs(r, unit, begin, stop);
  add_content(r, unit, begin, stop, draft);
  if (draft.statement.content.empty()) return;
  if (stop < segment.end && cue.last + 1 == segment.end && clauses > segment.end)  // "kündigte Schritte an, die ..."
    add_content(r, unit, segment.end + 1, clauses, draft);
  // "Den Schaden schaetzt die Firma auf zwei Millionen": what follows the subject belongs to the object.
  const std::uint32_t rest = std::max(draft.speaker.end, cue.verb + 1);
  if (stop == fronted.end && begin == fronted.begin && rest < end && r.has(token(unit, rest), lang::kPreposition))
    add_content(r, unit, rest, end, draft);
  draft.rank = Rank::Nominal;
  draft.statement.kind = StatementKind::Reported;
  relay_of_cue(r, unit, cue, draft);
  if (predicate && holds_denial_label(r, unit, within(begin, end))) draft.statement.commitment = Commitment::Denies;
  settle_commitment(r, &cue, draft);
  drafts.push_back(std::move(draft));
}

/// "der Bericht, wonach ...", "Gerüchte, denen zufolge ...".
bool is_wonach(const Reading& r, const Unit& unit, const Segment& s) {
  return !unit.elements[s.begin].is_quotation() && r.is(unit.elements[s.begin].first, "wonach");
}

bool is_possessive(const Reading& r, std::uint32_t t) {
  const std::string_view text = r.text(t);
  return text.starts_with("sein") || text.starts_with("ihre") || text.starts_with("Sein") || text.starts_with("Ihre");
}

/// "Den Vorwurf, Geld genommen zu haben, wies der Trainer zurueck": the verb behind the clause says what is made of it.
const Cue* verdict_behind(const Unit& unit, const std::vector<Cue>& cues, std::uint32_t clause) {
  const std::uint32_t behind = clause + 1;
  if (behind >= unit.segments.size() || unit.segments[behind].finite != unit.segments[behind].begin) return nullptr;
  const auto found = std::find_if(cues.begin(), cues.end(), [behind](const Cue& cue) {
    return cue.segment == behind && (cue.entry->frames & lang::kFrameNounPhrase) != 0 && !is_no_speech_act(cue) &&
           !cue.passive;
  });
  return found == cues.end() ? nullptr : &*found;
}

/// "die Behauptung (der Opposition), dass ...".
void noun_with_clause(const Reading& r, std::uint32_t unit_index, const std::vector<Cue>& cues,
                      std::vector<Draft>& drafts) {
  const Unit& unit = r.units[unit_index];
  for (std::uint32_t s = 0; s + 1 < unit.segments.size(); ++s) {
    const Segment& segment = unit.segments[s];
    const Segment& next = unit.segments[s + 1];
    if (next.separator != ',' || unit.elements[next.begin].is_quotation()) continue;
    const lang::CueEntry* entry = nullptr;
    std::uint32_t noun = 0;
    for (std::uint32_t e = segment.begin; e < segment.end; ++e) {
      if (unit.elements[e].is_quotation() || !r.words[token(unit, e)].capitalised) continue;
      for (const lang::CueReading& reading : r.words[token(unit, e)].cues()) {
        if (r.lexicon.entry(reading).cue_class == lang::CueClass::Noun) {
          entry = &r.lexicon.entry(reading);
          noun = e;
        }
      }
    }
    if (entry == nullptr) continue;
    const bool fits = (next.kind == SegmentKind::Dass && (entry->frames & lang::kFrameDass) != 0) ||
                      (next.kind == SegmentKind::Infinitive && (entry->frames & lang::kFrameInfinitive) != 0) ||
                      (next.kind == SegmentKind::Main && is_subjunctive(next) && next.finite != next.begin &&
                       (entry->frames & lang::kFrameVerbSecond) != 0) ||
                      is_wonach(r, unit, next);
    if (!fits || (noun > segment.begin && r.has(token(unit, noun - 1), lang::kNegation))) continue;  // "kein Vorwurf"
    if (noun > segment.begin + 1 && r.has(token(unit, noun - 2), lang::kNegation)) continue;    // "nicht die Absicht"
    if (noun + 1 < segment.end && r.text(token(unit, noun + 1)).starts_with("trag")) continue;  // "Sorge tragen, dass"
    Cue cue;
    cue.entry = entry;
    cue.segment = s;
    cue.verb = cue.last = noun;
    cue.elements = {noun};
    if (const Cue* verdict = verdict_behind(unit, cues, s + 1); verdict != nullptr && noun + 1 == segment.end) {
      Draft judged = draft_of(r, unit_index, *verdict, "de.nominal.noun.02");
      const bool skips_word = is_wonach(r, unit, next);
      add_content(r, unit, next.begin + (skips_word ? 1 : 0), content_end(r, unit, s + 1), judged);
      judged.rank = Rank::Nominal;
      judged.statement.kind = StatementKind::Indirect;
      settle_commitment(r, verdict, judged);
      if (!judged.speaker.empty()) {
        drafts.push_back(std::move(judged));
        continue;
      }
    }
    Draft draft = draft_of(r, unit_index, cue, "de.nominal.noun.01");
    if (noun >= draft.speaker.begin && noun < draft.speaker.end) draft.speaker = {};  // the noun does not speak itself
    const Phrase whole = read_phrase(r, unit, noun, segment.end, PhraseUse::Any);
    if (whole.end > noun + 1 && r.has(token(unit, noun + 1), lang::kGenitiveDeterminer)) {
      draft.speaker = {noun + 1, whole.end};
    } else if (whole.end > noun + 2 && r.is(token(unit, noun + 1), "von")) {
      draft.speaker = {noun + 2, whole.end};
    }
    draft.statement.speaker = make_speaker(r, unit, draft.speaker);
    const bool owned = !draft.speaker.empty() || (noun > segment.begin && is_possessive(r, token(unit, noun - 1)));
    if (!owned && entry->stance == lang::CueStance::Announces) continue;  // "der Plan, X zu bauen" is nobody's speech
    const bool wonach = is_wonach(r, unit, next);
    if (wonach) draft.statement.cue.push_back(r.range(unit, next.begin, next.begin + 1));
    add_content(r, unit, next.begin + (wonach ? 1 : 0), content_end(r, unit, s + 1), draft);
    draft.rank = Rank::Nominal;
    draft.statement.kind = StatementKind::Indirect;
    // "Behauptungen, ..., sind falsch" without an owner is the report's own denial.
    settle_commitment(r, draft.speaker.empty() ? &cue : nullptr, draft);
    drafts.push_back(std::move(draft));
  }
}

}  // namespace

void recognise_nominal(const Reading& r, std::uint32_t unit_index, const std::vector<Cue>& cues,
                       std::vector<Draft>& drafts) {
  for (const Cue& cue : cues) {
    constexpr std::uint16_t kObject =
        lang::kFrameNounPhrase | lang::kFramePredicate | lang::kFramePassive | lang::kFrameSpeechNoun;
    if ((cue.entry->frames & kObject) == 0 || is_no_speech_act(cue)) continue;
    if (has_clause_draft(drafts, unit_index, r, r.units[unit_index], cue)) continue;
    verb_with_object(r, unit_index, cue, drafts);
  }
  noun_with_clause(r, unit_index, cues, drafts);
}

}  // namespace ql::claims
