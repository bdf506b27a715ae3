// SPDX-License-Identifier: Apache-2.0
// In this order:
//   beside the number                       "300 verletzte Fans"
//   the whole that it is a part of          "3.000 von 10.000 Stellen"
//   the noun that an amount belongs to      "ein Umsatz von 3 Milliarden", "Der Umsatz stieg auf 3 Milliarden"
//   the measure that has the number          "eine Inzidenz von 70", "Note 1,3"
//   "die Zahl der X" in the sentence, then in the sentences before
//   the last thing counted                  "elf davon", "es seien noch elf"
// and a nationality is added from the words before: "Soldaten" behind "nordkoreanische Truppen".
// Cost: a bounded number of sentences per figure. Tested by figures_test.cpp.
#include "claims/figures_counted.h"

#include <algorithm>

#include "claims/figures_counted_finder.h"

namespace ql::claims {

namespace {

constexpr std::size_t kSentencesBack = 2;

}  // namespace

Counted CountedFinder::phrase(TokenRange range, std::uint32_t head, RuleId rule) const {
  Counted counted;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (!counted.text.empty() && context_.token(i).space_before) counted.text += ' ';
    const bool modifier = i < head && context_.is_adjective(i) && !context_.token(i).capitalised;
    counted.text +=
        modifier ? plural_adjective(context_.language(), context_.written(i)) : std::string(context_.written(i));
  }
  const std::uint32_t lemma = context_.token(head).lemma;
  counted.lemma = context_.notes().lemmas.size() > 0 ? std::string(context_.notes().lemmas.view(lemma))
                                                     : std::string(context_.written(head));
  counted.rule = rule;
  counted.head = head;
  return counted;
}

/// The counted noun of another number, as if it stood beside this one.
Counted CountedFinder::phrase_over(TextRange noun) const {
  const auto& tokens = context_.notes().tokens;
  std::uint32_t begin = quantity_.tokens.begin;
  while (begin < tokens.size() && tokens[begin].text.end <= noun.begin) ++begin;
  std::uint32_t end = begin;
  while (end < tokens.size() && tokens[end].text.begin < noun.end) ++end;
  if (begin == end) return {};
  std::uint32_t head = begin;
  while (head + 1 < end && !context_.is_noun(head) && !context_.token(head).capitalised) ++head;
  return phrase({begin, end}, head, "de.figure.counted.beside.01");
}

std::optional<Counted> CountedFinder::of_whole() const {
  if (!quantity_.whole.valid()) return std::nullopt;
  const auto figure = std::partition_point(
      earlier_.begin(), earlier_.end(), [&](const Figure& f) { return f.quantity.index() < quantity_.whole.index(); });
  if (figure != earlier_.end() && figure->quantity == quantity_.whole) {
    return Counted{figure->counted, figure->counted_lemma, "de.figure.counted.whole.01", false};
  }
  const Quantity& whole = context_.notes().quantities[quantity_.whole.index()];
  if (whole.counted.empty()) return std::nullopt;
  return Counted{std::string(slice(context_.report().text, whole.counted)), whole.unit, "de.figure.counted.whole.01",
                 false};
}

bool CountedFinder::in_other_quantity(std::uint32_t token) const {
  const TextRange range = context_.token(token).text;
  const auto& all = context_.notes().quantities;
  const auto found =
      std::partition_point(all.begin(), all.end(), [&](const Quantity& q) { return q.text.end <= range.begin; });
  return found != all.end() && &*found != &quantity_ && found->kind == annotate::QuantityKind::Quantity &&
         found->text.overlaps(range);
}

/// True for a noun that no preposition governs and that names no time and no other amount.
bool CountedFinder::free_noun_ends(std::uint32_t noun) const {
  if (!context_.is_noun(noun) || in_time(context_, noun) || in_other_quantity(noun)) return false;
  std::uint32_t begin = context_.phrase_begin(noun, scope_.begin);
  if (begin > scope_.begin && context_.token(begin - 1).word_class == WordClass::Det) --begin;
  return begin == scope_.begin || context_.token(begin - 1).word_class != WordClass::Adp;
}

/// The first common noun of [begin, end) that no preposition governs; with `any_case` also one that is governed.
std::optional<Counted> CountedFinder::free_noun(std::uint32_t begin, std::uint32_t end, bool any_case) const {
  bool governed = false;
  const bool length_of_time = quantity_.si_unit == "s";  // nobody is so long
  for (std::uint32_t i = begin; i < end; ++i) {
    const WordClass word_class = context_.token(i).word_class;
    if (word_class == WordClass::Adp) governed = true;
    if (word_class == WordClass::Verb || word_class == WordClass::Aux || ends_phrase(i)) governed = false;
    const bool name_goes_on = i + 1 < end && (context_.is_noun(i + 1) || is_name(i + 1));  // "von der Fed Reserve"
    if (!context_.is_noun(i) || in_time(context_, i) || in_other_quantity(i)) {
      if ((is_name(i) || context_.is_noun(i)) && !name_goes_on) governed = false;
      continue;
    }
    const bool skipped = names_source(context_, i, end) || gives_it(i) || is_attribute(context_, i, begin) ||
                         ((skips_agents_ || length_of_time) && is_agent(context_, i)) ||
                         (length_of_time && context_.lemma_is(i, FigureWord::Person));
    if ((!governed || any_case) && !skipped && context_.lemma_is(i, FigureWord::NumberNoun)) {
      if (const auto number = noun_of_number(context_, {i, end}, end)) {  // "Die Gesamtzahl der Toten stieg auf 600"
        return phrase(number->tokens, number->head, "de.figure.counted.number.01");
      }
    }
    if ((!governed || any_case) && !skipped) {
      return phrase({context_.phrase_begin(i, begin), i + 1}, i, "de.figure.counted.subject.01");
    }
    governed = name_goes_on;
  }
  return std::nullopt;
}

