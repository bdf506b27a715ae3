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
using annotate::WordClass;

constexpr std::uint32_t kMaxModifiers = 8;
constexpr std::uint32_t kMaxSkipped = 7;

/// "57-Jährige": digits, hyphen, capital.
bool is_age_noun(std::string_view text) {
  const std::size_t hyphen = text.find('-');
  return hyphen != std::string_view::npos && hyphen + 1 < text.size() &&
         is_digit(static_cast<unsigned char>(text[0])) && starts_upper(text.substr(hyphen + 1));
}

class PhraseReader {
 public:
  PhraseReader(const Reading& reading, const Unit& unit, std::uint32_t limit, PhraseUse use)
      : r_(reading), unit_(unit), limit_(limit), use_(use) {}

  Phrase read(std::uint32_t at) {
    std::uint32_t i = at;
    if (!open(i)) return {at, at};
    if (pair_word(i)) return read_pair(at);
    const std::uint32_t first = token(i);
    if (r_.has(first, lang::kPersonalPronoun) && !r_.has(first, lang::kDeterminer)) return {at, i + 1};
    const bool determined = r_.has(first, lang::kDeterminer | lang::kObliqueDeterminer);
    if (determined && use_ == PhraseUse::Subject && oblique_only(first)) return {at, at};
    if (determined) ++i;
    const std::uint32_t after_determiner = i;
    i = skip_modifiers(i, determined);
    const std::uint32_t heads = i;
    i = skip_heads(i);
    if (i == heads)
      return determined && after_determiner > at && stands_for_noun(at) ? Phrase{at, after_determiner} : Phrase{at, at};
    name_ = i - heads >= 2 || is_name(i - 1);
    i = skip_attributes(i);
    return {at, i};
  }

 private:
  [[nodiscard]] std::uint32_t token(std::uint32_t i) const { return unit_.elements[i].first; }
  [[nodiscard]] bool open(std::uint32_t i) const { return i < limit_ && !unit_.elements[i].is_quotation(); }
  [[nodiscard]] bool has(std::uint32_t i, std::uint32_t classes) const { return open(i) && r_.has(token(i), classes); }
  [[nodiscard]] bool is(std::uint32_t i, std::string_view word) const { return open(i) && r_.is(token(i), word); }

  [[nodiscard]] bool oblique_only(std::uint32_t t) const {
    return r_.has(t, lang::kObliqueDeterminer) && !r_.has(t, lang::kDeterminer);
  }

  [[nodiscard]] bool stands_for_noun(std::uint32_t i) const {
    return is(i, "dieser") || is(i, "diese") || is(i, "beide") || is(i, "viele") || is(i, "mehrere") || is(i, "einige");
  }

  [[nodiscard]] bool pair_word(std::uint32_t i) const { return is(i, "sowohl") || is(i, "weder"); }

  /// "sowohl X als auch Y", "weder X noch Y".
  Phrase read_pair(std::uint32_t at) {
    Phrase first = read(at + 1);
    if (first.empty()) return {at, at};
    std::uint32_t i = first.end;
    if (is(i, "als")) ++i;
    if (is(i, "auch") || is(i, "noch") || is(i, "wie")) ++i;
    const Phrase second = read(i);
    return {at, second.empty() ? first.end : second.end};
  }

  [[nodiscard]] bool is_head(std::uint32_t i) const {
    if (!open(i) || !(r_.words[token(i)].capitalised || is_age_noun(r_.text(token(i))))) return false;
    const std::uint32_t t = token(i);
    const bool sentence_start = i == 0;
    if (sentence_start &&
        (r_.words[t].classes & ~static_cast<std::uint32_t>(lang::kRelayNoun | lang::kSourceNoun)) != 0)
      return false;
    if (sentence_start && r_.words[t].finite) return false;
    if (r_.mention_at[t] != Reading::kNone) return true;
    const WordClass tag = r_.notes.tokens[t].word_class;
    // A name that looks like a verb or adjective at the start ("Blinken betonte").
    const bool before_verb =
        i + 1 < unit_.elements.size() && !unit_.elements[i + 1].is_quotation() && r_.words[token(i + 1)].finite;
    if (sentence_start && (tag == WordClass::Adv || tag == WordClass::Adp)) return false;
    if (sentence_start && !before_verb && (tag == WordClass::Verb || tag == WordClass::Adj)) return false;
    return !r_.has(t, lang::kTimeNoun | lang::kDeterminer | lang::kPreposition) || !sentence_start;
  }

