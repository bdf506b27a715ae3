// SPDX-License-Identifier: Apache-2.0
// Direct speech. Every quotation that fills a clause looks for its cue: right behind it ("...", sagte X / so X /
// heisst es / zitiert die Zeitung X), before a colon or comma (X sagte: "..."), or between two halves. Any verb that
// stands right behind a quotation attributes it, in the lexicon or not ("...", lacht er). A quotation without a
// cue of its own goes on with the speaker of the statement before. Halves around one cue are one statement; a
// quotation that opens a new sentence is a new one with the same cue. Cost: linear. Tested by cues_test.cpp and
// traps_test.cpp.
#include "claims/chains.h"
#include "claims/commitment.h"
#include "claims/statements_content.h"

namespace ql::claims {
namespace {

/// Where the attribution of a quotation was found.
struct Anchor {
  bool found = false;
  const Cue* cue = nullptr;  ///< A lexicon cue, if any.
  std::vector<std::uint32_t> cue_elements;
  Phrase speaker;
  std::uint32_t segment = 0;         ///< Segment of the attribution.
  std::uint32_t begin = 0, end = 0;  ///< Elements of the attribution (frame).
  bool inherits = false;
  RuleId rule;
};

class QuotedReader {
 public:
  QuotedReader(const Reading& reading, std::uint32_t unit_index, const std::vector<Cue>& cues)
      : r_(reading), index_(unit_index), unit_(reading.units[unit_index]), cues_(cues) {}

  void run(std::vector<Draft>& drafts) {
    Anchor last;
    for (std::uint32_t e = 0; e < unit_.elements.size(); ++e) {
      if (!unit_.elements[e].is_quotation()) continue;
      Anchor anchor = behind(e);
      if (!anchor.found) anchor = before(e);
      const bool second_half = !anchor.found && last.found && last.end <= e && last.end + 2 >= e;
      const bool same_cue = anchor.found && last.found && anchor.cue != nullptr && anchor.cue == last.cue;
      if (second_half || same_cue) {
        drafts.back().statement.content.push_back(r_.range(unit_, e, e + 1));
        continue;
      }
      if (!anchor.found) anchor = nothing(e);
      drafts.push_back(make(e, anchor));
      last = anchor;
    }
  }

 private:
  [[nodiscard]] std::uint32_t token(std::uint32_t e) const { return unit_.elements[e].first; }

  [[nodiscard]] std::uint32_t segment_at(std::uint32_t e) const {
    for (std::uint32_t s = 0; s < unit_.segments.size(); ++s) {
      if (e >= unit_.segments[s].begin && e < unit_.segments[s].end) return s;
    }
    return Segment::kNone;
  }

  [[nodiscard]] const Cue* cue_in(std::uint32_t begin, std::uint32_t end, unsigned frames) const {
    const Cue* best = nullptr;
    for (const Cue& cue : cues_) {
      if (cue.entry->preposition.empty() && cue.verb >= begin && cue.verb < end &&
          (frames == 0 || (cue.entry->frames & frames) != 0) && (best == nullptr || !governs(*best, cue)))
        best = &cue;
    }
    return best;
  }

  /// "sagte, dass das kein Problem darstelle: <<...>>": the verb of the main clause introduces the quotation.
  [[nodiscard]] bool governs(const Cue& first, const Cue& second) const {
    const Segment& outer = unit_.segments[first.segment];
    const Segment& inner = unit_.segments[second.segment];
    return outer.kind == SegmentKind::Main && first.segment < second.segment && inner.kind != SegmentKind::Main &&
           inner.mood == annotate::Mood::SubjunctiveI;
  }

  /// The attribution right behind the quotation.
  Anchor behind(std::uint32_t e) const {
    Anchor anchor;
    std::uint32_t at = e + 1;
    if (at < unit_.elements.size() && !unit_.elements[at].is_quotation() && !r_.words[token(at)].word) ++at;
    if (at >= unit_.elements.size() || unit_.elements[at].is_quotation()) return anchor;
    const std::uint32_t s = segment_at(at);
    if (s == Segment::kNone) return anchor;
    const Segment& segment = unit_.segments[s];
    const std::uint32_t t = token(at);
    anchor.segment = s;
    anchor.begin = at;
    anchor.end = segment.end;
    if (r_.is(t, "so")) {
      const bool verb = at + 1 < segment.end && r_.words[token(at + 1)].finite;
      return verb ? inverted(std::move(anchor), s, at + 1) : so_phrase(std::move(anchor), at);
    }
    if (segment.kind == SegmentKind::Wie && segment.begin == at) return wie_clause(std::move(anchor), segment);
    return inverted(std::move(anchor), s, at);
  }

