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

bool has_verb_reading(std::span<const lang::CueReading> cues, unsigned forms) {
  return std::any_of(cues.begin(), cues.end(), [&](const lang::CueReading& r) { return (r.forms & forms) != 0; });
}

/// "dpa-Meldung", "57-Jährige": the part behind the hyphen makes it a noun.
bool is_compound_name(std::string_view text) {
  const std::size_t hyphen = text.rfind('-');
  return hyphen != std::string_view::npos && hyphen > 0 && hyphen + 1 < text.size() &&
         starts_upper(text.substr(hyphen + 1));
}

/// `before` is the word to the left: behind an article a form in -te is an adjective ("die bestätigte Meldung").
Word look_up(const Reading& reading, const annotate::Token& token, const Word* before, std::string& lower) {
  Word word;
  const std::string_view text = slice(reading.report.text, token.text);
  const CodePoint first = decode_utf8(text, 0);
  word.word = is_letter(first.value) || is_digit(first.value);
  word.capitalised = is_upper(first.value) || is_compound_name(text);
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
                            const lang::Language& language) {
  Reading reading{report, notes, language, language.cues, find_quotations(report), {}, {}, {}, {}};
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
  for (Unit& unit : reading.units) cut_segments(reading, unit);
  return reading;
}

}  // namespace ql::claims
