// SPDX-License-Identifier: Apache-2.0
// Longest match against the phrase tables: units forward from the number, hedges backward from it. A bound
// ("mehr als") beats a mere approximation ("rund") where both stand before one number.
// Cost: a constant number of table look-ups per number. Tested by quantities_test.cpp.
#include "annotate/quantities_units.h"

#include <algorithm>
#include <string>

namespace ql::annotate {
namespace {

constexpr double kLargeAmount = 1000;  // From here on Unit::large_form is meant.

/// "3 Meter 92", "12 Euro 50": one or two bare digits behind the unit.
bool read_bare_rest(const SentenceText& text, Amount& amount) {
  const std::size_t at = amount.end;
  const bool bare = text.is_digits(at) && text.written(at).size() <= 2 && !text.capitalised(at + 1) &&
                    !(text.glued(at + 1) && !text.is(at + 1, ".") && !text.is(at + 1, ","));
  if (amount.unit->sub_factor <= 0 || !bare || amount.number.form != NumberForm::Cardinal) return false;
  const std::string digits(text.written(at));
  amount.number.value += std::stoi(digits) * amount.unit->sub_factor;
  amount.end = at + 1;
  return true;
}

/// "zwei Euro und fünfzig Cent".
void read_subunit(SentenceText& text, const NumberReader& numbers, const lang::Language& language, Amount& amount) {
  const bool joined = text.is(amount.end, lang::CountedWord::And);
  const std::size_t at = joined ? amount.end + 1 : amount.end;
  if (amount.unit->kind != lang::UnitKind::Money || amount.unit->sub_factor <= 0) return;
  const std::optional<NumberPhrase> cents = numbers.read(at);
  if (!cents || cents->form != NumberForm::Cardinal || cents->value >= 100) return;
  std::size_t end = 0;
  const lang::Unit* unit = read_unit(text, language, cents->end, &end);
  if (unit == nullptr || (unit->code != "ct" && unit->code != "Rp")) return;
  amount.number.value += cents->value * amount.unit->sub_factor;
  amount.end = end;
}

int strength(lang::HedgeKind kind) {
  switch (kind) {
    case lang::HedgeKind::None:
      return 0;
    case lang::HedgeKind::Exact:
      return 1;
    case lang::HedgeKind::About:
      return 2;
    default:
      return 3;
  }
}

/// The longest hedge that ends before lexeme `end`; returns its length in lexemes.
std::size_t hedge_before(SentenceText& text, const lang::Hedges& hedges, std::size_t end, HedgedNumber number,
                         lang::HedgeKind* kind) {
  if (!text.facts(end - 1).ends_hedge) return 0;
  for (std::size_t length = std::min(hedges.longest(), end); length > 0; --length) {
    const lang::HedgeEntry* entry = hedges.find(text.phrase(end - length, end), lang::HedgePlace::Before);
    if (entry == nullptr || (entry->needs_measure && !number.measured)) continue;
    if (entry->needs_numeral && number.article && !number.measured) continue;
    *kind = entry->kind;
    return length;
  }
  return 0;
}

}  // namespace

const lang::Unit* read_unit(SentenceText& text, const lang::Language& language, std::size_t at, std::size_t* end) {
  const lang::Units& units = language.units;
  if (at >= text.size()) return nullptr;
  const std::size_t most = text.facts(at).starts_unit ? units.longest() : 0;
  for (std::size_t length = std::min(most, text.size() - at); length > 0; --length) {
    const std::string lower(text.phrase(at, at + length));
    const lang::Unit* unit = units.find(lower, text.written_phrase(at, at + length));
    if (unit == nullptr) continue;
    *end = at + length;
    return unit;
  }
  *end = at + 2;
  if (!text.facts(at + 1).is_currency) return nullptr;
  return units.find_currency(text.lower(at), text.lower(at + 1), language.counted_words.adjective_endings());
}

Amount read_amount(SentenceText& text, const NumberReader& numbers, const lang::Language& language,
                   NumberPhrase number) {
  const lang::Units& units = language.units;
  Amount amount{number, number.begin, number.end, nullptr};
  if (number.times_ending > 0) {
    const std::string_view word = text.lower(number.begin);
    amount.unit = units.find(word.substr(word.size() - number.times_ending), "");
    return amount;
  }
  const bool hyphen = text.is_dash(number.end) && text.glued(number.end) && text.glued(number.end + 1);
  std::size_t end = 0;
  amount.unit = read_unit(text, language, number.end + (hyphen ? 1 : 0), &end);
  if (amount.unit != nullptr && hyphen && text.is_dash(end) && text.glued(end)) amount.unit = nullptr;
  const bool product = amount.unit != nullptr && amount.unit->kind == lang::UnitKind::Times && !hyphen &&
                       !text.capitalised(number.end);  // "40 mal 60 Meter"
  if (product) amount.unit = nullptr;
  if (amount.unit != nullptr) {
    const std::string& large = amount.unit->large_form;
    if (!large.empty() && number.value >= kLargeAmount) amount.unit = units.find(large, "");
    amount.end = end;
    if (!read_bare_rest(text, amount)) read_subunit(text, numbers, language, amount);
    return amount;
  }
  if (number.begin > 0 && text.facts(number.begin - 1).starts_unit) {
    const lang::Unit* before = units.find(text.lower(number.begin - 1), "");
    if (before != nullptr && before->kind == lang::UnitKind::Money && !number.article &&
        (text.is_sign(number.begin - 1) || before->code == text.written(number.begin - 1))) {
      amount.unit = before;
      amount.begin = number.begin - 1;
    }
  }
  return amount;
}

std::size_t behind_brackets(const SentenceText& text, std::size_t at) {
  constexpr std::size_t kMost = 6;
  if (!text.is(at, "(")) return at;
  for (std::size_t end = at + 1; end < std::min(at + kMost, text.size()); ++end) {
    if (text.is(end, ")")) return end + 1;
  }
  return at;
}

HedgePhrase read_hedges(SentenceText& text, const lang::Hedges& hedges, std::size_t begin, std::size_t end,
                        HedgedNumber number) {
  HedgePhrase result{begin, end, lang::HedgeKind::None};
  const auto take = [&result](lang::HedgeKind kind) {
    if (strength(kind) > strength(result.kind)) result.kind = kind;
  };
  std::size_t position = begin;
  if (position > 0 && text.is_quote(position - 1) && text.glued(position)) --position;
  std::size_t skipped = 0;
  while (position > 0) {
    lang::HedgeKind kind = lang::HedgeKind::None;
    const std::size_t length = hedge_before(text, hedges, position, number, &kind);
    if (length > 0) {
      take(kind);
      result.begin = position = position - length;
      continue;
    }
    // "mindestens jedoch 350 Euro": a word that may stand in between, but only if a hedge stands before it.
    if (++skipped > 2 || !text.facts(position - 1).between_hedge) break;
    --position;
  }
  const std::size_t most = text.facts(end).starts_hedge ? 3 : 0;
  for (std::size_t length = std::min<std::size_t>(most, text.size() - end); length > 0; --length) {
    const lang::HedgeEntry* entry = hedges.find(text.phrase(end, end + length), lang::HedgePlace::After);
    if (entry == nullptr) continue;
    take(entry->kind);
    result.end = end + length;
    break;
  }
  return result;
}

}  // namespace ql::annotate
