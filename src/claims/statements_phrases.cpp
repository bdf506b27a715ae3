// SPDX-License-Identifier: Apache-2.0
// Attribution without a governing verb: "laut X", "nach (ersten) Angaben der X", "nach Polizeiangaben", "X zufolge",
// "dem Vernehmen nach", "unter Berufung auf X", "wie X mitteilte", "so X". The content is the clause that the
// phrase stands in, without the phrase; in a relative clause only that clause. Cost: linear in the unit, each phrase
// looks at a bounded neighbourhood. Tested by cues_test.cpp, traps_test.cpp and the examples of lexicons/de/cues.tsv.
#include <algorithm>

#include "claims/chains.h"
#include "claims/commitment.h"
#include "claims/source_phrases.h"
#include "claims/statements_content.h"

namespace ql::claims {
namespace {

/// Segment that holds an element, or kNone.
std::uint32_t segment_of(const Unit& unit, std::uint32_t element) {
  for (std::uint32_t s = 0; s < unit.segments.size(); ++s) {
    if (element >= unit.segments[s].begin && element < unit.segments[s].end) return s;
  }
  return Segment::kNone;
}

/// Takes a range out of content; what is left on both sides stays.
void cut_out(TextRange hole, std::vector<TextRange>& content) {
  std::vector<TextRange> rest;
  for (const TextRange& range : content) {
    if (!range.overlaps(hole)) {
      rest.push_back(range);
      continue;
    }
    if (range.begin + 1 < hole.begin) rest.push_back({range.begin, hole.begin - 1});
    if (hole.end + 1 < range.end) rest.push_back({hole.end + 1, range.end});
  }
  content = std::move(rest);
}

class PhraseRecogniser {
 public:
  PhraseRecogniser(const Reading& reading, std::uint32_t unit_index, const std::vector<Cue>& cues,
                   std::vector<Draft>& drafts)
      : r_(reading), index_(unit_index), unit_(reading.units[unit_index]), cues_(cues), drafts_(drafts) {}

  void run() {
    for (const SourcePhrase& phrase : find_source_phrases(r_, unit_)) source_phrase(phrase);
    for (std::uint32_t s = 0; s < unit_.segments.size(); ++s) {
      if (unit_.segments[s].kind == SegmentKind::Wie)
        wie_clause(s);
      else if (unit_.segments[s].finite == Segment::kNone && is_attribution(r_, unit_, s) &&
               r_.is(unit_.elements[unit_.segments[s].begin].first, "so"))
        so_phrase(s);
    }
  }

 private:
  Draft fresh(const std::vector<std::uint32_t>& cue, Phrase speaker, RuleId rule) const {
    Draft draft;
    draft.rank = Rank::Phrase;
    draft.unit = index_;
    draft.speaker = speaker;
    draft.statement.sentence = unit_.sentence;
    draft.statement.kind = StatementKind::Indirect;
    draft.statement.cue = cue_ranges(r_, unit_, cue);
    draft.statement.speaker = make_speaker(r_, unit_, speaker);
    draft.statement.rule = rule;
    return draft;
  }