  /// "sagte X" at element `at`: any finite verb right behind a quotation, in the lexicon or not.
  Anchor inverted(Anchor anchor, std::uint32_t s, std::uint32_t at) const {
    const std::uint32_t t = token(at);
    if (!r_.words[t].finite && !starts_with_cue(at)) return {};
    if (r_.words[t].capitalised) return {};
    for (const Cue& cue : cues_) {
      if (!cue.entry->preposition.empty()) continue;
      if (cue.verb == at || (cue.segment == s && r_.has(t, lang::kAuxiliaryWord | lang::kModalWord))) anchor.cue = &cue;
    }
    if (anchor.cue != nullptr && anchor.cue->negated && is_no_speech_act(*anchor.cue)) return {};
    anchor.cue_elements = anchor.cue != nullptr ? anchor.cue->elements : std::vector<std::uint32_t>{at};
    anchor.end = std::max(anchor.end, anchor.cue_elements.back() + 1);
    anchor.speaker = subject_behind(anchor, s, at);
    anchor.rule = anchor.cue != nullptr ? RuleId("de.quote.inverted.01") : RuleId("de.quote.inverted.02");
    anchor.found = anchor.cue != nullptr || !anchor.speaker.empty();
    if (anchor.cue == nullptr && r_.has(t, lang::kAuxiliaryWord | lang::kModalWord)) anchor.found = false;
    return anchor;
  }

  [[nodiscard]] bool starts_with_cue(std::uint32_t at) const {
    for (const Cue& cue : cues_) {
      if (cue.verb == at) return true;
    }
    return false;
  }

  [[nodiscard]] Phrase subject_behind(const Anchor& anchor, std::uint32_t s, std::uint32_t at) const {
    Segment rest = unit_.segments[s];
    const std::uint32_t verb = anchor.cue != nullptr ? anchor.cue->verb : at;
    if (rest.begin == at) return find_subject(r_, unit_, s, verb);
    return first_phrase(at + 1, rest.end);
  }

  [[nodiscard]] Phrase first_phrase(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end && i < begin + 4; ++i) {
      const Phrase phrase = read_phrase(r_, unit_, i, end, PhraseUse::Subject);
      if (!phrase.empty() && can_speak(r_, unit_, phrase)) return phrase;
    }
    return {};
  }

  /// "so die Vorwürfe der Anwältin": the genitive of a noun that cannot speak.
  [[nodiscard]] Phrase owner_of_words(std::uint32_t begin, std::uint32_t end) const {
    const Phrase whole = read_phrase(r_, unit_, begin, end, PhraseUse::Subject);
    for (std::uint32_t i = begin + 1; i + 1 < whole.end; ++i) {
      const bool linked = r_.has(token(i), lang::kGenitiveDeterminer) || r_.is(token(i), "von");
      const Phrase owner{r_.is(token(i), "von") ? i + 1 : i, whole.end};
      if (linked && can_speak(r_, unit_, owner)) return owner;
    }
    return {};
  }

  Anchor so_phrase(Anchor anchor, std::uint32_t at) const {
    Phrase phrase = first_phrase(at + 1, anchor.end);
    if (phrase.empty()) phrase = owner_of_words(at + 1, anchor.end);
    if (phrase.empty() || phrase.begin > at + 6) return {};
    anchor.found = true;
    anchor.speaker = phrase;
    anchor.cue_elements = {at};
    anchor.rule = "de.quote.so.01";
    return anchor;
  }

  Anchor wie_clause(Anchor anchor, const Segment& segment) const {
    anchor.cue = cue_in(segment.begin, segment.end, 0);
    if (anchor.cue == nullptr) return {};
    anchor.found = true;
    anchor.cue_elements = anchor.cue->elements;
    anchor.speaker = find_subject(r_, unit_, anchor.segment, anchor.cue->verb);
    anchor.rule = "de.quote.wie.01";
    return anchor;
  }

  /// The attribution before a colon or comma.
  Anchor before(std::uint32_t e) const {
    Anchor anchor;
    if (e == 0) return anchor;
    const std::uint32_t mark = e - 1;
    if (unit_.elements[mark].is_quotation()) return anchor;
    const std::string_view text = r_.text(token(mark));
    const bool colon = text == ":";
    std::uint32_t begin = mark;
    while (begin > 0 && !unit_.elements[begin - 1].is_quotation()) --begin;
    const std::uint32_t end = colon || text == "," ? mark : e;
    anchor.cue = cue_in(begin, end, 0);
    if (anchor.cue == nullptr && !colon) return {};
    if (anchor.cue != nullptr && !colon && anchor.cue->last + 12 < end) return {};
    anchor.begin = begin;
    anchor.end = end;
    anchor.found = true;
    anchor.rule = colon ? RuleId("de.quote.colon.01") : RuleId("de.quote.cue_first.01");
    anchor.segment = anchor.cue != nullptr ? anchor.cue->segment : last_segment(begin, end);
    if (anchor.cue != nullptr) {
      anchor.cue_elements = anchor.cue->elements;
      anchor.speaker = find_subject(r_, unit_, anchor.cue->segment, anchor.cue->verb);
    } else if (anchor.segment != Segment::kNone) {
      anchor.speaker = subject_before_colon(begin, end);
    }
    anchor.inherits = anchor.speaker.empty();
    return anchor;
  }