  [[nodiscard]] bool is_name(std::uint32_t i) const {
    return r_.notes.tokens[token(i)].word_class == WordClass::Propn || r_.text(token(i)).ends_with('.');
  }

  /// A lower-case word that may stand between an article and its noun.
  [[nodiscard]] bool is_modifier(std::uint32_t i) const {
    if (!open(i)) return false;
    const std::uint32_t t = token(i);
    if (!r_.words[t].word || r_.words[t].capitalised) return false;
    if (r_.words[t].finite && r_.notes.tokens[t].word_class != WordClass::Adj) return false;
    return !r_.has(t, lang::kComplementizer | lang::kAuxiliaryWord | lang::kReflexive | lang::kModalWord);
  }

  std::uint32_t skip_modifiers(std::uint32_t i, bool determined) const {
    std::uint32_t steps = 0, at = i;
    while (steps < kMaxModifiers && is_modifier(at)) {
      const bool phrase = has(at, lang::kPreposition | lang::kDeterminer | lang::kObliqueDeterminer);
      if (phrase && !determined) break;
      if (phrase) {  // "mit den Plänen vertraute Personen": the inner noun is followed by a participle
        std::uint32_t inner = at + 1;
        while (has(inner, lang::kDeterminer | lang::kObliqueDeterminer) || (is_modifier(inner) && inner < at + 3))
          ++inner;
        if (!is_head(inner) || !is_modifier(inner + 1) || has(inner + 1, lang::kPreposition | lang::kAdverb)) break;
        at = inner;
      } else if (!determined && !inflected(at)) {
        break;
      }
      ++at;
      ++steps;
    }
    return is_head(at) ? at : i;
  }

  /// Adjective or participle with an ending; "zwei", "1.500".
  [[nodiscard]] bool inflected(std::uint32_t i) const {
    const std::string_view text = r_.text(token(i));
    const bool ending = text.ends_with("e") || text.ends_with("en") || text.ends_with("er") || text.ends_with("es") ||
                        text.ends_with("em");
    return (ending && !has(i, lang::kAdverb | lang::kCoordinator)) || is_digit(decode_utf8(text, 0).value);
  }

  std::uint32_t skip_heads(std::uint32_t i) const {
    while (true) {
      if (is_head(i)) {
        ++i;
      } else if ((is(i, "von") || is(i, "van") || is(i, "de") || is(i, "al") || is(i, "bin") || is(i, "zu") ||
                  is(i, "der")) &&
                 i > 0 && particle_of_name(i)) {
        ++i;
      } else {
        return i;
      }
    }
  }

  /// "Ursula von der Leyen": inside a mention that goes on.
  [[nodiscard]] bool particle_of_name(std::uint32_t i) const {
    const std::uint32_t mention = r_.mention_at[token(i)];
    if (mention == Reading::kNone) return false;
    const TextRange text = r_.notes.mentions[mention].text;
    return text.contains(r_.notes.tokens[token(i)].text) && text.begin < r_.notes.tokens[token(i)].text.begin &&
           text.end > r_.notes.tokens[token(i)].text.end;
  }

  std::uint32_t skip_attributes(std::uint32_t i) {
    for (int steps = 0; steps < 4; ++steps) {
      const std::uint32_t next = skip_attribute(i);
      if (next == i) break;
      i = next;
    }
    return i;
  }

  std::uint32_t skip_attribute(std::uint32_t i) {
    const bool own_paper = open(i) && r_.text(token(i)).starts_with("unser");
    if (!name_ && !own_paper && has(i, lang::kGenitiveDeterminer)) return noun_phrase_from(i + 1, i);
    const bool linked = is(i, "von") || is(i, "vom") || is(i, "aus") || is(i, "f\u00FCr") || is(i, "beim");
    if (linked && !has(i + 1, lang::kTimeNoun)) {
      std::uint32_t at = i + 1;
      if (has(at, lang::kDeterminer | lang::kObliqueDeterminer)) ++at;
      return noun_phrase_from(at, i);
    }
    if (is(i, "in") && !name_ && open(i + 1) && r_.notes.tokens[token(i + 1)].word_class == WordClass::Propn)
      return i + 2;
    if (is(i, "und") || is(i, "sowie")) return coordinated(i);
    return i;
  }

