// SPDX-License-Identifier: Apache-2.0
// Where content ends: see content_end(). Cost: linear in the unit. Tested by cues_test.cpp and traps_test.cpp.
#include "claims/statements_content.h"

#include <algorithm>

#include "base/utf8.h"

namespace ql::claims {
namespace {

/// The cue's companions stand in its segment ("blieb dabei", not "blieb gesperrt").
bool has_companions(const Reading& r, const Unit& unit, const Segment& s, const lang::CueEntry& entry) {
  return std::all_of(entry.companions.begin(), entry.companions.end(), [&](const std::string& companion) {
    for (std::uint32_t e = s.begin; e < s.end; ++e) {
      if (!unit.elements[e].is_quotation() && r.is(unit.elements[e].first, companion)) return true;
    }
    return false;
  });
}

bool has_finite_cue(const Reading& r, const Unit& unit, const Segment& s, std::uint32_t element) {
  const Element& e = unit.elements[element];
  if (e.is_quotation()) return false;
  const auto& cues = r.words[e.first].cues();
  return std::any_of(cues.begin(), cues.end(), [&](const lang::CueReading& c) {
    return (c.forms & lang::kFormFinite) != 0 && has_companions(r, unit, s, r.lexicon.entry(c));
  });
}

/// "hat X gesagt", "wird X zitiert": an auxiliary first, a reporting participle last.
bool has_perfect_cue(const Reading& r, const Unit& unit, const Segment& s) {
  const Element& last = unit.elements[s.end - 1];
  const std::uint32_t first = unit.elements[s.begin].first;
  if (s.end - s.begin < 2 || last.is_quotation() || !r.has(first, lang::kAuxiliaryWord)) return false;
  if (r.is(first, "ist") || r.is(first, "sind") || r.is(first, "war") || r.is(first, "waren")) return false;  // a state
  const auto& cues = r.words[last.first].cues();
  return std::any_of(cues.begin(), cues.end(),
                     [](const lang::CueReading& c) { return (c.forms & lang::kFormParticiple) != 0; });
}

/// "so X": so, then a phrase that can speak, no verb.
bool is_so_phrase(const Reading& r, const Unit& unit, const Segment& s) {
  if (!r.is(unit.elements[s.begin].first, "so") || s.end - s.begin < 2) return false;
  const Phrase phrase = read_phrase(r, unit, s.begin + 1, s.end, PhraseUse::Subject);
  if (s.finite != Segment::kNone || phrase.empty() || is_pronoun(r, unit, phrase) || !can_speak(r, unit, phrase))
    return false;
  const char head = r.text(unit.elements[phrase.begin].first).front();
  if (head >= '0' && head <= '9') return false;  // "so 3:2"
  // "so ein Sprecher", not "so ein Pech": behind "ein" somebody who is known to the names layer.
  const std::uint32_t first = unit.elements[phrase.begin].first;
  const std::uint32_t last = unit.elements[phrase.end - 1].first;
  const bool indefinite = r.is(first, "ein") || r.is(first, "eine");
  return !indefinite || r.mention_at[first] != Reading::kNone || r.mention_at[last] != Reading::kNone;
}

bool is_subordinate(SegmentKind kind) {
  return kind == SegmentKind::Dass || kind == SegmentKind::Ob || kind == SegmentKind::WClause ||
         kind == SegmentKind::Relative || kind == SegmentKind::Subordinate || kind == SegmentKind::Infinitive ||
         kind == SegmentKind::Wie;
}

}  // namespace

bool is_subjunctive(const Segment& segment) {
  return segment.mood == annotate::Mood::SubjunctiveI || segment.mood == annotate::Mood::SubjunctiveII;
}

bool holds_denial_label(const Reading& r, const Unit& unit, const Segment& segment) {
  for (std::uint32_t e = segment.begin; e < segment.end; ++e) {
    if (unit.elements[e].is_quotation()) continue;
    for (const lang::CueReading& reading : r.words[unit.elements[e].first].cues()) {
      if (r.lexicon.entry(reading).cue_class == lang::CueClass::Label) return true;
    }
  }
  return false;
}

bool is_attribution(const Reading& r, const Unit& unit, std::uint32_t index) {
  const Segment& s = unit.segments[index];
  if (unit.elements[s.begin].is_quotation()) return false;
  if (s.kind == SegmentKind::Wie) {
    for (std::uint32_t e = s.begin + 1; e < s.end; ++e) {
      if (has_finite_cue(r, unit, s, e) || r.is(unit.elements[e].first, "bekannt")) return true;
    }
    return false;
  }
  if (is_so_phrase(r, unit, s)) return true;
  const bool comma = s.separator == ',' || s.separator == '-';
  // "Für den Rest, so fürchtet die Leiterin, ...": a cue behind "so".
  if (comma && r.is(unit.elements[s.begin].first, "so") && s.kind == SegmentKind::Main && s.finite == s.begin + 1)
    return has_finite_cue(r, unit, s, s.finite);
  if (!comma || s.kind != SegmentKind::Main || s.finite != s.begin) return false;
  if (s.mood == annotate::Mood::SubjunctiveI) return false;  // "habe alles verboten": itself reported
  return has_finite_cue(r, unit, s, s.begin) || has_perfect_cue(r, unit, s);
}

std::uint32_t content_end(const Reading& r, const Unit& unit, std::uint32_t first) {
  const bool clause = is_subordinate(unit.segments[first].kind);
  std::uint32_t end = unit.segments[first].end;
  for (std::uint32_t i = first + 1; i < unit.segments.size(); ++i) {
    const Segment& s = unit.segments[i];
    if (unit.elements[s.begin].is_quotation() || s.separator == ':' || is_attribution(r, unit, i)) break;
    const bool main = s.kind == SegmentKind::Main;
    if (s.separator == ';' && main && !is_subjunctive(s)) break;
    if (clause && main && !is_subjunctive(s)) break;
    const bool joined = s.separator == 'u' || r.has(unit.elements[s.begin].first, lang::kCoordinator);
    if (!clause && main && joined && !is_subjunctive(s) && s.finite == s.begin + 1 &&
        has_finite_cue(r, unit, s, s.finite))
      break;
    if (!clause && main && s.separator == '-' && !is_subjunctive(s)) break;
    if (!clause && main && s.separator == ',' && s.finite == s.begin && !is_subjunctive(s)) break;  // the clause around
    end = s.end;
  }
  return end;
}

namespace {

/// The first quotation whose marks end behind `at`; quotations are in text order and nest at most a few deep.
std::size_t first_quotation(const Reading& r, std::uint32_t at) {
  constexpr std::size_t kMaxNesting = 8;
  const auto found = std::lower_bound(r.quotations.begin(), r.quotations.end(), at,
                                      [](const Quotation& q, std::uint32_t begin) { return q.outer.begin < begin; });
  auto index = static_cast<std::size_t>(found - r.quotations.begin());
  for (std::size_t back = 0; index > 0 && back < kMaxNesting; ++back) --index;
  while (index < r.quotations.size() && r.quotations[index].outer.end <= at) ++index;
  return index;
}

/// Content that holds one mark of a quotation holds both; content that is the quotation holds none.
TextRange with_both_marks(const Reading& r, TextRange range) {
  for (std::size_t q = first_quotation(r, range.begin); q < r.quotations.size(); ++q) {
    const Quotation& quotation = r.quotations[q];
    if (quotation.outer.begin >= range.end) break;
    if (quotation.outer.contains(range)) continue;
    if (quotation.inner.begin == range.begin) range.begin = quotation.outer.begin;
    if (quotation.outer.begin >= range.begin && quotation.inner.end == range.end) range.end = quotation.outer.end;
  }
  return range;
}

}  // namespace

void add_content(const Reading& r, const Unit& unit, std::uint32_t begin, std::uint32_t end, Draft& draft) {
  while (end > begin && !unit.elements[end - 1].is_quotation() && !r.words[unit.elements[end - 1].first].word) --end;
  while (begin < end && !unit.elements[begin].is_quotation() && !r.words[unit.elements[begin].first].word) ++begin;
  const TextRange range = r.range(unit, begin, end);
  if (!range.empty()) draft.statement.content.push_back(with_both_marks(r, range));
}

bool holds_quotation(const Reading& r, const std::vector<TextRange>& content) {
  return std::any_of(content.begin(), content.end(), [&](TextRange range) {
    const auto found = std::lower_bound(r.quotations.begin(), r.quotations.end(), range.begin,
                                        [](const Quotation& q, std::uint32_t at) { return q.outer.begin < at; });
    return found != r.quotations.end() && found->outer.begin < range.end;
  });
}

bool takes_sein(const Reading& r, std::uint32_t token) {
  const std::string lower = to_lower_utf8(r.text(token));
  for (std::size_t begin = 0; begin + 5 <= lower.size(); ++begin) {
    if ((r.lexicon.clause_word(std::string_view(lower).substr(begin)) & lang::kSeinParticiple) != 0) return true;
  }
  return false;
}

}  // namespace ql::claims