  [[nodiscard]] std::uint32_t last_segment(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t s = static_cast<std::uint32_t>(unit_.segments.size()); s-- > 0;) {
      if (unit_.segments[s].begin >= begin && unit_.segments[s].end <= end) return s;
    }
    return Segment::kNone;
  }

  /// "Anwohnerin Sabine T. (44): ...", "Sie rudert zurück: ...": the subject of the first main clause, or the phrase.
  [[nodiscard]] Phrase subject_before_colon(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t s = 0; s < unit_.segments.size(); ++s) {
      const Segment& segment = unit_.segments[s];
      if (segment.begin < begin || segment.end > end) continue;
      if (segment.kind == SegmentKind::Main && segment.finite != Segment::kNone) {
        const Phrase subject = find_subject(r_, unit_, s, segment.finite);
        return is_somebody(subject) ? subject : Phrase{};
      }
      if (segment.kind == SegmentKind::Fragment) {
        const Phrase phrase = read_phrase(r_, unit_, segment.begin, segment.end, PhraseUse::Subject);
        const bool whole = phrase.end == segment.end || (names_person(phrase) && is_adverbial(phrase.end));
        if (!phrase.empty() && can_speak(r_, unit_, phrase) && whole && is_somebody(phrase)) return phrase;
      }
    }
    return {};
  }

  /// "Sprecher Jan Roth am Abend zum Anzeiger: <<...>>": what stands behind a person's name says when and to whom.
  [[nodiscard]] bool names_person(Phrase phrase) const {
    const EntityId entity = make_speaker(r_, unit_, phrase).entity;
    return entity.valid() && r_.notes.entities[entity.index()].type == annotate::EntityType::Person;
  }

  [[nodiscard]] bool is_adverbial(std::uint32_t e) const {
    return e < unit_.elements.size() && !unit_.elements[e].is_quotation() &&
           r_.has(token(e), lang::kPreposition | lang::kAdverb);
  }

  /// "Neue Folge: <<...>>" names nobody: before a bare colon stands a known actor, or a noun for a person or body.
  [[nodiscard]] bool is_somebody(Phrase phrase) const {
    if (phrase.empty()) return false;
    return make_speaker(r_, unit_, phrase).entity.valid() || names_role(r_, unit_, phrase) ||
           is_pronoun(r_, unit_, phrase);
  }

  /// No attribution in the unit.
  static Anchor nothing(std::uint32_t e) {
    Anchor anchor;
    anchor.begin = e;
    anchor.end = e;
    anchor.inherits = true;
    anchor.rule = "de.quote.continued.01";
    return anchor;
  }

  Draft make(std::uint32_t e, const Anchor& anchor) const {
    Draft draft;
    draft.rank = Rank::Quoted;
    draft.unit = index_;
    draft.speaker = anchor.speaker;
    Statement& s = draft.statement;
    s.sentence = unit_.sentence;
    s.kind = StatementKind::Direct;
    s.content.push_back(r_.range(unit_, e, e + 1));
    s.cue = cue_ranges(r_, unit_, anchor.cue_elements);
    s.rule = anchor.rule;
    if (anchor.cue != nullptr) s.commitment = static_cast<Commitment>(anchor.cue->entry->stance);
    s.speaker = make_speaker(r_, unit_, anchor.speaker);
    if (anchor.found) s.frame = r_.range(unit_, anchor.begin, anchor.end);
    draft.inherits_speaker = anchor.inherits || anchor.speaker.empty();
    draft.inherits_cue = !anchor.found;
    draft.needs_speaker = !anchor.found || (anchor.cue == nullptr && anchor.speaker.empty());
    if (anchor.cue != nullptr) relay_of_cue(r_, unit_, *anchor.cue, draft);
    settle_commitment(r_, anchor.cue, draft);
    return draft;
  }

  const Reading& r_;
  std::uint32_t index_;
  const Unit& unit_;
  const std::vector<Cue>& cues_;
};

}  // namespace

void recognise_quoted(const Reading& r, std::uint32_t unit_index, const std::vector<Cue>& cues,
                      std::vector<Draft>& drafts) {
  QuotedReader(r, unit_index, cues).run(drafts);
}

}  // namespace ql::claims