  /// "X und Y": the second phrase must end the run or stand before the verb.
  std::uint32_t coordinated(std::uint32_t i) {
    PhraseReader second(r_, unit_, limit_, PhraseUse::Any);
    const Phrase phrase = second.read(i + 1);
    if (phrase.empty()) return i;
    const bool fits = phrase.end >= limit_ || r_.words[token(phrase.end)].finite ||
                      has(phrase.end, lang::kAdverb | lang::kPreposition);
    return fits ? phrase.end : i;
  }

  std::uint32_t noun_phrase_from(std::uint32_t at, std::uint32_t otherwise) {
    std::uint32_t heads = skip_modifiers(at, true);
    const std::uint32_t end = skip_heads(heads);
    if (end == heads || has(heads, lang::kTimeNoun)) return otherwise;
    name_ = end - heads >= 2 || is_name(end - 1);
    return end;
  }

  const Reading& r_;
  const Unit& unit_;
  std::uint32_t limit_;
  PhraseUse use_;
  bool name_ = false;
};

/// Element that holds a token, or the segment's end.
std::uint32_t element_of(const Unit& unit, std::uint32_t token) {
  const auto found = std::lower_bound(unit.elements.begin(), unit.elements.end(), token,
                                      [](const Element& e, std::uint32_t t) { return e.last < t; });
  return static_cast<std::uint32_t>(found - unit.elements.begin());
}

Phrase from_clause_layer(const Reading& r, const Unit& unit, std::uint32_t verb) {
  const std::uint32_t clause = r.clause_of_verb[unit.elements[verb].first];
  if (clause == Reading::kNone) return {};
  const TokenRange subject = r.notes.clauses[clause].subject;
  if (subject.empty() || r.words[subject.begin].finite) return {};
  const std::uint32_t begin = element_of(unit, subject.begin);
  const std::uint32_t end = element_of(unit, subject.end - 1) + 1;
  const bool paired = begin > 0 && begin < unit.elements.size() && !unit.elements[begin - 1].is_quotation() &&
                      (r.is(unit.elements[begin - 1].first, "sowohl") || r.is(unit.elements[begin - 1].first, "weder"));
  if (paired) return read_phrase(r, unit, begin - 1, static_cast<std::uint32_t>(unit.elements.size()), PhraseUse::Any);
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
  if (begin < verb && r.has(unit.elements[begin].first, lang::kPreposition)) return {};
  const Phrase phrase = read_phrase(r, unit, begin, verb, PhraseUse::Subject);
  if (phrase.empty()) return {};
  return can_speak(r, unit, phrase) ? phrase : Phrase{};
}

bool subordinate(SegmentKind kind) {
  return kind != SegmentKind::Main && kind != SegmentKind::Fragment && kind != SegmentKind::Infinitive;
}

/// A verb that begins its segment without a phrase behind it: the subject stands before an inserted clause, or is
/// shared with the clause before.
Phrase from_earlier_segment(const Reading& r, const Unit& unit, std::uint32_t segment) {
  for (std::uint32_t i = segment; i-- > 0 && segment - i <= 4;) {
    const Segment& s = unit.segments[i];
    if (s.kind == SegmentKind::Fragment) {
      const Phrase phrase = before(r, unit, s.begin, s.end);
      if (!phrase.empty()) return phrase;
    }
    if (s.kind == SegmentKind::Main && s.finite != Segment::kNone) return find_subject(r, unit, i, s.finite);
  }
  return {};
}

/// "Konzernchef X, 58, verteidigte ...": only phrases without a verb stand before this segment.
bool begins_with_apposition(const Reading& r, const Unit& unit, std::uint32_t segment) {
  if (segment == 0 || unit.segments[segment].separator != ',') return false;
  for (std::uint32_t i = segment; i-- > 0;) {
    const SegmentKind kind = unit.segments[i].kind;
    if (unit.elements[unit.segments[i].begin].is_quotation()) return false;
    if (kind != SegmentKind::Fragment && kind != SegmentKind::Relative) return false;
  }
  return !before(r, unit, unit.segments[0].begin, unit.segments[0].end).empty();
}

}  // namespace

Phrase read_phrase(const Reading& reading, const Unit& unit, std::uint32_t at, std::uint32_t limit, PhraseUse use) {
  return PhraseReader(reading, unit, limit, use).read(at);
}

bool is_pronoun(const Reading& reading, const Unit& unit, Phrase phrase) {
  return phrase.end == phrase.begin + 1 && reading.has(unit.elements[phrase.begin].first, lang::kPersonalPronoun);
}

