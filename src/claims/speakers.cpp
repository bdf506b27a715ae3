// SPDX-License-Identifier: Apache-2.0
// Noun phrases are read from left to right with closed word classes and German capitals: determiner, modifiers in
// lower case, a run of capitalised heads, then genitives ("der Polizei") and von/aus-phrases. Names end a phrase
// before a following article, because that begins the next object ("sagte Mareike Dohm der Agentur").
// The subject of a cue comes from the clause layer where it has one; otherwise from the order of words: before a verb
// in second place, behind an inverted verb, behind the introducing word of a subordinate clause, or shared with the
// clause that this one is coordinated with. Cost: linear in the clause. Tested by speakers_test.cpp.
#include "claims/speakers.h"

#include <algorithm>

#include "base/utf8.h"

namespace ql::claims {
namespace {

using annotate::MentionForm;

constexpr std::uint32_t kMaxSkipped = 7;

/// Element that holds a token, or the segment's end.
std::uint32_t element_of(const Unit& unit, std::uint32_t token) {
  const auto found = std::lower_bound(unit.elements.begin(), unit.elements.end(), token,
                                      [](const Element& e, std::uint32_t t) { return e.last < t; });
  return static_cast<std::uint32_t>(found - unit.elements.begin());
}

/// "sowohl X als auch Y": where the pair begins whose first or second half begins at `begin`; kNone without one.
std::uint32_t pair_before(const Reading& r, const Unit& unit, std::uint32_t begin) {
  constexpr std::uint32_t kMaxHalf = 10;
  if (begin == 0 || begin >= unit.elements.size()) return Reading::kNone;
  const auto opens = [&](std::uint32_t e) {
    const bool word = !unit.elements[e].is_quotation();
    return word && (r.is(unit.elements[e].first, "sowohl") || r.is(unit.elements[e].first, "weder"));
  };
  if (opens(begin - 1)) return begin - 1;
  const bool joined = !unit.elements[begin - 1].is_quotation() &&
                      (r.is(unit.elements[begin - 1].first, "auch") || r.is(unit.elements[begin - 1].first, "noch"));
  for (std::uint32_t e = begin - 1; joined && e-- > 0 && begin - e <= kMaxHalf;) {
    if (opens(e)) return e;
  }
  return Reading::kNone;
}

/// "den", "einem": no subject begins like this ("der", "einer" may).
bool is_object_article(const Reading& r, std::uint32_t t) {
  const std::string_view text = r.text(t);
  return r.has(t, lang::kObliqueDeterminer) && !r.has(t, lang::kDeterminer) &&
         (text.ends_with("n") || text.ends_with("m"));
}

Phrase from_clause_layer(const Reading& r, const Unit& unit, std::uint32_t verb) {
  const std::uint32_t clause = r.clause_of_verb[unit.elements[verb].first];
  if (clause == Reading::kNone) return {};
  const TokenRange subject = r.notes.clauses[clause].subject;
  if (subject.empty() || r.words[subject.begin].finite || is_object_article(r, subject.begin)) return {};
  if (r.has(subject.begin, lang::kPreposition) && !begins_name(r, subject.begin)) return {};
  const std::uint32_t begin = element_of(unit, subject.begin);
  const std::uint32_t end = element_of(unit, subject.end - 1) + 1;
  const std::uint32_t pair = pair_before(r, unit, begin);
  if (pair != Reading::kNone)
    return read_phrase(r, unit, pair, static_cast<std::uint32_t>(unit.elements.size()), PhraseUse::Any);
  if (begin >= unit.elements.size() || end > unit.elements.size() || unit.elements[begin].is_quotation()) return {};
  const Phrase longer = read_phrase(r, unit, begin, static_cast<std::uint32_t>(unit.elements.size()), PhraseUse::Any);
  return {begin, std::max(end, longer.end)};
}

/// Behind an inverted verb: skips reflexives, adverbs and prepositional phrases until a phrase that can be a subject.
Phrase behind(const Reading& r, const Unit& unit, std::uint32_t at, std::uint32_t limit) {
  for (std::uint32_t skipped = 0; at < limit && skipped < kMaxSkipped; ++skipped) {
    if (unit.elements[at].is_quotation()) return {};
    const std::uint32_t t = unit.elements[at].first;
    if (r.has(t, lang::kPreposition)) {
      Phrase inner = read_phrase(r, unit, at + 1, limit, PhraseUse::Any);
      at = inner.empty() ? at + 2 : inner.end;
      continue;
    }
    const Phrase phrase = read_phrase(r, unit, at, limit, PhraseUse::Subject);
    if (!phrase.empty() && can_speak(r, unit, phrase)) return phrase;
    ++at;
  }
  return {};
}

/// Before a verb in second place: the phrase must reach up to the verb, adverbs apart.
Phrase before(const Reading& r, const Unit& unit, std::uint32_t begin, std::uint32_t verb) {
  if (begin < verb && r.has(unit.elements[begin].first, lang::kCoordinator)) ++begin;
  const std::uint32_t first = unit.elements[begin].first;
  if (begin < verb && r.has(first, lang::kPreposition) && !begins_name(r, first)) return {};
  const Phrase phrase = read_phrase(r, unit, begin, verb, PhraseUse::Subject);
  if (phrase.empty()) return {};
  return can_speak(r, unit, phrase) ? phrase : Phrase{};
}

bool subordinate(SegmentKind kind) {
  return kind != SegmentKind::Main && kind != SegmentKind::Fragment && kind != SegmentKind::Infinitive;
}

/// A verb that begins its segment without a phrase behind it: the subject stands before an inserted clause, or is
/// shared with the clause before, which is none that is reported ("Er sagte, Europa brauche Hilfe, und fügte hinzu").
Phrase from_earlier_segment(const Reading& r, const Unit& unit, std::uint32_t segment) {
  const bool reported = unit.segments[segment].mood == annotate::Mood::SubjunctiveI;
  for (std::uint32_t i = segment; i-- > 0 && segment - i <= 4;) {
    const Segment& s = unit.segments[i];
    if (!reported && s.mood == annotate::Mood::SubjunctiveI) continue;
    if (s.kind == SegmentKind::Fragment) {
      const Phrase phrase = before(r, unit, s.begin, s.end);
      if (!phrase.empty()) return phrase;
    }
    if (s.kind == SegmentKind::Main && s.finite != Segment::kNone) return find_subject(r, unit, i, s.finite);
  }
  return {};
}

/// The rest of a relative clause that begins with the second segment, or what is said in it ("X, der versichert hatte,
/// es gebe keinen Plan, verteidigte ...").
bool inside_relative(const Unit& unit, std::uint32_t segment) {
  const Segment& s = unit.segments[segment];
  if (segment == 0 || unit.segments[1].kind != SegmentKind::Relative) return false;
  if (s.kind == SegmentKind::Dass || s.kind == SegmentKind::Ob || s.kind == SegmentKind::Infinitive) return true;
  const bool said = s.mood == annotate::Mood::SubjunctiveI && s.finite != s.begin;
  return s.kind == SegmentKind::Main && (s.finite + 1 == s.end || said);
}

/// "Konzernchef X, 58, verteidigte ...": only phrases without a verb stand before this segment.
bool begins_with_apposition(const Reading& r, const Unit& unit, std::uint32_t segment) {
  if (segment < 2 || unit.segments[segment].separator != ',') return false;  // an apposition ends with a second comma
  for (std::uint32_t i = segment; i-- > 0;) {
    const SegmentKind kind = unit.segments[i].kind;
    if (unit.elements[unit.segments[i].begin].is_quotation()) return false;
    if (kind != SegmentKind::Fragment && kind != SegmentKind::Relative && !inside_relative(unit, i)) return false;
  }
  return !before(r, unit, unit.segments[0].begin, unit.segments[0].end).empty();
}

/// A name before the verb is the subject although the clause layer took `known` behind it: "Celebi, die ..., nennt das
/// Ereignis ...", "Staatssekretär Stegemann bestreitet jede Kenntnis".
bool stands_before(const Reading& r, const Unit& unit, std::uint32_t segment, std::uint32_t verb, Phrase known) {
  const Segment& s = unit.segments[segment];
  if (s.begin == verb) return begins_with_apposition(r, unit, segment);
  if (s.finite != verb || r.mention_at[unit.elements[s.begin].first] == Reading::kNone) return false;
  const Phrase phrase = before(r, unit, s.begin, verb);
  const bool reaches = !phrase.empty() && phrase.end == verb;
  return reaches && (s.begin + 1 == verb || r.mention_at[unit.elements[known.begin].first] == Reading::kNone);
}

}  // namespace

Phrase antecedent(const Reading& r, const Unit& unit, std::uint32_t segment) {
  if (segment == 0) return {};
  const Segment& s = unit.segments[segment - 1];
  for (std::uint32_t e = s.begin; e < s.end; ++e) {
    if (unit.elements[e].is_quotation()) continue;
    const Phrase phrase = read_phrase(r, unit, e, s.end, PhraseUse::Any);
    if (phrase.empty() || !can_speak(r, unit, phrase)) continue;
    if (phrase.end + 1 >= s.end) return phrase;  // a separated prefix may stand between
  }
  return {};
}

namespace {

/// "das", "dies" alone: what was said or done, unless it begins a relative clause ("das Kind, das sagte").
bool is_that(const Reading& r, const Unit& unit, std::uint32_t element) {
  const std::uint32_t t = unit.elements[element].first;
  if (!r.has(t, lang::kThat)) return false;
  return element == 0 || r.text(unit.elements[element - 1].first) != ",";
}

}  // namespace

bool begins_name(const Reading& r, std::uint32_t token) {
  const std::uint32_t at = r.mention_at[token];
  if (at == Reading::kNone) return false;
  const annotate::Mention& mention = r.notes.mentions[at];
  return mention.form == MentionForm::Name && mention.type == annotate::EntityType::Person &&
         mention.text.begin == r.notes.tokens[token].text.begin;
}

Phrase phrase_behind(const Reading& reading, const Unit& unit, std::uint32_t at, std::uint32_t limit) {
  return behind(reading, unit, at, limit);
}

void resolve_relative(const Reading& reading, const Unit& unit, std::uint32_t segment, Phrase phrase,
                      Speaker& speaker) {
  if (speaker.entity.valid() || phrase.end != phrase.begin + 1) return;
  if (unit.segments[segment].kind != SegmentKind::Relative || phrase.begin != unit.segments[segment].begin) return;
  speaker.entity = make_speaker(reading, unit, antecedent(reading, unit, segment)).entity;
}

Phrase source_in_clause(const Reading& reading, const Unit& unit, std::uint32_t segment) {
  const Segment& s = unit.segments[segment];
  for (std::uint32_t e = s.begin; e + 1 < s.end; ++e) {
    if (unit.elements[e].is_quotation()) continue;
    const std::uint32_t t = unit.elements[e].first;
    if (!reading.has(t, lang::kSourcePreposition)) continue;
    const Phrase phrase = read_phrase(reading, unit, e + 1, s.end, PhraseUse::Any);
    if (can_speak(reading, unit, phrase)) return phrase;
  }
  return {};
}

bool is_pronoun(const Reading& reading, const Unit& unit, Phrase phrase) {
  return phrase.end == phrase.begin + 1 && reading.has(unit.elements[phrase.begin].first, lang::kPersonalPronoun);
}

bool names_role(const Reading& reading, const Unit& unit, Phrase phrase) {
  for (std::uint32_t e = phrase.begin; e < phrase.end; ++e) {
    if (!reading.words[unit.elements[e].first].capitalised) continue;
    if (e + 1 < phrase.end && reading.words[unit.elements[e + 1].first].capitalised) continue;
    const std::string_view noun = reading.text(unit.elements[e].last);
    if (reading.language.name_lexicon.role(noun) || reading.language.body_nouns.find(noun)) return true;
    if (e > phrase.begin) return false;  // "Die ..." may be capitalised itself
  }
  return false;
}

bool can_speak(const Reading& reading, const Unit& unit, Phrase phrase) {
  if (phrase.empty()) return false;
  const std::uint32_t first = unit.elements[phrase.begin].first;
  if (phrase.end == phrase.begin + 1 && reading.has(first, lang::kImpersonal)) return false;
  if (phrase.end == phrase.begin + 1 && is_that(reading, unit, phrase.begin)) return false;
  for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
    const std::uint32_t t = unit.elements[i].first;
    if (!reading.words[t].capitalised || (i == 0 && reading.has(t, lang::kDeterminer))) continue;
    return !reading.has(t, lang::kTimeNoun | lang::kNotSpeaker);
  }
  return true;
}

