// SPDX-License-Identifier: Apache-2.0
// Two steps. read_grown_number() sees forms that are refused before a number is read at all: digits inside a
// name (A320), several numbers tied by signs (3:1, 24/7, 12.3.2021), numbers with a grown suffix (57-jährig).
// classify_number() judges a number by its neighbours, cheapest test first; the words stand in number_traps.tsv.
// Cost: constant per number. Tested by quantities_test.cpp.
#include "annotate/quantities_traps.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "annotate/quantities_ages.h"
#include "annotate/quantities_nouns.h"

namespace ql::annotate {

using lang::TrapKind;
using lang::TrapPlace;

namespace {

constexpr std::string_view kYearUnit = "y";
constexpr double kFirstYear = 1800, kLastCentury = 2000, kLastYear = 2100;

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
  const WordClasses classes(context.notes, context.tokens);
  return classes.at(context.text.range(end, end + 1).begin) == WordClass::Aux;
}

QuantityKind duration_kind(const TrapContext& context, const NumberSite& site) {
  if (phrase_at(context, site.amount.number.end, TrapPlace::After)) return QuantityKind::Age;  // "71 Jahre alt"
  if (phrase_before(context, site.begin, TrapPlace::BeforeYears)) return QuantityKind::Age;
  const bool years = site.amount.unit->code == kYearUnit;
  if (years && (is_age_bound(context, site) || is_age_apposed(context, site))) return QuantityKind::Age;
  // "Kinder im Alter zwischen drei und fünf Jahren": "zwischen" belongs to the range.
  if (phrase_before(context, site.amount.number.begin, TrapPlace::BeforeYears)) return QuantityKind::Age;
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
  const bool adverbial = behind || phrase_before(context, site.begin, TrapPlace::BeforeTime) ||
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
  return !site.has_noun && !bare_amount;
}

std::optional<QuantityKind> labelled_kind(const TrapContext& context, const NumberSite& site) {
  const SentenceText& text = context.text;
  const NumberPhrase& number = site.amount.number;
  const std::size_t before = number.begin;
  if (before == 0 || site.amount.unit != nullptr || site.hedged || number.form != NumberForm::Cardinal) {
    return std::nullopt;
  }
  if (number.article || number.scale > 1) return std::nullopt;
  // "im ersten Quartal 4.120 Anträge": a grouped number that counts something has no label.
  const bool grouped = text.is_digits(number.begin) && !number.plain_digits && site.has_noun;
  if (grouped) return std::nullopt;
  if (const auto trap = phrase_before(context, before, TrapPlace::Label)) return kind_of(*trap);
  if (text.is(before - 1, ":") && before >= 2) {
    const auto trap = phrase_before(context, before - 1, TrapPlace::Label);
    if (trap == TrapKind::Phone) return QuantityKind::PhoneNumber;
  }
  if (!text.capitalised(before - 1) || !plain_integer(number)) return std::nullopt;
  const auto ending = context.language.number_traps.find_label_suffix(text.lower(before - 1));
  if (ending && number.value < 1000) return kind_of(*ending);
  // "iPhone 15", "Schalke 04", "B 96": a name with a number behind it and nothing that is counted.
  const bool one_letter = text.written(before - 1).size() == 1;
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
  switch (WordClasses(context.notes, context.tokens).at(text.range(next, next + 1).begin)) {
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
    return context.language.counted_words.is(text.lower(number.begin - 1), lang::CountedWord::OrdinalLead);
  }
  if (!dotted || number.end + 1 >= text.size() || sentence_ends_behind(context, site)) return false;
  std::size_t next = number.end + 1;
  return text.is_word(next) || text.is_digits(next) || text.is(next, ",") || text.is_dash(next);
}

/// "je 100.000 Einwohner", "gerechnet auf 1.000 Geburten": the round number that a rate is related to.
bool is_denominator(const TrapContext& context, const NumberSite& site) {
  constexpr double kSmallest = 1000;
  const NumberPhrase& number = site.amount.number;
  if (site.begin == 0 || number.value < kSmallest || site.amount.unit != nullptr || !site.has_noun) return false;
  double rest = number.value;
  while (rest >= 10) rest /= 10;
  if (rest != 1) return false;  // no power of ten
  return context.language.counted_words.is(context.text.lower(site.begin - 1), lang::CountedWord::Per) ||
         phrase_before(context, site.begin, TrapPlace::Label) == TrapKind::Other;
}

QuantityKind grown_kind(const TrapContext& context, std::string_view suffix) {
  const auto trap = context.language.number_traps.find(suffix, TrapPlace::Suffix);
  return trap ? kind_of(*trap) : QuantityKind::Other;
}

bool tied_sign(std::string_view sign) { return sign == ":" || sign == "/" || sign == "." || sign == ","; }

/// The end of a run of numbers tied by signs without blanks; `signs` counts the ties, `colon` notes a colon.
std::size_t tied_run(const SentenceText& text, std::size_t at, std::size_t* signs, bool* colon) {
  std::size_t end = at + 1;
  while (text.glued(end) && text.glued(end + 1) && text.is_digits(end + 1)) {
    const std::string_view sign = text.written(end);
    if (!tied_sign(sign)) break;
    *colon = *colon || sign == ":";
    ++*signs;
    end += 2;
  }
  return end;
}

/// "2024-10-23", "2024-10": a date in the notation of machines.
std::optional<GrownNumber> read_iso_date(const SentenceText& text, std::size_t at) {
  std::size_t end = at + 1;
  while (text.written(end) == "-" && text.glued(end) && text.glued(end + 1) && text.is_digits(end + 1)) end += 2;
  const bool year = text.written(at).size() == 4 && text.written(at) < std::string_view("2100");
  if (end == at + 1 || !year || text.written(at + 2).size() != 2) return std::nullopt;
  if (text.is_word(end) && text.glued(end)) ++end;
  return GrownNumber{at, end, QuantityKind::Date};
}

/// "03999/555-201", "0176 123 45": a number that starts with zero, and everything that goes on from it.
std::optional<GrownNumber> read_phone(const SentenceText& text, std::size_t at) {
  if (text.written(at).size() < 2 || text.written(at).front() != '0') return std::nullopt;
  std::size_t end = at + 1;
  while (text.is_digits(end) || ((text.is(end, "/") || text.is_dash(end)) && text.is_digits(end + 1))) ++end;
  const bool long_enough = text.written(at).size() >= 4 || end > at + 1;
  return long_enough && !text.is(at + 1, ".") && !text.is(at + 1, ":")
             ? std::optional(GrownNumber{at, end, QuantityKind::PhoneNumber})
             : std::nullopt;
}

std::optional<GrownNumber> read_tied(const TrapContext& context, std::size_t at) {
  SentenceText& text = context.text;
  std::size_t signs = 0;
  bool colon = false;
  const std::size_t end = tied_run(text, at, &signs, &colon);
  if (signs == 0) return std::nullopt;
  if (colon) {
    const bool clock = phrase_at(context, end, TrapPlace::After) == TrapKind::ClockTime;
    const bool two_digits = text.written(at + 2).size() == 2 && text.written(at).size() <= 2;
    const bool zeroes = text.written(at + 2).front() == '0' || text.written(at).front() == '0';
    return GrownNumber{at, end, clock || (two_digits && zeroes) ? QuantityKind::ClockTime : QuantityKind::Score};
  }
  const std::string_view sign = text.written(at + 1);
  if (phrase_at(context, end, TrapPlace::After) == TrapKind::ClockTime && sign == "." && signs == 1) {
    return GrownNumber{at, end, QuantityKind::ClockTime};
  }
  // "Akte 123/7", "Ausgabe 22/2021"
  if (sign == "/" && (text.written(at).size() >= 3 || text.written(at + 2).size() == 4))
    return GrownNumber{at, end, QuantityKind::Other};
  if (signs >= 2) {
    const bool groups = text.written(at + 3).size() == 3 || text.written(at + 1) != text.written(at + 3);
    const bool date = sign == "." && !groups;
    if (date || text.written(at + 2).size() < 3 || sign == "/") return GrownNumber{at, end, QuantityKind::Date};
  }
  // "am 3.5.": day and month.
  const bool day_month = sign == "." && signs == 1 && text.is(end, ".") && text.glued(end) && end + 1 < text.size() &&
                         text.written(at + 2).size() <= 2 && text.written(at).size() <= 2;
  if (day_month) return GrownNumber{at, end, QuantityKind::Date};
  return std::nullopt;
}

std::optional<GrownNumber> read_digit_word(const TrapContext& context, std::size_t at) {
  SentenceText& text = context.text;
  const bool letter_before = at > 0 && text.glued(at) && text.is_word(at - 1);
  const bool name_before =
      at > 1 && text.glued(at) && text.is_dash(at - 1) && text.glued(at - 1) && text.is_word(at - 2);
  if (letter_before || name_before) return GrownNumber{at, at + 1, QuantityKind::ModelName};
  std::size_t next = at + 1;
  const bool hyphen = text.is_dash(next) && text.glued(next) && text.glued(next + 1) && text.is_word(next + 1);
  if (hyphen) ++next;
  if (!text.is_word(next) || !text.glued(next)) return std::nullopt;
  std::size_t unit_end = 0;
  const lang::Unit* unit = read_unit(text, context.language, next, &unit_end);
  if (unit != nullptr && !(text.is_dash(unit_end) && text.glued(unit_end))) return std::nullopt;
  const bool times = hyphen && phrase_at(context, next, TrapPlace::AfterTime) == TrapKind::Other;
  if (times) return std::nullopt;  // "330-mal"
  const auto suffix = context.language.number_traps.find(text.lower(next), TrapPlace::Suffix);
  if (!suffix && !hyphen && context.language.number_words.find(text.lower(next)) != nullptr) return std::nullopt;
  std::size_t end = next + 1;
  while (text.is_dash(end) && text.glued(end) && text.is_word(end + 1) && text.glued(end + 1)) end += 2;
  return GrownNumber{at, end, suffix ? kind_of(*suffix) : QuantityKind::Identifier};
}

std::optional<GrownNumber> read_whole(const TrapContext& context, std::size_t at) {
  const SentenceText& text = context.text;
  if (text.is_digits(at)) {
    if (const auto phone = read_phone(text, at)) return phone;
    if (const auto date = read_iso_date(text, at)) return date;
    if (const auto tied = read_tied(context, at)) return tied;
    return read_digit_word(context, at);
  }
  const std::string_view word = text.lower(at);
  if (!context.language.number_words.may_be_number(word)) return std::nullopt;
  const bool inside = at >= 2 && text.glued(at) && text.is_dash(at - 1) && text.glued(at - 1) && text.is_word(at - 2) &&
                      text.is_dash(at + 1) && text.glued(at + 1);
  if (inside) return GrownNumber{at, at + 1, QuantityKind::ModelName};  // "Nummer-eins-Hit"
  const std::string_view suffix = context.language.number_traps.grown_suffix(word);
  if (suffix.empty() || !context.language.number_words.cardinal_before(word, suffix.size())) return std::nullopt;
  return GrownNumber{at, at + 1, grown_kind(context, suffix)};
}

/// "acht- bis zehnjährige", "20- bis 64-Jährigen": what is left out is the end of the next word.
std::optional<GrownNumber> read_shortened(const TrapContext& context, std::size_t at) {
  const SentenceText& text = context.text;
  const bool open = text.is_dash(at + 1) && text.glued(at + 1) && !text.glued(at + 2) && at + 3 < text.size();
  if (!open) return std::nullopt;
  const lang::CountedWords& words = context.language.counted_words;
  const std::string_view joiner = text.lower(at + 2);
  const bool joined = words.is(joiner, lang::CountedWord::Until) || words.is(joiner, lang::CountedWord::And) ||
                      words.is(joiner, lang::CountedWord::Or);
  const bool number = text.is_digits(at) || context.language.number_words.cardinal(text.lower(at)).has_value();
  if (!joined || !number) return std::nullopt;
  const std::optional<GrownNumber> whole = read_whole(context, at + 3);
  if (!whole) return std::nullopt;
  return GrownNumber{at, at + 1, whole->kind};
}

}  // namespace