bool can_speak(const Reading& reading, const Unit& unit, Phrase phrase) {
  if (phrase.empty()) return false;
  const std::uint32_t first = unit.elements[phrase.begin].first;
  if (phrase.end == phrase.begin + 1 && reading.has(first, lang::kImpersonal)) return false;
  for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
    const std::uint32_t t = unit.elements[i].first;
    if (!reading.words[t].capitalised || (i == 0 && reading.has(t, lang::kDeterminer))) continue;
    return !reading.has(t, lang::kTimeNoun | lang::kNotSpeaker);
  }
  return true;
}

Phrase find_subject(const Reading& r, const Unit& unit, std::uint32_t segment, std::uint32_t verb) {
  const Segment& joined = unit.segments[segment];
  if (joined.separator == 'u' && joined.finite == joined.begin + 1) {  // "... und betrachtet sie": a shared subject
    const Phrase shared = from_earlier_segment(r, unit, segment);
    if (!shared.empty()) return shared;
  }
  const Phrase known = from_clause_layer(r, unit, verb);
  const bool object_behind = !known.empty() && known.begin > verb && joined.begin + 1 == verb &&
                             r.mention_at[unit.elements[joined.begin].first] != Reading::kNone;
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

namespace {

/// How well a mention stands for the head of a phrase; higher is better, 0 = not at all.
int fitness(const annotate::Mention& mention, TextRange heads) {
  if (!mention.text.overlaps(heads) && !mention.phrase.overlaps(heads)) return 0;
  switch (mention.form) {
    case MentionForm::Name:
      return mention.text.overlaps(heads) ? 5 : 0;
    case MentionForm::Description:
      return 4;
    case MentionForm::Demonym:
      return 3;
    case MentionForm::Pronoun:
      return 4;
    case MentionForm::Part:
    case MentionForm::Adjective:
      return 0;
  }
  return 0;
}

/// The first run of capitalised words of a phrase, or the pronoun.
TextRange head_range(const Reading& r, const Unit& unit, Phrase phrase) {
  std::uint32_t first = phrase.begin;
  while (first < phrase.end && (!r.words[unit.elements[first].first].capitalised ||
                                r.has(unit.elements[first].first, lang::kDeterminer | lang::kObliqueDeterminer))) {
    ++first;
  }
  if (first == phrase.end) return r.range(unit, phrase.begin, phrase.end);
  std::uint32_t last = first;
  while (last + 1 < phrase.end && r.words[unit.elements[last + 1].first].capitalised) ++last;
  return r.range(unit, first, last + 1);
}

void add_entities(const Reading& r, const Unit& unit, Phrase phrase, Speaker& speaker) {
  const TextRange heads = head_range(r, unit, phrase);
  int best = 0;
  for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
    const std::uint32_t at = r.mention_at[unit.elements[i].first];
    if (at == Reading::kNone) continue;
    for (std::size_t m = at; m < r.notes.mentions.size() && m < at + 4; ++m) {
      const annotate::Mention& mention = r.notes.mentions[m];
      if (mention.text.begin >= speaker.span.end) break;
      const int fit = fitness(mention, heads);
      if (mention.entity.valid() && fit > best) {
        best = fit;
        speaker.entity = mention.entity;
      }
    }
  }
}

/// Second halves of joint speakers: phrases behind "und", "sowie", "als auch", "noch".
void add_joint(const Reading& r, const Unit& unit, Phrase phrase, Speaker& speaker) {
  for (std::uint32_t i = phrase.begin + 1; i + 1 < phrase.end; ++i) {
    const std::uint32_t t = unit.elements[i].first;
    if (!r.is(t, "und") && !r.is(t, "sowie") && !r.is(t, "auch") && !r.is(t, "noch")) continue;
    Speaker other;
    const Phrase second{i + 1, phrase.end};
    other.span = r.range(unit, second.begin, second.end);
    add_entities(r, unit, second, other);
    if (other.entity.valid() && other.entity != speaker.entity) speaker.also.push_back(other.entity);
  }
}

}  // namespace

Speaker make_speaker(const Reading& reading, const Unit& unit, Phrase phrase) {
  Speaker speaker;
  if (phrase.empty()) return speaker;
  speaker.span = reading.range(unit, phrase.begin, phrase.end);
  speaker.text = std::string(slice(reading.report.text, speaker.span));
  add_entities(reading, unit, phrase, speaker);
  add_joint(reading, unit, phrase, speaker);
  return speaker;
}

}  // namespace ql::claims
