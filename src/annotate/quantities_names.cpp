// SPDX-License-Identifier: Apache-2.0
// What these numbers have in common: nothing in them is counted, though a noun may stand behind them ("99
// Luftballons" is a song). The words stand in number_traps.tsv. Cost: a bounded number of lexemes around one number.
// Tested by quantities_test.cpp.
#include "annotate/quantities_names.h"

#include <algorithm>

#include "annotate/quantities_nouns.h"

namespace ql::annotate {

using lang::CountedWord;
using lang::TrapPlace;

namespace {

bool plain_integer(const NumberPhrase& number) { return number.plain_digits && !number.article; }

bool is_bare(const NumberSite& site) {
  const NumberPhrase& number = site.amount.number;
  return !site.has_noun && site.amount.unit == nullptr && number.scale <= 1 && number.form == NumberForm::Cardinal &&
         !number.article;
}

WordClass class_at(const TrapContext& context, std::size_t at) {
  if (at >= context.text.size()) return WordClass::X;
  return WordClasses(context.notes).at(context.text.at(at));
}

/// The lexemes inside the quotation marks around the number; none if they stand too far off.
struct Quoted {
  std::size_t begin = 0, end = 0;
};
std::optional<Quoted> quotation_around(const SentenceText& text, std::size_t at) {
  constexpr std::size_t kBefore = 4, kBehind = 6;
  std::size_t open = at;
  while (open > 0 && at - open <= kBefore && !(text.is_quote(open - 1) && text.glued(open))) --open;
  if (open == 0 || at - open > kBefore) return std::nullopt;
  if (open >= 2 && text.glued(open - 1) && text.is_word(open - 2)) return std::nullopt;  // "Ocean's 8"
  std::size_t close = at + 1;
  while (close < text.size() && close - at <= kBehind && !(text.is_quote(close) && text.glued(close))) ++close;
  if (close >= text.size() || close - at > kBehind) return std::nullopt;
  return Quoted{open, close};
}

/// "'s 8\"": the mark inside a name ends in a letter, the quotation opens before it.
std::optional<Quoted> quotation_over(const SentenceText& text, std::size_t at) {
  if (const auto quoted = quotation_around(text, at)) return quoted;
  for (std::size_t back = 2; back <= 4 && back <= at; ++back) {
    const bool inner = text.is_quote(at - back) && text.glued(at - back) && text.glued(at - back + 1);
    if (!inner) continue;
    if (const auto quoted = quotation_around(text, at - back - 1)) return quoted->end > at ? quoted : std::nullopt;
  }
  return std::nullopt;
}

bool has_verb(const TrapContext& context, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    const WordClass word_class = class_at(context, i);
    if (word_class == WordClass::Verb || word_class == WordClass::Aux) return true;
  }
  return false;
}

bool ends_clause(const SentenceText& text, std::size_t at) {
  return at >= text.size() || text.is(at, ".") || text.is(at, "!") || text.is(at, "?");
}

/// What joins numbers of one list: a comma, "und", "oder", "bis", a slash or dash.
bool joins(const TrapContext& context, std::size_t at) {
  const SentenceText& text = context.text;
  if (text.is(at, ",") || text.is(at, "/") || text.is_dash(at)) return true;
  return text.is(at, CountedWord::And) || text.is(at, CountedWord::Or) || text.is(at, CountedWord::Until);
}

bool can_go_on(QuantityKind kind) {
  switch (kind) {
    case QuantityKind::Rank:
    case QuantityKind::Identifier:
    case QuantityKind::Paragraph:
    case QuantityKind::HouseNumber:
    case QuantityKind::PhoneNumber:
    case QuantityKind::ModelName:
    case QuantityKind::Score:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool is_noun_or_name(const TrapContext& context, const NumberPhrase& number, bool bare) {
  if (!number.capitalised || number.form != NumberForm::Cardinal || number.begin == 0) return false;
  if (bare) return true;
  if (number.scale > 1 || !context.text.is_word(number.begin - 1)) return false;
  const WordClass before = class_at(context, number.begin - 1);
  return before == WordClass::Det || before == WordClass::Adj;
}

bool is_lone_one(const TrapContext& context, const NumberPhrase& number) {
  return context.text.is_number_word(number.begin, lang::NumeralKind::Alone);
}

bool is_idiom(const TrapContext& context, const NumberSite& site) {
  constexpr std::size_t kBefore = 3, kLongest = 5;
  const NumberPhrase& number = site.amount.number;
  if (context.text.is_digits(number.begin)) return false;
  const std::size_t first = number.begin - std::min(number.begin, kBefore);
  for (std::size_t begin = first; begin <= number.begin; ++begin) {
    if (!context.text.facts(begin).starts(TrapPlace::Idiom)) continue;
    for (std::size_t end = number.begin + 1; end <= std::min(begin + kLongest, context.text.size()); ++end) {
      if (context.language.number_traps.find(context.text.phrase(begin, end), TrapPlace::Idiom)) return true;
    }
  }
  return false;
}

bool is_in_title(const TrapContext& context, const NumberSite& site) {
  const SentenceText& text = context.text;
  const std::size_t at = site.amount.number.begin;
  const auto quoted = quotation_over(text, at);
  if (!quoted || quoted->end < site.amount.number.end) return false;
  const std::size_t mark = quoted->begin - 1;
  const bool hyphen = text.is_dash(quoted->end + 1) && text.glued(quoted->end + 1) && text.glued(quoted->end + 2);
  if (hyphen && text.is_word(quoted->end + 2)) return true;  // the "Ocean's 8"-Film
  if (has_verb(context, quoted->begin, quoted->end)) return false;
  if (mark > 0 && text.is_word(mark - 1) && class_at(context, mark - 1) == WordClass::Noun) return true;
  // "Club der 27": opens with a noun and ends with the number.
  const bool ends = site.amount.number.end == quoted->end && is_bare(site) && plain_integer(site.amount.number);
  return ends && at > quoted->begin && text.capitalised(quoted->begin);
}

bool is_pronoun(const TrapContext& context, const NumberSite& site) {
  constexpr double kMost = 12;
  const NumberPhrase& number = site.amount.number;
  if (!is_bare(site) || site.is_range || number.begin == 0 || number.value > kMost || number.value < 2) return false;
  if (context.text.is_digits(number.begin)) return false;
  if (!phrase_before(context, number.begin, TrapPlace::Pronoun)) return false;
  const WordClass next = class_at(context, number.end);
  return next != WordClass::Adj && next != WordClass::Noun && next != WordClass::Propn &&
         !(context.text.is_digits(number.end) || joins(context, number.end));
}

bool is_named_by_number(const TrapContext& context, const NumberSite& site) {
  const SentenceText& text = context.text;
  const NumberPhrase& number = site.amount.number;
  if (!is_bare(site) || site.hedged || site.is_range || !plain_integer(number) || number.begin == 0) return false;
  const std::size_t before = number.begin - (text.is_quote(number.begin - 1) && number.begin > 1 ? 2 : 1);
  if (text.is_number_word(before, lang::NumeralKind::Article)) return true;
  const bool article =
      text.is(before, CountedWord::Genitive) && phrase_before(context, before + 1, TrapPlace::Pronoun).has_value();
  const WordClass next = class_at(context, number.end);
  return article && before > 0 && class_at(context, before - 1) == WordClass::Adp && next != WordClass::Adj &&
         next != WordClass::Noun;
}

bool is_score_in_words(const TrapContext& context, const NumberSite& site) {
  constexpr double kMost = 15;
  SentenceText& text = context.text;
  const NumberPhrase& number = site.amount.number;
  const std::size_t second = number.end + 1;
  if (!is_bare(site) || site.hedged || number.value > kMost || !text.is(number.end, CountedWord::Ratio)) {
    return false;
  }
  const bool digits = text.is_digits(second) && text.written(second).size() <= 2 && !text.is(second + 1, ",");
  const bool word = text.has(second, Trait::Cardinal) && text.at(second).value <= kMost;
  if (!digits && !word && !text.is_number_word(second, lang::NumeralKind::Alone)) return false;
  if (phrase_before(context, number.begin, TrapPlace::Ratio)) return false;  // "im Verhältnis von drei zu eins"
  const bool noun = text.is_word(second + 1) && text.capitalised(second + 1);
  std::size_t unit_end = 0;
  return !noun && read_unit(text, context.language, second + 1, &unit_end) == nullptr;
}

bool is_postal_code(const TrapContext& context, const NumberSite& site) {
  constexpr std::size_t kShortest = 4, kLongest = 5;
  const SentenceText& text = context.text;
  const NumberPhrase& number = site.amount.number;
  const bool digits = plain_integer(number) && number.digit_count >= kShortest && number.digit_count <= kLongest;
  if (!digits || site.amount.unit != nullptr || site.hedged || !text.capitalised(number.end)) return false;
  const std::uint32_t position = text.range(number.end, number.end + 1).begin;
  const auto& mentions = context.notes.mentions;
  const auto mention =
      std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& m) { return m.text.end <= position; });
  const bool place = mention != mentions.end() && mention->text.begin == position &&
                     mention->type == EntityType::Place && mention->form == MentionForm::Name;
  if (place) return true;
  const bool behind_comma = number.begin > 0 && (text.is(number.begin - 1, ",") || text.is(number.begin - 1, "("));
  return behind_comma && number.digit_count == kLongest && class_at(context, number.end) == WordClass::Propn;
}

std::optional<QuantityKind> continued_kind(const TrapContext& context, const NumberSite& site) {
  const SentenceText& text = context.text;
  const NumberPhrase& number = site.amount.number;
  if (!is_bare(site) || site.hedged || number.begin == 0 || context.notes.quantities.empty()) return std::nullopt;
  const Quantity& last = context.notes.quantities.back();
  if (!can_go_on(last.kind) || (text.is_digits(number.begin) && !number.plain_digits)) return std::nullopt;
  const auto ends_last = [&](std::size_t at) { return text.range(at, at + 1).end == last.number.end; };
  // "DE12 5001 0517", "Postfach 12 34 56"
  if (ends_last(number.begin - 1)) {
    return plain_integer(number) && last.kind != QuantityKind::Score ? std::optional(last.kind) : std::nullopt;
  }
  if (number.begin < 2 || !ends_last(number.begin - 2)) return std::nullopt;
  if (last.kind == QuantityKind::Score) {
    const bool ratio = text.is(number.begin - 1, CountedWord::Ratio);
    return ratio ? std::optional(last.kind) : std::nullopt;
  }
  const bool scale = last.kind == QuantityKind::Identifier && text.is(number.begin - 1, CountedWord::Of) &&
                     ends_clause(text, number.end);
  return scale || joins(context, number.begin - 1) ? std::optional(last.kind) : std::nullopt;
}

}  // namespace ql::annotate
