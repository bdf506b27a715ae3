// SPDX-License-Identifier: Apache-2.0
// Finds reporting verbs with all their parts: separated prefixes ("wies ... zurück"), companions ("zu Protokoll
// gab"), auxiliaries of perfect and passive. A reading whose parts are not all there is no cue; of several
// complete ones that with most parts wins. Cost: linear, look-ahead bounded. Tested by cues_test.cpp.
#include <algorithm>

#include "base/utf8.h"
#include "claims/commitment.h"
#include "claims/statements_draft.h"

namespace ql::claims {
namespace {

constexpr std::uint32_t kMaxBracket = 45;  // elements between a verb and its separated prefix

class CueFinder {
 public:
  CueFinder(const Reading& reading, const Unit& unit) : r_(reading), unit_(unit) {}

  std::vector<Cue> run() {
    for (std::uint32_t s = 0; s < unit_.segments.size(); ++s) {
      for (std::uint32_t e = unit_.segments[s].begin; e < unit_.segments[s].end; ++e) consider(s, e);
    }
    return std::move(cues_);
  }

 private:
  [[nodiscard]] std::uint32_t token(std::uint32_t e) const { return unit_.elements[e].first; }

  void consider(std::uint32_t s, std::uint32_t e) {
    if (unit_.elements[e].is_quotation()) return;
    const Word& word = r_.words[token(e)];
    if (word.cues().empty() || (word.capitalised && e != unit_.segments[s].begin)) return;
    const annotate::WordClass tag = r_.notes.tokens[token(e)].word_class;
    if (tag == annotate::WordClass::Adj && !word.finite) return;
    if (word.capitalised && tag == annotate::WordClass::Noun) return;  // "Zusagen gab es keine"
    helper_ = auxiliary(unit_.segments[s], e);
    Cue best, with_preposition, cue;
    for (const lang::CueReading& reading : word.cues()) {
      const lang::CueEntry& entry = r_.lexicon.entry(reading);
      if (!is_verbal(entry) || !may_have_companions(entry)) continue;
      cue.entry = &entry;
      cue.segment = s;
      cue.verb = cue.last = e;
      cue.finite = cue.passive = cue.negated = false;
      if (!complete(cue, reading)) continue;
      if (!cue.entry->preposition.empty()) {
        std::swap(with_preposition, cue);
      } else if (best.entry == nullptr || cue.elements.size() > best.elements.size()) {
        std::swap(best, cue);
      }
    }
    if (best.entry != nullptr) cues_.push_back(std::move(best));
    if (with_preposition.entry != nullptr) cues_.push_back(std::move(with_preposition));
  }

  static bool is_verbal(const lang::CueEntry& entry) {
    return entry.cue_class == lang::CueClass::Verb || entry.cue_class == lang::CueClass::Construction;
  }

  /// One of 64 kinds of words, by length and last byte in any case.
  static std::uint64_t kind_of(std::string_view word) {
    const auto last = static_cast<unsigned char>(word.back()) | 0x20U;
    return std::uint64_t{1} << ((last * 7U + word.size()) & 63U);
  }

  /// False if the unit cannot hold the first companion of the entry: most constructions of a common verb ("in Abrede
  /// stellen") fall here, before anything is searched.
  bool may_have_companions(const lang::CueEntry& entry) {
    if (entry.companions.empty()) return true;
    if (kinds_ == 0) {
      for (const Element& e : unit_.elements) kinds_ |= e.is_quotation() ? 0 : kind_of(r_.text(e.first));
    }
    return (kinds_ & kind_of(entry.companions.front())) != 0;
  }

  bool complete(Cue& cue, const lang::CueReading& reading) const {
    const lang::CueEntry& entry = *cue.entry;
    if (!verb_group(cue, reading)) return false;
    cue.elements.assign(1, cue.verb);
    if (!entry.particle.empty() && (reading.forms & lang::kFormFused) == 0 && !add_particle(cue)) return false;
    if (entry.particle.empty() && foreign_particle(cue)) return false;
    if (!entry.companions.empty() && !add_companions(cue)) return false;
    if (!entry.preposition.empty() && !holds_preposition(cue)) return false;
    if (entry.stance == lang::CueStance::Demands && takes_victims(cue)) return false;
    if (!entry.other_senses.empty() && has_other_sense(cue)) return false;
    std::sort(cue.elements.begin(), cue.elements.end());
    cue.last = cue.elements.back();
    cue.negated = is_negated(cue);
    return true;
  }

