// SPDX-License-Identifier: Apache-2.0
// What an amount or a share measures: the noun that it is linked to, that the verb of change moves, the subject, the
// sentence before. Cost: a bounded number of sentences per figure. Tested by figures_test.cpp.
#include <algorithm>

#include "claims/figures_counted_finder.h"

namespace ql::claims {

namespace {

/// How a noun's gender and number go with those of a pronoun.
enum class Agreement : std::uint8_t { No, Open, Yes };

Agreement agreement(const annotate::Morphology& pronoun, const annotate::Morphology& noun) {
  using annotate::Gender, annotate::Number;
  if (pronoun.number != Number::None && noun.number != Number::None && pronoun.number != noun.number) {
    return Agreement::No;
  }
  if (pronoun.gender == Gender::None || noun.gender == Gender::None) return Agreement::Open;
  return pronoun.gender == noun.gender ? Agreement::Yes : Agreement::No;
}

}  // namespace

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
  // "den Dax auf 15.000 Punkte": a name
  const bool named = is_name(last) && !in_time(context_, last) && last > scope_.begin &&
                     context_.token(last - 1).word_class != WordClass::Adp && !context_.is_verb(last - 1) &&
                     !is_agent(context_, last);
  if (named) return phrase({last, last + 1}, last, "de.figure.counted.reached.01");
  if (!free_noun_ends(noun)) return std::nullopt;
  if (noun < last && context_.lemma_is(noun, FigureWord::NumberNoun)) {  // "die Zahl der Elefanten um 86 Prozent"
    if (const auto number = noun_of_number(context_, {noun, link}, link)) {
      return phrase(number->tokens, number->head, "de.figure.counted.number.01");
    }
  }
  std::uint32_t begin = context_.phrase_begin(noun, scope_.begin);
  if (begin > scope_.begin && context_.token(begin - 1).word_class == WordClass::Det) --begin;
  // "Die Kosten schätzt die Stadt auf 6 Millionen": behind a verb stands who says so, unless the verb is one of change.
  bool behind_verb = begin > scope_.begin && context_.is_verb(begin - 1);
  for (std::uint32_t i = scope_.begin; i < scope_.end && behind_verb; ++i) {
    behind_verb = !(context_.is_verb(i) && context_.lemma_is(i, FigureWord::ChangeVerb));
  }
  if (behind_verb && (giver_.empty() || !is_amount_noun(context_, noun))) return std::nullopt;
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
  if (other.tokens.begin == 0) return std::nullopt;
  const std::uint32_t lead = other.tokens.begin - 1;  // "von 10 auf", "um 20 Prozent auf"
  if (!context_.is(lead, FigureWord::AmountLink) && !context_.is(lead, FigureWord::ChangeBy)) return std::nullopt;
  return Counted{last.counted, last.counted_lemma, "de.figure.counted.earlier.01", false};
}

/// "Die bestätigten Fälle summieren sich auf 150.790": the subject of a value that is reached.
std::optional<Counted> CountedFinder::subject_of_value() const {
  if (!giver_.empty()) return std::nullopt;  // "Das Bündnis bleibt bei 12.000"
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

/// The finite verb of the tokens is in the singular.
bool CountedFinder::speaks_of_one(TokenRange tokens) const {
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    if (context_.is_finite(i)) return context_.token(i).morphology.number == annotate::Number::Sing;
  }
  return false;
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
  // "Anleger griffen zu: Die Aktie stieg. Am Montag war sie noch billig": a noun that agrees, else one that may.
  annotate::Morphology form = pronoun->morphology;
  if (form.gender == annotate::Gender::None && form.number == annotate::Number::None && speaks_of_one(scope_)) {
    form.number = annotate::Number::Sing;  // a pronoun for the plural and for one female, beside a verb in the singular
    form.gender = annotate::Gender::Fem;
  }
  std::optional<Counted> open;
  for (std::uint32_t begin = before.tokens.begin; begin < before.tokens.end;) {
    const auto noun = free_noun(begin, before.tokens.end, false);
    if (!noun) break;
    const bool acts = is_agent(context_, noun->head) || names_source(context_, noun->head, before.tokens.end);
    const Agreement found = acts ? Agreement::No : agreement(form, context_.token(noun->head).morphology);
    if (found == Agreement::Yes) return noun;
    if (found == Agreement::Open && !open) open = noun;
    begin = noun->head + 1;
  }
  return open;
}

/// "Auch beim Mindestlohn gebe es Bewegung. Statt 15,80 Euro stünden 15,50 Euro im Text": the noun that the sentence
/// before opens with.
std::optional<Counted> CountedFinder::topic_before() const {
  constexpr std::uint32_t kLead = 2, kPhrase = 4;
  if (quantity_.sentence.index() == 0) return std::nullopt;
  const auto& sentences = context_.notes().sentences;
  const annotate::Sentence& before = sentences[quantity_.sentence.index() - 1];
  if (before.block != sentences[quantity_.sentence.index()].block) return std::nullopt;
  for (std::uint32_t i = before.tokens.begin; i < std::min(before.tokens.end, before.tokens.begin + kLead); ++i) {
    if (context_.token(i).word_class != WordClass::Adp) continue;
    return free_noun(i + 1, std::min(before.tokens.end, i + kPhrase), true);
  }
  return std::nullopt;
}

}  // namespace ql::claims
