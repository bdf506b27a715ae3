// SPDX-License-Identifier: Apache-2.0
// Prepares a report for the recognisers in four linear passes: look every token up once; pair quotation marks
// (quotations.cpp); join sentences into units of elements (statements_units.cpp); cut units into segments
// (statements_segments.cpp). Tested by cues_test.cpp and traps_test.cpp.
#include "claims/statements_reading.h"

#include <algorithm>

#include "base/utf8.h"
#include "claims/statements_passes.h"

namespace ql::claims {
namespace {

using annotate::Mood;
using annotate::WordClass;

bool has_verb_reading(const std::vector<lang::CueReading>& cues, unsigned forms) {
  return std::any_of(cues.begin(), cues.end(), [&](const lang::CueReading& r) { return (r.forms & forms) != 0; });
}

/// "dpa-Meldung", "57-Jährige": the part behind the hyphen makes it a noun.
bool is_compound_name(std::string_view text) {
  const std::size_t hyphen = text.rfind('-');
  return hyphen != std::string_view::npos && hyphen > 0 && hyphen + 1 < text.size() &&
         starts_upper(text.substr(hyphen + 1));
}

Mark mark_of(std::string_view text) {
  switch (decode_utf8(text, 0).value) {
    case U',':
      return text == "," ? Mark::Comma : Mark::None;
    case U';':
      return text == ";" ? Mark::Semicolon : Mark::None;
    case U':':
      return text == ":" ? Mark::Colon : Mark::None;
    case U'-':
    case U'\u2013':
    case U'\u2014':
      return text == "-" || text == "--" || text == "\u2013" || text == "\u2014" ? Mark::Dash : Mark::None;
    case U'.':
    case U'!':
    case U'?':
    case U'\u2026':
      return text.size() == 1 || text == "..." || text == "\u2026" ? Mark::Terminator : Mark::None;
    case U'(':
    case U'[':
      return text.size() == 1 ? Mark::Opening : Mark::None;
    case U')':
    case U']':
      return text.size() == 1 ? Mark::Closing : Mark::None;
    case U'"':
    case U'\'':
      return text.size() == 1 ? Mark::Quote : Mark::None;
    case U'\u201E':
    case U'\u201C':
    case U'\u201D':
    case U'\u201A':
    case U'\u2018':
    case U'\u2039':
    case U'\u203A':
      return text.size() == 3 ? Mark::Quote : Mark::None;
    case U'\u00AB':
    case U'\u00BB':
      return text.size() == 2 ? Mark::Quote : Mark::None;
    default:
      return Mark::None;
  }
}

/// A form as the lexicons are asked for it.
struct Form {
  std::string_view lower;  ///< In lower case.
  bool word = false, capitalised = false;
};

bool is_small_ascii(char c) { return c >= 'a' && c <= 'z'; }

/// Most words are small ASCII letters, or only begin with a capital one; the others are decoded. `buffer` holds what
/// had to be lowered.
Form form_of(std::string_view text, std::string& buffer) {
  const char first = static_cast<char>(text.front() | 0x20);
  if (is_small_ascii(first) && std::all_of(text.begin() + 1, text.end(), is_small_ascii)) {
    const bool capital = text.front() != first;
    if (!capital) return {text, true, false};
    buffer.assign(text);
    buffer.front() = first;
    return {buffer, true, true};
  }
  const CodePoint point = decode_utf8(text, 0);
  Form form;
  form.word = is_letter(point.value) || is_digit(point.value);
  form.capitalised = is_upper(point.value) || is_compound_name(text);
  if (!form.word) return form;
  buffer = to_lower_utf8(text);
  form.lower = buffer;
  return form;
}

/// `before` is the word to the left: behind an article a form in -te is an adjective ("die bestätigte Meldung").
bool is_finite(const Word& word, const annotate::Token& token, const Word* before) {
  const annotate::VerbForm form = token.morphology.verb_form;
  if (form == annotate::VerbForm::Finite) return true;
  if (form == annotate::VerbForm::Infinitive || form == annotate::VerbForm::InfinitiveZu ||
      form == annotate::VerbForm::Participle) {
    return false;
  }
  if ((word.classes & lang::kFiniteVerb) != 0) return true;
  return !word.capitalised && has_verb_reading(word.cues(), lang::kFormFinite) &&
         !has_verb_reading(word.cues(), lang::kFormParticiple | lang::kFormInfinitive) &&
         (token.word_class == WordClass::X || token.word_class == WordClass::Verb ||
          (token.word_class == WordClass::Adj && before != nullptr && (before->capitalised || !before->word)));
}

Word look_up(const Reading& reading, const annotate::Token& token, const Word* before, std::string& buffer) {
  const std::string_view text = slice(reading.report.text, token.text);
  const Form form = form_of(text, buffer);
  Word word;
  word.word = form.word;
  word.capitalised = form.capitalised;
  word.known = &reading.lexicon.word(form.lower);
  if (!word.word) {
    word.mark = mark_of(text);
    return word;
  }
  word.classes = word.known->classes;
  word.mood = token.morphology.mood;
  word.finite = is_finite(word, token, before);
  if (word.finite && (word.classes & lang::kSubjunctiveOne) != 0) word.mood = Mood::SubjunctiveI;
  if (word.finite && (word.classes & lang::kSubjunctiveTwo) != 0) word.mood = Mood::SubjunctiveII;
  return word;
}

}  // namespace

bool is_capitalised(std::string_view word, std::string_view lower_case_word) {
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
                            const lang::Language& language) {
  Reading reading{report, notes, language, language.cues, find_quotations(report), {}, {}, {}, {}, {}, {}};
  std::string lower;
  reading.words.reserve(notes.tokens.size());
  for (const annotate::Token& token : notes.tokens) {
    const Word before = reading.words.empty() ? Word{} : reading.words.back();
    reading.words.push_back(look_up(reading, token, &before, lower));
  }
  // "steigern zu wollen": behind "zu" a verb is an infinitive.
  for (std::uint32_t t = 1; t < reading.words.size(); ++t) {
    if (reading.words[t].finite && reading.text(t - 1) == "zu" && reading.text(t).ends_with("n"))
      reading.words[t].finite = false;
  }
  // "Blinken betonte", "Kommen wollte sie": of two finite forms in a row a capitalised first one is none.
  for (std::size_t t = 0; t + 1 < reading.words.size(); ++t) {
    if (reading.words[t].capitalised && reading.words[t + 1].finite && !reading.words[t + 1].capitalised)
      reading.words[t].finite = false;
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
  build_units(reading);
  cut_segments(reading);
  return reading;
}

}  // namespace ql::claims
