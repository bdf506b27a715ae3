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
#include <optional>

#include "claims/figures_earlier.h"
#include "claims/figures_nationality.h"
#include "claims/figures_nouns.h"
#include "lang/lexemes.h"

namespace ql::claims {

using annotate::Quantity;
using annotate::WordClass;
using lang::FigureWord;

namespace {

constexpr std::size_t kSentencesBack = 2;
class CountedFinder {
 public:
  CountedFinder(const FigureContext& context, QuantityId id, TokenRange scope, std::span<const Figure> earlier)
      : context_(context),
        quantity_(context.notes().quantities[id.index()]),
        scope_(scope),
        earlier_(earlier),
        before_(context.notes(), quantity_, earlier) {}

  Counted find() {
    Counted counted = found();
    add_nationality(context_, quantity_, counted);
    return counted;
  }

 private:
  [[nodiscard]] Counted found() const;
  [[nodiscard]] Counted phrase(TokenRange range, std::uint32_t head, RuleId rule) const;
  [[nodiscard]] Counted phrase_over(TextRange noun) const;
  [[nodiscard]] std::optional<Counted> of_whole() const;
  [[nodiscard]] std::optional<Counted> measured_noun() const;
  [[nodiscard]] std::optional<Counted> linked_noun() const;
  [[nodiscard]] std::optional<Counted> reached_noun() const;
  [[nodiscard]] bool free_noun_ends(std::uint32_t noun) const;
  [[nodiscard]] std::optional<Counted> changed_object() const;
  [[nodiscard]] std::optional<Counted> measure_noun() const;
  [[nodiscard]] std::optional<Counted> same_change() const;
  [[nodiscard]] std::optional<Counted> subject_of_value() const;
  [[nodiscard]] bool in_other_quantity(std::uint32_t token) const;
  [[nodiscard]] std::optional<Counted> free_noun(std::uint32_t begin, std::uint32_t end, bool any_case) const;
  [[nodiscard]] std::optional<Counted> number_of(SentenceId sentence, std::uint32_t end) const {
    const auto noun = noun_of_number(context_, context_.notes().sentences[sentence.index()].tokens, end);
    return noun ? std::optional(phrase(noun->tokens, noun->head, "de.figure.counted.number.01")) : std::nullopt;
  }
  [[nodiscard]] std::optional<Counted> topic() const;
  [[nodiscard]] std::optional<Counted> subject_before() const;
  [[nodiscard]] std::optional<Counted> subject_before_insertion() const;
  [[nodiscard]] std::optional<Counted> behind_attribute() const;
  [[nodiscard]] bool is_name(std::uint32_t token) const { return context_.token(token).word_class == WordClass::Propn; }
  [[nodiscard]] std::optional<Counted> changed_noun() const;
  [[nodiscard]] bool has_change_verb(std::uint32_t begin, std::uint32_t end) const;