/// "zwei mit jeweils 16.000 Teilnehmern angemeldete Demonstrationen".
std::optional<Counted> CountedFinder::behind_attribute() const {
  const std::uint32_t end = quantity_.tokens.end;
  const bool genitive =
      end < scope_.end && context_.is_genitive_article(end);  // "ein Viertel der ins Visier genommenen"
  const auto noun = noun_behind_attribute(context_, end + (genitive ? 1 : 0), scope_.end);
  if (!noun) return std::nullopt;
  return phrase(noun->tokens, noun->head, "de.figure.counted.beside.01");
}

/// "Zur Beteiligung schreibt das Blatt, es seien 2.000 gewesen": the noun of a preposition that opens the sentence.
std::optional<Counted> CountedFinder::topic() const {
  const TokenRange sentence = context_.notes().sentences[quantity_.sentence.index()].tokens;
  if (sentence.empty() || context_.token(sentence.begin).word_class != WordClass::Adp) return std::nullopt;
  return free_noun(sentence.begin, std::min(sentence.begin + 4, quantity_.tokens.begin), true);
}

Counted CountedFinder::found() const {
  if (!quantity_.counted.empty()) {
    if (auto scale = on_scale()) return *scale;
    return phrase_over(quantity_.counted);
  }
  if (auto measure = measure_noun()) return *measure;
  if (auto whole = of_whole()) return *whole;
  const std::uint32_t begin = quantity_.tokens.begin;
  const bool of_which = begin > scope_.begin && context_.is(begin - 1, FigureWord::Part);
  if (of_which) {
    if (auto last = before_.of_which()) return *last;
  }
  if (auto noun = before_bracket()) return *noun;
  if (auto noun = noun_of_change()) return *noun;
  // "240 Kilometer südlich der Stadt"
  const std::uint32_t after = quantity_.tokens.end;
  const bool distance = quantity_.si_unit == "m" && after < scope_.end && context_.is(after, FigureWord::Direction);
  if (distance) return {};
  const bool share = quantity_.unit == "share";
  // "Finanziert wird der Kauf zu zwei Dritteln"
  if (share && begin > scope_.begin && context_.token(begin - 1).word_class == WordClass::Adp) {
    if (auto subject = free_noun(scope_.begin, begin - 1, false)) return *subject;
  }
  if (quantity_.measured && !share) {
    if (auto noun = measured_noun()) return *noun;
    if (auto noun = purpose()) return *noun;
    if (auto again = before_.same_measure_again()) return *again;
    if (auto subject = subject_before()) return *subject;
    const std::uint32_t end = quantity_.tokens.end;  // "hat 35 Millionen Euro in seine Kliniken gesteckt"
    if (skips_agents_ && end < scope_.end && context_.token(end).word_class == WordClass::Adp) return {};
    if (auto earlier = before_.last_measured()) return *earlier;
    if (auto topic = topic_before()) return *topic;
    return {};
  }
  if (auto behind = behind_attribute()) return *behind;
  if (const TextRange corrected = noun_of_correction(context_, quantity_); !corrected.empty()) {
    return phrase_over(corrected);
  }
  if (auto change = same_change()) return *change;
  if (auto given = given_value()) return *given;
  if (begin > scope_.begin + 1 && context_.is(begin - 1, FigureWord::AmountLink) && free_noun_ends(begin - 2)) {
    if (auto linked = linked_noun()) return *linked;  // "eine Bevölkerung von 1,4 Milliarden"
  }
  if (auto subject = subject_before_insertion()) return *subject;
  if (auto number = number_of(quantity_.sentence, begin)) return *number;
  if (auto subject = subject_of_value()) return *subject;
  if (auto earlier = before_.last_counted(!share)) return *earlier;
  for (std::size_t back = 1; back <= kSentencesBack && back <= quantity_.sentence.index(); ++back) {
    const SentenceId before(quantity_.sentence.index() - back);
    if (auto number = number_of(before, context_.notes().sentences[before.index()].tokens.end)) return *number;
  }
  if (auto noun = topic()) return *noun;
  return {};
}

Counted find_counted(const FigureContext& context, QuantityId id, TokenRange scope, std::span<const Figure> earlier) {
  return CountedFinder(context, id, scope, earlier).find();
}

}  // namespace ql::claims
