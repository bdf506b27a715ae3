// SPDX-License-Identifier: Apache-2.0
// Most lexemes have no class and are skipped at once; the others try the rules that can start with one of their
// classes and go on with those of the next two. A rule is matched greedily in one run, without backtracking. What the
// patterns cannot say (a year is no year if a count follows) stands in times_refusals.cpp. Then the members of lists in
// front of a full expression are taken: "am 3., 4. und 5. Mai", "10-18 Uhr", "sechs bis acht Monate". Tested by
// times_test.cpp.
#include "annotate/times_match.h"

#include "annotate/times_refusals.h"

namespace ql::annotate {
namespace {

using lang::TimeClass;
using lang::TimeMeaning;
using lang::TimeRule;

class Recogniser {
 public:
  Recogniser(std::span<const TimeLexeme> lexemes, const lang::TimeGrammar& grammar)
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
      for (const lang::TimeGrammar::Candidate& candidate : grammar_.starting_with(c)) {
        if (!candidate.may_fit(next, after_next)) continue;
        TimeMatch match;
        if (fits(grammar_.rules()[candidate.rule], at, match) && better(match, best) && !refusals_.refused(match))
          best = match;
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
    match.begin = kNoLexeme;
    for (std::size_t i = 0; i < rule.elements.size(); ++i) {
      const lang::TimeElement& element = rule.elements[i];
      if (at < lexemes_.size() && takes(element, lexemes_[at])) {
        match.taken[i] = at;
        if (element.in_span && match.begin == kNoLexeme) match.begin = at;
        ++at;
        if (element.in_span) match.end = at;
      } else if (element.optional) {
        match.taken[i] = kNoLexeme;
      } else {
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

  static bool takes(const lang::TimeElement& element, const TimeLexeme& lexeme) {
    return lexeme.classes.meets(element.any) && lexeme.classes.contains(element.all) &&
           !(element.glued && lexeme.space_before);
  }

  [[nodiscard]] bool has(std::uint32_t index, TimeClass c) const {
    return index < lexemes_.size() && lexemes_[index].classes.has(c);
  }

  /// Takes the elliptic members of a list or range that ends in `full`, whose pattern starts at `start`.
  void add_list_members(const TimeMatch& full, std::uint32_t start) {
    const TimeMeaning meaning = full.rule->meaning;
    const bool lists = meaning == TimeMeaning::k_date || meaning == TimeMeaning::k_clock ||
                       meaning == TimeMeaning::k_duration || meaning == TimeMeaning::k_century ||
                       meaning == TimeMeaning::k_decade;
    if (!lists) return;
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
      const TimeLexeme& lexeme = lexemes_[last - 1];
      if (!connects(lexeme)) break;
      connected = connected || !lexeme.classes.has(TimeClass::k_article);
      --last;
    }
    if (!connected || last <= floor_) return false;
    member.rule = full.rule;
    member.end = last;
    switch (full.rule->meaning) {
      case TimeMeaning::k_date:
      case TimeMeaning::k_century:
        return day_before(last, member);
      case TimeMeaning::k_decade:
        return decade_before(last, member);
      case TimeMeaning::k_clock:
        return hour_before(last, member);
      default:
        return count_before(last, full, member);
    }
  }

  static bool connects(const TimeLexeme& lexeme) {
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
    const bool spelled = member.rule->meaning == TimeMeaning::k_century && has(day, TimeClass::k_ordinal_day);
    if (spelled) {
      member.begin = member.own_number = day;
      return true;
    }
    if (!has(day, TimeClass::k_day) || refusals_.part_of_number(day)) return false;
    if (!dotted && !has(last, TimeClass::k_dash)) return false;
    member.begin = member.own_number = day;
    return true;
  }

  /// "die sechziger und siebziger Jahre", "die 60er und 70er".
  bool decade_before(std::uint32_t last, TimeMatch& member) const {
    const bool suffix = has(last - 1, TimeClass::k_decade_suffix) && last >= floor_ + 2;
    const std::uint32_t decade = suffix ? last - 2 : last - 1;
    if (!has(decade, suffix ? TimeClass::k_decade : TimeClass::k_decade_word)) return false;
    member.begin = member.own_number = decade;
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
    if (refusals_.part_of_number(number)) return false;
    member.begin = member.own_number = number;
    return true;
  }

  bool count_before(std::uint32_t last, const TimeMatch& full, TimeMatch& member) const {
    if (last < floor_ + 1 || slot(full, lexemes_, TimeClass::k_modifier) != nullptr) return false;
    const std::uint32_t number = last - 1;
    if (!has(number, TimeClass::k_count) && !has(number, TimeClass::k_number)) return false;
    if (has(last, TimeClass::k_comma) || refusals_.part_of_number(number)) return false;
    member.begin = member.own_number = number;
    return true;
  }

  std::span<const TimeLexeme> lexemes_;
  const lang::TimeGrammar& grammar_;
  std::vector<TimeMatch> matches_;
  Refusals refusals_{lexemes_, matches_};
  std::uint32_t floor_ = 0;  ///< End of the last expression; list members lie behind it.
};

}  // namespace

std::vector<TimeMatch> match_times(std::span<const TimeLexeme> lexemes, const lang::TimeGrammar& grammar) {
  return Recogniser(lexemes, grammar).run();
}

const TimeLexeme* slot(const TimeMatch& match, std::span<const TimeLexeme> lexemes, TimeClass c) {
  const TimeLexeme* in_context = nullptr;
  for (std::size_t i = 0; i < match.rule->elements.size(); ++i) {
    if (match.taken[i] == kNoLexeme || !match.rule->elements[i].any.has(c)) continue;
    if (!lexemes[match.taken[i]].classes.has(c)) continue;
    if (match.taken[i] >= match.begin && match.taken[i] < match.end) return &lexemes[match.taken[i]];
    if (in_context == nullptr) in_context = &lexemes[match.taken[i]];
  }
  return in_context;
}

}  // namespace ql::annotate
