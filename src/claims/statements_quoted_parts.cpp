// SPDX-License-Identifier: Apache-2.0
// A few quoted words in the clause of a reporting verb: "sprach von einem <<Dammbruch>>", "bezeichnete den Plan als
// <<maßvoll>>", "verkündete die <<größte Demo der Region>>". The quoted words are what was said; the clause is the
// frame. Names, titles and scare quotes stand behind their noun ("das Buch <<...>>") and are passed over. Cost: linear
// in the unit's elements and quotations. Tested by cues_test.cpp and traps_test.cpp.
#include <algorithm>

#include "claims/chains.h"
#include "claims/commitment.h"
#include "claims/statements_content.h"

namespace ql::claims {
namespace {

/// The quotations that lie wholly in a range, as indices [first, last).
std::pair<std::size_t, std::size_t> quotations_in(const Reading& r, TextRange range) {
  const auto begins_before = [](const Quotation& q, std::uint32_t at) { return q.outer.begin < at; };
  const auto first = std::lower_bound(r.quotations.begin(), r.quotations.end(), range.begin, begins_before);
  auto last = first;
  while (last != r.quotations.end() && last->outer.begin < range.end) ++last;
  return {static_cast<std::size_t>(first - r.quotations.begin()),
          static_cast<std::size_t>(last - r.quotations.begin())};
}

/// The element that begins with the quotation's first word, or kNone.
std::uint32_t element_at(const Reading& r, const Unit& unit, const Segment& s, std::uint32_t byte) {
  for (std::uint32_t e = s.begin; e < s.end; ++e) {
    if (!unit.elements[e].is_quotation() && r.notes.tokens[unit.elements[e].first].text.begin == byte) return e;
  }
  return Segment::kNone;
}

/// The preposition that governs the quoted words, looking over article and adjectives; kNone when there is none.
std::uint32_t governing_preposition(const Reading& r, const Unit& unit, const Segment& s, std::uint32_t quoted) {
  constexpr std::uint32_t kMaxModifiers = 3;
  for (std::uint32_t e = quoted; e-- > s.begin && quoted - e <= kMaxModifiers + 1;) {
    if (unit.elements[e].is_quotation()) return Segment::kNone;
    const std::uint32_t t = unit.elements[e].first;
    if (r.has(t, lang::kPreposition)) return t;
    if (r.words[t].capitalised || r.words[t].finite || !r.words[t].word) return Segment::kNone;
  }
  return Segment::kNone;
}

/// What stands before the quoted words leaves room for what was said: an article, a preposition that the cue takes,
/// "als", "wie", the verb itself.
bool may_be_said(const Reading& r, const Unit& unit, const Cue& cue, std::uint32_t quoted) {
  const Segment& s = unit.segments[cue.segment];
  if (quoted == 0 || unit.elements[quoted - 1].is_quotation()) return false;
  const std::uint32_t preposition = governing_preposition(r, unit, s, quoted);
  if (preposition != Segment::kNone)
    return r.is(preposition, "von") || r.is(preposition, "vom") || r.is(preposition, "vor");
  const std::uint32_t before = unit.elements[quoted - 1].first;
  if (quoted - 1 == cue.verb) return true;
  if (r.is(before, "dem") || r.is(before, "der")) return false;  // whom it was said to
  return r.has(before, lang::kDeterminer | lang::kObliqueDeterminer) || r.is(before, "als") || r.is(before, "wie");
}

/// Only capitalised words: a name, a title or a term, unless the cue calls something by it.
bool is_name(const Reading& r, const Unit& unit, const Segment& s, std::uint32_t quoted, TextRange inner) {
  for (std::uint32_t e = quoted; e < s.end && r.notes.tokens[unit.elements[e].first].text.begin < inner.end; ++e) {
    const Word& word = r.words[unit.elements[e].first];
    if (word.word && !word.capitalised) return false;
  }
  return true;
}

bool takes_quoted_object(const lang::CueEntry& entry) {
  const bool plain = (entry.frames & (lang::kFrameNounPhrase | lang::kFrameQuote)) != 0 && entry.preposition.empty();
  return plain || (entry.frames & lang::kFramePredicate) != 0 || entry.preposition == "von" ||
         entry.preposition == "vor" || entry.preposition == "als";
}

/// Says the verb what the quoted words are the object of? Behind a finite verb, before one that ends its clause; with a
/// preposition or predicate only behind "von", "vor", "als".
bool in_object(const Reading& r, const Unit& unit, const Cue& cue, std::uint32_t quoted) {
  if (quoted < cue.verb && cue.finite && unit.segments[cue.segment].kind == SegmentKind::Main) return false;
  const bool predicate = (cue.entry->frames & lang::kFramePredicate) != 0;
  if (!predicate && cue.entry->preposition.empty()) return true;
  for (std::uint32_t e = unit.segments[cue.segment].begin; e < quoted; ++e) {
    if (unit.elements[e].is_quotation()) continue;
    const std::uint32_t t = unit.elements[e].first;
    if (r.is(t, "als") || r.is(t, "von") || r.is(t, "vom") || r.is(t, "vor")) return true;
  }
  return predicate && cue.entry->lemma == "nennen";
}

}  // namespace

void recognise_quoted_parts(const Reading& r, std::uint32_t unit_index, const std::vector<Cue>& cues,
                            std::vector<Draft>& drafts) {
  const Unit& unit = r.units[unit_index];
  for (const Cue& cue : cues) {
    if (is_no_speech_act(cue) || !takes_quoted_object(*cue.entry)) continue;
    const Segment& s = unit.segments[cue.segment];
    if (cue.entry->stance == lang::CueStance::Denies || holds_denial_label(r, unit, s)) continue;
    const auto [first, last] = quotations_in(r, r.range(unit, s.begin, s.end));
    for (std::size_t q = first; q < last; ++q) {
      const std::uint32_t quoted = element_at(r, unit, s, r.quotations[q].inner.begin);
      if (quoted == Segment::kNone || !may_be_said(r, unit, cue, quoted) || !in_object(r, unit, cue, quoted)) continue;
      const bool calls = (cue.entry->frames & lang::kFramePredicate) != 0 || !cue.entry->preposition.empty();
      if (!calls && is_name(r, unit, s, quoted, r.quotations[q].inner)) continue;
      Draft draft = draft_of(r, unit_index, cue, "de.quote.part.01");
      if (draft.speaker.empty() || draft.statement.speaker.span.overlaps(r.quotations[q].outer)) continue;
      draft.rank = Rank::Nominal;  // what holds the clause around it goes first
      draft.may_nest = false;      // the statement around it shows the quotation already
      draft.statement.kind = StatementKind::Direct;
      draft.statement.content.push_back(r.quotations[q].inner);
      draft.statement.frame = r.range(unit, s.begin, s.end);
      relay_of_cue(r, unit, cue, draft);
      settle_commitment(r, &cue, draft);
      drafts.push_back(std::move(draft));
    }
  }
}

}  // namespace ql::claims
