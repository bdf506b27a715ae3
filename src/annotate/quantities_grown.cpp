// SPDX-License-Identifier: Apache-2.0
// Forms that are refused before a number is read at all: digits inside a name (A320), several numbers tied by signs
// (3:1, 24/7, 12.3.2021), telephone numbers, numbers with a grown suffix (57-jährig). Cost: constant per number. Tested
// by quantities_test.cpp.
#include <string>

#include "annotate/quantities_traps.h"

namespace ql::annotate {

using lang::TrapKind;
using lang::TrapPlace;

namespace {

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

/// "+49 30 5550 344": at least two groups behind the country's, not all of three digits ("+3 000 000").
std::optional<GrownNumber> read_country_phone(const SentenceText& text, std::size_t at) {
  constexpr std::size_t kLongestCode = 3, kThousands = 3;
  const bool plus = at > 0 && text.is(at - 1, "+") && text.glued(at) && text.written(at).size() <= kLongestCode;
  if (!plus) return std::nullopt;
  std::size_t end = at + 1;
  bool grouped = true;
  while (text.is_digits(end) || ((text.is(end, "/") || text.is_dash(end)) && text.is_digits(end + 1))) {
    grouped = grouped && text.is_digits(end) && text.written(end).size() == kThousands;
    ++end;
  }
  if (end < at + 3 || grouped) return std::nullopt;
  return GrownNumber{at, end, QuantityKind::PhoneNumber};
}

/// "03999/555-201", "0176 123 45": a number that starts with zero, and everything that goes on from it.
std::optional<GrownNumber> read_phone(const SentenceText& text, std::size_t at) {
  if (const auto phone = read_country_phone(text, at)) return phone;
  if (text.written(at).size() < 2 || text.written(at).front() != '0') return std::nullopt;
  std::size_t end = at + 1;
  while (text.is_digits(end) || ((text.is(end, "/") || text.is_dash(end)) && text.is_digits(end + 1))) ++end;
  const bool long_enough = text.written(at).size() >= 4 || end > at + 1;
  return long_enough && !text.is(at + 1, ".") && !text.is(at + 1, ":")
             ? std::optional(GrownNumber{at, end, QuantityKind::PhoneNumber})
             : std::nullopt;
}

/// "im 4-3-3", "ISBN 978-3-16-148410-0": three and more numbers tied by hyphens.
std::optional<GrownNumber> read_dashed(const SentenceText& text, std::size_t at) {
  std::size_t end = at + 1;
  while (text.is_dash(end) && text.glued(end) && text.glued(end + 1) && text.is_digits(end + 1)) end += 2;
  constexpr std::size_t kThree = 5;  // lexemes
  return end >= at + kThree ? std::optional(GrownNumber{at, end, QuantityKind::Identifier}) : std::nullopt;
}

/// "in der 90.+3 Minute": `at` is behind the sign.
bool is_added_time(const SentenceText& text, std::size_t at) {
  return at >= 3 && text.is(at - 1, "+") && text.glued(at) && text.is(at - 2, ".") && text.glued(at - 2) &&
         text.is_digits(at - 3);
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
  // "25/26", "45/24" are no fractions, "3/4" is one.
  const bool two_digits = text.written(at).size() == 2 || text.written(at + 2).size() == 2;
  if (sign == "/" && signs == 1 && (two_digits || text.written(at).size() >= 3 || text.written(at + 2).size() == 4))
    return GrownNumber{at, end, QuantityKind::Other};
  if (signs >= 2) {
    const bool thousands = text.written(at + 2).size() == 3 && text.written(at + 4).size() == 3;  // "1.764.500"
    const bool groups = thousands || text.written(at + 1) != text.written(at + 3);
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
  constexpr std::size_t kLongestCode = 4;
  const bool dotted_name = at > 1 && text.glued(at) && text.is(at - 1, ".") && text.glued(at - 1) &&
                           text.is_word(at - 2) && text.written(at - 2).size() <= kLongestCode &&
                           text.capitalised(at - 2);
  if (letter_before || name_before || dotted_name) {  // "A320", "PM2,5", "B.1.351", "BA.5"
    std::size_t signs = 0;
    bool colon = false;
    return GrownNumber{at, tied_run(text, at, &signs, &colon), QuantityKind::ModelName};
  }
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
  if (!suffix && !hyphen && text.facts(next).is_number) return std::nullopt;
  std::size_t end = next + 1;
  while (text.is_dash(end) && text.glued(end) && text.is_word(end + 1) && text.glued(end + 1)) end += 2;
  return GrownNumber{at, end, suffix ? kind_of(*suffix) : QuantityKind::Identifier};
}

std::optional<GrownNumber> read_whole(const TrapContext& context, std::size_t at) {
  const SentenceText& text = context.text;
  if (text.is_digits(at)) {
    if (const auto phone = read_phone(text, at)) return phone;
    if (const auto date = read_iso_date(text, at)) return date;
    if (const auto dashed = read_dashed(text, at)) return dashed;
    if (is_added_time(text, at)) return GrownNumber{at, at + 1, QuantityKind::Ordinal};
    if (at > 0 && text.glued(at) && text.is(at - 1, ".")) {
      if (const auto name = read_digit_word(context, at)) return name;
    }
    if (const auto tied = read_tied(context, at)) return tied;
    return read_digit_word(context, at);
  }
  if (!text.has(at, Trait::StartsNumber)) return std::nullopt;
  const bool inside = at >= 2 && text.glued(at) && text.is_dash(at - 1) && text.glued(at - 1) && text.is_word(at - 2) &&
                      text.is_dash(at + 1) && text.glued(at + 1);
  if (inside) return GrownNumber{at, at + 1, QuantityKind::ModelName};  // "Nummer-eins-Hit"
  if (!text.has(at, Trait::GrownNumber)) return std::nullopt;
  return GrownNumber{at, at + 1, grown_kind(context, context.language.number_traps.grown_suffix(text.lower(at)))};
}

/// "acht- bis zehnjährige", "20- bis 64-Jährigen": what is left out is the end of the next word.
std::optional<GrownNumber> read_shortened(const TrapContext& context, std::size_t at) {
  const SentenceText& text = context.text;
  const bool open = text.is_dash(at + 1) && text.glued(at + 1) && !text.glued(at + 2) && at + 3 < text.size();
  if (!open) return std::nullopt;
  const lang::LexemeFacts& joiner = text.facts(at + 2);
  const bool joined =
      joiner.is(lang::CountedWord::Until) || joiner.is(lang::CountedWord::And) || joiner.is(lang::CountedWord::Or);
  const bool number = text.is_digits(at) || text.has(at, Trait::Cardinal);
  if (!joined || !number) return std::nullopt;
  const std::optional<GrownNumber> whole = read_whole(context, at + 3);
  if (!whole) return std::nullopt;
  return GrownNumber{at, at + 1, whole->kind};
}

}  // namespace

std::optional<GrownNumber> read_grown_number(const TrapContext& context, std::size_t at) {
  const std::optional<GrownNumber> shortened = read_shortened(context, at);
  return shortened ? shortened : read_whole(context, at);
}

}  // namespace ql::annotate