std::optional<TrapKind> phrase_at(const TrapContext& context, std::size_t at, TrapPlace place) {
  if (!context.language.number_traps.may_start(context.text.lower(at), place)) return std::nullopt;
  for (std::size_t length = 3; length > 0; --length) {
    if (at + length > context.text.size()) continue;
    if (const auto trap = context.language.number_traps.find(context.text.phrase(at, at + length), place)) return trap;
  }
  return std::nullopt;
}

std::optional<TrapKind> phrase_before(const TrapContext& context, std::size_t end, TrapPlace place) {
  if (end == 0 || !context.language.number_traps.may_end(context.text.lower(end - 1), place)) return std::nullopt;
  for (std::size_t length = std::min<std::size_t>(3, end); length > 0; --length) {
    const auto trap = context.language.number_traps.find(context.text.phrase(end - length, end), place);
    if (trap) return trap;
  }
  return std::nullopt;
}

std::optional<GrownNumber> read_grown_number(const TrapContext& context, std::size_t at) {
  const std::optional<GrownNumber> shortened = read_shortened(context, at);
  return shortened ? shortened : read_whole(context, at);
}

QuantityKind classify_number(const TrapContext& context, const NumberSite& site) {
  SentenceText& text = context.text;
  const NumberPhrase& number = site.amount.number;
  if (phrase_at(context, number.end, TrapPlace::After) == TrapKind::ClockTime) return QuantityKind::ClockTime;
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
  if (phrase_before(context, site.begin, TrapPlace::BeforeYears) && !site.has_noun) return QuantityKind::Age;
  if (is_year(context, site)) return QuantityKind::Year;
  if (phrase_at(context, number.end, TrapPlace::Month) && plain_integer(number) && number.value <= 31) {
    return QuantityKind::Date;
  }
  if (const auto kind = labelled_kind(context, site)) return *kind;
  if (number.dot_decimal && site.amount.unit == nullptr && number.scale <= 1) return QuantityKind::Other;
  return QuantityKind::Quantity;
}

}  // namespace ql::annotate
