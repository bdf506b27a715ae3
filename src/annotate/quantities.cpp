// SPDX-License-Identifier: Apache-2.0
// Sentence by sentence, from left to right: refuse grown numbers ("57-jährig"), else read a number, its unit, a
// second number for ranges, its hedges and what it counts; then decide whether it counts at all.
// Linear; a word that cannot start a number costs one look at two bytes. Tested by quantities_test.cpp.
#include "annotate/quantities.h"

#include <algorithm>
#include <string>

#include "annotate/quantities_ages.h"
#include "annotate/quantities_articles.h"
#include "annotate/quantities_draft.h"
#include "annotate/quantities_names.h"
#include "annotate/quantities_nouns.h"
#include "annotate/quantities_numbers.h"
#include "annotate/quantities_text.h"
#include "annotate/quantities_traps.h"
#include "annotate/quantities_units.h"

namespace ql::annotate {
namespace {

class QuantityFinder {
 public:
  QuantityFinder(const clean::Report& report, const lang::Language& language, const ReportLexemes& lexemes,
                 Annotations& notes)
      : report_(report),
        language_(language),
        lexemes_(lexemes),
        notes_(notes),
        numbers_(text_, language.number_words) {}

  void read_sentence(SentenceId id) {
    sentence_ = id;
    const Sentence& sentence = notes_.sentences[id.index()];
    const std::span<const Lexeme> lexemes = lexemes_.of(sentence.tokens);
    signs_ = signs_of(lexemes);
    if (!signs_.number) return;
    text_.assign(report_.text, lexemes);
    last_end_ = 0;
    counts_in_sentence_ = 0;
    tells_toll_.reset();
    per_number_ = kNowhere;
    for (std::size_t at = 0; at < text_.size();) at = std::max(at + 1, read_at(at));
  }

 private:
  [[nodiscard]] TrapContext context() { return {text_, language_, notes_, notes_.sentences[sentence_.index()].tokens}; }
  [[nodiscard]] bool may_start(std::size_t at) const {
    return text_.has(at, Trait::StartsNumber) || (text_.is_sign(at) && text_.is_digits(at + 1));
  }
  [[nodiscard]] bool is_word(std::size_t at, lang::CountedWord kind) const { return text_.is(at, kind); }
  void read_minus(Amount& amount);
  void read_per(std::size_t at, Quantity& quantity);
  [[nodiscard]] bool is_ratio_of_persons(std::size_t at, const Quantity& quantity);
  bool share_with_previous(const Draft& draft, std::size_t begin);
  std::size_t read_at(std::size_t at);
  Draft draft_from(const NumberPhrase& number);
  bool read_range(Draft& draft);
  bool read_cold_range(Draft& draft, const Amount& second, const NumberPhrase& number);
  void read_context(Draft& draft);
  [[nodiscard]] bool article_counts(const Draft& draft);
  [[nodiscard]] bool is_refused_word(const Draft& draft);
  void add_trap(const GrownNumber& grown);
  void add(const Draft& draft, QuantityKind kind);
  void set_unit(const Draft& draft, Quantity& quantity);
  void link_to_previous(const Draft& draft);
  [[nodiscard]] bool is_single_casualty(const Draft& draft);
  [[nodiscard]] TokenRange tokens_of(TextRange range) const {
    return tokens_over(notes_, notes_.sentences[sentence_.index()].tokens, range);
  }

