// SPDX-License-Identifier: Apache-2.0
// Most lexemes have no class and are skipped at once; the others try the rules that can start with one of their
// classes and go on with those of the next two. A rule is matched greedily in one run, without backtracking. What the
// patterns cannot say (a year is no year if a count follows) stands in refused(). Then the members of lists in front of
// a full expression are taken: "am 3., 4. und 5. Mai", "10-18 Uhr", "sechs bis acht Monate". Tested by times_test.cpp.
#include "annotate/times_match.h"

namespace ql::annotate {
namespace {

using lang::TimeClass;
using lang::TimeMeaning;
using lang::TimeRule;

class Recogniser {
 public:
  Recogniser(std::span<const Lexeme> lexemes, const lang::TimeGrammar& grammar)
      : lexemes_(lexemes), grammar_(grammar) {}

  std::vector<TimeMatch> run() {
    std::uint32_t at = 0;
    while (at < lexemes_.size()) {
      if (!lexemes_[at].classes.meets(grammar_.start_classes())) {
        ++at;
        continue;
      }
      TimeMatch best = longest_at(at);
      if (best.rule == nullptr) {
        ++at;
        continue;
      }
      if (best.begin > at) {  // "im Mai 2014": what starts behind the context may reach further
        const TimeMatch inner = longest_at(best.begin);
        if (inner.rule != nullptr && inner.end > best.end && may_outgrow(best, inner)) best = inner;
      }
      if (best.rule->meaning != TimeMeaning::k_ignore) {
        add_list_members(best, best.begin);
        matches_.push_back(best);
      }
      at = best.end;
      floor_ = at;
    }
    return std::move(matches_);
  }

 private:
  /// The context of "um 10.10" or "in 5 Minuten" says what is meant; a longer reading must agree with it.
  static bool may_outgrow(const TimeMatch& in_context, const TimeMatch& longer) {
    const TimeMeaning meaning = in_context.rule->meaning;
    const bool fixed = meaning == TimeMeaning::k_clock || meaning == TimeMeaning::k_offset_past ||
                       meaning == TimeMeaning::k_offset_future;
    return !fixed || longer.rule->meaning == meaning;
  }

  [[nodiscard]] TimeMatch longest_at(std::uint32_t at) const {
    TimeMatch best;
    const lang::TimeClasses next = classes_at(at + 1), after_next = classes_at(at + 2);
    lexemes_[at].classes.for_each([&](TimeClass c) {
      if (!grammar_.may_go_on(c, next)) return;
      for (const std::uint16_t index : grammar_.starting_with(c)) {
        const TimeRule& rule = grammar_.rules()[index];
        if (!rule.fits_one && !next.meets(rule.second)) continue;
        if (!rule.fits_one && !rule.fits_two && !after_next.meets(rule.third)) continue;
        TimeMatch match;
        if (fits(rule, at, match) && better(match, best) && !refused(match)) best = match;
      }
    });
    return best;
  }

  [[nodiscard]] lang::TimeClasses classes_at(std::uint32_t index) const {
    return index < lexemes_.size() ? lexemes_[index].classes : lang::TimeClasses{};
  }

  static bool better(const TimeMatch& a, const TimeMatch& b) {
    if (b.rule == nullptr) return true;
    if (a.end != b.end) return a.end > b.end;
    if (a.next != b.next) return a.next > b.next;
    return a.end - a.begin > b.end - b.begin || (a.end - a.begin == b.end - b.begin && a.rule < b.rule);
  }

  bool fits(const TimeRule& rule, std::uint32_t at, TimeMatch& match) const {
    match.rule = &rule;
    match.taken.fill(kNoLexeme);
    match.begin = kNoLexeme;
    for (std::size_t i = 0; i < rule.elements.size(); ++i) {
      const lang::TimeElement& element = rule.elements[i];
      if (at < lexemes_.size() && takes(element, lexemes_[at])) {
        match.taken[i] = at;
        if (element.in_span && match.begin == kNoLexeme) match.begin = at;
        ++at;
        if (element.in_span) match.end = at;
      } else if (!element.optional) {
        return false;
      }
    }
    if (match.begin == kNoLexeme) {  // a pattern without expression: to be passed over
      match.begin = match.taken[0];
      match.end = at;
    }
    match.next = at;
    return true;
  }

