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

/// What stands before the quoted words leaves room for what was said: an article, a preposition, "als", "wie", the
/// verb.
bool may_be_said(const Reading& r, const Unit& unit, const Cue& cue, std::uint32_t quoted) {
  if (quoted == 0 || unit.elements[quoted - 1].is_quotation()) return false;
  const std::uint32_t before = unit.elements[quoted - 1].first;
  if (quoted - 1 == cue.verb) return true;
  return r.has(before, lang::kDeterminer | lang::kObliqueDeterminer | lang::kPreposition) || r.is(before, "als") ||
         r.is(before, "wie");
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
    const auto [first, last] = quotations_in(r, r.range(unit, s.begin, s.end));
    for (std::size_t q = first; q < last; ++q) {
      const std::uint32_t quoted = element_at(r, unit, s, r.quotations[q].inner.begin);
      if (quoted == Segment::kNone || !may_be_said(r, unit, cue, quoted) || !in_object(r, unit, cue, quoted)) continue;
      Draft draft = draft_of(r, unit_index, cue, "de.quote.part.01");
      if (draft.speaker.empty()) continue;
      draft.rank = Rank::Phrase;
      draft.statement.kind = StatementKind::Direct;
      draft.statement.content.push_back(r.quotations[q].inner);
      draft.statement.frame = r.range(unit, s.begin, s.end);
      draft.statement.confidence = 0.7F;
      relay_of_cue(r, unit, cue, draft);
      settle_commitment(r, &cue, draft);
      drafts.push_back(std::move(draft));
    }
  }
}

}  // namespace ql::claims
