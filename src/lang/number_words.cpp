// SPDX-License-Identifier: Apache-2.0
// German writes numbers below a million as one word. Its grammar has four rules, read left to right without
// going back further than one morpheme:
//   cardinal = [thousands "tausend" ["und"]] [hundreds] ["einhalb"];  hundreds = [tens] "hundert" ["und"] [tens]
//   tens     = unit "und" ten | teen | ten | unit
// Cost: linear in the word. Tested by number_words_test.cpp.
#include "lang/number_words.h"

#include <algorithm>
#include <charconv>

#include "base/check.h"
#include "lang/tsv.h"

namespace ql::lang {
namespace {

constexpr std::pair<std::string_view, NumeralKind> kKinds[] = {
    {"zero", NumeralKind::Zero},
    {"unit", NumeralKind::Unit},
    {"teen", NumeralKind::Teen},
    {"ten", NumeralKind::Ten},
    {"hundred", NumeralKind::Hundred},
    {"thousand", NumeralKind::Thousand},
    {"joiner", NumeralKind::Joiner},
    {"half", NumeralKind::Half},
    {"alone", NumeralKind::Alone},
    {"scale", NumeralKind::Scale},
    {"scale_plural", NumeralKind::ScalePlural},
    {"scale_short", NumeralKind::ScaleShort},
    {"scale_dotted", NumeralKind::ScaleDotted},
    {"dozen", NumeralKind::Dozen},
    {"part", NumeralKind::Part},
    {"half_noun", NumeralKind::HalfNoun},
    {"half_word", NumeralKind::HalfWord},
    {"article", NumeralKind::Article},
    {"ordinal", NumeralKind::Ordinal},
    {"each", NumeralKind::Each},
    {"vague", NumeralKind::Vague},
    {"vague_lead", NumeralKind::VagueLead},
    {"vague_share", NumeralKind::VagueShare},
    {"count_noun", NumeralKind::CountNoun},
    {"count_noun_adjective", NumeralKind::CountNounAdjective},
    {"pair", NumeralKind::Pair},
    {"majority", NumeralKind::Majority},
    {"comma", NumeralKind::Comma},
    {"times", NumeralKind::Times}};

NumeralKind kind_of(std::string_view name) {
  for (const auto& [known, kind] : kKinds) {
    if (known == name) return kind;
  }
  check_failed("known kind in number_words.tsv", name.data(), 0);
}

double number_of(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// False for words that only follow a number or go on with one ("und", "Drittel", "Komma").
bool starts_number(NumeralKind kind) {
  switch (kind) {
    case NumeralKind::Joiner:
    case NumeralKind::Half:
    case NumeralKind::Scale:
    case NumeralKind::ScaleShort:
    case NumeralKind::ScaleDotted:
    case NumeralKind::Dozen:
    case NumeralKind::Part:
    case NumeralKind::Ordinal:
    case NumeralKind::VagueShare:
    case NumeralKind::CountNoun:
    case NumeralKind::CountNounAdjective:
    case NumeralKind::Pair:
    case NumeralKind::Comma:
    case NumeralKind::Times:
      return false;
    default:
      return true;
  }
}

bool builds_compounds(NumeralKind kind) { return kind >= NumeralKind::Unit && kind <= NumeralKind::Half; }

}  // namespace

NumberWords::NumberWords(std::string_view text) {
  const TsvTable table(text, "number_words.tsv");
  const std::size_t form = table.column("form"), kind = table.column("kind"), value = table.column("value");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const NumberWord word{kind_of(table.cell(row, kind)), number_of(table.cell(row, value))};
    for (const std::string_view each : split(table.cell(row, form), '|')) {
      // "ein" is a unit inside compounds and an article as a word of its own: the later row wins as a word.
      words_[std::string(each)] = word;
      if (word.kind == NumeralKind::Times) times_endings_.emplace_back(each);
      if (starts_number(word.kind)) starts_.set(start_of(each));
      if (!builds_compounds(word.kind)) continue;
      morphemes_[static_cast<unsigned char>(each.front())].push_back({std::string(each), word});
    }
  }
  for (std::vector<Morpheme>& list : morphemes_) {
    std::stable_sort(list.begin(), list.end(),
                     [](const Morpheme& a, const Morpheme& b) { return a.form.size() > b.form.size(); });
  }
}

const NumberWord* NumberWords::find(std::string_view word) const {
  const auto found = words_.find(word);
  return found == words_.end() ? nullptr : &found->second;
}

const NumberWords::Morpheme* NumberWords::longest_morpheme(std::string_view text) const {
  if (text.empty()) return nullptr;
  for (const Morpheme& morpheme : morphemes_[static_cast<unsigned char>(text.front())]) {
    if (text.starts_with(morpheme.form)) return &morpheme;
  }
  return nullptr;
}

bool NumberWords::take(std::string_view& rest, NumeralKind kind, double* value) const {
  const Morpheme* morpheme = longest_morpheme(rest);
  if (morpheme == nullptr || morpheme->word.kind != kind) return false;
  *value = morpheme->word.value;
  rest.remove_prefix(morpheme->form.size());
  return true;
}

std::optional<double> NumberWords::below_hundred(std::string_view& rest) const {
  double unit = 0, ten = 0, ignored = 0;
  if (take(rest, NumeralKind::Teen, &ten) || take(rest, NumeralKind::Ten, &ten)) return ten;
  if (!take(rest, NumeralKind::Unit, &unit)) return std::nullopt;
  std::string_view behind = rest;
  if (take(behind, NumeralKind::Joiner, &ignored) && take(behind, NumeralKind::Ten, &ten)) {
    rest = behind;
    return unit + ten;
  }
  return unit;
}

std::optional<double> NumberWords::below_thousand(std::string_view& rest) const {
  double ignored = 0, hundred = 0;
  std::optional<double> low = below_hundred(rest);
  if (!take(rest, NumeralKind::Hundred, &hundred)) return low;
  const double hundreds = low.value_or(1) * hundred;
  std::string_view behind = rest;
  take(behind, NumeralKind::Joiner, &ignored);
  if (const std::optional<double> more = below_hundred(behind)) {
    rest = behind;
    return hundreds + *more;
  }
  return hundreds;
}

std::optional<double> NumberWords::cardinal(std::string_view word) const {
  if (const NumberWord* whole = find(word)) {
    if (whole->kind == NumeralKind::Alone || whole->kind == NumeralKind::Zero) return whole->value;
  }
  return may_be_number(word) ? cardinal_before(word, 0) : std::nullopt;
}

std::optional<double> NumberWords::cardinal_before(std::string_view word, std::size_t rest_bytes) const {
  if (rest_bytes >= word.size()) return std::nullopt;
  std::string_view rest = word.substr(0, word.size() - rest_bytes);
  double ignored = 0, thousand = 0, half = 0;
  std::optional<double> value = below_thousand(rest);
  if (take(rest, NumeralKind::Thousand, &thousand)) {
    value = value.value_or(1) * thousand;
    std::string_view behind = rest;
    take(behind, NumeralKind::Joiner, &ignored);
    if (const std::optional<double> more = below_thousand(behind)) {
      rest = behind;
      *value += *more;
    }
  }
  if (value && take(rest, NumeralKind::Half, &half)) *value += half;
  return rest.empty() ? value : std::nullopt;
}

std::optional<double> NumberWords::how_often(std::string_view word, std::size_t* ending) const {
  for (const std::string& each : times_endings_) {
    if (!word.ends_with(each) || word.size() == each.size()) continue;
    const std::optional<double> value = cardinal_before(word, each.size());
    const bool figurative = value && (*value < 2 || *value == 100 || *value == 1000);  // "einmal", "tausendmal"
    if (!value || figurative) continue;
    *ending = each.size();
    return value;
  }
  return std::nullopt;
}

}  // namespace ql::lang