  void source_phrase(const SourcePhrase& phrase) {
    const std::uint32_t s = segment_of(unit_, phrase.begin);
    if (s == Segment::kNone || attributes_sentence_before(s)) return;
    if (phrase.entry->lemma.starts_with("unter ") &&
        std::any_of(cues_.begin(), cues_.end(), [&](const Cue& c) { return c.segment == s; })) {
      return;  // the cue's own recogniser reads it as its source
    }
    if (joins_cue(phrase, s) || relays_attribution(phrase, s)) return;
    const std::uint32_t article = article_before(phrase, s);
    Draft draft = fresh(phrase.cue, phrase.speaker, "de.phrase.source.01");
    draft.statement.commitment = static_cast<Commitment>(phrase.entry->stance);
    draft.statement.frame = r_.range(unit_, phrase.begin, phrase.end);
    if (!phrase.speaker_text.empty()) {
      draft.statement.speaker.text = phrase.speaker_text;
      draft.statement.speaker.span = phrase.speaker_range;
      attach_part(phrase, draft);
    }
    if (phrase.bound_to_subject) bind_to_subject(s, draft);
    if (!phrase.speaker.empty() && is_possessive(phrase.speaker.begin)) {
      if (phrase.speaker.end == phrase.speaker.begin + 1) {
        draft.inherits_speaker = true;  // "nach seinen Worten": whoever spoke before
      } else if (phrase.speaker.end == phrase.speaker.begin + 2 &&
                 r_.has(unit_.elements[phrase.speaker.begin + 1].first, lang::kSourceNoun)) {
        draft.inherits_speaker = true;  // "ihren Angaben zufolge"
        draft.speaker = {};
        draft.statement.speaker = {};
      }
    }
    if (phrase.entry->cue_class == lang::CueClass::Adverb && !phrase.bound_to_subject) {
      // "demnach" is the source named before, "dem Vernehmen nach" nobody's.
      draft.inherits_speaker = phrase.entry->speaker_slot != lang::SpeakerSlot::Agentless;
      draft.rank = Rank::Continued;
    }
    if (article != Segment::kNone) {
      add_content(r_, unit_, phrase.end, attribute_end(phrase.end), draft);
    } else if (relative_source(phrase, s)) {
      draft.speaker = antecedent(r_, unit_, s);
      draft.statement.speaker = make_speaker(r_, unit_, draft.speaker);
      add_content(r_, unit_, phrase.begin + 2, unit_.segments[s].end, draft);
    } else {
      add_around(phrase, s, draft);
    }
    if (draft.statement.content.empty()) return;
    settle_commitment(r_, nullptr, draft);
    drafts_.push_back(std::move(draft));
  }

  /// "Das empfiehlt nach einem Bericht des Boten ein Gutachten": the source relays what the sentence before says.
  [[nodiscard]] bool attributes_sentence_before(std::uint32_t s) const {
    return index_ > 0 && unit_.segments.size() <= 2 && r_.units[index_ - 1].block == unit_.block &&
           std::any_of(cues_.begin(), cues_.end(),
                       [&](const Cue& c) { return c.segment == s && says_das(r_, unit_, c) && !is_no_speech_act(c); });
  }

  [[nodiscard]] bool is_word(std::uint32_t e) const {
    return !unit_.elements[e].is_quotation() && r_.words[unit_.elements[e].first].word;
  }

  /// "der nach Angaben der Polizei betrunkene Fahrer": the article whose noun phrase the phrase stands in, or kNone.
  [[nodiscard]] std::uint32_t article_before(const SourcePhrase& phrase, std::uint32_t s) const {
    std::uint32_t at = phrase.begin;
    while (at > 0 && !unit_.elements[at - 1].is_quotation() && !is_word(at - 1) && phrase.begin - at < 1) --at;
    if (at == 0 || !is_word(at - 1)) return Segment::kNone;
    const std::uint32_t t = unit_.elements[at - 1].first;
    const bool relative = unit_.segments[s].kind == SegmentKind::Relative && at - 1 == unit_.segments[s].begin;
    const bool article = r_.has(t, lang::kDeterminer | lang::kObliqueDeterminer) && !r_.is(t, "das");
    return article && !relative && phrase.end < unit_.elements.size() ? at - 1 : Segment::kNone;
  }

  /// Where the noun phrase ends whose modifiers begin at element `at`: behind its last noun.
  [[nodiscard]] std::uint32_t attribute_end(std::uint32_t at) const {
    constexpr std::uint32_t kMaxElements = 16;
    while (at < unit_.elements.size() && !is_word(at) && !unit_.elements[at].is_quotation()) ++at;
    std::uint32_t end = at;
    for (std::uint32_t e = at; e < unit_.elements.size() && e < at + kMaxElements; ++e) {
      if (!is_word(e) || (r_.words[unit_.elements[e].first].finite && end > at)) break;
      const std::uint32_t t = unit_.elements[e].first;
      const bool linked = r_.has(t, lang::kGenitiveDeterminer | lang::kCoordinator);
      if (end > at && !linked && r_.has(t, lang::kPreposition | lang::kDeterminer | lang::kObliqueDeterminer)) break;
      if (r_.words[t].capitalised) end = e + 1;
    }
    return end;
  }