  /// Another separated prefix makes it another verb ("sagte ... ab"); one that does not end its clause is none
  /// ("betonen, dass der Zugang zu <<neuen Waren>> leicht sei").
  [[nodiscard]] bool foreign_particle(const Cue& cue) const {
    const TokenId particle = r_.notes.tokens[token(cue.verb)].particle;
    if (!particle.valid() || !cue.entry->companions.empty()) return false;
    const auto found = std::lower_bound(unit_.elements.begin(), unit_.elements.end(), particle.index(),
                                        [](const Element& e, std::size_t t) { return e.last < t; });
    return found == unit_.elements.end() || ends_bracket(static_cast<std::uint32_t>(found - unit_.elements.begin()));
  }

  /// Finite forms stand alone; participles need an auxiliary in their clause; bare infinitives are no speech act.
  bool verb_group(Cue& cue, const lang::CueReading& reading) const {
    const Segment& s = unit_.segments[cue.segment];
    const bool last = cue.verb + 1 == s.end || r_.has(token(cue.verb + 1), lang::kAuxiliaryWord | lang::kModalWord);
    const std::uint32_t helper = helper_;
    if ((reading.forms & lang::kFormParticiple) != 0 && helper != Segment::kNone) {
      const std::string_view text = r_.text(token(helper));
      cue.passive =
          text.starts_with("w") && (text.starts_with("wur") || text.starts_with("wir") || text.starts_with("werd"));
      const bool state = is_state(token(helper), token(cue.verb));
      if (state) cue.passive = cue.verb + 1 < s.end && r_.is(token(cue.verb + 1), "worden");
      return !state || cue.passive;
    }
    if ((reading.forms & lang::kFormInfinitive) != 0 && modal_governs(s, cue.verb)) return was_said_under_modal(s, cue);
    if ((reading.forms & lang::kFormFinite) == 0) return false;
    cue.finite = true;
    // A finite verb stands second, first, or last in a subordinate clause; elsewhere the form is a participle.
    return s.finite == Segment::kNone || s.finite == cue.verb || last || helper == Segment::kNone;
  }

  /// "ist angekündigt", "seien angekündigt": how it stands, not that somebody said it ("sei davon ausgegangen" is
  /// said).
  [[nodiscard]] bool is_state(std::uint32_t helper, std::uint32_t participle) const {
    const bool subjunctive = r_.is(helper, "sei") || r_.is(helper, "seien");
    return r_.is(helper, "ist") || r_.is(helper, "sind") || r_.is(helper, "war") || r_.is(helper, "waren") ||
           (subjunctive && !r_.has(participle, lang::kSeinParticiple));
  }

  [[nodiscard]] std::uint32_t auxiliary(const Segment& s, std::uint32_t verb) const {
    for (std::uint32_t e = s.begin; e < s.end && e <= verb + 2; ++e) {
      if (e != verb && !unit_.elements[e].is_quotation() && r_.has(token(e), lang::kAuxiliaryWord) &&
          r_.words[token(e)].finite) {
        return e;
      }
    }
    // The auxiliary may stand before an inserted clause: "hat der Minister, der ..., gesagt".
    return s.finite == Segment::kNone ? earlier_auxiliary(s) : Segment::kNone;
  }

  [[nodiscard]] std::uint32_t earlier_auxiliary(const Segment& s) const {
    for (std::size_t i = unit_.segments.size(); i-- > 0;) {
      const Segment& other = unit_.segments[i];
      if (other.begin >= s.begin || s.begin - other.end > kMaxBracket) continue;
      if (other.kind == SegmentKind::Main && other.finite != Segment::kNone) {
        return r_.has(token(other.finite), lang::kAuxiliaryWord) ? other.finite : Segment::kNone;
      }
    }
    return Segment::kNone;
  }

  [[nodiscard]] bool modal_governs(const Segment& s, std::uint32_t verb) const {
    const bool at_end = verb + 1 == s.end;
    for (std::uint32_t e = s.begin; e < s.end; ++e) {
      const bool helper = !unit_.elements[e].is_quotation() &&
                          r_.has(token(e), lang::kModalWord | lang::kAuxiliaryWord) && r_.words[token(e)].finite;
      if (helper && (at_end || e == verb + 1)) return true;
    }
    return verb > s.begin && r_.is(token(verb - 1), "zu");
  }

