// SPDX-License-Identifier: Apache-2.0
// Prepares a report for the recognisers in four linear passes: look every token up once; pair quotation marks;
// join sentences that break inside a quotation into units; cut units into elements and segments. A quotation is an
// element of its own if it stands for a clause (it holds a sentence end, follows a colon, or fills a place between
// commas); otherwise its words are ordinary words of the sentence around it ("sagte, dass <<10.000>> Soldaten").
// Brackets are passed over. Tested by cues_test.cpp and traps_test.cpp.
#include "claims/statements_reading.h"

#include <algorithm>

#include "base/utf8.h"

namespace ql::claims {
namespace {

using annotate::Mood;
using annotate::WordClass;

constexpr std::uint32_t kMinClauseTokens = 3;
constexpr std::uint32_t kMinBrokenTokens = 6;  // shorter lines without a stop are headings

bool is_terminator(std::string_view text) {
  return text == "." || text == "!" || text == "?" || text == "\u2026" || text == "...";
}

bool is_quote_mark(std::string_view text) {
  return text == "\"" || text == "\u201E" || text == "\u201C" || text == "\u201D" || text == "\u00AB" ||
         text == "\u00BB" || text == "\u201A" || text == "\u2018" || text == "\u2039" || text == "\u203A" ||
         text == "'";
}

bool is_dash(std::string_view text) { return text == "\u2013" || text == "\u2014" || text == "-" || text == "--"; }

bool has_verb_reading(std::span<const lang::CueReading> cues, unsigned forms) {
  return std::any_of(cues.begin(), cues.end(), [&](const lang::CueReading& r) { return (r.forms & forms) != 0; });
}

/// `before` is the word to the left: behind an article a form in -te is an adjective ("die bestätigte Meldung").
Word look_up(const Reading& reading, const annotate::Token& token, const Word* before, std::string& lower) {
  Word word;
  const std::string_view text = slice(reading.report.text, token.text);
  const CodePoint first = decode_utf8(text, 0);
  word.word = is_letter(first.value) || is_digit(first.value);
  word.capitalised = is_upper(first.value);
  if (!word.word) return word;
  lower = to_lower_utf8(text);
  word.classes = reading.lexicon.clause_word(lower);
  word.cues = reading.lexicon.readings(lower);
  word.patterns = reading.lexicon.patterns(lower);
  word.mood = token.morphology.mood;
  const bool tagged_finite = token.morphology.verb_form == annotate::VerbForm::Finite;
  const bool untagged = token.word_class == WordClass::X;
  const annotate::VerbForm form = token.morphology.verb_form;
  const bool non_finite = form == annotate::VerbForm::Infinitive || form == annotate::VerbForm::InfinitiveZu ||
                          form == annotate::VerbForm::Participle;
  const bool by_word = (word.classes & lang::kFiniteVerb) != 0;
  const bool by_cue =
      !word.capitalised && has_verb_reading(word.cues, lang::kFormFinite) &&
      !has_verb_reading(word.cues, lang::kFormParticiple | lang::kFormInfinitive) &&
      (untagged || token.word_class == WordClass::Verb ||
       (token.word_class == WordClass::Adj && before != nullptr && (before->capitalised || !before->word)));
  word.finite = tagged_finite || (!non_finite && (by_word || by_cue));
  if (word.finite && (word.classes & lang::kSubjunctiveOne) != 0) word.mood = Mood::SubjunctiveI;
  if (word.finite && (word.classes & lang::kSubjunctiveTwo) != 0) word.mood = Mood::SubjunctiveII;
  return word;
}

/// Cuts tokens into units and elements.
class UnitBuilder {
 public:
  explicit UnitBuilder(Reading& reading) : r_(reading) { place_quotations(); }

  void run() {
    const auto& sentences = r_.notes.sentences;
    for (std::size_t i = 0; i < sentences.size();) {
      std::uint32_t begin = sentences[i].tokens.begin;
      std::uint32_t end = sentences[i].tokens.end;
      const std::size_t first = i++;
      while (i < sentences.size() && begin < end && joins(end, sentences[i - 1], sentences[i]))
        end = sentences[i++].tokens.end;
      if (begin < end) add_units(SentenceId(first), begin, end);
    }
  }