  /// "ein Gutachten, laut dem die Brücke einsturzgefährdet war": the source is what the pronoun refers to.
  [[nodiscard]] bool relative_source(const SourcePhrase& phrase, std::uint32_t s) const {
    const Segment& segment = unit_.segments[s];
    if (segment.begin != phrase.begin || segment.separator != ',' || segment.finite + 1 != segment.end) return false;
    if (phrase.begin + 2 >= segment.end || phrase.entry->companions.size() > 1) return false;
    const std::uint32_t pronoun = unit_.elements[phrase.begin + 1].first;
    return r_.is(pronoun, "dem") || r_.is(pronoun, "der") || r_.is(pronoun, "denen") || r_.is(pronoun, "deren");
  }

  [[nodiscard]] bool is_possessive(std::uint32_t e) const {
    const std::string_view text = r_.text(unit_.elements[e].first);
    return text.starts_with("sein") || text.starts_with("ihre") || text.starts_with("Sein") || text.starts_with("Ihre");
  }

  /// The entity behind the first part of a compound.
  void attach_part(const SourcePhrase& phrase, Draft& draft) const {
    for (const std::uint32_t e : phrase.cue) {
      const std::uint32_t m = r_.mention_at[unit_.elements[e].first];
      if (m != Reading::kNone && r_.notes.mentions[m].entity.valid())
        draft.statement.speaker.entity = r_.notes.mentions[m].entity;
    }
  }

  void bind_to_subject(std::uint32_t s, Draft& draft) const {
    const Segment& segment = unit_.segments[s];
    if (segment.finite == Segment::kNone) return;
    draft.speaker = find_subject(r_, unit_, s, segment.finite);
    const bool pronoun = segment.kind == SegmentKind::Relative && draft.speaker.begin == segment.begin;
    const Phrase meant = pronoun ? antecedent(r_, unit_, s) : Phrase{};
    if (!meant.empty()) draft.speaker = meant;
    draft.statement.speaker = make_speaker(r_, unit_, draft.speaker);
  }

  /// "dem Bericht (zufolge)": what was written by whoever is retold.
  [[nodiscard]] bool is_report(Phrase phrase) const {
    const std::uint32_t noun = unit_.elements[phrase.end - 1].first;
    return phrase.end == phrase.begin + 2 && r_.has(noun, lang::kSourceNoun) && !r_.text(noun).ends_with("en") &&
           r_.has(unit_.elements[phrase.begin].first, lang::kObliqueDeterminer);
  }

  /// "bestreitet laut dem Anzeiger eine Mitschuld": beside a reporting verb the phrase is a relay.
  [[nodiscard]] bool joins_cue(const SourcePhrase& phrase, std::uint32_t s) {
    for (Draft& draft : drafts_) {
      if (draft.unit != index_ || (draft.rank > Rank::Clausal && draft.rank != Rank::Nominal) || phrase.speaker.empty())
        continue;
      const bool same = std::any_of(cues_.begin(), cues_.end(), [&](const Cue& c) { return c.segment == s; });
      if (!same || !(is_foreign_medium(r_, unit_, phrase.speaker) || is_report(phrase.speaker))) continue;
      add_relay(r_, unit_, phrase.speaker, draft);
      cut_out(r_.range(unit_, phrase.begin, phrase.end), draft.statement.content);
      return true;
    }
    return false;
  }

  /// "..., sagte er laut YLE": beside the cue of another statement the phrase names who relays it, whoever that is.
  [[nodiscard]] bool relays_attribution(const SourcePhrase& phrase, std::uint32_t s) {
    const Segment& segment = unit_.segments[s];
    const bool inverted = segment.finite == segment.begin && phrase.begin > segment.begin;
    if (!inverted || phrase.speaker.empty()) return false;
    const TextRange verb = r_.range(unit_, segment.begin, segment.begin + 1);
    for (Draft& draft : drafts_) {
      const auto& cue = draft.statement.cue;
      if (draft.unit != index_ || std::find(cue.begin(), cue.end(), verb) == cue.end()) continue;
      add_relay(r_, unit_, phrase.speaker, draft);
      return true;
    }
    return false;
  }