  /// "musste einräumen", "ließ mitteilen": modals under which the act took place, where the infinitive ends the clause.
  [[nodiscard]] bool was_said_under_modal(const Segment& s, const Cue& cue) const {
    const bool at_end = cue.verb + 1 == s.end || (cue.verb + 2 == s.end && s.finite == cue.verb + 1);
    return at_end && s.finite != Segment::kNone && s.finite != cue.verb &&
           r_.has(token(s.finite), lang::kFactualModal) && !r_.is(token(cue.verb - 1), "zu");
  }

  bool add_particle(Cue& cue) const {
    const std::uint32_t end = std::min(static_cast<std::uint32_t>(unit_.elements.size()), cue.verb + kMaxBracket);
    for (std::uint32_t e = cue.verb + 1; e < end; ++e) {
      if (unit_.elements[e].is_quotation()) return false;
      if (r_.is(token(e), cue.entry->particle) && ends_bracket(e)) {
        cue.elements.push_back(e);
        return true;
      }
      if (r_.words[token(e)].finite && in_main_clause(e)) return false;
    }
    return false;
  }

  /// A separated prefix ends its clause.
  [[nodiscard]] bool ends_bracket(std::uint32_t e) const {
    const std::uint32_t next = e + 1;
    if (next >= unit_.elements.size() || unit_.elements[next].is_quotation()) return true;
    const std::uint32_t t = token(next);
    return !r_.words[t].word || r_.has(t, lang::kCoordinator) ||
           (r_.has(t, lang::kPreposition) && !r_.is(token(e), "an"));
  }

  [[nodiscard]] bool in_main_clause(std::uint32_t e) const {
    for (const Segment& s : unit_.segments) {
      if (e >= s.begin && e < s.end) return s.kind == SegmentKind::Main;
    }
    return true;
  }

  bool add_companions(Cue& cue) const {
    if (add_companions_in(unit_.segments[cue.segment], cue)) return true;
    for (std::uint32_t s = cue.segment + 1; goes_on_in(cue.segment, s); ++s) {
      if (unit_.segments[s].kind == SegmentKind::Fragment && add_companions_in(unit_.segments[s], cue)) return true;
    }
    return false;
  }

  /// The clause of segment `first` may go on in segment `s`: only phrases and relative clauses follow it up to there.
  [[nodiscard]] bool goes_on_in(std::uint32_t first, std::uint32_t s) const {
    constexpr std::uint32_t kMaxInserted = 3;
    if (s >= unit_.segments.size() || s > first + kMaxInserted) return false;
    const Segment& segment = unit_.segments[s];
    return segment.separator == ',' && !unit_.elements[segment.begin].is_quotation() &&
           (segment.kind == SegmentKind::Fragment || segment.kind == SegmentKind::Relative);
  }

  bool add_companions_in(const Segment& s, Cue& cue) const {
    const auto& companions = cue.entry->companions;
    const auto size = static_cast<std::uint32_t>(companions.size());
    for (std::uint32_t e = s.begin; e + size <= s.end; ++e) {
      std::uint32_t i = 0;
      while (i < size && !unit_.elements[e + i].is_quotation() && same(e + i, companions[i])) ++i;
      if (i < size) continue;
      for (i = 0; i < size; ++i) {
        if (std::find(cue.elements.begin(), cue.elements.end(), e + i) == cue.elements.end())
          cue.elements.push_back(e + i);
      }
      return true;
    }
    return false;
  }

  /// "bestritt sein erstes Training": a noun of the clause, beside no preposition, gives the verb another sense.
  [[nodiscard]] bool has_other_sense(const Cue& cue) const {
    const Segment& s = unit_.segments[cue.segment];
    bool governed = false;
    for (std::uint32_t e = s.begin; e < s.end; ++e) {
      if (unit_.elements[e].is_quotation()) return false;
      const Word& word = r_.words[token(e)];
      if (r_.has(token(e), lang::kPreposition)) governed = true;
      if (!word.capitalised) continue;
      if (!governed && lang::CueLexicon::has_other_sense(*cue.entry, to_lower_utf8(r_.text(token(e))))) return true;
      governed = false;
    }
    return false;
  }