 private:
  /// Marks the tokens of top-level quotations: opener_[t] = its quotation, inside_[t] = it lies in one.
  void place_quotations() {
    const auto& tokens = r_.notes.tokens;
    top_of_.assign(tokens.size(), Quotation::kNone);
    std::size_t token = 0;
    for (std::size_t q = 0; q < r_.quotations.size(); ++q) {
      const Quotation& quotation = r_.quotations[q];
      if (quotation.parent != Quotation::kNone) continue;
      while (token < tokens.size() && tokens[token].text.begin < quotation.outer.begin) ++token;
      for (; token < tokens.size() && tokens[token].text.begin < quotation.outer.end; ++token) {
        top_of_[token] = static_cast<std::uint32_t>(q);
      }
    }
  }

  /// The sentence that ends before token `end` goes on in `next`.
  [[nodiscard]] bool joins(std::uint32_t end, const annotate::Sentence& last, const annotate::Sentence& next) const {
    if (next.tokens.empty() || end == 0) return true;
    const std::uint32_t before = end - 1, after = next.tokens.begin;
    if (top_of_[before] != Quotation::kNone && top_of_[before] == top_of_[after]) return true;
    if (last.cut_at_end || breaks_off(last, next)) return true;
    if (r_.text(before) == ":" && top_of_[after] != Quotation::kNone) return true;
    if (last.block != next.block) return false;
    if (top_of_[before] != Quotation::kNone) return !r_.words[after].capitalised && top_of_[after] == Quotation::kNone;
    return false;
  }

  /// A paragraph that ends without a stop in the middle of a sentence, by a stray break.
  [[nodiscard]] bool breaks_off(const annotate::Sentence& last, const annotate::Sentence& next) const {
    if (!last.block.valid() || !next.block.valid() || next.block.index() != last.block.index() + 1) return false;
    const bool paragraphs = r_.report.blocks[last.block.index()].kind == clean::BlockKind::Paragraph &&
                            r_.report.blocks[next.block.index()].kind == clean::BlockKind::Paragraph;
    const std::uint32_t size = last.tokens.end - last.tokens.begin;
    return paragraphs && size >= kMinBrokenTokens && r_.words[last.tokens.end - 1].word &&
           !is_terminator(r_.text(last.tokens.end - 1));
  }

  void add_units(SentenceId sentence, std::uint32_t begin, std::uint32_t end) {
    Unit unit = fresh(sentence, begin);
    std::uint32_t depth = 0;
    for (std::uint32_t t = begin; t < end;) {
      const std::uint32_t q = top_of_[t];
      if (q != Quotation::kNone && depth == 0 && stands_alone(q, t, end, unit)) {
        std::uint32_t last = t;
        while (last + 1 < end && top_of_[last + 1] == q) ++last;
        unit.elements.push_back({t, last, q});
        t = last + 1;
        if (t < end && ends_sentence(q) && starts_sentence(t)) {
          finish(std::move(unit));
          sentence = sentence_of(t, sentence);
          unit = fresh(sentence, t);
        }
        continue;
      }
      const std::string_view text = r_.text(t);
      if (text == "(" || text == "[") ++depth;
      if (depth == 0 && !is_quote_mark(text)) unit.elements.push_back({t, t, Quotation::kNone});
      if ((text == ")" || text == "]") && depth > 0) --depth;
      ++t;
    }
    finish(std::move(unit));
  }

  [[nodiscard]] SentenceId sentence_of(std::uint32_t token, SentenceId from) const {
    std::size_t i = from.index();
    while (i + 1 < r_.notes.sentences.size() && r_.notes.sentences[i].tokens.end <= token) ++i;
    return SentenceId(i);
  }