  static bool takes(const lang::TimeElement& element, const Lexeme& lexeme) {
    return lexeme.classes.meets(element.any) && lexeme.classes.contains(element.all) &&
           !(element.glued && lexeme.space_before);
  }

  [[nodiscard]] const Lexeme* lexeme_at(std::uint32_t index) const {
    return index < lexemes_.size() ? &lexemes_[index] : nullptr;
  }
  [[nodiscard]] bool has(std::uint32_t index, TimeClass c) const {
    return index < lexemes_.size() && lexemes_[index].classes.has(c);
  }

  /// What follows makes the number before it a count or a part of something longer.
  [[nodiscard]] bool count_follows(std::uint32_t next, bool noun_counts) const {
    const Lexeme* after = lexeme_at(next);
    if (after == nullptr) return false;
    if (after->classes.has(TimeClass::k_measure) || after->classes.has(TimeClass::k_units)) return true;
    if (after->classes.has(TimeClass::k_sign)) return true;
    if (!after->space_before) {
      const Lexeme* second = lexeme_at(next + 1);
      if (after->is_word || after->digits > 0) return true;
      if (after->classes.has(TimeClass::k_dash) && second != nullptr && !second->space_before && second->is_word)
        return true;
      const bool joins = after->mark == '.' || after->mark == ',' || after->mark == ':';
      if (joins && second != nullptr && second->digits > 0 && !second->space_before) return true;
    }
    return noun_counts && after->is_word && after->capitalised && !after->classes.any();
  }

  /// "der Höchststand von 1244 neuen gemeldeten Fällen": before our centuries, words and a noun behind make a count.
  [[nodiscard]] bool counts_with_adjective(const TimeMatch& match) const {
    constexpr double kFirstNear = 1800;
    constexpr std::uint32_t kMost = 3;
    const Lexeme* year = slot(match, lexemes_, TimeClass::k_year);
    if (year == nullptr || year->number >= kFirstNear) return false;
    for (std::uint32_t next = match.end; next < match.end + kMost; ++next) {
      const Lexeme* word = lexeme_at(next);
      if (word == nullptr || !word->is_word || word->classes.any()) return false;
      if (word->capitalised) return next > match.end;
    }
    return false;
  }

  [[nodiscard]] bool refused(const TimeMatch& match) const {
    switch (match.rule->meaning) {
      case TimeMeaning::k_year:
        return refused_year(match);
      case TimeMeaning::k_month:
        if (refused_month(match)) return true;
        [[fallthrough]];
      case TimeMeaning::k_weekday:
      case TimeMeaning::k_season:
      case TimeMeaning::k_holiday:
        return compound_follows(match.end) || (match.rule->alone && count_follows(match.end, false));
      case TimeMeaning::k_age:
        return refused_age(match);
      case TimeMeaning::k_date:
        return compound_follows(match.end) || part_of_number(match.begin) || name_follows(match) ||
               (match.rule->alone && count_follows(match.end, true));
      case TimeMeaning::k_year_span:
        return lexemes_[match.end - 1].digits > 2 &&
               lexemes_[match.end - 1].number - slot(match, lexemes_, TimeClass::k_year)->number != 1;
      case TimeMeaning::k_clock:
      case TimeMeaning::k_clock_offset:
        return (match.rule->alone && count_follows(match.end, true)) || part_of_number(match.begin) ||
               refused_clock(match);
      case TimeMeaning::k_duration:
        return compound_follows(match.end) && slot(match, lexemes_, TimeClass::k_dash) == nullptr;
      default:
        return false;
    }
  }

