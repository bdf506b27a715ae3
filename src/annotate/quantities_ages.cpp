// SPDX-License-Identifier: Apache-2.0
// Ages stand in brackets or commas behind a name, in lists behind persons, or are the bound of a group of persons.
// Cost: constant per number. Tested by quantities_test.cpp.
#include "annotate/quantities_ages.h"

#include <algorithm>
#include <string>

#include "lang/stem.h"

namespace ql::annotate {

using lang::TrapPlace;

namespace {

constexpr double kOldestAge = 115;

bool plain_integer(const NumberPhrase& number) { return number.plain_digits && !number.article; }

}  // namespace

bool is_person_noun(const TrapContext& context, std::size_t at) {
  if (!context.text.is_word(at) || !context.text.capitalised(at)) return false;
  const lang::FigureRoles& roles = context.language.figure_roles;
  if (roles.is(context.text.lower(at), lang::FigureWord::Person)) return true;
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
    if (at == 0 || !context.language.number_traps.find(context.text.lower(at), TrapPlace::AgeBound)) continue;
    if (is_person_noun(context, at - 1) || phrase_before(context, at, TrapPlace::BeforeYears) == lang::TrapKind::Age)
      return true;
  }
  return false;
}

bool is_age_in_list(const TrapContext& context, const NumberSite& site) {
  const SentenceText& text = context.text;
  const auto joins = [&](std::size_t at) {
    return text.is(at, ",") || context.language.counted_words.is(text.lower(at), lang::CountedWord::And);
  };
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
  const bool name_before = text.capitalised(number.begin - 2) ||
                           (text.is(number.begin - 2, ".") && number.begin >= 3 && text.capitalised(number.begin - 3));
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