  void add_around(const SourcePhrase& phrase, std::uint32_t s, Draft& draft) const {
    const Segment& segment = unit_.segments[s];
    const bool inserted = segment.kind == SegmentKind::Relative || segment.kind == SegmentKind::Subordinate;
    std::uint32_t first = s, last = s;
    if (!inserted) {
      while (first > 0 && !begins_own_clause(first, phrase) && extends(first, first - 1)) --first;
      while (last + 1 < unit_.segments.size() && extends(last + 1, last + 1) && !reports_itself(last + 1)) ++last;
    }
    const std::uint32_t begin = unit_.segments[first].begin, end = unit_.segments[last].end;
    std::uint32_t tail = phrase.end;
    if (segment.begin == phrase.begin && last > s && phrase.end == segment.end &&
        unit_.segments[s + 1].kind == SegmentKind::Relative) {
      tail = unit_.segments[s + 1].end;  // "laut Quellen, die CNN vorliegen, ..."
      relay_in_relative(s + 1, draft);
    }
    if (begin < phrase.begin) add_content(r_, unit_, begin, phrase.begin, draft);
    if (tail < end) add_content(r_, unit_, tail, end, draft);
  }

  /// "Nach Angaben der Wache sind es 14, der Hersteller spricht von elf": the next clause has a cue of its own.
  [[nodiscard]] bool reports_itself(std::uint32_t s) const {
    const Segment& next = unit_.segments[s];
    return next.kind == SegmentKind::Main && next.finite != Segment::kNone && next.finite > next.begin &&
           !is_subjunctive(next) &&
           std::any_of(cues_.begin(), cues_.end(), [&](const Cue& c) { return c.verb == next.finite; });
  }

  /// "A kam, im Jahr darauf war B nach eigener Aussage am Ziel": the clause of the phrase is complete by itself, and
  /// so is the one before; the phrase speaks for its own only.
  [[nodiscard]] bool begins_own_clause(std::uint32_t s, const SourcePhrase& phrase) const {
    const Segment& here = unit_.segments[s];
    const Segment& before = unit_.segments[s - 1];
    const auto complete = [](const Segment& x) {
      return x.kind == SegmentKind::Main && x.finite != Segment::kNone && x.finite > x.begin;
    };
    return here.separator == ',' && phrase.begin > here.begin && phrase.begin < here.end && complete(here) &&
           complete(before);
  }

  /// "laut Handelskurier, der sich auf einen Aufsichtsrat beruft": what stands behind "sich auf" is the source, the
  /// medium relays it.
  bool relies_on(const Segment& segment, Draft& draft) const {
    for (std::uint32_t e = segment.begin + 1; e + 2 < segment.end; ++e) {
      if (unit_.elements[e].is_quotation() || unit_.elements[e + 1].is_quotation()) return false;
      if (!r_.has(unit_.elements[e].first, lang::kReflexive) || !r_.is(unit_.elements[e + 1].first, "auf")) continue;
      const Phrase source = read_phrase(r_, unit_, e + 2, segment.end, PhraseUse::Any);
      if (source.empty() || !can_speak(r_, unit_, source)) return false;
      const Phrase medium = draft.speaker;
      draft.speaker = source;
      draft.statement.speaker = make_speaker(r_, unit_, source);
      add_relay(r_, unit_, medium, draft);
      return true;
    }
    return false;
  }

  void relay_in_relative(std::uint32_t s, Draft& draft) const {
    const Segment& segment = unit_.segments[s];
    if (relies_on(segment, draft)) return;
    for (std::uint32_t e = segment.begin + 1; e < segment.end; ++e) {
      const Phrase holder = read_phrase(r_, unit_, e, segment.end, PhraseUse::Any);
      if (!holder.empty() && can_speak(r_, unit_, holder)) {
        add_relay(r_, unit_, holder, draft);
        return;
      }
    }
  }

  /// Content goes on over the boundary before segment `boundary` into segment `other`.
  [[nodiscard]] bool extends(std::uint32_t boundary, std::uint32_t other) const {
    const char separator = unit_.segments[boundary].separator;
    if (separator == ':' || separator == ';') return false;
    if (unit_.elements[unit_.segments[other].begin].is_quotation()) return false;
    return !is_attribution(r_, unit_, other);
  }