  /// "Mittwoch-Lotto", "März-Ausgabe": the name of something else. Not so "Montag-Freitag".
  [[nodiscard]] bool compound_follows(std::uint32_t next) const {
    const Lexeme* dash = lexeme_at(next);
    const Lexeme* second = lexeme_at(next + 1);
    return dash != nullptr && second != nullptr && dash->classes.has(TimeClass::k_dash) && !dash->space_before &&
           !second->space_before && second->is_word && !second->classes.has(TimeClass::k_weekday) &&
           !second->classes.has(TimeClass::k_month);
  }

  /// "im Juli und August": a bare month goes on with the month right before it.
  [[nodiscard]] bool refused_month(const TimeMatch& match) const {
    const lang::TimeElement& first = match.rule->elements.front();
    if (first.in_span || !first.any.has(TimeClass::k_comma)) return false;
    return matches_.empty() || matches_.back().end != match.taken[0] ||
           matches_.back().rule->meaning != TimeMeaning::k_month;
  }

  /// Digits that go on to the left: "1.10.", "0471-20".
  [[nodiscard]] bool part_of_number(std::uint32_t begin) const {
    if (begin == 0 || lexemes_[begin].space_before || lexemes_[begin].digits == 0) return false;
    const Lexeme& before = lexemes_[begin - 1];
    const bool joins = before.mark == '.' || before.mark == ',' || before.mark == '+';
    return before.is_word || (joins && begin >= 2 && lexemes_[begin - 2].digits > 0);
  }

  /// "9. Jan Huber" in a list of results: the short month without its dot is a first name.
  [[nodiscard]] bool name_follows(const TimeMatch& match) const {
    const Lexeme& last = lexemes_[match.end - 1];
    const Lexeme* after = lexeme_at(match.end);
    return last.classes.has(TimeClass::k_month_short) && after != nullptr && after->is_word && after->capitalised;
  }

  /// Bare "4:00" may be a score; right behind a day it is a clock time.
  [[nodiscard]] bool refused_clock(const TimeMatch& match) const {
    const auto& elements = match.rule->elements;
    const bool change = has(match.end, TimeClass::k_towards) &&
                        (has(match.end + 1, TimeClass::k_count) || has(match.end + 1, TimeClass::k_number));
    if (match.rule->alone && change) return true;  // "stieg um drei auf 770"
    const bool bare = match.rule->alone && elements.front().in_span;
    const bool range = match.rule->alone && elements.size() > 2 && elements[2].any.has(TimeClass::k_until);
    const std::uint32_t begin = range ? match.taken[0] : match.begin;  // "Montag von fünf bis sieben"
    if (!bare && !range) return false;
    if (matches_.empty() || matches_.back().end != begin) return true;
    return range && matches_.back().rule->meaning == TimeMeaning::k_clock;
  }