  const clean::Report& report_;
  const lang::Language& language_;
  const ReportLexemes& lexemes_;
  Annotations& notes_;
  SentenceText text_;
  NumberReader numbers_;
  SentenceId sentence_;
  SentenceSigns signs_;
  std::size_t last_end_ = 0;    ///< Lexemes before it belong to a quantity already.
  std::size_t last_begin_ = 0;  ///< First lexeme of that quantity.
  bool last_is_plain_ = false;  ///< That quantity has no scale word and no unit of its own.
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
  std::size_t per_number_ = kNowhere;   ///< The denominator of a rate: "je 100.000 Einwohner".
  std::size_t counts_in_sentence_ = 0;  ///< Quantities found in this sentence.
  std::optional<bool> tells_toll_;      ///< Whether the sentence has a word like "vermisst"; unset: not looked for.
};

std::size_t QuantityFinder::read_at(std::size_t at) {
  if (!may_start(at)) return at + 1;
  if (!text_.is_sign(at)) {
    if (const std::optional<GrownNumber> grown = read_grown_number(context(), at)) {
      add_trap(*grown);
      return grown->end;
    }
  }
  const std::optional<NumberPhrase> number = numbers_.read(at);
  if (!number || (number->article && !article_may_count(text_, signs_, *number))) return at + 1;
  Draft draft = draft_from(*number);
  if (is_refused_word(draft)) return at + 1;
  const NumberSite site{draft.amount,
                        draft.hedge.begin,
                        draft.counted.span_end,
                        draft.hedge.kind != lang::HedgeKind::None,
                        draft.counted.begin < draft.counted.end,
                        draft.low.has_value()};
  add(draft, at == per_number_ ? QuantityKind::Other : classify_number(context(), site));
  return std::max(draft.amount.end, draft.number_end);
}

Draft QuantityFinder::draft_from(const NumberPhrase& number) {
  Draft draft;
  draft.amount = read_amount(text_, numbers_, language_, number);
  read_minus(draft.amount);
  draft.number_begin = number.begin;
  draft.number_end = number.end;
  read_range(draft);
  read_context(draft);
  return draft;
}

/// "minus 14 Grad", "14 Minusgrade".
void QuantityFinder::read_minus(Amount& amount) {
  const bool temperature = amount.unit != nullptr && amount.unit->code.starts_with("\u00B0");
  if (!temperature || amount.number.value <= 0) return;
  if (amount.begin > 0 && is_word(amount.begin - 1, lang::CountedWord::Minus)) {
    --amount.begin;
  } else if (!is_word(amount.end - 1, lang::CountedWord::Minus)) {
    return;
  }
  amount.number.value = -amount.number.value;
}

bool QuantityFinder::read_range(Draft& draft) {
  const std::size_t at = draft.amount.end;
  const bool between = draft.amount.begin > 0 && is_word(draft.amount.begin - 1, lang::CountedWord::Between);
  const bool until = is_word(at, lang::CountedWord::Until) && !is_word(at + 1, lang::CountedWord::NoRange);
  const bool joined = until || (between && is_word(at, lang::CountedWord::And));
  const bool dash = text_.is_dash(at) && text_.glued(at) == text_.glued(at + 1) && text_.is_digits(at + 1) &&
                    text_.is_digits(at - 1) && text_.glued(at);
  if ((!joined && !dash) || draft.amount.number.form == NumberForm::Vague) return false;
  std::size_t next = at + 1;
  const bool below_zero = until && is_word(next, lang::CountedWord::Minus);  // "minus vier bis minus neun Grad"
  if (below_zero) ++next;
  if (language_.hedges.find(text_.lower(next), lang::HedgePlace::Before) != nullptr) ++next;
  const std::optional<NumberPhrase> second = numbers_.read(next);
  if (!second || second->form != draft.amount.number.form || second->leading_zero) return false;
  const Amount upper = read_amount(text_, numbers_, language_, *second);
  double low = draft.amount.number.value;
  const bool shares_scale = draft.amount.number.scale <= 1 && second->scale > 1 && low * second->scale < second->value;
  if (shares_scale) low *= second->scale;
  if (below_zero) return read_cold_range(draft, upper, *second);
  if (low >= upper.number.value) return false;
  const lang::Unit* unit = upper.unit != nullptr ? upper.unit : draft.amount.unit;
  draft.low = low;
  const std::size_t begin = between ? draft.amount.begin - 1 : draft.amount.begin;
  draft.amount = Amount{upper.number, begin, upper.end, unit};
  draft.amount.number.begin = draft.number_begin;
  draft.number_end = second->end;
  return true;
}

/// Both ends of "minus vier bis minus neun Grad", the colder one first.
bool QuantityFinder::read_cold_range(Draft& draft, const Amount& second, const NumberPhrase& number) {
  const std::size_t begin = draft.amount.begin;
  if (second.unit == nullptr || begin == 0 || !is_word(begin - 1, lang::CountedWord::Minus)) return false;
  const double first = -draft.amount.number.value, last = -second.number.value;
  draft.low = std::min(first, last);
  draft.amount = Amount{second.number, begin - 1, second.end, second.unit};
  draft.amount.number.value = std::max(first, last);
  draft.amount.number.begin = draft.number_begin;
  draft.number_end = number.end;
  return true;
}

void QuantityFinder::read_context(Draft& draft) {
  const Amount& amount = draft.amount;
  const WordClasses classes(notes_);
  const bool share = amount.number.form == NumberForm::Share || amount.number.form == NumberForm::Majority ||
                     (amount.unit != nullptr && amount.unit->kind == lang::UnitKind::Share);
  CountedBy by = amount.unit != nullptr ? CountedBy::Measure : CountedBy::Count;
  if (share) by = CountedBy::Share;
  const bool degrees = amount.unit != nullptr && amount.unit->code.starts_with("\u00B0");  // "bei 40 Grad Ski fahren"
  std::size_t at = amount.end;
  if (amount.number.form == NumberForm::Vague && is_word(at, lang::CountedWord::VagueOf)) ++at;
  if (share) at = behind_brackets(text_, at);
  draft.counted = CountedPhrase{at, at, at, at};
  if (!degrees) draft.counted = read_counted({text_, classes, language_.counted_words}, at, by);
  if (at > amount.end && draft.counted.begin == draft.counted.end) draft.counted.span_end = amount.end;
  // "unter 60 Prozent", "unter 1", but not "einer unter 43 Bewerbern"
  const bool counts = draft.counted.begin < draft.counted.end;
  const HedgedNumber hedged{amount.unit != nullptr || (!counts && !amount.number.article), amount.number.article};
  draft.hedge = read_hedges(text_, language_.hedges, amount.begin, amount.end, hedged);
  if (draft.counted.span_end > amount.end) {
    const HedgePhrase behind = read_hedges(text_, language_.hedges, amount.begin, draft.counted.span_end, hedged);
    if (behind.end > draft.counted.span_end) draft.hedge.kind = behind.kind;
    draft.counted.span_end = std::max(draft.counted.span_end, behind.end);
  }
  draft.hedge.begin = std::max(draft.hedge.begin, last_end_);
}

bool QuantityFinder::article_counts(const Draft& draft) {
  const NumberPhrase& number = draft.amount.number;
  if (text_.is_dash(draft.amount.end) && text_.glued(draft.amount.end)) return false;  // "eines Euro-Scheins"
  if (draft.amount.unit != nullptr)
    return draft.amount.unit->kind != lang::UnitKind::Time || draft.hedge.begin < number.begin;
  if (draft.counted.begin >= draft.counted.end) return false;
  // "mindestens eine Bombe", but not "mehr als nur ein Gehalt"
  if (number.begin > 0 && is_word(number.begin - 1, lang::CountedWord::NoRange)) return false;  // "bis zu einem Tag"
  const bool only = number.begin > 0 && text_.facts(number.begin - 1).between_hedge;
  if ((draft.hedge.kind >= lang::HedgeKind::AtLeast && !only) || is_single_casualty(draft)) return true;
  if (!notes_.quantities.empty() && notes_.quantities.back().hedge == Hedge::Vague) return false;
  // "zwei Frauen und ein Mann": in contrast with another number.
  return counts_in_sentence_ > 0 && number.begin > 0 && is_word(number.begin - 1, lang::CountedWord::And) &&
         last_end_ + 1 >= number.begin;
}

/// "Eine Frau wird vermisst", "ein Toter": one person is a figure where tolls are counted.
bool QuantityFinder::is_single_casualty(const Draft& draft) {
  const lang::LexemeFacts& noun = text_.facts(draft.counted.head);
  if (noun.is(lang::FigureWord::TollNoun)) return true;
  if (!noun.is(lang::FigureWord::Person)) return false;
  if (!tells_toll_) tells_toll_ = has_word_of_toll(text_, language_.figure_roles);
  return *tells_toll_;
}

/// "3.000 von 10.000 Stellen": the number before is a part of this one. "von 4 auf 11 Meter": it has the same unit.
void QuantityFinder::link_to_previous(const Draft& draft) {
  const std::size_t begin = std::min(draft.hedge.begin, draft.amount.begin);
  if (counts_in_sentence_ == 0 || last_end_ == 0 || last_end_ >= begin || begin > last_end_ + 4) return;
  Quantity& previous = notes_.quantities[notes_.quantities.size() - 2];
  Quantity& current = notes_.quantities.back();
  if (previous.sentence != sentence_ || previous.kind != QuantityKind::Quantity) return;
  if (share_with_previous(draft, begin)) return;
  const bool of = is_word(last_end_, lang::CountedWord::Of) || is_word(last_end_, lang::CountedWord::Genitive);
  if (!of || current.measured || (!previous.counted.empty() && previous.unit != "share")) return;
  previous.whole = QuantityId(notes_.quantities.size() - 1);
  previous.text.end = current.text.end;
  previous.tokens.end = current.tokens.end;
  if (previous.unit.empty()) previous.unit = current.unit;
}

/// "von 39 auf 25 Milliarden Euro", "387 zu 261 Stimmen", "fünf Jahre und drei Monate Haft": what only the second
/// number has belongs to both.
bool QuantityFinder::share_with_previous(const Draft& draft, std::size_t begin) {
  Quantity& previous = notes_.quantities[notes_.quantities.size() - 2];
  const Quantity& current = notes_.quantities.back();
  const bool next = begin == last_end_ + 1 && previous.counted.empty();
  // "von 34 auf 38 Euro", "von anfangs 34 auf 38 Euro"
  const bool from = (last_begin_ > 0 && is_word(last_begin_ - 1, lang::CountedWord::From)) ||
                    (last_begin_ > 1 && is_word(last_begin_ - 2, lang::CountedWord::From) &&
                     text_.is_word(last_begin_ - 1) && !text_.capitalised(last_begin_ - 1));
  const bool from_to = from && is_word(last_end_, lang::CountedWord::To);
  const bool joined = text_.is_number_word(last_end_, lang::NumeralKind::Joiner);
  const bool lengths = previous.measured && current.measured && previous.si_unit == "s" && current.si_unit == "s";
  if (next && joined && lengths && current.si_factor < previous.si_factor && previous.value && current.value) {
    const double more = *current.value * current.si_factor / previous.si_factor;
    for (std::optional<double>* each : {&previous.value, &previous.min, &previous.max}) {
      if (*each) **each += more;
    }
    previous.counted = current.counted;
    previous.text.end = current.text.end;
    previous.tokens.end = current.tokens.end;
    notes_.quantities.pop_back();  // "drei Jahre und zwei Monate Haft" is one length
    return true;
  }
  if (!next || previous.measured || (!from_to && !is_word(last_end_, lang::CountedWord::Ratio))) return false;
  constexpr double kUnscaled = 1000;
  const double scale = draft.amount.number.scale;
  if (from_to && scale > 1 && last_is_plain_ && previous.value && *previous.value < kUnscaled) {
    for (std::optional<double>* each : {&previous.value, &previous.min, &previous.max}) {
      if (*each) **each *= scale;
    }
  }
  copy_unit(current, previous);
  previous.counted = current.counted;
  return true;
}

/// "50 Fälle auf 100.000 Einwohner": behind something counted, a power of ten of persons.
bool QuantityFinder::is_ratio_of_persons(std::size_t at, const Quantity& quantity) {
  constexpr double kSmallest = 1000;
  if (quantity.counted.empty() || quantity.measured || !is_word(at, lang::CountedWord::To)) return false;
  const std::optional<NumberPhrase> number = numbers_.read(at + 1);
  if (!number || number->article || number->value < kSmallest || !text_.capitalised(number->end)) return false;
  double rest = number->value;
  while (rest >= 10) rest /= 10;
  return rest == 1 && is_person_noun(context(), number->end);
}

/// "pro Stunde", "je 100.000 Einwohner", "180 Euro im Monat": `at` is behind the quantity.
void QuantityFinder::read_per(std::size_t at, Quantity& quantity) {
  if (quantity.measured && is_word(at, lang::CountedWord::PerLink) && is_word(at + 1, lang::CountedWord::PerUnit)) {
    quantity.per = text_.written(at + 1);
    return;
  }
  if (!is_word(at, lang::CountedWord::Per) && !is_ratio_of_persons(at, quantity)) return;
  std::size_t end = at + 1;
  if (const std::optional<NumberPhrase> number = numbers_.read(at + 1); number && !number->article) {
    per_number_ = number->begin;
    end = number->end;
  }
  if (text_.capitalised(end) && text_.is_word(end)) ++end;
  if (end > at + 1) quantity.per = slice(report_.text, text_.range(at + 1, end));
}

bool QuantityFinder::is_refused_word(const Draft& draft) {
  const NumberPhrase& number = draft.amount.number;
  if (number.article) return !article_counts(draft);
  const bool compound = text_.is_dash(number.end) && text_.glued(number.end) && text_.is_word(number.end + 1) &&
                        text_.glued(number.end + 1);
  if (number.form == NumberForm::Vague && compound) return true;  // "Millionen-Schaden"
  const bool bare = draft.amount.unit == nullptr && number.scale <= 1 && draft.counted.begin >= draft.counted.end;
  if (is_noun_or_name(context(), number, bare)) return true;
  // "eins steht fest"
  if (bare && counts_in_sentence_ == 0 && draft.hedge.begin == number.begin && is_lone_one(context(), number)) {
    return true;
  }
  if (number.form == NumberForm::Majority) {
    return counts_in_sentence_ == 0 && draft.counted.begin >= draft.counted.end;
  }
  return false;
}

void QuantityFinder::add_trap(const GrownNumber& grown) {
  Quantity quantity;
  quantity.text = quantity.number = text_.range(grown.begin, grown.end);
  quantity.tokens = tokens_of(quantity.text);
  quantity.sentence = sentence_;
  quantity.kind = grown.kind;
  notes_.quantities.push_back(std::move(quantity));
  last_end_ = grown.end;
}

void QuantityFinder::set_unit(const Draft& draft, Quantity& quantity) {
  const NumberForm form = draft.amount.number.form;
  const lang::Unit* unit = draft.amount.unit;
  const bool has_noun = draft.counted.begin < draft.counted.end;
  std::size_t end = 0;
  if (unit == nullptr && has_noun) {  // "sechs zusätzliche freie Tage"
    unit = read_unit(text_, language_, draft.counted.head, &end);
    if (unit != nullptr && unit->kind != lang::UnitKind::Time) unit = nullptr;
  }
  if (has_noun) quantity.counted = text_.range(draft.counted.begin, draft.counted.end);
  if (unit != nullptr) {
    quantity.unit = unit->code;
    quantity.measured = true;
    quantity.si_unit = unit->si_unit;
    quantity.si_factor = unit->si_factor;
    quantity.si_offset = unit->si_offset;
    return;
  }
  if (form == NumberForm::Share || form == NumberForm::Majority) {
    quantity.unit = "share";
    quantity.measured = true;
    return;
  }
  if (!has_noun) return;
  const TokenRange head = tokens_of(text_.range(draft.counted.head, draft.counted.head + 1));
  const bool lemma = head.begin < head.end && notes_.lemmas.size() > 0;
  quantity.unit = lemma ? std::string(notes_.lemmas.view(notes_.tokens[head.begin].lemma))
                        : std::string(text_.written(draft.counted.head));
}

void QuantityFinder::add(const Draft& draft, QuantityKind kind) {
  Quantity quantity;
  const std::size_t end = std::max({draft.amount.end, draft.counted.span_end, draft.hedge.end});
  quantity.text = text_.range(std::min(draft.hedge.begin, draft.amount.begin), end);
  quantity.number = text_.range(draft.number_begin, draft.number_end);
  quantity.tokens = tokens_of(quantity.text);
  quantity.sentence = sentence_;
  quantity.kind = kind;
  set_numbers(draft, quantity);
  set_unit(draft, quantity);
  notes_.quantities.push_back(std::move(quantity));
  const bool alternative = last_end_ > 0 && is_word(last_end_, lang::CountedWord::Or) &&
                           last_end_ + 1 == std::min(draft.hedge.begin, draft.amount.begin);
  if (alternative) take_kind_of_alternative(notes_);
  if (kind == QuantityKind::Quantity) {
    read_per(end, notes_.quantities.back());
    link_to_previous(draft);
    share_money(notes_, language_.units, draft.amount.number.scale);
    take_shares_of_list(notes_, report_.text);
    ++counts_in_sentence_;
  }
  last_begin_ = draft.amount.begin;
  last_is_plain_ = draft.amount.number.scale <= 1 && draft.amount.unit == nullptr;
  last_end_ = std::max({draft.amount.end, draft.number_end, draft.counted.end});
}

}  // namespace

void find_quantities(const clean::Report& report, const lang::Language& language, const ReportLexemes& lexemes,
                     Annotations& notes) {
  QuantityFinder finder(report, language, lexemes, notes);
  for (std::size_t i = 0; i < notes.sentences.size(); ++i) finder.read_sentence(SentenceId(i));
}

}  // namespace ql::annotate
