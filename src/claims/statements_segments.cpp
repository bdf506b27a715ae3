// SPDX-License-Identifier: Apache-2.0
// Units are cut into segments at commas, semicolons, colons, dashes, and at an "und" that joins two clauses; each
// segment gets a kind from its first word and the place of its finite verb. Cost: linear, look-ahead bounded.
// Tested by cues_test.cpp and traps_test.cpp.
#include <algorithm>

#include "claims/statements_passes.h"

namespace ql::claims {
namespace {

using annotate::Mood;

char separator_of(const Reading& r, const Element& element) {
  if (element.is_quotation()) return 0;
  switch (r.words[element.first].mark) {
    case Mark::Comma:
      return ',';
    case Mark::Semicolon:
      return ';';
    case Mark::Colon:
      return ':';
    case Mark::Dash:
      return '-';
    default:
      return 0;
  }
}

bool is_relative_word(const Reading& r, std::uint32_t t) {
  static constexpr std::string_view kWords[] = {"der",    "die",   "das",    "dem",     "den",    "deren",
                                                "dessen", "denen", "welche", "welcher", "welches"};
  return std::any_of(std::begin(kWords), std::end(kWords), [&](std::string_view w) { return r.is(t, w); });
}

/// Where the introducing word of a segment is: after a coordinator, or after a preposition ("in welchem").
std::uint32_t introducer(const Reading& r, const Unit& unit, const Segment& s) {
  std::uint32_t i = s.begin;
  const auto token = [&](std::uint32_t e) { return unit.elements[e].first; };
  if (i + 1 < s.end && r.has(token(i), lang::kCoordinator) && !r.has(token(i + 1), lang::kDeterminer)) ++i;
  if (i + 1 < s.end && r.has(token(i), lang::kPreposition) && s.separator == ',' &&
      (r.has(token(i + 1), lang::kWWord) || is_relative_word(r, token(i + 1)))) {
    ++i;
  }
  return i;
}

bool ends_with_infinitive_zu(const Reading& r, const Unit& unit, const Segment& s) {
  for (std::uint32_t i = s.begin; i < s.end; ++i) {
    const std::uint32_t t = unit.elements[i].first;
    if (r.notes.tokens[t].morphology.verb_form == annotate::VerbForm::InfinitiveZu) return true;
    if (r.is(t, "zu") && i + 1 < s.end) {
      const std::uint32_t next = unit.elements[i + 1].first;
      const std::string_view text = r.text(next);
      if (!r.words[next].capitalised && text.ends_with("n") &&
          (i + 2 == s.end || !r.has(next, lang::kDeterminer | lang::kObliqueDeterminer))) {
        return true;
      }
    }
  }
  return false;
}

bool is_subjunctive_mood(Mood mood) { return mood == Mood::SubjunctiveI || mood == Mood::SubjunctiveII; }

/// `before`: the segments of the unit that are cut already.
SegmentKind kind_of(const Reading& r, const Unit& unit, const std::vector<Segment>& before, const Segment& s) {
  const std::uint32_t intro = introducer(r, unit, s);
  const std::uint32_t t = unit.elements[intro].first;
  if (r.has(t, lang::kComplementizer)) return r.is(t, "ob") ? SegmentKind::Ob : SegmentKind::Dass;
  if (r.is(t, "wie") && intro == s.begin) return SegmentKind::Wie;
  if (r.has(t, lang::kWWord)) return SegmentKind::WClause;
  // "damit solle verhindert werden": right before the verb of a main clause it is an adverb.
  const bool adverb =
      s.finite == intro + 1 && s.finite + 1 < s.end && (r.is(t, "damit") || r.is(t, "da") || r.is(t, "seitdem"));
  if (r.has(t, lang::kSubordinator) && !r.has(t, lang::kPreposition) && !adverb) return SegmentKind::Subordinate;
  if (s.finite == Segment::kNone) {
    return ends_with_infinitive_zu(r, unit, s) ? SegmentKind::Infinitive : SegmentKind::Fragment;
  }
  const bool verb_last = s.finite + 1 == s.end && s.end - s.begin > 2;
  if (s.separator == ',' && verb_last && is_relative_word(r, t)) return SegmentKind::Relative;
  // "das Geschütze, Fahrzeuge und Munition umfasst": the end of a list inside a subordinate clause.
  if (s.separator == ',' && verb_last && !before.empty() && !is_subjunctive_mood(s.mood) &&
      (before.back().kind == SegmentKind::Fragment && before.size() > 1)) {
    return SegmentKind::Subordinate;
  }
  if (r.has(t, lang::kSubordinator) && verb_last) return SegmentKind::Subordinate;
  return SegmentKind::Main;
}

void describe(const Reading& r, const Unit& unit, const std::vector<Segment>& before, Segment& s) {
  for (std::uint32_t i = s.begin; i < s.end; ++i) {
    const Element& e = unit.elements[i];
    if (!e.is_quotation() && r.words[e.first].finite) {
      s.finite = i;
      s.mood = r.words[e.first].mood;
      break;
    }
  }
  s.kind = kind_of(r, unit, before, s);
  // "dass A kommt und B geht": the second half stays subordinate unless its verb comes first.
  if (s.separator == 'u' && s.kind == SegmentKind::Main && !before.empty() && s.finite != s.begin + 1) {
    const SegmentKind last = before.back().kind;
    if (last == SegmentKind::Dass || last == SegmentKind::Ob || last == SegmentKind::WClause ||
        last == SegmentKind::Relative || last == SegmentKind::Subordinate) {
      s.kind = last;
    }
  }
  if (s.kind == SegmentKind::Main || s.finite == Segment::kNone) return;
  for (std::uint32_t i = s.end; i-- > s.begin;) {  // verb last: the finite verb is the last one
    const Element& e = unit.elements[i];
    if (!e.is_quotation() && r.words[e.first].finite) {
      s.finite = i;
      s.mood = r.words[e.first].mood;
      return;
    }
  }
}

/// "und" at element `at` joins two clauses: another finite verb follows before the next separator. Looks ahead a
/// bounded number of elements.
bool joins_clauses(const Reading& r, const Unit& unit, std::uint32_t at, bool behind_modal) {
  constexpr std::uint32_t kLookAhead = 24;
  const Element& e = unit.elements[at];
  if (e.is_quotation() || !r.has(e.first, lang::kCoordinator)) return false;
  const std::uint32_t end = std::min(at + kLookAhead, static_cast<std::uint32_t>(unit.elements.size()));
  for (std::uint32_t i = at + 1; i < end; ++i) {
    if (unit.elements[i].is_quotation() || separator_of(r, unit.elements[i]) != 0) return false;
    const std::uint32_t t = unit.elements[i].first;
    const bool infinitive = behind_modal && (r.text(t).ends_with("en") || r.text(t) == "sein");
    if (r.words[t].finite && !infinitive) return true;
  }
  return false;
}

bool is_verb_last(SegmentKind kind) {
  return kind == SegmentKind::Dass || kind == SegmentKind::Ob || kind == SegmentKind::WClause ||
         kind == SegmentKind::Wie || kind == SegmentKind::Subordinate || kind == SegmentKind::Relative;
}

/// The segment behind `first` that ends the clause which `first` begins: only phrases and relative clauses lie between,
/// and it ends with the finite verb. kNone when there is none.
std::uint32_t end_of_clause(const Reading& r, const Unit& unit, const std::vector<Segment>& segments,
                            std::uint32_t first) {
  constexpr std::uint32_t kMaxInserted = 4;
  const auto count = static_cast<std::uint32_t>(segments.size());
  for (std::uint32_t i = first + 1; i < count && i <= first + kMaxInserted; ++i) {
    const Segment& s = segments[i];
    if (s.separator != ',' || unit.elements[s.begin].is_quotation()) return Segment::kNone;
    if (r.is(unit.elements[s.begin].first, "so")) return Segment::kNone;
    if (i > first + 1 && s.kind != SegmentKind::Relative && s.finite != Segment::kNone)
      return s.finite + 1 == s.end ? i : Segment::kNone;
    if (s.kind != SegmentKind::Fragment && s.kind != SegmentKind::Relative) return Segment::kNone;
  }
  return Segment::kNone;
}

/// "wie die Leiterin, Ruth Amelung, mitteilte": a verb-last clause goes on behind what is inserted.
void join_interrupted_clauses(const Reading& r, const Unit& unit, std::vector<Segment>& segments) {
  std::uint32_t kept = 0;
  for (std::uint32_t i = 0; i < segments.size(); ++i) {
    Segment segment = segments[i];
    const bool open = is_verb_last(segment.kind) && segment.finite == Segment::kNone;
    const std::uint32_t last = open ? end_of_clause(r, unit, segments, i) : Segment::kNone;
    if (last != Segment::kNone) {
      segment.end = segments[last].end;
      segment.finite = segments[last].finite;
      segment.mood = segments[last].mood;
      i = last;
    }
    segments[kept++] = segment;
  }
  segments.resize(kept);
}

/// Cuts one unit; `segments` is empty.
void cut_unit(const Reading& r, const Unit& unit, std::vector<Segment>& segments) {
  Segment segment;
  const auto close = [&](std::uint32_t end) {
    segment.end = end;
    if (segment.begin < segment.end) {
      describe(r, unit, segments, segment);
      segments.push_back(segment);
    }
  };
  const auto count = static_cast<std::uint32_t>(unit.elements.size());
  bool finite_seen = false, modal_seen = false;
  for (std::uint32_t i = 0; i < count; ++i) {
    const Element& e = unit.elements[i];
    char separator = separator_of(r, e);
    if (separator == '-' && !r.notes.tokens[e.first].space_before) separator = 0;
    const bool joins = separator == 0 && finite_seen && joins_clauses(r, unit, i, modal_seen);
    if (!e.is_quotation() && r.words[e.first].finite) {
      finite_seen = true;
      modal_seen = modal_seen || r.has(e.first, lang::kModalWord);
    }
    if (separator == 0 && !joins) continue;
    close(i);
    finite_seen = modal_seen = false;
    segment = {};
    segment.begin = joins ? i : i + 1;
    segment.separator = joins ? 'u' : separator;
  }
  std::uint32_t end = count;
  while (end > segment.begin && !unit.elements[end - 1].is_quotation() &&
         r.is(unit.elements[end - 1].first, Mark::Terminator)) {
    --end;
  }
  close(end);
  join_interrupted_clauses(r, unit, segments);
}

}  // namespace

void cut_segments(Reading& reading) {
  std::vector<Segment> segments;
  std::vector<std::size_t> counts;
  counts.reserve(reading.units.size());
  for (const Unit& unit : reading.units) {
    segments.clear();
    cut_unit(reading, unit, segments);
    reading.segments.insert(reading.segments.end(), segments.begin(), segments.end());
    counts.push_back(segments.size());
  }
  const Segment* next = reading.segments.data();
  for (std::size_t u = 0; u < counts.size(); next += counts[u++]) reading.units[u].segments = {next, counts[u]};
}

}  // namespace ql::claims
