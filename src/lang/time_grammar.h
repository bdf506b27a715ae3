// SPDX-License-Identifier: Apache-2.0
// Words and rules of time expressions, compiled from lexicons/xx/time_words.tsv, holidays.tsv and time_rules.tsv.
#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_map.h"

namespace ql::lang {

/// What a word, number or mark can be in a time expression; a word may be several. Names as in the TSV files.
/// From Dot on the classes come from the shape of a number or mark, not from the lexicon.
// clang-format off
#define QL_TIME_CLASSES(X)                                                                                             \
  X(weekday) X(weekday_short) X(weekday_set) X(weekday_part) X(month) X(month_short) X(month_sure) X(season) X(part)   \
  X(part_lower) X(part_adverb) X(night) X(early) X(midnight) X(relative_day) X(day_adjective) X(relative_year)         \
  X(year_adjective) X(relative_week) X(relative_month) X(anchored_day) X(anchored_evening) X(modifier)                 \
  X(next_in_text) X(last_of) X(same) X(demonstrative) X(unit) X(units) X(year_noun) X(fiscal_year) X(month_noun)       \
  X(week_noun) X(calendar_week) X(weekend) X(day_noun) X(quarter_noun) X(half_year) X(decade_noun) X(century_noun)     \
  X(half_noun) X(one) X(article) X(ordinal) X(ordinal_day) X(half) X(half_hour) X(quarter_hour) X(three_quarters)      \
  X(short_span) X(number) X(vague_number) X(whole) X(approximate) X(duration_word) X(set_word) X(every) X(every_n)     \
  X(per) X(reference) X(phase) X(rest) X(course) X(later) X(earlier) X(ago_after) X(days_later) X(days_earlier) X(at)  \
  X(at_the) X(in) X(in_the) X(into) X(before) X(after) X(since) X(from) X(until) X(round) X(towards) X(of_the)         \
  X(between) X(for) X(and) X(to_the) X(hour_word) X(oclock) X(hour_letter) X(decade_suffix) X(title_word)              \
  X(count_before) X(number_before) X(measure) X(age_after) X(person_after) X(holiday) X(age_adjective) X(span_noun)    \
  X(as_of) X(age_before) X(span_suffix) X(tense_past) X(tense_future) X(tense_perfect) X(decade_word)                \
  X(decade_full) X(unit_phase) X(following) X(bound) X(limit_term) X(today_word) X(still) X(times_word) X(no_time)     \
  X(genitive_article) X(zone) X(era) X(christ) X(at_plural) X(weekday_plural) X(weekends) X(month_part)                \
  X(lasting_verb) X(long) X(former_prefix)                                                                             \
  X(dot) X(comma) X(colon)                                                                                             \
  X(dash) X(slash) X(day) X(month_number) X(hour) X(minute) X(year) X(two_digits) X(count) X(decade) X(sign)           \
  X(other_mark)
// clang-format on

enum class TimeClass : std::uint8_t {
#define X(name) k_##name,
  QL_TIME_CLASSES(X)
#undef X
      kCount
};

/// A set of classes.
class TimeClasses {
 public:
  constexpr void add(TimeClass c) { words_[index(c) / 64] |= bit(c); }
  constexpr void add(const TimeClasses& other) {
    for (std::size_t i = 0; i < kWords; ++i) words_[i] |= other.words_[i];
  }
  [[nodiscard]] constexpr bool has(TimeClass c) const { return (words_[index(c) / 64] & bit(c)) != 0; }
  [[nodiscard]] constexpr bool any() const { return (words_[0] | words_[1] | words_[2]) != 0; }
  [[nodiscard]] constexpr bool meets(const TimeClasses& other) const {
    return ((words_[0] & other.words_[0]) | (words_[1] & other.words_[1]) | (words_[2] & other.words_[2])) != 0;
  }
  /// Calls `visit` with every class of the set, in their order.
  template <class Visit>
  constexpr void for_each(const Visit& visit) const {
    for (std::size_t i = 0; i < kWords; ++i) {
      for (std::uint64_t rest = words_[i]; rest != 0; rest &= rest - 1) {
        visit(static_cast<TimeClass>(i * 64 + static_cast<std::size_t>(std::countr_zero(rest))));
      }
    }
  }
  [[nodiscard]] constexpr bool contains(const TimeClasses& other) const {
    return (other.words_[0] & ~words_[0]) == 0 && (other.words_[1] & ~words_[1]) == 0 &&
           (other.words_[2] & ~words_[2]) == 0;
  }