namespace {

/// "Sie sagte, das Land brauche Hilfe, und fügte hinzu": the subject of what is reported does not say on.
bool is_reported_subject(const Unit& unit, std::uint32_t segment, Phrase subject) {
  if (subject.empty() || subject.begin >= unit.segments[segment].begin) return false;
  if (unit.segments[segment].mood == annotate::Mood::SubjunctiveI) return false;
  return std::any_of(unit.segments.begin(), unit.segments.end(), [&](const Segment& s) {
    return subject.begin >= s.begin && subject.begin < s.end && s.mood == annotate::Mood::SubjunctiveI &&
           s.kind == SegmentKind::Main;
  });
}

}  // namespace

namespace {

/// The last word of a person's name; names of persons take no genitive ("sagte Helge Braun der Deutschen Welle").
bool ends_name(const Reading& r, std::uint32_t token) {
  const std::uint32_t at = r.mention_at[token];
  if (at == Reading::kNone) return false;
  const annotate::Mention& mention = r.notes.mentions[at];
  return mention.form == MentionForm::Name && mention.type == annotate::EntityType::Person &&
         mention.text.end == r.notes.tokens[token].text.end;
}

/// "sagte ein Sprecher der Nachrichtenagentur AFP", "sagte sie unserer Zeitung": behind the verb a medium in the dative
/// is whom it was said to, although it could be a genitive.
Phrase without_listener(const Reading& r, const Unit& unit, std::uint32_t segment, std::uint32_t verb, Phrase subject) {
  if (subject.empty() || (subject.begin < verb && !subordinate(unit.segments[segment].kind))) return subject;
  for (std::uint32_t e = subject.begin + 1; e + 1 < subject.end; ++e) {
    const std::uint32_t t = unit.elements[e].first;
    const bool article = r.has(t, lang::kDeterminer | lang::kObliqueDeterminer) && !r.words[t].capitalised;
    if (!article) continue;
    if (r.has(unit.elements[e + 1].first, lang::kRelayNoun) || ends_name(r, unit.elements[e - 1].last))
      return {subject.begin, e};
  }
  return subject;
}

/// "Vier Tote bestätigte ein Sprecher": an amount of several is no subject of a verb in the singular.
bool counts_several(const Reading& r, const Unit& unit, Phrase phrase) {
  if (phrase.empty() || unit.elements[phrase.begin].is_quotation()) return false;
  const std::uint32_t t = unit.elements[phrase.begin].first;
  const char first = r.text(t).front();
  return (first >= '0' && first <= '9') || r.notes.tokens[t].word_class == annotate::WordClass::Num;
}

/// "Sunds Rücktritt forderten Pelosi und Roth": one thing is no subject of a verb in the plural, several are none of a
/// verb in the singular.
bool disagrees(const Reading& r, const Unit& unit, Phrase phrase, std::uint32_t verb) {
  const annotate::Number number = r.notes.tokens[verb].morphology.number;
  if (number == annotate::Number::Sing) return counts_several(r, unit, phrase);
  if (number != annotate::Number::Plur || phrase.end != phrase.begin + 2) return false;
  const annotate::Token& head = r.notes.tokens[unit.elements[phrase.end - 1].last];
  return head.word_class == annotate::WordClass::Noun && head.morphology.number == annotate::Number::Sing;
}

Phrase subject_of(const Reading& r, const Unit& unit, std::uint32_t segment, std::uint32_t verb);

}  // namespace