  [[nodiscard]] Unit fresh(SentenceId sentence, std::uint32_t token) const {
    Unit unit;
    unit.sentence = sentence_of(token, sentence);
    unit.block = r_.notes.sentences[unit.sentence.index()].block;
    unit.title = unit.block.valid() && unit.block.index() < r_.report.blocks.size() &&
                 r_.report.blocks[unit.block.index()].kind == clean::BlockKind::Title;
    return unit;
  }

  [[nodiscard]] bool ends_sentence(std::uint32_t q) const {
    const TextRange inner = r_.quotations[q].inner;
    if (!r_.quotations[q].closed) return true;
    const std::string_view text = slice(r_.report.text, inner);
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("\u2026");
  }

  /// The token after a quotation with its own full stop begins a new sentence.
  [[nodiscard]] bool starts_sentence(std::uint32_t t) const {
    if (top_of_[t] != Quotation::kNone) return true;
    return r_.words[t].capitalised || is_digit(decode_utf8(r_.text(t), 0).value);
  }

  /// A quotation that fills the place of a clause.
  [[nodiscard]] bool stands_alone(std::uint32_t q, std::uint32_t t, std::uint32_t end, const Unit& unit) const {
    std::uint32_t last = t, words = 0;
    bool finite = false;
    for (; last < end && top_of_[last] == q; ++last) {
      words += r_.words[last].word ? 1 : 0;
      finite = finite || r_.words[last].finite;
    }
    const bool at_start = unit.elements.empty();
    const std::string_view before = at_start ? std::string_view{} : r_.text(unit.elements.back().last);
    const bool at_end = last >= end || is_terminator(r_.text(last));
    const bool comma_after = last < end && (r_.text(last) == "," || is_dash(r_.text(last)));
    if (before == ":") return words >= kMinClauseTokens || at_end;
    if (ends_sentence(q) && words >= 2 && (at_start || before == "," || is_terminator(before) || finite)) return true;
    if (at_start) return comma_after || at_end || (finite && last < end && r_.words[last].finite);
    if (before == "," || is_dash(before)) return (at_end || comma_after) && (finite || words > kMinClauseTokens);
    return false;
  }

  void finish(Unit&& unit) {
    if (!unit.elements.empty()) r_.units.push_back(std::move(unit));
  }

  Reading& r_;
  std::vector<std::uint32_t> top_of_;
};

char separator_of(const Reading& r, const Element& element) {
  if (element.is_quotation()) return 0;
  const std::string_view text = r.text(element.first);
  if (text == ",") return ',';
  if (text == ";") return ';';
  if (text == ":") return ':';
  if (is_dash(text)) return '-';
  return 0;
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
          !r.has(next, lang::kDeterminer | lang::kObliqueDeterminer)) {
        return true;
      }
    }
  }
  return false;
}

bool is_subjunctive_mood(Mood mood) { return mood == Mood::SubjunctiveI || mood == Mood::SubjunctiveII; }

SegmentKind kind_of(const Reading& r, const Unit& unit, const Segment& s) {
  const std::uint32_t intro = introducer(r, unit, s);
  const std::uint32_t t = unit.elements[intro].first;
  if (r.has(t, lang::kComplementizer)) return r.is(t, "ob") ? SegmentKind::Ob : SegmentKind::Dass;
  if (r.is(t, "wie") && intro == s.begin) return SegmentKind::Wie;
  if (r.has(t, lang::kWWord)) return SegmentKind::WClause;
  if (r.has(t, lang::kSubordinator) && !r.has(t, lang::kPreposition)) return SegmentKind::Subordinate;
  if (s.finite == Segment::kNone) {
    return ends_with_infinitive_zu(r, unit, s) ? SegmentKind::Infinitive : SegmentKind::Fragment;
  }
  const bool verb_last = s.finite + 1 == s.end && s.end - s.begin > 2;
  if (s.separator == ',' && verb_last && is_relative_word(r, t)) return SegmentKind::Relative;
  // "das Geschütze, Fahrzeuge und Munition umfasst": the end of a list inside a subordinate clause.
  if (s.separator == ',' && verb_last && !unit.segments.empty() && !is_subjunctive_mood(s.mood) &&
      (unit.segments.back().kind == SegmentKind::Fragment && unit.segments.size() > 1)) {
    return SegmentKind::Subordinate;
  }
  if (r.has(t, lang::kSubordinator) && verb_last) return SegmentKind::Subordinate;
  return SegmentKind::Main;
}