  /// "Neun Todesopfer forderte das Beben": what a disaster takes is no demand ("forderte Hilfe für die Opfer" is one).
  [[nodiscard]] bool takes_victims(const Cue& cue) const {
    const Segment& s = unit_.segments[cue.segment];
    std::uint32_t behind_preposition = 0;  // elements that a preposition may still govern
    for (std::uint32_t e = s.begin; e < s.end; ++e) {
      if (unit_.elements[e].is_quotation()) continue;
      if (const char c = r_.text(token(e)).front(); c >= '0' && c <= '9') behind_preposition = 0;  // "über 9.000 Tote"
      if (r_.has(token(e), lang::kTollNoun) && behind_preposition == 0) return true;
      behind_preposition =
          r_.has(token(e), lang::kPreposition) ? 3 : behind_preposition - std::min(behind_preposition, 1U);
    }
    return false;
  }

  [[nodiscard]] bool holds_preposition(const Cue& cue) const {
    const Segment& s = unit_.segments[cue.segment];
    for (std::uint32_t e = s.begin; e < s.end; ++e) {
      if (unit_.elements[e].is_quotation()) continue;
      const std::string_view word = r_.text(token(e));
      const std::string& wanted = cue.entry->preposition;
      if (r_.is(token(e), wanted) || word == wanted + "m" || word == wanted + "r" || (word == "vom" && wanted == "von"))
        return true;
    }
    return false;
  }

  [[nodiscard]] bool same(std::uint32_t e, const std::string& lower) const { return r_.is(token(e), lower); }

  [[nodiscard]] bool is_negated(const Cue& cue) const {
    const Segment& s = unit_.segments[cue.segment];
    for (std::uint32_t e = s.begin; e < s.end; ++e) {
      if (!unit_.elements[e].is_quotation() && r_.has(token(e), lang::kNegation)) return true;
    }
    return false;
  }

  const Reading& r_;
  const Unit& unit_;
  std::uint32_t helper_ = Segment::kNone;  ///< The auxiliary beside the verb that is considered, or kNone.
  std::uint64_t kinds_ = 0;                ///< Of the unit's words; 0 = not looked at yet.
  std::vector<Cue> cues_;
};

}  // namespace

std::vector<Cue> find_cues(const Reading& reading, const Unit& unit) { return CueFinder(reading, unit).run(); }

std::vector<TextRange> cue_ranges(const Reading& reading, const Unit& unit,
                                  const std::vector<std::uint32_t>& elements) {
  std::vector<TextRange> ranges;
  for (const std::uint32_t e : elements) {
    const TextRange range = reading.range(unit, e, e + 1);
    if (!ranges.empty() && range.begin <= ranges.back().end + 1) {
      ranges.back().end = range.end;
    } else {
      ranges.push_back(range);
    }
  }
  return ranges;
}

namespace {

/// "wurde von der Stadt mitgeteilt": the phrase behind von or durch.
Phrase find_agent(const Reading& r, const Unit& unit, const Cue& cue) {
  const Segment& s = unit.segments[cue.segment];
  for (std::uint32_t e = s.begin; e + 1 < s.end; ++e) {
    if (unit.elements[e].is_quotation()) continue;
    const std::uint32_t t = unit.elements[e].first;
    if (!r.is(t, "von") && !r.is(t, "vom") && !r.is(t, "durch")) continue;
    const Phrase phrase = read_phrase(r, unit, e + 1, s.end, PhraseUse::Any);
    if (can_speak(r, unit, phrase)) return phrase;
  }
  return {};
}

}  // namespace

Draft draft_of(const Reading& reading, std::uint32_t unit_index, const Cue& cue, RuleId rule) {
  const Unit& unit = reading.units[unit_index];
  Draft draft;
  draft.unit = unit_index;
  draft.statement.sentence = unit.sentence;
  draft.statement.rule = rule;
  draft.statement.cue = cue_ranges(reading, unit, cue.elements);
  draft.statement.commitment = static_cast<Commitment>(cue.entry->stance);
  const bool impersonal = cue.entry->speaker_slot == lang::SpeakerSlot::Agentless;
  if (impersonal) {
    draft.speaker = source_in_clause(reading, unit, cue.segment);
  } else {
    draft.speaker = cue.passive ? find_agent(reading, unit, cue) : find_subject(reading, unit, cue.segment, cue.verb);
  }
  draft.statement.speaker = make_speaker(reading, unit, draft.speaker);
  resolve_relative(reading, unit, cue.segment, draft.speaker, draft.statement.speaker);
  return draft;
}

}  // namespace ql::claims
