// SPDX-License-Identifier: Apache-2.0
// Auxiliaries and modals are told by the lexicon, other verbs by their tags. A perfect needs its participle. A plain
// present beside a weekday speaks of what is to come ("am Montag beginnt ..."), a modal with an infinitive of the
// perfect of what was. Tested by times_test.cpp.
#include "annotate/times_tense.h"

#include <algorithm>

namespace ql::annotate {
namespace {

using lang::TimeClass;

/// What was seen between two commas.
struct Signals {
  bool past = false, future = false, perfect = false, participle = false, infinitive = false, present = false;
  bool have = false;              // "haben" as an infinitive
  bool been = false, be = false;  // "worden", "gewesen"; "sein" as an infinitive

  /// "soll am Samstag gewarnt haben", "dürfte gewählt worden sein": a modal with an infinitive of the perfect.
  [[nodiscard]] bool supposed_to_have() const { return future && participle && (have || (been && be)); }
};

/// Walks over the tokens beside the lexemes; both are in text order.
class TokenCursor {
 public:
  explicit TokenCursor(std::span<const Token> tokens) : tokens_(tokens) {}

  /// The token that starts where the lexeme does, or null. Ask in text order, or go_to() first.
  const Token* token_of(const TimeLexeme& lexeme) {
    while (next_ < tokens_.size() && tokens_[next_].text.begin < lexeme.text.begin) ++next_;
    return next_ < tokens_.size() && tokens_[next_].text.begin == lexeme.text.begin ? &tokens_[next_] : nullptr;
  }
  /// True if the token stands right behind a verb, "zu" at most between.
  [[nodiscard]] bool follows_verb(const Token& token) const {
    const auto index = static_cast<std::size_t>(&token - tokens_.data());
    if (index > 1 && tokens_[index - 1].stts == Stts::Ptkzu) {
      const WordClass before = tokens_[index - 2].word_class;
      return before == WordClass::Verb || before == WordClass::Adj;
    }
    return index > 0 && tokens_[index - 1].word_class == WordClass::Verb;
  }
  void go_to(std::uint32_t position) {
    const auto found = std::partition_point(tokens_.begin(), tokens_.end(),
                                            [&](const Token& token) { return token.text.begin < position; });
    next_ = static_cast<std::size_t>(found - tokens_.begin());
  }

 private:
  std::span<const Token> tokens_;
  std::size_t next_ = 0;
};

void look_at(const TimeLexeme& lexeme, TokenCursor& tokens, Signals& signals) {
  if (!lexeme.is_word) return;
  const bool past = lexeme.classes.has(TimeClass::k_tense_past);
  const bool future = lexeme.classes.has(TimeClass::k_tense_future);
  const bool perfect = lexeme.classes.has(TimeClass::k_tense_perfect);
  signals.past |= past;
  signals.future |= future;
  signals.perfect |= perfect;
  if (past || future) return;
  const Token* token = tokens.token_of(lexeme);
  if (perfect) {
    const bool have = token != nullptr && token->morphology.verb_form == VerbForm::Infinitive;
    signals.have |= have;
    signals.participle |= have && tokens.follows_verb(*token);  // "votiert (zu) haben": a participle, whatever its tag
    signals.been |= token != nullptr && token->morphology.verb_form == VerbForm::Participle;
    return;
  }
  if (token == nullptr || (token->word_class != WordClass::Verb && token->word_class != WordClass::Aux)) return;
  const Morphology& form = token->morphology;
  signals.participle |= form.verb_form == VerbForm::Participle;
  signals.infinitive |= form.verb_form == VerbForm::Infinitive;
  signals.be |= form.verb_form == VerbForm::Infinitive && token->word_class == WordClass::Aux;
  if (form.verb_form != VerbForm::Finite) return;
  signals.past |= form.tense == Tense::Past && form.mood != Mood::SubjunctiveII;
  signals.present |= form.tense == Tense::Present;
}

Direction verdict(const Signals& signals) {
  if (signals.past || signals.supposed_to_have()) return Direction::Past;
  if (signals.future) return Direction::Future;
  if (signals.perfect && (signals.participle || signals.been)) return Direction::Past;
  if (signals.present || (signals.perfect && !signals.infinitive)) return Direction::Present;
  return Direction::Unknown;
}

}  // namespace

Direction direction_at(std::span<const TimeLexeme> lexemes, std::span<const Token> tokens, TokenRange sentence,
                       std::uint32_t at) {
  std::uint32_t begin = at;
  while (begin > sentence.begin && lexemes[begin - 1].mark != ',') --begin;
  std::uint32_t end = at;
  while (end < sentence.end && lexemes[end].mark != ',') ++end;
  TokenCursor cursor(tokens);
  cursor.go_to(lexemes[begin].text.begin);
  Signals near;
  for (std::uint32_t i = begin; i < end; ++i) look_at(lexemes[i], cursor, near);
  const Direction direction = verdict(near);
  if (direction != Direction::Unknown || sentence.empty()) return direction;
  cursor.go_to(lexemes[sentence.begin].text.begin);
  Signals all;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) look_at(lexemes[i], cursor, all);
  return verdict(all);
}

}  // namespace ql::annotate