void describe(const Reading& r, const Unit& unit, Segment& s) {
  for (std::uint32_t i = s.begin; i < s.end; ++i) {
    const Element& e = unit.elements[i];
    if (!e.is_quotation() && r.words[e.first].finite) {
      s.finite = i;
      s.mood = r.words[e.first].mood;
      break;
    }
  }
  s.kind = kind_of(r, unit, s);
  // "dass A kommt und B geht": the second half stays subordinate unless its verb comes first.
  if (s.separator == 'u' && s.kind == SegmentKind::Main && !unit.segments.empty() && s.finite != s.begin + 1) {
    const SegmentKind last = unit.segments.back().kind;
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

void cut_segments(const Reading& r, Unit& unit) {
  Segment segment;
  const auto close = [&](std::uint32_t end) {
    segment.end = end;
    if (segment.begin < segment.end) {
      describe(r, unit, segment);
      unit.segments.push_back(segment);
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
         is_terminator(r.text(unit.elements[end - 1].first))) {
    --end;
  }
  close(end);
}

}  // namespace

bool Reading::is(std::uint32_t token, std::string_view lower_case_word) const {
  const std::string_view word = text(token);
  if (word.size() != lower_case_word.size() || word.empty()) return false;
  if (word == lower_case_word) return true;
  if (!words[token].capitalised) return false;
  const CodePoint first = decode_utf8(word, 0), wanted = decode_utf8(lower_case_word, 0);
  return to_lower(first.value) == wanted.value &&
         word.substr(first.size_bytes) == lower_case_word.substr(wanted.size_bytes);
}

TextRange Reading::range(const Unit& unit, std::uint32_t begin, std::uint32_t end) const {
  if (begin >= end) return {};
  const Element& first = unit.elements[begin];
  const Element& last = unit.elements[end - 1];
  const std::uint32_t from =
      first.is_quotation() ? quotations[first.quotation].inner.begin : notes.tokens[first.first].text.begin;
  const std::uint32_t to =
      last.is_quotation() ? quotations[last.quotation].inner.end : notes.tokens[last.last].text.end;
  return {from, std::max(from, to)};
}

Reading read_for_statements(const clean::Report& report, const annotate::Annotations& notes,
                            const lang::CueLexicon& lexicon) {
  Reading reading{report, notes, lexicon, find_quotations(report), {}, {}, {}, {}};
  std::string lower;
  reading.words.reserve(notes.tokens.size());
  for (const annotate::Token& token : notes.tokens) {
    const Word before = reading.words.empty() ? Word{} : reading.words.back();
    reading.words.push_back(look_up(reading, token, &before, lower));
  }
  reading.clause_of_verb.assign(notes.tokens.size(), Reading::kNone);
  for (std::size_t i = 0; i < notes.clauses.size(); ++i) {
    for (const TokenId verb : {notes.clauses[i].main_verb, notes.clauses[i].finite_verb}) {
      if (verb.valid()) reading.clause_of_verb[verb.index()] = static_cast<std::uint32_t>(i);
    }
  }
  reading.mention_at.assign(notes.tokens.size(), Reading::kNone);
  for (std::size_t i = 0; i < notes.mentions.size(); ++i) {
    const TokenRange range = notes.mentions[i].tokens;
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (reading.mention_at[t] == Reading::kNone) reading.mention_at[t] = static_cast<std::uint32_t>(i);
    }
  }
  UnitBuilder(reading).run();
  for (Unit& unit : reading.units) cut_segments(reading, unit);
  return reading;
}

}  // namespace ql::claims
