// SPDX-License-Identifier: Apache-2.0
// classify_number() judges a number by its neighbours, cheapest test first; the words stand in number_traps.tsv.
// Cost: constant per number. Tested by quantities_test.cpp.
#include "annotate/quantities_traps.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "annotate/quantities_ages.h"
#include "annotate/quantities_names.h"
#include "annotate/quantities_nouns.h"
#include "base/utf8.h"

namespace ql::annotate {

using lang::TrapKind;
using lang::TrapPlace;

namespace {

constexpr std::string_view kYearUnit = "y";
constexpr double kLargestHouse = 1000;
constexpr double kFirstYear = 1800, kLastCentury = 2000, kLastYear = 2100;

bool plain_integer(const NumberPhrase& number) { return number.plain_digits && !number.article; }

const TimeExpression* time_over(const TrapContext& context, TextRange number) {
  const auto& times = context.notes.times;
  const auto found = std::partition_point(times.begin(), times.end(),
                                          [&](const TimeExpression& time) { return time.text.end <= number.begin; });
  return found != times.end() && found->text.overlaps(number) ? &*found : nullptr;
}

/// "Zwei Stunden hatte er beraten": a span of time in front of an auxiliary says how long, it counts nothing.
bool opens_with_auxiliary_behind(const TrapContext& context, const NumberSite& site) {
  const std::size_t end = site.amount.end;
  if (site.begin > 0 || end >= context.text.size()) return false;
  const WordClasses classes(context.notes);
  return classes.at(context.text.at(end)) == WordClass::Aux;
}

/// "Mit 102 will man sich bewegen": a bare number in front of a verb.
bool is_age_of_telling(const TrapContext& context, const NumberSite& site) {
  constexpr double kYoungest = 12, kOldest = 115;
  const NumberPhrase& number = site.amount.number;
  const bool bare = plain_integer(number) && !site.has_noun && site.amount.unit == nullptr && number.scale <= 1;
  if (!bare || number.value < kYoungest || number.value > kOldest || number.end >= context.text.size()) return false;
  if (phrase_before(context, site.begin, TrapPlace::BeforeYears) != TrapKind::Duration) return false;
  const WordClass next = WordClasses(context.notes).at(context.text.at(number.end));
  return next == WordClass::Verb || next == WordClass::Aux;
}

QuantityKind duration_kind(const TrapContext& context, const NumberSite& site) {
  // "um 15h", "ab 9 h"
  constexpr double kSecondsOfHour = 3600, kHours = 24;
  const NumberPhrase& own = site.amount.number;
  const bool hour = plain_integer(own) && own.value <= kHours && site.amount.unit->si_factor == kSecondsOfHour &&
                    context.text.range(own.end, site.amount.end).size() == 1;
  if (hour && phrase_before(context, site.begin, TrapPlace::BeforeHour)) return QuantityKind::ClockTime;
  if (phrase_at(context, site.amount.number.end, TrapPlace::After)) return QuantityKind::Age;  // "71 Jahre alt"
  if (phrase_before(context, site.begin, TrapPlace::BeforeYears) == TrapKind::Age) return QuantityKind::Age;
  // "Mit 54 Jahren starb er", but not "mit zwei Jahren Verspätung"
  constexpr double kYoungest = 12;
  const bool adult = site.amount.number.value >= kYoungest && !site.has_noun && site.amount.unit->code == kYearUnit;
  if (adult && phrase_before(context, site.begin, TrapPlace::BeforeYears) == TrapKind::Duration)
    return QuantityKind::Age;
  const bool years = site.amount.unit->code == kYearUnit;
  // "im Alter von 28, 38 und 49 Jahren"
  std::size_t first = site.begin;
  const auto joins = [&](std::size_t at) {
    return context.text.is(at, ",") || context.text.is(at, lang::CountedWord::And);
  };
  while (first >= 2 && joins(first - 1) && context.text.is_digits(first - 2)) first -= 2;
  if (years && first < site.begin && phrase_before(context, first, TrapPlace::BeforeYears) == TrapKind::Age) {
    return QuantityKind::Age;
  }
  if (years && (is_age_bound(context, site) || is_age_apposed(context, site))) return QuantityKind::Age;
  // "Kinder im Alter zwischen drei und fünf Jahren": "zwischen" belongs to the range.
  if (phrase_before(context, site.amount.number.begin, TrapPlace::BeforeYears) == TrapKind::Age)
    return QuantityKind::Age;
  // "2 Min.": a line that says how long it takes to read what follows.
  if (site.begin == 0 && site.amount.end >= context.text.size()) return QuantityKind::Duration;
  if (site.begin == 0 && site.amount.end + 1 == context.text.size() && context.text.is(site.amount.end, ".")) {
    return QuantityKind::Duration;
  }
  // "in 9,98 Sekunden" is a result.
  const bool split_second =
      site.amount.number.value != std::floor(site.amount.number.value) && site.amount.unit->si_factor <= 60;
  if (split_second) return QuantityKind::Quantity;
  const auto behind = phrase_at(context, site.amount.end, TrapPlace::AfterTime);
  if (behind == TrapKind::Other) return QuantityKind::Quantity;  // "des 15 Monate dauernden Prozesses"
  if (opens_with_auxiliary_behind(context, site)) return QuantityKind::Duration;
  // "in zwei oder vier Wochen"
  const bool alternative = site.begin >= 3 && context.text.is(site.begin - 1, lang::CountedWord::Or) &&
                           phrase_before(context, site.begin - 2, TrapPlace::BeforeTime);
  const bool adverbial = alternative || behind || phrase_before(context, site.begin, TrapPlace::BeforeTime) ||
                         phrase_before(context, site.amount.begin, TrapPlace::BeforeTime);
  return adverbial ? QuantityKind::Duration : QuantityKind::Quantity;
}

bool is_year(const TrapContext& context, const NumberSite& site) {
  const NumberPhrase& number = site.amount.number;
  const bool four_digits = number.plain_digits && number.digit_count == 4;
  if (!four_digits || number.value < kFirstYear || number.value >= kLastYear || site.amount.unit) return false;
  const auto cue = number.begin > 0 ? phrase_before(context, number.begin, TrapPlace::YearCue) : std::nullopt;
  if (phrase_at(context, number.end, TrapPlace::After) == TrapKind::Year) return true;  // "über 2021 hinaus"
  constexpr int kCentury = 100, kRound = 10;
  const bool round = static_cast<int>(number.value) % kCentury == 0;
  if (cue && (*cue == TrapKind::Year || (number.value > kLastCentury && !round && !site.hedged))) return true;
  if (number.begin > 0 && phrase_before(context, number.begin, TrapPlace::Month)) return true;
  // "etwa 2018", "mehr als 2019": an amount that is hedged is a round one.
  const bool bare_amount = site.hedged && static_cast<int>(number.value) % kRound == 0;
  // "Barnsley 2008 Gordon Muster": a name behind it is not counted.
  const bool name = number.end < context.text.size() &&
                    WordClasses(context.notes).at(context.text.at(number.end)) == WordClass::Propn;
  return (!site.has_noun || name) && !bare_amount;
}

/// "In Rieth gab es 12 Verletzte, in Sonnau 15": a name behind a preposition, behind something that was counted.
bool is_gapped(const TrapContext& context, const NumberSite& site) {
  const std::size_t name = site.amount.number.begin - 1;
  if (name == 0 || context.notes.quantities.empty()) return false;
  const Quantity& last = context.notes.quantities.back();
  const bool counted = last.kind == QuantityKind::Quantity && !last.counted.empty() &&
                       last.tokens.begin >= context.tokens.begin && last.tokens.end <= context.tokens.end;
  if (!counted) return false;
  const WordClasses classes(context.notes);
  return classes.at(context.text.at(name)) == WordClass::Propn &&
         classes.at(context.text.at(name - 1)) == WordClass::Adp;
}

/// A capitalised word, or one with a capital inside: "iPhone".
bool is_name_like(std::string_view word) {
  const CodePoint first = decode_utf8(word, 0);
  return is_upper(first.value) || std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// "Kommentare (214)": a number in brackets behind a noun in a line that says nothing.
bool is_bracketed_label(const TrapContext& context, const NumberSite& site) {
  const SentenceText& text = context.text;
  const NumberPhrase& number = site.amount.number;
  const std::size_t begin = number.begin;
  const bool alone = plain_integer(number) && !site.has_noun && site.amount.unit == nullptr && !site.hedged;
  if (!alone || begin < 2 || !text.is(begin - 1, "(") || !text.is(number.end, ")") || !text.capitalised(begin - 2))
    return false;
  const auto& tokens = context.notes.tokens;
  return std::none_of(tokens.begin() + context.tokens.begin, tokens.begin() + context.tokens.end,
                      [](const Token& t) { return t.word_class == WordClass::Verb || t.word_class == WordClass::Aux; });
}

/// "Mercedes 300 SL", "Boeing 737 Max": a number between two parts of a name that no preposition governs.
bool is_type_name(const TrapContext& context, const NumberSite& site) {
  const NumberPhrase& number = site.amount.number;
  if (!site.has_noun || number.end >= context.text.size() || number.digit_count > 4) return false;
  const WordClasses classes(context.notes);
  const auto class_at = [&](std::size_t at) { return classes.at(context.text.at(at)); };
  const WordClass before = class_at(number.begin - 1);
  const bool name = before == WordClass::Propn || before == WordClass::Noun;
  if (!name || class_at(number.end) != WordClass::Propn) return false;
  return number.begin < 2 || class_at(number.begin - 2) != WordClass::Adp;
}

/// "auf dem Platz 300 Gäste", "pro Tag zwölf Züge": an article or "pro" before the label, a noun right behind the
/// number.
bool counts_behind_label(const TrapContext& context, const NumberSite& site) {
  const std::size_t begin = site.amount.number.begin, end = site.amount.number.end;
  if (!site.has_noun || begin < 2 || end >= context.text.size()) return false;
  const WordClasses classes(context.notes);
  const auto class_at = [&](std::size_t at) { return classes.at(context.text.at(at)); };
  const std::string_view noun = context.text.written(end);
  const bool acronym = std::any_of(noun.begin() + 1, noun.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (acronym || (class_at(end) != WordClass::Noun && class_at(end) != WordClass::Adj)) return false;  // "§ 1 StGB"
  if (context.text.is(begin - 2, lang::CountedWord::Per)) return true;
  const WordClass before = class_at(begin - 2);
  const lang::PhraseWord lead = context.language.noun_phrase_words.find(context.text.lower(begin - 2));
  return before == WordClass::Det || lead == lang::PhraseWord::Contraction;
}

std::optional<QuantityKind> labelled_kind(const TrapContext& context, const NumberSite& site) {
  const SentenceText& text = context.text;
  const NumberPhrase& number = site.amount.number;
  const std::size_t before = number.begin;
  if (before > 0 && phrase_before(context, before, TrapPlace::LabelMeasure)) return QuantityKind::Identifier;
  if (before == 0 || site.amount.unit != nullptr || site.hedged || number.form != NumberForm::Cardinal) {
    return std::nullopt;
  }
  if (number.article || number.scale > 1) return std::nullopt;
  // "im ersten Quartal 4.120 Anträge": a grouped number that counts something has no label.
  const bool grouped = text.is_digits(number.begin) && !number.plain_digits && site.has_noun;
  if (grouped) return std::nullopt;
  if (const auto trap = phrase_before(context, before, TrapPlace::Label)) {
    if (counts_behind_label(context, site)) return std::nullopt;
    return kind_of(*trap);
  }
  if (text.is(before - 1, ":") && before >= 2) {
    const auto trap = phrase_before(context, before - 1, TrapPlace::Label);
    if (trap == TrapKind::Phone) return QuantityKind::PhoneNumber;
    if (trap && !site.has_noun && text.is_digits(number.begin)) return kind_of(*trap);  // "Lottozahlen: 4, 8, 15"
  }
  // "Musterstr. 4"
  if (text.is(before - 1, ".") && text.glued(before - 1) && before >= 2 && plain_integer(number)) {
    const auto street = context.language.number_traps.find_label_suffix(text.lower(before - 2));
    if (street && !site.has_noun && number.value < kLargestHouse) return kind_of(*street);
  }
  // "Uhr dreiunddreißig"
  const bool minutes =
      !site.has_noun && number.value < 60 && phrase_before(context, before, TrapPlace::After) == TrapKind::ClockTime;
  if (minutes) return QuantityKind::ClockTime;
  if (!is_name_like(text.written(before - 1)) || !plain_integer(number)) return std::nullopt;
  // "stimmten am Nachmittag 487 von 612 Delegierten"
  const bool part = text.is(number.end, lang::CountedWord::Of) || text.is(number.end, lang::CountedWord::Genitive);
  if (is_gapped(context, site)) return std::nullopt;
  if (part || time_over(context, text.range(before - 1, before)) != nullptr) return std::nullopt;
  const auto ending = context.language.number_traps.find_label_suffix(text.lower(before - 1));
  if (ending && number.value < kLargestHouse) return kind_of(*ending);
  // "iPhone 15", "Schalke 04", "B 96": a name with a number behind it and nothing that is counted.
  const bool one_letter = text.written(before - 1).size() == 1;
  // "ein Beben der Stärke 6", but "die Note 2"
  const bool measure = context.language.figure_roles.is(text.lower(before - 1), lang::FigureWord::MeasureNoun) &&
                       !phrase_before(context, before, TrapPlace::LabelWhole);
  if (measure) return std::nullopt;
  if (is_type_name(context, site)) return QuantityKind::ModelName;
  if (one_letter || (!site.has_noun && number.digit_count <= 4)) return QuantityKind::ModelName;
  return std::nullopt;
}

/// "rechnet mit mindestens 70. Zugelassen ist", "für 60. Eine Gerettete": the full stop ends a sentence that was
/// not cut there; behind an ordinal stands no article, pronoun or verb.
bool sentence_ends_behind(const TrapContext& context, const NumberSite& site) {
  const SentenceText& text = context.text;
  const std::size_t next = site.amount.number.end + 1;
  if (!text.is_word(next) || !text.capitalised(next)) return false;
  if (site.hedged) return true;
  switch (WordClasses(context.notes).at(text.at(next))) {
    case WordClass::Det:
    case WordClass::Pron:
    case WordClass::Adp:
    case WordClass::Cconj:
    case WordClass::Sconj:
    case WordClass::Aux:
      return true;
    default:
      return false;
  }
}

/// "78. Minute", "2. Liga", "am 3. Oktober": a full stop behind the digits, and the sentence goes on; or it was cut
/// there behind an article ("anlässlich des 100.").
bool is_ordinal(const TrapContext& context, const NumberSite& site) {
  const SentenceText& text = context.text;
  const NumberPhrase& number = site.amount.number;
  const bool dotted =
      plain_integer(number) && number.digit_count <= 3 && text.is(number.end, ".") && text.glued(number.end);
  if (dotted && number.begin == 0 && number.end + 1 == text.size()) return true;  // "2." before a paragraph
  if (dotted && number.end + 1 == text.size()) {
    return text.is(number.begin - 1, lang::CountedWord::OrdinalLead);
  }
  if (!dotted || number.end + 1 >= text.size() || sentence_ends_behind(context, site)) return false;
  std::size_t next = number.end + 1;
  // "traf zweimal (23., 67.)", "in der 90.+3 Minute"
  const bool minute = text.is(next, "+") || ((text.is(next, ")") || text.is(next, "/")) && number.begin > 0 &&
                                             text.is_sign(number.begin - 1));
  return minute || text.is_word(next) || text.is_digits(next) || text.is(next, ",") || text.is_dash(next);
}

/// "je 100.000 Einwohner", "gerechnet auf 1.000 Geburten": the round number that a rate is related to.
bool is_denominator(const TrapContext& context, const NumberSite& site) {
  constexpr double kSmallest = 1000;
  const NumberPhrase& number = site.amount.number;
  if (site.begin == 0 || number.value < kSmallest || site.amount.unit != nullptr || !site.has_noun) return false;
  double rest = number.value;
  while (rest >= 10) rest /= 10;
  if (rest != 1) return false;  // no power of ten
  // "Auf 100.000 Einwohner kommen 35 Fälle"
  const bool opens = site.begin == 1 && context.text.is(0, lang::CountedWord::To);
  if (opens && is_person_noun(context, number.end)) return true;
  return context.text.is(site.begin - 1, lang::CountedWord::Per) ||
         phrase_before(context, site.begin, TrapPlace::Label) == TrapKind::Other;
}

/// "'89"
bool is_short_year(const SentenceText& text, const NumberPhrase& number) {
  const std::size_t begin = number.begin;
  return plain_integer(number) && number.digit_count == 2 && begin > 0 && text.is_quote(begin - 1) &&
         text.glued(begin) && !text.glued(begin - 1) && !text.is_quote(number.end) && text.written(begin - 1) != "\"";
}

/// What a number is that stands for itself, without a noun or unit; none if it may count something that is left out.
std::optional<QuantityKind> bare_kind(const TrapContext& context, const NumberSite& site) {
  constexpr double kHours = 24;
  const NumberPhrase& number = site.amount.number;
  if (is_short_year(context.text, number)) return QuantityKind::Year;
  if (is_bare_age_bound(context, site) || is_age_reached(context, site)) return QuantityKind::Age;
  if (is_score_in_words(context, site)) return QuantityKind::Score;
  if (is_pronoun(context, site) || is_named_by_number(context, site)) return QuantityKind::Other;
  const bool hour = number.value <= kHours && number.form == NumberForm::Cardinal &&
                    phrase_before(context, site.begin, TrapPlace::BeforeHour) == TrapKind::ClockTime;
  if (hour) return QuantityKind::ClockTime;
  return continued_kind(context, site);
}

}  // namespace

QuantityKind kind_of(TrapKind trap) {
  switch (trap) {
    case TrapKind::Rank:
      return QuantityKind::Rank;
    case TrapKind::Identifier:
      return QuantityKind::Identifier;
    case TrapKind::Paragraph:
      return QuantityKind::Paragraph;
    case TrapKind::Phone:
      return QuantityKind::PhoneNumber;
    case TrapKind::HouseNumber:
      return QuantityKind::HouseNumber;
    case TrapKind::ClockTime:
      return QuantityKind::ClockTime;
    case TrapKind::Age:
      return QuantityKind::Age;
    case TrapKind::Month:
      return QuantityKind::Date;
    case TrapKind::Year:
      return QuantityKind::Year;
    case TrapKind::Duration:
      return QuantityKind::Duration;
    case TrapKind::Other:
      break;
  }
  return QuantityKind::Other;
}

std::optional<TrapKind> phrase_at(const TrapContext& context, std::size_t at, TrapPlace place) {
  if (!context.text.facts(at).starts(place)) return std::nullopt;
  for (std::size_t length = 3; length > 0; --length) {
    if (at + length > context.text.size()) continue;
    if (const auto trap = context.language.number_traps.find(context.text.phrase(at, at + length), place)) return trap;
  }
  return std::nullopt;
}

std::optional<TrapKind> phrase_before(const TrapContext& context, std::size_t end, TrapPlace place) {
  if (end == 0 || !context.text.facts(end - 1).ends(place)) return std::nullopt;
  for (std::size_t length = std::min<std::size_t>(3, end); length > 0; --length) {
    const auto trap = context.language.number_traps.find(context.text.phrase(end - length, end), place);
    if (trap) return trap;
  }
  return std::nullopt;
}

QuantityKind classify_number(const TrapContext& context, const NumberSite& site) {
  SentenceText& text = context.text;
  const NumberPhrase& number = site.amount.number;
  if (const auto behind = phrase_at(context, number.end, TrapPlace::After)) {
    if (*behind == TrapKind::ClockTime) return QuantityKind::ClockTime;
    if (*behind == TrapKind::Other) return QuantityKind::Year;  // "500 v. Chr."
  }
  if (is_idiom(context, site) || is_in_title(context, site)) return QuantityKind::Other;
  if (is_ordinal(context, site)) return QuantityKind::Ordinal;
  if (is_denominator(context, site)) return QuantityKind::Other;
  if (site.amount.unit != nullptr && site.amount.unit->kind == lang::UnitKind::Time) {
    return duration_kind(context, site);
  }
  if (const TimeExpression* time = time_over(context, text.range(number.begin, number.end))) {
    if (time->type != TimexType::Duration && time->type != TimexType::Set) return QuantityKind::Date;
  }
  if (number.leading_zero || (number.plain_digits && number.digit_count > 12)) return QuantityKind::Identifier;
  if (is_age_in_brackets(context, site) || is_age_in_list(context, site)) return QuantityKind::Age;
  if (!site.has_noun && site.amount.unit == nullptr && number.scale <= 1 && is_age_bound(context, site)) {
    return QuantityKind::Age;
  }
  if (phrase_before(context, site.begin, TrapPlace::BeforeYears) == TrapKind::Age && !site.has_noun)
    return QuantityKind::Age;
  if (is_age_of_telling(context, site)) return QuantityKind::Age;
  const bool bare = !site.has_noun && site.amount.unit == nullptr && number.scale <= 1;
  if (bare) {
    if (const auto kind = bare_kind(context, site)) return *kind;
  }
  if (is_postal_code(context, site)) return QuantityKind::Identifier;
  if (is_year(context, site)) return QuantityKind::Year;
  if (phrase_at(context, number.end, TrapPlace::Month) && plain_integer(number) && number.value <= 31) {
    return QuantityKind::Date;
  }
  if (const auto kind = labelled_kind(context, site)) return *kind;
  if (is_bracketed_label(context, site)) return QuantityKind::Other;
  if (number.dot_decimal && site.amount.unit == nullptr && number.scale <= 1) return QuantityKind::Other;
  return QuantityKind::Quantity;
}

}  // namespace ql::annotate