Phrase find_subject(const Reading& r, const Unit& unit, std::uint32_t segment, std::uint32_t verb) {
  Phrase subject = subject_of(r, unit, segment, verb);
  if (verb != Segment::kNone && subject.begin < verb && disagrees(r, unit, subject, unit.elements[verb].first)) {
    const Phrase behind_verb = behind(r, unit, verb + 1, unit.segments[segment].end);
    if (!behind_verb.empty()) subject = behind_verb;
  }
  return without_listener(r, unit, segment, verb, subject);
}

namespace {

Phrase subject_of(const Reading& r, const Unit& unit, std::uint32_t segment, std::uint32_t verb) {
  if (verb == Segment::kNone) return {};  // a participle without its auxiliary
  const Segment& joined = unit.segments[segment];
  if (joined.separator == 'u' && joined.finite == joined.begin + 1) {  // "... und betrachtet sie": a shared subject
    const Phrase shared = from_earlier_segment(r, unit, segment);
    if (!shared.empty()) return shared;
  }
  Phrase known = from_clause_layer(r, unit, verb);
  // "Prozess gegen X: Angeklagter bestreitet Vorwuerfe": what stands before the colon is the heading's topic.
  if (joined.separator == ':' && known.begin < joined.begin) known = {};
  if (is_reported_subject(unit, segment, known)) known = {};
  // "Konfrontiert mit dem Brief, räumte Meier ein": before one comma stands a phrase, no subject.
  const bool verb_first = segment == 1 && joined.separator == ',' && joined.begin == verb;
  if (verb_first && known.end <= joined.begin && unit.segments[0].kind == SegmentKind::Fragment) known = {};
  const bool object_behind = !known.empty() && known.begin > verb && stands_before(r, unit, segment, verb, known);
  if (!known.empty() && !object_behind && can_speak(r, unit, known)) return known;
  const Segment& s = unit.segments[segment];
  if (subordinate(s.kind)) return behind(r, unit, s.begin + 1, s.end);
  std::uint32_t finite = s.finite != Segment::kNone ? s.finite : verb;
  std::uint32_t begin = s.begin;
  if (begin < finite && r.has(unit.elements[begin].first, lang::kCoordinator)) ++begin;
  if (begin == finite) {
    const bool coordinated = begin > s.begin || begins_with_apposition(r, unit, segment);
    Phrase phrase = coordinated ? from_earlier_segment(r, unit, segment) : behind(r, unit, finite + 1, s.end);
    if (phrase.empty())
      phrase = coordinated ? behind(r, unit, finite + 1, s.end) : from_earlier_segment(r, unit, segment);
    return phrase;
  }
  Phrase phrase = before(r, unit, begin, finite);
  if (phrase.empty()) phrase = behind(r, unit, finite + 1, s.end);
  return phrase;
}

}  // namespace

}  // namespace ql::claims
