// SPDX-License-Identifier: Apache-2.0
// One pass over the lexemes of a block. What a word can be in a time expression stands in its facts; only a capital
// at the start of a sentence leaves a choice. What digits can be follows from their number. Phrases are looked for at
// their last word. Tested by times_test.cpp.
#include "annotate/times_lexer.h"

#include <algorithm>

namespace ql::annotate {
namespace {

using lang::TimeClass;

class TimeLexer {
 public:
  TimeLexer(std::string_view text, std::span<const Lexeme> lexemes, const lang::Language& language,
            std::vector<TimeLexeme>& out)
      : text_(text), lexemes_(lexemes), language_(language), out_(out), first_(out.size()) {}

  void run() {
    for (std::size_t at = 0; at < lexemes_.size();) {
      const Lexeme& lexeme = lexemes_[at];
      TimeLexeme& next = push(lexeme);
      if (lexeme.is_word()) {
        word(lexeme, next);
        ++at;
      } else if (lexeme.is_digits()) {
        at = number(at, next);
      } else {
        mark(lexeme, next);
        ++at;
      }
    }
  }

 private:
  TimeLexeme& push(const Lexeme& lexeme) {
    TimeLexeme& next = out_.emplace_back();
    next.text = lexeme.text;
    next.space_before = lexeme.space_before;
    next.facts = lexeme.facts;
    return next;
  }

  static void take(const lang::TimeWord& word, TimeLexeme& lexeme) {
    lexeme.classes = word.classes;
    lexeme.number = word.number;
    lexeme.code = word.code;
  }

  void word(const Lexeme& lexeme, TimeLexeme& next) {
    next.is_word = true;
    next.capitalised = lexeme.capitalised;
    if (const lang::TimeWord* found = find(lexeme)) {
      take(*found, next);
    } else if (lexeme.has(Trait::SpanAdjective)) {
      span_adjective(next);
    }
    if (lexeme.facts->ends_time_phrase) join_phrase();
  }

  /// "Morgen" opens a sentence as "tomorrow"; elsewhere the capital makes it the part of the day.
  [[nodiscard]] const lang::TimeWord* find(const Lexeme& lexeme) const {
    const lang::LexemeFacts& facts = *lexeme.facts;
    if (facts.time_capitalised == nullptr) return facts.time;
    const bool opens = out_.size() == first_ + 1 || ends_sentence(out_[out_.size() - 2]);
    const lang::TimeWord* found = facts.time_word(lexeme.capitalised && !opens);
    return found == nullptr && opens ? facts.time_word(lexeme.capitalised) : found;
  }

  /// dreistündig, zweiwöchige: a number word and an ending of the lexicon; or the ending alone (24-stündig).
  void span_adjective(TimeLexeme& next) const {
    const lang::TimeGrammar::Suffix suffix = language_.times.span_suffix(slice(text_, next.text));
    std::string head(slice(text_, {next.text.begin, next.text.end - suffix.bytes}));
    lang::lower_in_place(head);
    const lang::TimeWord* number = language_.lexemes.find(head).time;
    next.classes.add(TimeClass::k_age_adjective);
    next.number = number == nullptr ? 0 : number->number;
    next.code = suffix.code;
  }

  static bool ends_sentence(const TimeLexeme& lexeme) {
    return lexeme.mark == '.' || lexeme.mark == '!' || lexeme.mark == '?' || lexeme.mark == ':';
  }

  /// Replaces the last lexemes by one if they are a phrase of the lexicon. A phrase is looked for at its end, so the
  /// longest one wins because the shorter ones are words of it that are already there.
  void join_phrase() {
    constexpr std::size_t kLongestPhrase = 6;
    const std::size_t count = std::min(out_.size() - first_, kLongestPhrase);
    for (std::size_t length = count; length >= 2; --length) {
      const std::size_t begin = out_.size() - length;
      if (out_[begin].facts == nullptr || out_[begin].facts->time_phrases == nullptr) continue;
      for (const lang::TimePhrase& phrase : *out_[begin].facts->time_phrases) {
        if (phrase.rest.size() + 1 != length || !matches(phrase, begin)) continue;
        TimeLexeme& joined = out_[begin];
        joined.text.end = out_.back().text.end;
        joined.facts = nullptr;
        take(*phrase.word, joined);
        out_.resize(begin + 1);
        return;
      }
    }
  }