  [[nodiscard]] bool refused_year(const TimeMatch& match) const {
    constexpr double kFirstBare = 1800;
    constexpr double kLastBare = 2100;
    const TimeRule& rule = *match.rule;
    if (!rule.alone) return false;
    const bool bare = rule.elements.size() == 1;
    const Lexeme* before = match.taken[0] > 0 ? lexeme_at(match.taken[0] - 1) : nullptr;
    if (before != nullptr &&
        (before->classes.has(TimeClass::k_count_before) || before->classes.has(TimeClass::k_number_before) ||
         before->classes.has(TimeClass::k_sign)))
      return true;
    const bool closes_range = !matches_.empty() && matches_.back().end == match.taken[0] &&
                              matches_.back().rule->meaning == TimeMeaning::k_year;
    constexpr int kHundred = 100;
    const bool round_number = static_cast<int>(lexemes_[match.end - 1].number) % kHundred == 0;
    if (round_number && has(match.taken[0], TimeClass::k_round)) return true;  // "gegen 1900"
    const bool range = has(match.end, TimeClass::k_until) || has(match.end, TimeClass::k_and);
    const bool counts = range && lexeme_at(match.end + 1) != nullptr && lexemes_[match.end + 1].digits > 0;
    if (counts && count_follows(match.end + 2, round_number)) return true;  // "zwischen 1000 und 2000 Liter"
    if (!bare && counts_with_adjective(match)) return true;
    if (!bare)
      return count_follows(match.end, !closes_range && !has(match.taken[0], TimeClass::k_since) &&
                                          !has(match.taken[0], TimeClass::k_from) &&
                                          !has(match.taken[0], TimeClass::k_in_the));
    const Lexeme& year = lexemes_[match.begin];
    if (year.number < kFirstBare || year.number > kLastBare) {
      const bool pair = before != nullptr && before->classes.has(TimeClass::k_dash) && !matches_.empty() &&
                        matches_.back().end + 1 == match.begin;
      const bool opens_pair = before != nullptr && before->classes.any() && has(match.end, TimeClass::k_dash) &&
                              !lexemes_[match.end].space_before && has(match.end + 1, TimeClass::k_year);
      if (!pair && !opens_pair) return true;
    }
    const bool opens = before != nullptr && before->mark == '(';
    if (round_number && !opens) return true;  // rather a count
    if (before != nullptr && !year.space_before) {
      if (before->is_word || before->mark == '.' || before->mark == ',' || before->mark == '+' || before->mark == '#' ||
          before->mark == '_' || before->mark == '=' || before->mark == '@')
        return true;
      const bool joins = before->classes.has(TimeClass::k_dash) || before->mark == '/';
      if (joins && !before->space_before && match.begin >= 2 &&
          !lexemes_[match.begin - 2].classes.has(TimeClass::k_year))
        return true;
    }
    return count_follows(match.end, true);
  }

  /// "die 24-jährige Anna" is an age; "ein 25-jähriges Bestehen", "dreijährige Haft" are lengths of
  /// time.
  [[nodiscard]] bool refused_age(const TimeMatch& match) const {
    constexpr double kOldest = 99;
    const Lexeme& adjective = lexemes_[match.end - 1];
    const bool digits = lexemes_[match.begin].digits > 0 ||
                        lexemes_[match.begin + 1 < match.end ? match.begin + 1 : match.begin].digits > 0;
    if (adjective.number == 0 && !digits) return true;
    if (adjective.capitalised && (digits || adjective.code == "Y")) return true;
    if (adjective.code != "Y") return false;
    if (has(match.end, TimeClass::k_person_after)) return true;
    if (!digits) return false;
    const Lexeme* count = slot(match, lexemes_, TimeClass::k_count);
    return count == nullptr || (count->number <= kOldest && !has(match.end, TimeClass::k_span_noun));
  }

  /// Takes the elliptic members of a list or range that ends in `full`, whose pattern starts at `start`.
  void add_list_members(const TimeMatch& full, std::uint32_t start) {
    const TimeMeaning meaning = full.rule->meaning;
    if (meaning != TimeMeaning::k_date && meaning != TimeMeaning::k_clock && meaning != TimeMeaning::k_duration) return;
    std::vector<TimeMatch> members;
    std::uint32_t end = start;
    while (true) {
      TimeMatch member;
      if (!member_before(full, end, member)) break;
      members.push_back(member);
      end = member.begin;
    }
    const auto owner = static_cast<std::uint32_t>(matches_.size() + members.size());
    for (auto member = members.rbegin(); member != members.rend(); ++member) {
      member->completed_by = owner;
      matches_.push_back(*member);
    }
  }

