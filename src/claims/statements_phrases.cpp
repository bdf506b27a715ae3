// SPDX-License-Identifier: Apache-2.0
// Attribution without a governing verb: "laut X", "nach (ersten) Angaben der X", "nach Polizeiangaben", "X zufolge",
// "dem Vernehmen nach", "unter Berufung auf X", "wie X mitteilte", "so X". The content is the clause that the
// phrase stands in, without the phrase; in a relative clause only that clause. Cost: linear in the unit, each phrase
// looks at a bounded neighbourhood. Tested by cues_test.cpp, traps_test.cpp and the examples of lexicons/de/cues.tsv.
#include <algorithm>

#include "base/utf8.h"
#include "claims/chains.h"
#include "claims/commitment.h"
#include "claims/statements_content.h"

namespace ql::claims {
namespace {

constexpr std::uint32_t kMaxBefore = 9;     // elements of a phrase before a postposition
constexpr std::uint32_t kMaxModifiers = 3;  // "nach ersten bisherigen Angaben"

/// An attributing phrase: its elements, its cue words, the source.
struct SourcePhrase {
  std::uint32_t begin = 0, end = 0;
  std::vector<std::uint32_t> cue;
  Phrase speaker;
  std::string speaker_text;  ///< When the source is the first part of a compound ("Polizeiangaben").
  TextRange speaker_range;
  const lang::CueEntry* entry = nullptr;
  bool bound_to_subject = false;  ///< "nach eigenen Angaben"
};

class PhraseFinder {
 public:
  PhraseFinder(const Reading& reading, const Unit& unit) : r_(reading), unit_(unit) {}