 private:
  static constexpr std::size_t index(TimeClass c) { return static_cast<std::size_t>(c); }
  static constexpr std::uint64_t bit(TimeClass c) { return std::uint64_t{1} << (index(c) % 64); }
  static constexpr std::size_t kWords = 3;
  std::uint64_t words_[kWords] = {0, 0, 0};
};
static_assert(static_cast<std::size_t>(TimeClass::kCount) <= 192);

/// What the lexicon knows of a word: its classes, and their value as a number or as a code ("EV", "P1D").
struct TimeWord {
  TimeClasses classes;
  double number = 0;
  std::string code;
};

/// The entries of one spelling; a capital may make it another word ("Morgen").
struct TimeForms {
  std::optional<TimeWord> any_case, capitalised;
};

/// How the day of a holiday is found in a year (columns of holidays.tsv).
struct Holiday {
  enum class Kind : std::uint8_t { Fixed, Easter, WeekdayOfMonth, BeforeChristmas };
  Kind kind = Kind::Fixed;
  int month = 0, day = 0;      ///< Fixed.
  int offset_days = 0;         ///< Easter, BeforeChristmas.
  int weekday = 0, which = 0;  ///< WeekdayOfMonth, with `month`.
};

/// What a rule's match means; the normaliser has one function for each.
// clang-format off
#define QL_TIME_MEANINGS(X)                                                                                            \
  X(date) X(month) X(year) X(year_span) X(weekday) X(relative_day) X(part) X(unit) X(offset_past) X(offset_future)     \
  X(offset_later) X(offset_earlier) X(duration) X(duration_word) X(age) X(set_word) X(set_unit) X(set_weekday)         \
  X(set_part) X(reference) X(clock) X(clock_offset) X(season) X(quarter) X(half_year) X(decade) X(century) X(holiday)  \
  X(day_after) X(day_before) X(same) X(weekend) X(night_to) X(phase_unit) X(rest) X(week_of) X(week_number)            \
  X(vague_ref) X(ignore) X(limit_term) X(day_plus) X(unit_phase) X(term) X(following_weekday) X(part_in_text)         \
  X(set_clock) X(today_reference) X(era_year) X(year_end) X(following_recurring) X(same_unit) X(month_part)            \
  X(ordinal_week) X(set_period) X(set_rate)
// clang-format on

enum class TimeMeaning : std::uint8_t {
#define X(name) k_##name,
  QL_TIME_MEANINGS(X)
#undef X
};

/// One place of a rule's pattern: a word that has one of `any` and all of `all`.
struct TimeElement {
  TimeClasses any, all;
  bool optional = false;
  bool glued = false;    ///< No blank before it.
  bool in_span = false;  ///< Belongs to the expression; else only its context.
};

struct TimeRule {
  std::string id;
  std::vector<TimeElement> elements;
  TimeMeaning meaning = TimeMeaning::k_ignore;
  bool alone = false;  ///< What follows must not make the number a count ("um 7" but not "um 7 Prozent").
};

/// The compiled tables. Immutable after loading.
class TimeGrammar {
 public:
  /// Requires that the lexicons of the language are embedded; a malformed row is a programmer error.
  explicit TimeGrammar(const std::string& language_code);
  TimeGrammar() = default;

  /// All single words and marks, in lower case.
  [[nodiscard]] const StringMap<TimeForms>& words() const { return words_; }
  /// An expression of several words, in lower case ("Tag der Arbeit").
  struct Phrase {
    std::vector<std::string> words;
    TimeWord meaning;
  };
  /// Longer ones first.
  [[nodiscard]] const std::vector<Phrase>& phrases() const { return phrases_; }

  /// The ending of an adjective of length in time (-tägig) and its unit; empty if there is none.
  struct Suffix {
    std::string_view code;
    std::uint32_t bytes = 0;
  };
  [[nodiscard]] Suffix span_suffix(std::string_view word) const;

  [[nodiscard]] const std::vector<TimeRule>& rules() const { return rules_; }
  /// A rule with what its second and third lexemes must be.
  struct Candidate {
    TimeClasses second, third;
    bool fits_one = false, fits_two = false;  ///< Without a second lexeme; without a third.
    std::uint16_t rule = 0;                   ///< Index in rules().

    [[nodiscard]] bool may_fit(const TimeClasses& next, const TimeClasses& after_next) const {
      return fits_one || (next.meets(second) && (fits_two || after_next.meets(third)));
    }
  };
  /// The rules that can start with a word of class `c`, in table order.
  [[nodiscard]] const std::vector<Candidate>& starting_with(TimeClass c) const {
    return starts_[static_cast<std::size_t>(c)].rules;
  }
  [[nodiscard]] const TimeClasses& start_classes() const { return start_classes_; }
  /// False if no rule that starts with `c` fits before a lexeme of the classes `next`.
  [[nodiscard]] bool may_go_on(TimeClass c, const TimeClasses& next) const {
    const Start& start = starts_[static_cast<std::size_t>(c)];
    return start.fits_one || next.meets(start.second);
  }
  [[nodiscard]] const std::vector<Holiday>& holidays() const { return holidays_; }

 private:
  void read_words(const std::string& folder);
  void read_holidays(const std::string& folder);
  void read_rules(const std::string& folder);
  void add_rule(TimeRule rule);
  void add_form(std::string_view form, const TimeWord& word);
  void add_marks();

  StringMap<TimeForms> words_;
  std::vector<Phrase> phrases_;
  std::vector<bool> span_suffix_ends_ = std::vector<bool>(1U << 16U);  ///< By the last two bytes of a suffix.
  std::vector<std::pair<std::string, std::string>> span_suffixes_;     ///< Ending and unit code.
  std::vector<Holiday> holidays_;
  std::vector<TimeRule> rules_;
  /// The rules that can start with a class, and what their second lexemes can be.
  struct Start {
    std::vector<Candidate> rules;
    TimeClasses second;
    bool fits_one = false;
  };
  std::vector<Start> starts_ = std::vector<Start>(static_cast<std::size_t>(TimeClass::kCount));
  TimeClasses start_classes_;
};

}  // namespace ql::lang
