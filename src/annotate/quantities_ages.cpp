// SPDX-License-Identifier: Apache-2.0
// Ages stand in brackets or commas behind a name, in lists behind persons, or are the bound of a group of persons.
// Cost: constant per number. Tested by quantities_test.cpp.
#include "annotate/quantities_ages.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "annotate/quantities_nouns.h"
#include "lang/stem.h"

namespace ql::annotate {

using lang::TrapPlace;

namespace {

constexpr double kOldestAge = 115;

bool plain_integer(const NumberPhrase& number) { return number.plain_digits && !number.article; }

/// A noun that has a number and counts nothing, compounds of it included ("Inzidenzwert").
bool is_measure(const TrapContext& context, std::size_t at) {
  constexpr std::size_t kShortest = 4;
  const std::string_view word = context.text.lower(at);
  const lang::FigureRoles& roles = context.language.figure_roles;
  if (roles.is(word, lang::FigureWord::MeasureNoun)) return true;
  for (std::size_t cut = kShortest; cut + kShortest <= word.size(); ++cut) {
    if (roles.is(word.substr(cut), lang::FigureWord::MeasureNoun)) return true;
  }
  return false;
}

}  // namespace

bool is_person_noun(const TrapContext& context, std::size_t at) {
  if (!context.text.is_word(at) || !context.text.capitalised(at)) return false;
  const lang::FigureRoles& roles = context.language.figure_roles;
  if (context.text.facts(at).is(lang::FigureWord::Person)) return true;
  const std::uint32_t position = context.text.range(at, at + 1).begin;
  const auto begin = context.notes.tokens.begin() + context.tokens.begin;
  const auto end = context.notes.tokens.begin() + context.tokens.end;
  const auto token = std::partition_point(begin, end, [&](const Token& t) { return t.text.end <= position; });
  if (token == end || context.notes.lemmas.size() == 0) return false;
  std::string lemma(context.notes.lemmas.view(token->lemma));
  lang::lower_in_place(lemma);
  if (roles.is(lemma, lang::FigureWord::Person)) return true;
  const lang::Concept* found = context.language.concepts.counted(lang::stem(lemma));
  return found != nullptr && found->kind == lang::ConceptKind::People;
}

bool is_age_bound(const TrapContext& context, const NumberSite& site) {
  if (site.amount.number.value > kOldestAge || site.begin == 0) return false;
  // "unter" is a hedge and belongs to the site, "ab" is none and stands before it.
  for (const std::size_t at : {site.begin, site.begin - 1}) {
    if (at == 0 || !context.text.facts(at).starts(TrapPlace::AgeBound)) continue;
    if (!context.language.number_traps.find(context.text.lower(at), TrapPlace::AgeBound)) continue;
    if (phrase_before(context, at, TrapPlace::AgeLead)) return true;  // "wer über 65 ist"
    if (is_person_noun(context, at - 1) || phrase_before(context, at, TrapPlace::BeforeYears) == lang::TrapKind::Age)
      return true;
  }
  return false;
}

bool is_bare_age_bound(const TrapContext& context, const NumberSite& site) {
  constexpr double kYoungest = 3, kOldest = 99;
  const SentenceText& text = context.text;
  const NumberPhrase& number = site.amount.number;
  const bool fits = !site.hedged && !site.is_range && number.begin > 0 && number.value >= kYoungest &&
                    number.value <= kOldest && number.value == std::floor(number.value);
  if (!fits || !phrase_before(context, number.begin, TrapPlace::AgeBare)) return false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.capitalised(at) && is_measure(context, at)) return false;
  }
  return true;
}

bool is_age_reached(const TrapContext& context, const NumberSite& site) {
  constexpr double kYoungest = 10;
  constexpr std::size_t kBack = 4;
  const SentenceText& text = context.text;
  const NumberPhrase& number = site.amount.number;
  const bool fits = number.value >= kYoungest && number.value <= kOldestAge && number.form == NumberForm::Cardinal &&
                    number.value == std::floor(number.value);
  const std::size_t end = number.end;
  const bool over = end >= text.size() || text.is(end, ".") || text.is(end, ",") || text.is(end, "!") ||
                    text.is(end, lang::CountedWord::And);
  if (!fits || !over) return false;
  const WordClasses classes(context.notes);
  const auto class_at = [&](std::size_t at) { return classes.at(text.at(at)); };
  bool person = false, verb = false;
  for (std::size_t at = site.begin; at-- > 0 && at + kBack >= site.begin;) {
    const bool cue = phrase_before(context, at + 1, TrapPlace::AgeVerb).has_value();
    const WordClass word_class = class_at(at);
    const bool names = word_class == WordClass::Propn || word_class == WordClass::Pron;
    if (cue && verb) return false;
    verb = verb || cue;
    person = person || (names && !text.is_sign(at));
    if (verb && person) return true;
    const bool between = cue || names || word_class == WordClass::Adv;
    if (!between) return false;
  }
  return false;
}

bool is_age_in_list(const TrapContext& context, const NumberSite& site) {
  const SentenceText& text = context.text;
  const auto joins = [&](std::size_t at) { return text.is(at, ",") || text.is(at, lang::CountedWord::And); };
  const auto age = [&](std::size_t at) { return text.is_digits(at) && text.written(at).size() <= 2; };
  std::size_t begin = site.amount.number.begin, end = site.amount.number.end;
  if (!age(begin) || !plain_integer(site.amount.number) || site.has_noun || site.amount.unit != nullptr) return false;
  while (begin >= 2 && joins(begin - 1) && age(begin - 2)) begin -= 2;
  while (joins(end) && age(end + 1)) end += 2;
  if (begin < 2 || end - begin < 3 || !text.is(begin - 1, "(")) return false;
  return (text.is(end, ")") || text.is(end, ",")) && is_person_noun(context, begin - 2);
}

bool is_age_in_brackets(const TrapContext& context, const NumberSite& site) {
  const SentenceText& text = context.text;
  const NumberPhrase& number = site.amount.number;
  if (!plain_integer(number) || number.value > kOldestAge || number.value < 1) return false;
  // A sentence that starts with "(63)" was cut after the initial of a name.
  if (number.begin < 2) return number.begin == 1 && text.is(0, "(") && text.is(number.end, ")");
  const bool name_before = text.capitalised(number.begin - 2) || text.is(number.begin - 2, ")") ||
                           (text.is(number.begin - 2, ".") && number.begin >= 3 && text.capitalised(number.begin - 3));
  constexpr std::string_view kDied = "\u2020";
  const bool died = text.is(number.begin - 1, kDied) && text.is(number.begin - 2, "(");
  if (died && text.is(number.end, ")")) return true;
  const bool brackets = text.is(number.begin - 1, "(") && (text.is(number.end, ")") || text.is(number.end, ","));
  const bool commas = text.is(number.begin - 1, ",") && (text.is(number.end, ",") || text.is(number.end, "."));
  if (commas && (site.has_noun || number.value < 5 || text.size() <= number.end + 1)) return false;
  return name_before && (brackets || commas);
}

bool is_age_apposed(const TrapContext& context, const NumberSite& site) {
  const SentenceText& text = context.text;
  const std::size_t begin = site.begin, end = site.amount.end;
  const bool commas = begin >= 2 && text.is(begin - 1, ",") && (text.is(end, ",") || text.is(end, "."));
  return commas && site.amount.number.value <= kOldestAge && text.capitalised(begin - 2);
}

}  // namespace ql::annotate