  void wie_clause(std::uint32_t s) {
    const Segment& segment = unit_.segments[s];
    const Cue* cue = nullptr;
    for (const Cue& c : cues_) {
      if (c.segment == s) cue = &c;
    }
    if (cue == nullptr) return;
    const bool impersonal = cue->entry->speaker_slot == lang::SpeakerSlot::Agentless;
    const Phrase speaker = impersonal ? source_in_clause(r_, unit_, s) : find_subject(r_, unit_, s, cue->verb);
    Draft draft = fresh(cue->elements, speaker, "de.phrase.wie.01");
    draft.statement.commitment = static_cast<Commitment>(cue->entry->stance);
    draft.statement.frame = r_.range(unit_, segment.begin, segment.end);
    relay_of_cue(r_, unit_, *cue, draft);
    std::uint32_t first = s, last = s;
    while (first > 0 && !begins_half(first) && extends(first, first - 1)) --first;
    if (first == s || !is_fronted(unit_.segments[first].kind)) {
      while (last + 1 < unit_.segments.size() && extends(last + 1, last + 1)) ++last;
    }
    if (first < s) add_content(r_, unit_, unit_.segments[first].begin, unit_.segments[s - 1].end, draft);
    if (last > s) add_content(r_, unit_, unit_.segments[s + 1].begin, unit_.segments[last].end, draft);
    if (draft.statement.content.empty()) return;
    settle_commitment(r_, cue, draft);
    drafts_.push_back(std::move(draft));
  }

  /// "Dass er wartete, wie Zeitungen schrieben, bestritt er": behind the insertion stands the main clause.
  static bool is_fronted(SegmentKind kind) { return kind == SegmentKind::Dass || kind == SegmentKind::Ob; }

  /// "Er kuendigte an zu gehen, und mit ihm, wie er sagte, ...": a second half behind a clause with a cue of its own.
  [[nodiscard]] bool begins_half(std::uint32_t s) const {
    const Segment& segment = unit_.segments[s];
    if (unit_.elements[segment.begin].is_quotation()) return false;
    if (!r_.has(unit_.elements[segment.begin].first, lang::kCoordinator)) return false;
    return std::any_of(cues_.begin(), cues_.end(), [&](const Cue& c) {
      return c.segment < s && c.finite && unit_.segments[c.segment].kind == SegmentKind::Main;
    });
  }

  [[nodiscard]] bool holds_main(std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t s = first; s < end; ++s) {
      if (unit_.segments[s].kind == SegmentKind::Main && unit_.segments[s].finite != Segment::kNone) return true;
    }
    return false;
  }

  void so_phrase(std::uint32_t s) {
    const Segment& segment = unit_.segments[s];
    const Phrase speaker = read_phrase(r_, unit_, segment.begin + 1, segment.end, PhraseUse::Subject);
    Draft draft = fresh({segment.begin}, speaker, "de.phrase.so.01");
    draft.statement.frame = r_.range(unit_, segment.begin, segment.end);
    std::uint32_t first = s;
    while (first > 0 && extends(first, first - 1)) --first;
    if (first == s) return;
    add_content(r_, unit_, unit_.segments[first].begin, unit_.segments[s - 1].end, draft);
    if (s + 1 < unit_.segments.size() && !holds_main(first, s)) {  // "Wer lügt, so Roth, mache das nicht allein"
      const Segment& next = unit_.segments[s + 1];
      if (next.separator == ',' && next.kind == SegmentKind::Main && next.finite == next.begin)
        add_content(r_, unit_, next.begin, content_end(r_, unit_, s + 1), draft);
    }
    settle_commitment(r_, nullptr, draft);
    drafts_.push_back(std::move(draft));
  }

  const Reading& r_;
  std::uint32_t index_;
  const Unit& unit_;
  const std::vector<Cue>& cues_;
  std::vector<Draft>& drafts_;
};

}  // namespace

void recognise_phrases(const Reading& r, std::uint32_t unit_index, const std::vector<Cue>& cues,
                       std::vector<Draft>& drafts) {
  PhraseRecogniser(r, unit_index, cues, drafts).run();
}

}  // namespace ql::claims
