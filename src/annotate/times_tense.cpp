// SPDX-License-Identifier: Apache-2.0
// Auxiliaries and irregular pasts stand in the lexicon; regular pasts (-te, -ten) and presents (-t) show by their
// ending. A perfect needs its participle. A plain present beside a weekday speaks of what is to come ("am Montag
// beginnt ..."). Tested by times_test.cpp.
#include "annotate/times_tense.h"

#include <string_view>

namespace ql::annotate {
namespace {

using lang::TimeClass;

/// What was seen between two commas.
struct Signals {
  bool past = false, future = false, perfect = false, participle = false, present = false;
};

bool ends_with(std::string_view word, std::string_view ending) {
  return word.size() > ending.size() && word.substr(word.size() - ending.size()) == ending;
}

/// ge...t, ge...en, ...iert and verbs with an unstressed prefix.
bool is_participle(std::string_view word) {
  const bool ending = ends_with(word, "t") || ends_with(word, "en");
  if (!ending || word.size() < 6) return false;
  if (ends_with(word, "iert")) return true;
  constexpr std::string_view kPrefixes[] = {"be", "ver", "er", "ent", "zer"};
  for (const std::string_view prefix : kPrefixes) {
    if (word.substr(0, prefix.size()) == prefix) return true;
  }
  return word.find("ge") != std::string_view::npos && word.find("ge") <= 6;
}

void look_at(std::string_view text, const Lexeme& lexeme, Signals& signals) {
  const auto& classes = lexeme.classes;
  if (!lexeme.is_word) return;
  signals.past |= classes.has(TimeClass::k_tense_past);
  signals.future |= classes.has(TimeClass::k_tense_future);
  signals.perfect |= classes.has(TimeClass::k_tense_perfect);
  if (classes.any() || lexeme.capitalised) return;
  const std::string_view word = slice(text, lexeme.text);
  signals.participle |= is_participle(word);
  signals.past |= word.size() > 4 && (ends_with(word, "te") || ends_with(word, "ten"));
  signals.present |= word.size() > 3 && ends_with(word, "t") && !ends_with(word, "iert");
}

Direction verdict(const Signals& signals) {
  if (signals.past) return Direction::Past;
  if (signals.future) return Direction::Future;
  if (signals.perfect && signals.participle) return Direction::Past;
  if (signals.present && !signals.participle) return Direction::Future;
  return Direction::Unknown;
}

}  // namespace

Direction direction_at(std::string_view text, std::span<const Lexeme> lexemes, TokenRange sentence, std::uint32_t at) {
  std::uint32_t begin = at;
  while (begin > sentence.begin && lexemes[begin - 1].mark != ',') --begin;
  std::uint32_t end = at;
  while (end < sentence.end && lexemes[end].mark != ',') ++end;
  Signals near;
  for (std::uint32_t i = begin; i < end; ++i) look_at(text, lexemes[i], near);
  const Direction direction = verdict(near);
  if (direction != Direction::Unknown) return direction;
  Signals all;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) look_at(text, lexemes[i], all);
  return verdict(all);
}

}  // namespace ql::annotate