  const FigureContext& context_;
  const Quantity& quantity_;
  TokenRange scope_;
  std::span<const Figure> earlier_;
  EarlierFigures before_;
};

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

/// "Umsatz von knapp 3 Milliarden", "Rückstellungen in Höhe von 5 Millionen".
std::optional<Counted> CountedFinder::linked_noun() const {
  std::uint32_t at = quantity_.tokens.begin;
  // "stürzte nach Bekanntgabe des Deals von 42 auf 36 Euro": the verb has the amount.
  const lang::CountedWords& words = context_.language().counted_words;
  const std::uint32_t end = quantity_.tokens.end;
  const bool from_to = end < scope_.end && words.is(context_.lower(end), lang::CountedWord::To);
  if (from_to && has_change_verb(scope_.begin, scope_.end)) return std::nullopt;
  const std::uint32_t first = context_.notes().sentences[quantity_.sentence.index()].tokens.begin;
  // "Vermögen über zwei Millionen", but not "in den Staaten über zwei Millionen"
  bool linked = context_.is(at, FigureWord::AmountLink) && at > scope_.begin && free_noun_ends(at - 1);
  for (int steps = 0; steps < 8 && at > first; ++steps) {
    --at;
    const WordClass word_class = context_.token(at).word_class;
    if (context_.written(at) == ")") {  // "einen Gewinn (Ebitda) von 461 Millionen"
      while (at > first && context_.written(at) != "(") --at;
      continue;
    }
    if (context_.is(at, FigureWord::AmountLink) || (linked && word_class == WordClass::Det)) {
      linked = true;
      continue;
    }
    if (word_class == WordClass::Adv) continue;
    if (!linked || !context_.is_noun(at) || in_time(context_, at) || between_governs(context_, at, scope_.begin))
      return std::nullopt;
    if (context_.is(at, FigureWord::Change) && quantity_.unit == "%") {  // "4.120 Anträge, ein Plus von 12 Prozent"
      if (auto last = before_.last_measured_or_counted()) return last;
    }
    return phrase({context_.phrase_begin(at, scope_.begin), at + 1}, at, "de.figure.counted.linked.01");
  }
  return std::nullopt;
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

/// "Das Werk steigerte den Umsatz im Mai um neun Prozent": what the verb of change changes, behind the verb.
std::optional<Counted> CountedFinder::changed_object() const {
  const std::uint32_t end = quantity_.tokens.begin;
  if (end <= scope_.begin || !context_.is(end - 1, FigureWord::ReachLink)) return std::nullopt;
  std::uint32_t verb = scope_.begin;
  while (verb < end && !(context_.is_verb(verb) && context_.lemma_is(verb, FigureWord::ChangeVerb))) ++verb;
  for (std::uint32_t at = end; at-- > verb + 1;) {
    if (!free_noun_ends(at)) continue;
    std::uint32_t begin = context_.phrase_begin(at, verb + 1);
    const bool genitive = context_.is_genitive_article(begin - 1);
    if (context_.token(begin - 1).word_class == WordClass::Det) --begin;
    if (genitive && begin > verb + 1 && context_.is_noun(begin - 1)) continue;  // "die Zahl der Opfer"
    return phrase({context_.phrase_begin(at, verb + 1), at + 1}, at, "de.figure.counted.reached.01");
  }
  return std::nullopt;
}

bool CountedFinder::has_change_verb(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t i = begin; i < end; ++i) {
    if (context_.is_verb(i) && context_.lemma_is(i, FigureWord::ChangeVerb)) return true;
  }
  return false;
}

/// "weil sie den Umsatz im Vergleich zum Mai um neun Prozent steigern will": with the verb at the end, the last noun
/// that no preposition governs.
std::optional<Counted> CountedFinder::changed_noun() const {
  const std::uint32_t link = quantity_.tokens.begin - 1;
  if (quantity_.tokens.begin <= scope_.begin || !context_.is(link, FigureWord::ChangeBy)) return std::nullopt;
  if (!has_change_verb(quantity_.tokens.end, scope_.end)) return std::nullopt;
  for (std::uint32_t at = link; at-- > scope_.begin;) {
    if (!free_noun_ends(at)) continue;
    const std::uint32_t head = head_of_genitives(context_, at, scope_.begin);
    if (!free_noun_ends(head)) continue;
    return phrase({context_.phrase_begin(head, scope_.begin), head + 1}, head, "de.figure.counted.reached.01");
  }
  return std::nullopt;
}

/// "den Staatsanteil auf unter 25 Prozent", "die Beschäftigung um 0,5 Prozent": the noun right before the link, unless
/// a preposition governs it.
std::optional<Counted> CountedFinder::reached_noun() const {
  const std::uint32_t link = quantity_.tokens.begin - (quantity_.tokens.begin > scope_.begin ? 1 : 0);
  if (!context_.is(link, FigureWord::ReachLink) || link < scope_.begin + 1) return std::nullopt;
  std::uint32_t last = link - 1;
  if (context_.written(last) == ")") {  // "das Bruttoinlandsprodukt (BIP) um 8 Prozent"
    while (last > scope_.begin && context_.written(last) != "(") --last;
    if (last > scope_.begin) --last;
  }
  const std::uint32_t noun = head_of_genitives(context_, last, scope_.begin);
  if (!free_noun_ends(noun)) return std::nullopt;
  std::uint32_t begin = context_.phrase_begin(noun, scope_.begin);
  if (begin > scope_.begin && context_.token(begin - 1).word_class == WordClass::Det) --begin;
  // "Die Kosten schätzt die Stadt auf 6 Millionen": behind a verb stands who says so, unless the verb is one of change.
  bool behind_verb = begin > scope_.begin && context_.is_verb(begin - 1);
  for (std::uint32_t i = scope_.begin; i < scope_.end && behind_verb; ++i) {
    behind_verb = !(context_.is_verb(i) && context_.lemma_is(i, FigureWord::ChangeVerb));
  }
  if (behind_verb) return std::nullopt;
  return phrase({context_.phrase_begin(noun, scope_.begin), noun + 1}, noun, "de.figure.counted.reached.01");
}

/// "eine Inzidenz von 70", "bis zu einer Note von 3,5", "ein Beben der Stärke 6,4".
std::optional<Counted> CountedFinder::measure_noun() const {
  if (quantity_.measured || !quantity_.per.empty()) return std::nullopt;
  std::uint32_t at = quantity_.tokens.begin;
  for (int steps = 0; steps < 2 && at > scope_.begin; ++steps) {
    --at;
    if (is_measure_noun(context_, at)) {
      return phrase({context_.phrase_begin(at, scope_.begin), at + 1}, at, "de.figure.counted.measure.01");
    }
    if (!context_.is(at, FigureWord::AmountLink) && !context_.is(at, FigureWord::ReachLink)) return std::nullopt;
  }
  return std::nullopt;
}

/// "von 10 auf 135 Millionen": the second value is of the same thing as the first.
std::optional<Counted> CountedFinder::same_change() const {
  if (earlier_.empty() || quantity_.tokens.begin == 0) return std::nullopt;
  const Figure& last = earlier_.back();
  const Quantity& other = context_.notes().quantities[last.quantity.index()];
  const bool next = other.tokens.end + 1 == quantity_.tokens.begin && last.sentence == quantity_.sentence;
  if (!next || !context_.is(quantity_.tokens.begin - 1, FigureWord::ReachLink) || last.counted.empty())
    return std::nullopt;
  if (other.tokens.begin == 0 || !context_.is(other.tokens.begin - 1, FigureWord::AmountLink)) return std::nullopt;
  return Counted{last.counted, last.counted_lemma, "de.figure.counted.earlier.01", false};
}

/// "Die bestätigten Fälle summieren sich auf 150.790": the subject of a value that is reached.
std::optional<Counted> CountedFinder::subject_of_value() const {
  const std::uint32_t begin = quantity_.tokens.begin;
  if (begin <= scope_.begin || !context_.is(begin - 1, FigureWord::ReachLink)) return std::nullopt;
  // "Die Stadt habe sie auf 12.000 beziffert": a participle of another verb has its own subject.
  for (std::uint32_t i = scope_.begin; i < scope_.end; ++i) {
    if (context_.token(i).morphology.verb_form != annotate::VerbForm::Participle) continue;
    if (!context_.lemma_is(i, FigureWord::ChangeVerb) && !context_.lemma_is(i, FigureWord::LevelVerb))
      return std::nullopt;
  }
  return free_noun(scope_.begin, begin - 1, false);
}

/// The first common noun of [begin, end) that no preposition governs; with `any_case` also one that is governed.
std::optional<Counted> CountedFinder::free_noun(std::uint32_t begin, std::uint32_t end, bool any_case) const {
  bool governed = false;
  for (std::uint32_t i = begin; i < end; ++i) {
    const WordClass word_class = context_.token(i).word_class;
    if (word_class == WordClass::Adp) governed = true;
    if (word_class == WordClass::Verb || word_class == WordClass::Aux || word_class == WordClass::Punct)
      governed = false;
    const bool name_goes_on = i + 1 < end && (context_.is_noun(i + 1) || is_name(i + 1));  // "von der Fed Reserve"
    if (!context_.is_noun(i) || in_time(context_, i) || in_other_quantity(i)) {
      if ((is_name(i) || context_.is_noun(i)) && !name_goes_on) governed = false;
      continue;
    }
    if (!governed || any_case) {
      return phrase({context_.phrase_begin(i, begin), i + 1}, i, "de.figure.counted.subject.01");
    }
    governed = name_goes_on;
  }
  return std::nullopt;
}

/// "Der Quotient, also das Verhältnis von X zu Y, werde von 36 Prozent steigen".
std::optional<Counted> CountedFinder::subject_before_insertion() const {
  const TokenRange sentence = context_.notes().sentences[quantity_.sentence.index()].tokens;
  constexpr std::uint32_t kFirstWords = 8, kNear = 2;
  const std::uint32_t begin = quantity_.tokens.begin;
  bool governed = false;  // "liegt bei 110", "steigt von derzeit 36"
  for (std::uint32_t at = begin; at-- > scope_.begin && at + kNear >= begin;) {
    governed = governed || context_.is(at, FigureWord::ReachLink) || context_.is(at, FigureWord::AmountLink);
  }
  governed = governed && !context_.lemma_is(scope_.begin, FigureWord::CountingVerb);
  if (!governed || !goes_on_behind_insertion(context_, sentence, scope_)) return std::nullopt;
  return free_noun(sentence.begin, std::min(sentence.begin + kFirstWords, scope_.begin), false);
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

std::optional<Counted> CountedFinder::measured_noun() const {
  if (auto change = same_change()) return change;
  if (const auto noun = noun_before_bound(context_, quantity_, scope_); noun && !in_time(context_, noun->head)) {
    return phrase(noun->tokens, noun->head, "de.figure.counted.linked.01");
  }
  if (auto linked = linked_noun()) return linked;
  if (auto reached = reached_noun()) return reached;
  if (auto subject = subject_before_insertion()) return subject;
  if (auto object = changed_object()) return object;
  if (auto changed = changed_noun()) return changed;
  if (auto before = free_noun(scope_.begin, quantity_.tokens.begin, false)) return before;
  return free_noun(quantity_.tokens.end, scope_.end, false);
}

/// "Der Pegel fällt. Um sechs Uhr waren es noch drei Meter": a pronoun takes up the sentence before.
std::optional<Counted> CountedFinder::subject_before() const {
  const annotate::Token* pronoun = nullptr;
  for (std::uint32_t i = scope_.begin; i < scope_.end && pronoun == nullptr; ++i) {
    const annotate::Token& token = context_.token(i);
    const bool third =
        token.stts == annotate::Stts::Pper && token.morphology.person != 1 && token.morphology.person != 2;
    if (third && token.text.size() <= 3) pronoun = &token;
  }
  if (pronoun == nullptr || quantity_.sentence.index() == 0) return std::nullopt;
  const annotate::Sentence& own = context_.notes().sentences[quantity_.sentence.index()];
  const annotate::Sentence& before = context_.notes().sentences[quantity_.sentence.index() - 1];
  if (own.block != before.block) return std::nullopt;
  return free_noun(before.tokens.begin, before.tokens.end, false);
}

/// "Zur Beteiligung schreibt das Blatt, es seien 2.000 gewesen": the noun of a preposition that opens the sentence.
std::optional<Counted> CountedFinder::topic() const {
  const TokenRange sentence = context_.notes().sentences[quantity_.sentence.index()].tokens;
  if (sentence.empty() || context_.token(sentence.begin).word_class != WordClass::Adp) return std::nullopt;
  return free_noun(sentence.begin, std::min(sentence.begin + 4, quantity_.tokens.begin), true);
}

Counted CountedFinder::found() const {
  if (auto measure = measure_noun()) return *measure;
  if (!quantity_.counted.empty()) return phrase_over(quantity_.counted);
  if (auto whole = of_whole()) return *whole;
  const std::uint32_t begin = quantity_.tokens.begin;
  const bool of_which = begin > scope_.begin && context_.is(begin - 1, FigureWord::Part);
  if (of_which) {
    if (auto last = before_.of_which()) return *last;
  }
  const bool share = quantity_.unit == "share";
  if (quantity_.measured && !share) {
    if (auto noun = measured_noun()) return *noun;
    if (auto again = before_.same_measure_again()) return *again;
    if (auto subject = subject_before()) return *subject;
    if (auto earlier = before_.last_measured()) return *earlier;
    return {};
  }
  if (auto behind = behind_attribute()) return *behind;
  if (const TextRange corrected = noun_of_correction(context_, quantity_); !corrected.empty()) {
    return phrase_over(corrected);
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

}  // namespace

Counted find_counted(const FigureContext& context, QuantityId id, TokenRange scope, std::span<const Figure> earlier) {
  return CountedFinder(context, id, scope, earlier).find();
}

}  // namespace ql::claims
