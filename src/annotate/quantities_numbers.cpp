// SPDX-License-Identifier: Apache-2.0
// number = (digits | cardinal word | "ein") [mixed fraction] [part | dozen | scale [lower scales]]
//        | "die" half | "jeder" ordinal | vague plural | vague lead + round number
// Digits: groups of three behind '.', an apostrophe or a blank of any width; decimal comma; "3/4"; a dot with
// other than three digits behind it stays open (4.30 may be a clock time).
// Cost: linear, every lexeme is looked at a constant number of times. Tested by quantities_test.cpp.
#include "annotate/quantities_numbers.h"

#include <charconv>
#include <cmath>
#include <string>

namespace ql::annotate {

using lang::CountedWord;
using lang::NumberWord;
using lang::NumeralKind;

namespace {

double number_of(std::string_view digits) {
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool is_apostrophe(std::string_view sign) { return sign == "'" || sign == "\u2019"; }

/// The value of one-character fractions, or 0.
double vulgar_fraction(std::string_view sign) {
  if (sign == "\u00BD") return 0.5;
  if (sign == "\u00BC") return 0.25;
  if (sign == "\u00BE") return 0.75;
  if (sign == "\u2153") return 1.0 / 3;
  if (sign == "\u2154") return 2.0 / 3;
  return 0;
}

/// Where the run of digit groups that starts at `at` ends; appends its digits. A blank groups only after one to
/// three digits and before exactly three, and not if two kinds of separators meet.
std::size_t read_groups(const SentenceText& text, std::size_t at, std::string& digits) {
  digits.append(text.written(at));
  std::size_t end = at + 1;
  if (text.written(at).size() > 3 || text.written(at).front() == '0') return end;
  const bool blank = text.is_digits(end) && !text.glued(end);
  const std::string_view sign = text.written(end);
  if (!blank && sign != "." && !is_apostrophe(sign)) return end;
  while (true) {
    const bool signed_group = !blank && text.written(end) == sign && text.glued(end) && text.glued(end + 1);
    const std::size_t group = blank ? end : end + 1;
    if (!text.is_digits(group) || text.written(group).size() != 3 || (!blank && !signed_group)) return end;
    if (blank && text.is_word(group + 1) && text.glued(group + 1)) return end;
    digits.append(text.written(group));
    end = group + 1;
  }
}

}  // namespace

std::optional<NumberWord> NumberReader::word_at(std::size_t at) const {
  const lang::LexemeFacts& facts = text_.facts(at);
  return facts.is_number && text_.is_word(at) ? std::optional(facts.number) : std::nullopt;
}

std::optional<double> NumberReader::cardinal_at(std::size_t at) const {
  if (text_.is_digits(at)) return number_of(text_.written(at));
  return text_.has(at, Trait::Cardinal) ? std::optional(text_.at(at).value) : std::nullopt;
}

std::optional<double> NumberReader::scale_at(std::size_t at, std::size_t* end) const {
  const std::optional<NumberWord> word = word_at(at);
  if (!word) return std::nullopt;
  const bool round = word->kind == NumeralKind::Hundred || word->kind == NumeralKind::Thousand;
  if (!lang::is_scale(word->kind) && word->kind != NumeralKind::Dozen && !round) return std::nullopt;
  const bool dotted = text_.is(at + 1, ".") && text_.glued(at + 1);
  const bool abbreviation = word->kind == NumeralKind::ScaleShort || word->kind == NumeralKind::ScaleDotted;
  if (word->kind == NumeralKind::ScaleDotted && !dotted) return std::nullopt;  // "Bio" is a word of its own
  *end = at + 1 + (abbreviation && dotted && at + 2 < text_.size() ? 1 : 0);
  return word->value;
}

NumberPhrase NumberReader::with_scale(NumberPhrase number) const {
  std::size_t end = 0;
  const std::optional<double> scale = scale_at(number.end, &end);
  if (!scale) return number;
  number.value *= *scale;
  number.scale = *scale;
  number.end = end;
  number.article = number.plain_digits = number.dot_decimal = false;
  // "zwei Millionen dreihunderttausend": what follows must be smaller than the scale.
  double limit = *scale;
  while (limit > 1) {
    const std::optional<double> more = text_.is_word(number.end) ? cardinal_at(number.end) : std::nullopt;
    if (!more) break;
    const std::optional<double> lower_scale = scale_at(number.end + 1, &end);
    const double part = *more * lower_scale.value_or(1);
    if (part >= limit) break;
    number.end = lower_scale ? end : number.end + 1;
    number.value += part;
    limit = lower_scale.value_or(1);
  }
  return number;
}

NumberPhrase NumberReader::with_fraction(NumberPhrase number) const {
  const std::size_t next = number.end;
  if (const std::optional<NumberWord> word = word_at(next); word && word->kind == NumeralKind::Part) {
    number.value *= word->value;
    number.form = NumberForm::Share;
    number.article = number.plain_digits = false;
    number.end = next + 1;
    return number;
  }
  const std::optional<NumberWord> comma = word_at(next);
  if (comma && comma->kind == NumeralKind::Comma && cardinal_at(next + 1)) {
    const std::string decimal = std::to_string(static_cast<int>(*cardinal_at(next + 1)));
    number.value += *cardinal_at(next + 1) * std::pow(10.0, -static_cast<double>(decimal.size()));
    number.plain_digits = false;
    number.end = next + 2;
  }
  if (!is(number.end, CountedWord::And)) return number;
  const std::optional<NumberWord> lead = word_at(number.end + 1), tail = word_at(number.end + 2);
  if (!tail) return number;
  const bool half = lead && lead->kind == NumeralKind::Article && tail->kind == NumeralKind::HalfWord;
  const std::optional<double> parts = cardinal_at(number.end + 1);
  if (!half && (!parts || tail->kind != NumeralKind::Part)) return number;
  number.value += half ? 0.5 : *parts * tail->value;
  number.plain_digits = false;
  number.end += 3;
  return number;
}

NumberReader::Result NumberReader::read_digits(std::size_t at) const {
  NumberPhrase number;
  number.begin = at;
  std::string digits;
  number.end = read_groups(text_, at, digits);
  number.digit_count = digits.size();
  number.plain_digits = number.end == at + 1;
  number.leading_zero = digits.size() > 1 && digits.front() == '0';
  const std::string_view sign = text_.written(number.end);
  const bool more = text_.glued(number.end) && text_.glued(number.end + 1) && text_.is_digits(number.end + 1);
  if (more && (sign == "," || sign == ".")) {
    number.dot_decimal = sign == ".";
    number.plain_digits = false;
    digits.append(".").append(text_.written(number.end + 1));
    number.end += 2;
  }
  number.value = number_of(digits);
  if (more && sign == "/" && number.plain_digits) {
    const double divisor = number_of(text_.written(number.end + 1));
    const bool fraction = divisor >= 2 && divisor <= 10 && number.value < divisor && number.value > 0;
    if (!fraction || text_.is(number.end + 2, "/")) return number;
    number.value /= divisor;
    number.form = NumberForm::Share;
    number.plain_digits = false;
    number.end += 2;
  }
  return with_scale(with_fraction(number));
}

NumberReader::Result NumberReader::read_sign(std::size_t at) const {
  const auto first = static_cast<unsigned char>(text_.written(at).front());
  if (first < 0x80 && first != '-') return std::nullopt;
  if (const double fraction = vulgar_fraction(text_.written(at)); fraction > 0) {
    NumberPhrase number;
    number.begin = at;
    number.end = at + 1;
    number.value = fraction;
    number.form = NumberForm::Share;
    return number;
  }
  const bool minus = text_.written(at) == "-" || text_.written(at) == "\u2212" || text_.written(at) == "\u2013";
  if (!minus || !text_.is_digits(at + 1) || !text_.glued(at + 1) || text_.glued(at)) return std::nullopt;
  if (text_.is_dash(at + 2) && text_.glued(at + 2) && text_.is_word(at + 3)) return std::nullopt;  // "und -3-Masken"
  Result number = read_digits(at + 1);
  if (number) {
    number->begin = at;
    number->value = -number->value;
    number->plain_digits = false;
  }
  return number;
}

NumberReader::Result NumberReader::read_article(std::size_t at) const {
  NumberPhrase number;
  number.begin = at;
  number.end = at + 1;
  number.value = 1;
  number.article = true;
  const std::optional<NumberWord> next = word_at(at + 1);
  if (next && next->kind == NumeralKind::Pair) return read_vague_lead(at, at + 2);
  if (Result count = read_vague_count(at)) return count;
  if (next && next->kind == NumeralKind::HalfWord) {
    number.end = at + 2;
    number.value = 0.5;
    number = with_scale(number);
    number.article = false;
    return number;
  }
  return with_scale(with_fraction(number));
}

NumberReader::Result NumberReader::read_share_noun(std::size_t at) const {
  NumberPhrase number;
  const bool article = at > 0 && is(at - 1, CountedWord::Definite);
  number.begin = article ? at - 1 : at;
  number.end = at + 1;
  const NumeralKind kind = word_at(at)->kind;
  number.form = kind == NumeralKind::HalfNoun ? NumberForm::Share : NumberForm::Majority;
  number.value = 0.5;
  if (!article && number.form == NumberForm::Majority) return std::nullopt;
  return number;
}

/// "hunderttausend", "zehntausend": what "mehrere" makes vague.
bool NumberReader::is_round_word(std::size_t at) const {
  const double value = text_.has(at, Trait::Cardinal) ? text_.at(at).value : 0;
  return value == 1e4 || value == 1e5;
}

NumberReader::Result NumberReader::read_vague_lead(std::size_t at, std::size_t next) const {
  std::size_t end = 0;
  const std::optional<NumberWord> word = word_at(next);
  const bool vague = (word && word->kind == NumeralKind::Vague) || is_round_word(next);
  if (!vague && !scale_at(next, &end)) return std::nullopt;
  NumberPhrase number;
  number.begin = at;
  number.end = vague ? next + 1 : end;
  number.form = NumberForm::Vague;
  if (scale_at(number.end, &end)) number.end = end;  // "mehrere hundert Millionen"
  return number;
}

NumberReader::Result NumberReader::read_vague_count(std::size_t at) const {
  // "eine (kleine) Anzahl von", "eine Handvoll": at most one adjective in between.
  for (std::size_t noun = at + 1; noun <= at + 2; ++noun) {
    const std::optional<NumberWord> word = word_at(noun);
    if (!word || !text_.capitalised(noun)) continue;
    const bool with_adjective = noun == at + 2;
    const bool count =
        word->kind == NumeralKind::CountNoun || (word->kind == NumeralKind::CountNounAdjective && with_adjective);
    if (!count && word->kind != NumeralKind::Vague) continue;
    if (count && !is(noun + 1, CountedWord::VagueOf)) continue;
    NumberPhrase number;
    number.begin = at;
    number.end = noun + 1;
    number.form = NumberForm::Vague;
    return number;
  }
  return std::nullopt;
}

NumberReader::Result NumberReader::read_word(std::size_t at) const {
  if (!text_.has(at, Trait::StartsNumber)) return std::nullopt;
  NumberPhrase number;
  number.begin = at;
  number.end = at + 1;
  number.capitalised = text_.capitalised(at);
  if (const std::optional<NumberWord> word = word_at(at)) {
    std::size_t end = 0;
    switch (word->kind) {
      case NumeralKind::Article:
        return read_article(at);
      case NumeralKind::HalfNoun:
      case NumeralKind::Majority:
        return read_share_noun(at);
      case NumeralKind::VagueLead:
        return read_vague_lead(at, at + 1);
      case NumeralKind::Vague:
        number.form = NumberForm::Vague;
        if (scale_at(at + 1, &end)) number.end = end;  // "Dutzende Millionen", "Hunderte Millionen"
        return number;
      case NumeralKind::HalfWord: {
        number.value = 0.5;
        number = with_scale(number);
        return number.end > at + 1 ? Result(number) : std::nullopt;
      }
      case NumeralKind::Each: {
        const std::optional<NumberWord> ordinal = word_at(at + 1);
        if (!ordinal || ordinal->kind != NumeralKind::Ordinal) return std::nullopt;
        number.form = NumberForm::Share;
        number.value = 1 / ordinal->value;
        number.end = at + 2;
        return number;
      }
      case NumeralKind::ScalePlural:  // "Millionen Menschen": an unknown number of them
        number.form = NumberForm::Vague;
        return number;
      case NumeralKind::Scale:
      case NumeralKind::ScaleShort:
      case NumeralKind::ScaleDotted:
      case NumeralKind::Dozen:
        return std::nullopt;
      default:
        break;
    }
  }
  if (!text_.has(at, Trait::Cardinal)) {
    if (!text_.has(at, Trait::HowOften)) return std::nullopt;
    number.value = words_.how_often(text_.lower(at), &number.times_ending).value_or(0);
    return number;
  }
  number.value = text_.at(at).value;
  return with_scale(with_fraction(number));
}

std::optional<NumberPhrase> NumberReader::read(std::size_t at) const {
  if (text_.is_digits(at)) return read_digits(at);
  if (text_.is_word(at)) return read_word(at);
  return at < text_.size() ? read_sign(at) : std::nullopt;
}

}  // namespace ql::annotate