  /// The member that ends before lexeme `end`, behind its connectors ("und", ",", "bis zum", "-").
  bool member_before(const TimeMatch& full, std::uint32_t end, TimeMatch& member) const {
    constexpr std::uint32_t kMostConnectors = 4;
    std::uint32_t last = end;
    bool connected = false;
    for (std::uint32_t i = 0; i < kMostConnectors && last > floor_; ++i) {
      const Lexeme& lexeme = lexemes_[last - 1];
      if (!connects(lexeme)) break;
      connected = connected || !lexeme.classes.has(TimeClass::k_article);
      --last;
    }
    if (!connected || last <= floor_) return false;
    member.rule = full.rule;
    member.end = last;
    switch (full.rule->meaning) {
      case TimeMeaning::k_date:
        return day_before(last, member);
      case TimeMeaning::k_clock:
        return hour_before(last, member);
      default:
        return count_before(last, full, member);
    }
  }

  static bool connects(const Lexeme& lexeme) {
    const auto& classes = lexeme.classes;
    return classes.has(TimeClass::k_and) || classes.has(TimeClass::k_until) || classes.has(TimeClass::k_comma) ||
           classes.has(TimeClass::k_dash) || classes.has(TimeClass::k_slash) || classes.has(TimeClass::k_to_the) ||
           classes.has(TimeClass::k_article) || classes.has(TimeClass::k_at);
  }

  bool day_before(std::uint32_t last, TimeMatch& member) const {
    if (last < floor_ + 1) return false;
    const bool dotted = lexemes_[last - 1].classes.has(TimeClass::k_dot);
    if (dotted && last < floor_ + 2) return false;
    const std::uint32_t day = dotted ? last - 2 : last - 1;
    if (!has(day, TimeClass::k_day) || part_of_number(day)) return false;
    if (!dotted && !has(last, TimeClass::k_dash)) return false;
    member.begin = member.own_number = day;
    return true;
  }

  bool hour_before(std::uint32_t last, TimeMatch& member) const {
    if (last < floor_ + 1) return false;
    const std::uint32_t number = last - 1;
    if (number >= floor_ + 2 && has(number, TimeClass::k_minute) && !lexemes_[number].space_before &&
        (lexemes_[number - 1].mark == '.' || lexemes_[number - 1].mark == ':') && has(number - 2, TimeClass::k_hour)) {
      member.begin = member.own_number = number - 2;
      member.own_minute = number;
      return true;
    }
    if (!has(number, TimeClass::k_hour) && !(lexemes_[number].is_word && has(number, TimeClass::k_number)))
      return false;
    if (part_of_number(number)) return false;
    member.begin = member.own_number = number;
    return true;
  }

  bool count_before(std::uint32_t last, const TimeMatch& full, TimeMatch& member) const {
    if (last < floor_ + 1 || slot(full, lexemes_, TimeClass::k_modifier) != nullptr) return false;
    const std::uint32_t number = last - 1;
    if (!has(number, TimeClass::k_count) && !has(number, TimeClass::k_number)) return false;
    if (has(last, TimeClass::k_comma) || part_of_number(number)) return false;
    member.begin = member.own_number = number;
    return true;
  }

  std::span<const Lexeme> lexemes_;
  const lang::TimeGrammar& grammar_;
  std::vector<TimeMatch> matches_;
  std::uint32_t floor_ = 0;  ///< End of the last expression; list members lie behind it.
};

}  // namespace

std::vector<TimeMatch> match_times(std::span<const Lexeme> lexemes, const lang::TimeGrammar& grammar) {
  return Recogniser(lexemes, grammar).run();
}

const Lexeme* slot(const TimeMatch& match, std::span<const Lexeme> lexemes, TimeClass c) {
  const Lexeme* in_context = nullptr;
  for (std::size_t i = 0; i < match.rule->elements.size(); ++i) {
    if (match.taken[i] == kNoLexeme || !match.rule->elements[i].any.has(c)) continue;
    if (!lexemes[match.taken[i]].classes.has(c)) continue;
    if (match.taken[i] >= match.begin && match.taken[i] < match.end) return &lexemes[match.taken[i]];
    if (in_context == nullptr) in_context = &lexemes[match.taken[i]];
  }
  return in_context;
}

}  // namespace ql::annotate
