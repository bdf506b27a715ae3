// SPDX-License-Identifier: Apache-2.0
// All that the lexicons of times, numbers and figures know of one lexeme, merged into one record, so that the stages
// that read a text by lexemes look each of them up once.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lang/counted_words.h"
#include "lang/figure_roles.h"
#include "lang/hedges.h"
#include "lang/number_traps.h"
#include "lang/number_words.h"
#include "lang/time_grammar.h"
#include "lang/units.h"

namespace ql::lang {

struct TimePhrase;

/// A lexeme in lower case. As made by default: in no list.
struct LexemeFacts {
  const TimeWord* time = nullptr;                         ///< In time_words.tsv or holidays.tsv, in any case.
  const TimeWord* time_capitalised = nullptr;             ///< The same, if it is another word with a capital.
  const std::vector<TimePhrase>* time_phrases = nullptr;  ///< Those that start with it, longest first; or null.
  NumberWord number;                                      ///< Only if `is_number`.
  std::uint64_t figure_roles = 0;                         ///< Set of FigureWord.
  std::uint64_t starts_roles = 0;                         ///< Of the phrases of figure_roles.tsv that it starts.
  std::uint32_t counted = 0;                              ///< Set of CountedWord.
  std::uint32_t starts_traps = 0, ends_traps = 0;         ///< Sets of TrapPlace, for phrases that it starts or ends.
  bool is_number = false;                                 ///< In number_words.tsv.
  bool ends_time_phrase = false;
  bool ends_hedge = false;     ///< Of those that stand before a number.
  bool starts_hedge = false;   ///< Of those that stand behind.
  bool between_hedge = false;  ///< May stand between a hedge and its number.
  bool starts_unit = false;    ///< A word or, in any case, a symbol of units.tsv, or money.
  bool is_currency = false;    ///< A currency that needs an adjective.

  [[nodiscard]] const TimeWord* time_word(bool capitalised) const {
    return capitalised && time_capitalised != nullptr ? time_capitalised : time;
  }
  [[nodiscard]] bool is(CountedWord kind) const { return ((counted >> static_cast<unsigned>(kind)) & 1U) != 0; }
  [[nodiscard]] bool is(FigureWord kind) const { return FigureRoles::holds(figure_roles, kind); }
  [[nodiscard]] bool starts(TrapPlace place) const {
    return ((starts_traps >> static_cast<unsigned>(place)) & 1U) != 0;
  }
  [[nodiscard]] bool ends(TrapPlace place) const { return ((ends_traps >> static_cast<unsigned>(place)) & 1U) != 0; }
};

/// A time expression of several lexemes ("Tag der Arbeit").
struct TimePhrase {
  std::vector<const LexemeFacts*> rest;  ///< Its second and further lexemes.
  const TimeWord* word = nullptr;
};

/// The merged table. Immutable after loading. It refers to the tables that it is made of, which may be moved but not
/// copied; so it cannot be copied either.
class LexemeLexicon {
 public:
  /// What is merged.
  struct Tables {
    const TimeGrammar& times;
    const NumberWords& numbers;
    const CountedWords& counted;
    const Hedges& hedges;
    const Units& units;
    const NumberTraps& traps;
    const FigureRoles& roles;
  };
  LexemeLexicon() = default;
  explicit LexemeLexicon(const Tables& tables);
  LexemeLexicon(LexemeLexicon&&) = default;
  LexemeLexicon& operator=(LexemeLexicon&&) = default;
  LexemeLexicon(const LexemeLexicon&) = delete;
  LexemeLexicon& operator=(const LexemeLexicon&) = delete;
  ~LexemeLexicon() = default;

  /// The facts of a lexeme in lower case (lower_in_place); nothing_known() if it is in no list. One look-up.
  [[nodiscard]] const LexemeFacts& find(std::string_view lower) const {
    const auto found = facts_.find(lower);
    return found == facts_.end() ? nothing_known() : found->second;
  }
  [[nodiscard]] static const LexemeFacts& nothing_known();

 private:
  void add_times(const TimeGrammar& times);
  void add_time_phrases(const TimeGrammar& times);
  void add_numbers(const Tables& tables);
  void add_figure_roles(const FigureRoles& roles);

  PhraseMap<LexemeFacts> facts_;
  std::vector<std::vector<TimePhrase>> phrases_;
};

}  // namespace ql::lang