  [[nodiscard]] bool matches(const lang::TimePhrase& phrase, std::size_t begin) const {
    for (std::size_t i = 0; i < phrase.rest.size(); ++i) {
      if (out_[begin + 1 + i].facts != phrase.rest[i]) return false;
    }
    return true;
  }

  /// Reads the number that starts with the digits at `at`; returns the lexeme behind it.
  std::size_t number(std::size_t at, TimeLexeme& next) const {
    constexpr std::uint32_t kMostDigits = 9;
    next.number = lexemes_[at].value;
    next.digits = static_cast<std::uint8_t>(std::min(lexemes_[at].text.size(), kMostDigits));
    std::size_t end = at + 1;
    while (digits_follow(end, '.', 3, 3)) {  // 10.000
      next.number = next.number * 1000 + lexemes_[end + 1].value;
      end += 2;
    }
    if (end == at + 1 && digits_follow(end, ',', 1, 2)) {  // 3,5
      double fraction = lexemes_[end + 1].value;
      for (std::uint32_t i = 0; i < lexemes_[end + 1].text.size(); ++i) fraction /= 10;
      next.number += fraction;
      end += 2;
    }
    next.text.end = lexemes_[end - 1].text.end;
    classify(next, end > at + 1);
    return end;
  }

  /// The mark at `at` and, without blanks, `fewest` to `most` digits behind it.
  [[nodiscard]] bool digits_follow(std::size_t at, char mark, std::uint32_t fewest, std::uint32_t most) const {
    if (at + 1 >= lexemes_.size() || lexemes_[at].mark != mark || lexemes_[at].space_before) return false;
    const Lexeme& digits = lexemes_[at + 1];
    return digits.is_digits() && !digits.space_before && digits.text.size() >= fewest && digits.text.size() <= most;
  }

  static void classify(TimeLexeme& lexeme, bool joined) {
    lexeme.classes.add(TimeClass::k_count);
    if (joined) return;
    const auto value = static_cast<int>(std::min(lexeme.number, 1e6));
    const int width = lexeme.digits;
    if (width <= 2) {
      if (value >= 1 && value <= 31) lexeme.classes.add(TimeClass::k_day);
      if (value >= 1 && value <= 12) lexeme.classes.add(TimeClass::k_month_number);
      if (value <= 24) lexeme.classes.add(TimeClass::k_hour);
      if (width == 2 && value <= 59) lexeme.classes.add(TimeClass::k_minute);
      if (width == 2) lexeme.classes.add(TimeClass::k_two_digits);
      if (width == 2 && value % 10 == 0) lexeme.classes.add(TimeClass::k_decade);
    }
    if (width == 4 && value >= 1000 && value <= 2199) {
      lexeme.classes.add(TimeClass::k_year);
      if (value % 10 == 0) lexeme.classes.add(TimeClass::k_decade);
    }
  }

  static void mark(const Lexeme& lexeme, TimeLexeme& next) {
    next.mark = lexeme.mark;
    if (lexeme.facts->time != nullptr) {
      next.classes = lexeme.facts->time->classes;
    } else {
      next.classes.add(TimeClass::k_other_mark);
    }
  }

  std::string_view text_;
  std::span<const Lexeme> lexemes_;
  const lang::Language& language_;
  std::vector<TimeLexeme>& out_;
  std::size_t first_;
};

}  // namespace

void append_time_lexemes(std::string_view text, std::span<const Lexeme> lexemes, const lang::Language& language,
                         std::vector<TimeLexeme>& out) {
  TimeLexer(text, lexemes, language, out).run();
}

}  // namespace ql::annotate