  std::vector<SourcePhrase> run() {
    for (std::uint32_t e = 0; e < unit_.elements.size(); ++e) {
      if (unit_.elements[e].is_quotation()) continue;
      SourcePhrase best;
      for (const lang::CueReading& pattern : r_.words[token(e)].patterns) {
        SourcePhrase phrase;
        phrase.entry = &r_.lexicon.entry(pattern);
        if (matches(phrase, e) && phrase.cue.size() > best.cue.size()) best = phrase;
      }
      if (best.entry == nullptr || (!found_.empty() && found_.back().end > best.begin)) continue;
      found_.push_back(best);
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::uint32_t token(std::uint32_t e) const { return unit_.elements[e].first; }
  [[nodiscard]] bool open(std::uint32_t e) const {
    return e < unit_.elements.size() && !unit_.elements[e].is_quotation();
  }

  bool matches(SourcePhrase& phrase, std::uint32_t e) const {
    if (phrase.entry->cue_class == lang::CueClass::Postposition) return postposition(phrase, e);
    if (!words_match(phrase, e)) return false;
    phrase.begin = e;
    if (phrase.entry->speaker_slot == lang::SpeakerSlot::Agentless) {
      phrase.bound_to_subject = phrase.entry->lemma.find("eigen") != std::string::npos;
      return true;
    }
    if (!phrase.speaker_text.empty()) return true;
    if (possessive_source(phrase, e)) return true;
    if (source_behind(phrase)) return true;
    if (!names_information(phrase)) return false;
    phrase.speaker = {phrase.begin + 1, phrase.end};
    return true;
  }

  /// "nach ersten Angaben", "nach Informationen vom Abend": the noun of information is source enough.
  [[nodiscard]] bool names_information(const SourcePhrase& phrase) const {
    if (phrase.entry->companions.size() < 2 || !phrase.entry->lemma.starts_with("nach ")) return false;
    if (open(phrase.begin + 1) && phrase.cue.back() > phrase.begin + 1) {  // "nach dem Bericht" is a time
      const std::uint32_t next = token(phrase.begin + 1);
      if (r_.is(next, "dem") || r_.is(next, "der") || r_.is(next, "den")) return false;
    }
    return phrase.cue.back() > phrase.cue.front() + 1 || r_.has(token(phrase.cue.back()), lang::kSourceNoun);
  }

  /// The entry's words from element `e` on; modifiers may stand before the last one, which may end a compound.
  bool words_match(SourcePhrase& phrase, std::uint32_t e) const {
    const auto& words = phrase.entry->companions;
    phrase.cue = {e};
    phrase.end = e + 1;
    for (std::size_t i = 1; i < words.size(); ++i) {
      std::uint32_t at = phrase.end;
      const bool last = i + 1 == words.size();
      for (std::uint32_t skipped = 0; last && i == 1 && skipped < kMaxModifiers && may_stand_inside(at); ++skipped)
        ++at;
      if (!open(at)) return false;
      if (!r_.is(token(at), words[i]) && !(last && compound(phrase, at, words[i]))) return false;
      phrase.cue.push_back(at);
      phrase.end = at + 1;
    }
    return true;
  }

  /// Between preposition and noun: "nach ersten Angaben", "nach einem Bericht", "nach Celebis Angaben".
  [[nodiscard]] bool may_stand_inside(std::uint32_t at) const {
    if (!open(at) || !r_.words[token(at)].word || r_.words[token(at)].finite) return false;
    return !r_.words[token(at)].capitalised || is_genitive_name(at);
  }

  [[nodiscard]] bool is_genitive_name(std::uint32_t at) const {
    const std::string_view text = r_.text(token(at));
    const bool named = r_.mention_at[token(at)] != Reading::kNone;
    if (!open(at + 1)) return false;
    const bool part = named && r_.mention_at[token(at + 1)] == r_.mention_at[token(at)];
    return part || (text.ends_with("s") && (named || r_.has(token(at + 1), lang::kSourceNoun)));
  }

  /// "Polizeiangaben" for "angaben": the first part is the source.
  bool compound(SourcePhrase& phrase, std::uint32_t at, std::string_view word) const {
    const std::string_view text = r_.text(token(at));
    const std::string lower = to_lower_utf8(text);
    if (lower.size() < word.size() + 2 || !lower.ends_with(word)) return false;
    std::string_view first = text.substr(0, text.size() - word.size());
    const bool hyphen = first.ends_with('-');
    if (hyphen) first.remove_suffix(1);
    if (!hyphen && first.size() < 4) return false;  // "Aus|wertung"
    if (first.ends_with('s') && first.size() > 4) first.remove_suffix(1);
    phrase.speaker_text = std::string(first);
    const TextRange whole = r_.notes.tokens[token(at)].text;
    phrase.speaker_range = {whole.begin, whole.end};
    return true;
  }

  /// "nach seinen Angaben", "nach Celebis Angaben".
  bool possessive_source(SourcePhrase& phrase, std::uint32_t e) const {
    for (std::uint32_t at = e + 1; at < phrase.cue.back(); ++at) {
      const std::string_view text = r_.text(token(at));
      if (text.starts_with("sein") || text.starts_with("ihre") || text.starts_with("deren") ||
          text.starts_with("dessen")) {
        phrase.speaker = {at, at + 1};
        return true;
      }
      if (is_genitive_name(at)) {
        phrase.speaker = {at, phrase.cue.back()};
        return true;
      }
    }
    return false;
  }

  /// Genitive, von-phrase, or for "laut" any phrase.
  bool source_behind(SourcePhrase& phrase) const {
    std::uint32_t at = phrase.end;
    if (open(at) && phrase.entry->companions.size() > 1 &&
        (r_.is(token(at), "von") || r_.is(token(at), "vom") || r_.is(token(at), "aus"))) {
      ++at;
    }
    const Phrase source = read_phrase(r_, unit_, at, static_cast<std::uint32_t>(unit_.elements.size()), PhraseUse::Any);
    if (source.empty() || !capitalised_head(source)) return false;
    if (!can_speak(r_, unit_, source) && !is_determined(source)) return false;
    phrase.speaker = unwrapped(source, phrase);
    phrase.end = source.end;
    return true;
  }

  /// "laut vorläufigem Ergebnis", "laut dem Gespräch": with "laut" any phrase that does not begin with its noun.
  [[nodiscard]] bool is_determined(Phrase phrase) const {
    for (std::uint32_t e = phrase.begin; e < phrase.end; ++e) {
      if (r_.has(token(e), lang::kTimeNoun)) return false;
    }
    return !r_.words[token(phrase.begin)].capitalised && r_.text(token(phrase.begin)).ends_with("m");
  }

  [[nodiscard]] bool capitalised_head(Phrase phrase) const {
    for (std::uint32_t e = phrase.begin; e < phrase.end; ++e) {
      if (r_.words[token(e)].capitalised || r_.mention_at[token(e)] != Reading::kNone) return true;
    }
    return false;
  }

  /// "laut Informationen aus US-Quellen": the source stands behind the noun of information.
  Phrase unwrapped(Phrase source, SourcePhrase& phrase) const {
    for (std::uint32_t e = source.begin; e + 1 < source.end; ++e) {
      if (!r_.has(token(e), lang::kSourceNoun)) continue;
      std::uint32_t at = e + 1;
      if (r_.is(token(at), "von") || r_.is(token(at), "aus") || r_.is(token(at), "vom")) ++at;
      if (at >= source.end) return source;
      for (std::uint32_t c = source.begin; c < at; ++c) phrase.cue.push_back(c);
      return {at, source.end};
    }
    return source;
  }

  bool postposition(SourcePhrase& phrase, std::uint32_t e) const {
    phrase.cue = {e};
    phrase.end = e + 1;
    const std::uint32_t low = e > kMaxBefore ? e - kMaxBefore : 0;
    for (std::uint32_t at = low; at < e; ++at) {
      if (!open(at)) continue;
      const Phrase source = read_phrase(r_, unit_, at, e, PhraseUse::Any);
      if (source.end != e || source.empty() || !capitalised_head(source)) continue;
      phrase.begin = at;
      phrase.speaker = unwrapped(source, phrase);
      std::sort(phrase.cue.begin(), phrase.cue.end());
      return true;
    }
    return false;
  }

  const Reading& r_;
  const Unit& unit_;
  std::vector<SourcePhrase> found_;
};

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
    for (const SourcePhrase& phrase : PhraseFinder(r_, unit_).run()) source_phrase(phrase);
    for (std::uint32_t s = 0; s < unit_.segments.size(); ++s) {
      if (unit_.segments[s].kind == SegmentKind::Wie)
        wie_clause(s);
      else if (is_attribution(r_, unit_, s) && r_.is(unit_.elements[unit_.segments[s].begin].first, "so"))
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
    if (s == Segment::kNone) return;
    if (phrase.entry->lemma.starts_with("unter ") &&
        std::any_of(cues_.begin(), cues_.end(), [&](const Cue& c) { return c.segment == s; })) {
      return;  // the cue's own recogniser reads it as its source
    }
    if (joins_cue(phrase, s)) return;
    Draft draft = fresh(phrase.cue, phrase.speaker, "de.phrase.source.01");
    draft.statement.commitment = static_cast<Commitment>(phrase.entry->stance);
    draft.statement.frame = r_.range(unit_, phrase.begin, phrase.end);
    if (!phrase.speaker_text.empty()) {
      draft.statement.speaker.text = phrase.speaker_text;
      draft.statement.speaker.span = phrase.speaker_range;
      attach_part(phrase, draft);
    }
    if (phrase.bound_to_subject) bind_to_subject(s, draft);
    if (phrase.speaker.end == phrase.speaker.begin + 1 && is_possessive(phrase.speaker.begin)) {
      draft.inherits_speaker = true;  // "nach seinen Worten": whoever spoke before
    }
    if (phrase.entry->cue_class == lang::CueClass::Adverb && !phrase.bound_to_subject) {
      draft.inherits_speaker = true;
      draft.rank = Rank::Continued;
    }
    add_around(phrase, s, draft);
    if (draft.statement.content.empty()) return;
    settle_commitment(r_, nullptr, draft);
    drafts_.push_back(std::move(draft));
  }

  [[nodiscard]] bool is_possessive(std::uint32_t e) const {
    const std::string_view text = r_.text(unit_.elements[e].first);
    return text.starts_with("sein") || text.starts_with("ihre");
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
    draft.statement.speaker = make_speaker(r_, unit_, draft.speaker);
  }

  /// "bestreitet laut dem Anzeiger eine Mitschuld": beside a reporting verb the phrase is a relay.
  [[nodiscard]] bool joins_cue(const SourcePhrase& phrase, std::uint32_t s) {
    for (Draft& draft : drafts_) {
      if (draft.unit != index_ || (draft.rank > Rank::Clausal && draft.rank != Rank::Nominal) || phrase.speaker.empty())
        continue;
      const bool same = std::any_of(cues_.begin(), cues_.end(), [&](const Cue& c) { return c.segment == s; });
      if (!same || !is_foreign_medium(r_, unit_, phrase.speaker)) continue;
      add_relay(r_, unit_, phrase.speaker, draft);
      cut_out(r_.range(unit_, phrase.begin, phrase.end), draft.statement.content);
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
      while (last + 1 < unit_.segments.size() && extends(last + 1, last + 1)) ++last;
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

  void relay_in_relative(std::uint32_t s, Draft& draft) const {
    const Segment& segment = unit_.segments[s];
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
    while (first > 0 && extends(first, first - 1)) --first;
    while (last + 1 < unit_.segments.size() && extends(last + 1, last + 1)) ++last;
    if (first < s) add_content(r_, unit_, unit_.segments[first].begin, unit_.segments[s - 1].end, draft);
    if (last > s) add_content(r_, unit_, unit_.segments[s + 1].begin, unit_.segments[last].end, draft);
    if (draft.statement.content.empty()) return;
    settle_commitment(r_, cue, draft);
    drafts_.push_back(std::move(draft));
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
