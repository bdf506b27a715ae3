// SPDX-License-Identifier: Apache-2.0
// What a number counts that stands in a phrase of its own: behind a noun of change, in brackets, on a scale, beside a
// purpose, behind the verb of whoever gives it. Cost: a bounded number of tokens. Tested by figures_test.cpp.
#include <algorithm>

#include "claims/figures_counted_finder.h"

namespace ql::claims {

/// The first noun within a few tokens that is neither a time nor another amount.
std::optional<Counted> CountedFinder::noun_soon_behind(std::uint32_t begin, std::uint32_t end, RuleId rule) const {
  constexpr std::uint32_t kNear = 5;
  for (std::uint32_t at = begin; at < std::min(end, begin + kNear); ++at) {
    if (ends_phrase(at) || context_.is_finite(at)) return std::nullopt;
    if (!context_.is_noun(at)) continue;
    if (in_time(context_, at) || in_other_quantity(at)) return std::nullopt;
    return phrase({context_.phrase_begin(at, begin), at + 1}, at, rule);
  }
  return std::nullopt;
}

/// "ein Rückgang der Lieferungen in dem Land um zwei Drittel": what the noun of change governs, else that noun.
std::optional<Counted> CountedFinder::noun_of_change() const {
  constexpr std::uint32_t kReach = 14;
  const std::uint32_t begin = quantity_.tokens.begin;
  if (begin <= scope_.begin || !context_.is(begin - 1, FigureWord::ChangeBy)) return std::nullopt;
  for (std::uint32_t at = begin - 1; at-- > scope_.begin && at + kReach > begin;) {
    if (context_.is_finite(at)) return std::nullopt;
    if (!context_.is_noun(at) || !context_.is(at, FigureWord::Change)) continue;
    const std::uint32_t next = at + 1;
    const bool governs =
        next < begin && (context_.is_genitive_article(next) || context_.token(next).word_class == WordClass::Adp);
    if (governs) {
      if (auto noun = noun_soon_behind(next + 1, begin - 1, "de.figure.counted.change.01")) return noun;
    }
    return phrase({context_.phrase_begin(at, scope_.begin), next}, at, "de.figure.counted.change.01");
  }
  return std::nullopt;
}

/// "Aktien der Bank (minus 3 Prozent)", "Aktien der Norda Werft": not whose they are; "die Zahl der Toten" counts
/// Tote.
std::uint32_t CountedFinder::head_before_bracket(std::uint32_t last, std::uint32_t first) const {
  std::uint32_t begin = last;
  while (begin > first && is_name(begin) && is_name(begin - 1)) --begin;
  if (!context_.is_noun(begin)) begin = context_.phrase_begin(begin, first);
  const bool owner = begin >= first + 2 && context_.is_genitive_article(begin - 1) && context_.is_noun(begin - 2);
  const std::uint32_t head = head_of_genitives(context_, owner ? begin - 2 : last, first);
  const bool counts = context_.lemma_is(head, FigureWord::NumberNoun) || in_time(context_, head);
  return counts || in_other_quantity(head) ? last : head;
}

/// "Silber (plus 50 Prozent)", "zwölf Tote (Vortag: zehn)": what stands before the bracket.
std::optional<Counted> CountedFinder::before_bracket() const {
  constexpr std::uint32_t kReach = 12;
  const std::uint32_t first = context_.notes().sentences[quantity_.sentence.index()].tokens.begin;
  const RuleId rule = "de.figure.counted.bracket.01";
  std::uint32_t open = quantity_.tokens.begin;
  while (open > first && open + kReach > quantity_.tokens.begin && context_.written(open) != "(" &&
         context_.written(open) != ")") {
    --open;
  }
  if (open <= first || context_.written(open) != "(") return std::nullopt;
  for (std::uint32_t i = open + 1; i < quantity_.tokens.begin; ++i) {
    const bool own =
        context_.is_noun(i) && !in_time(context_, i) && !in_other_quantity(i) && !context_.is(i, FigureWord::Change);
    if (own || context_.is_finite(i)) return std::nullopt;
  }
  const Figure* last = earlier_.empty() || earlier_.back().counted.empty() ? nullptr : &earlier_.back();
  if (last != nullptr && last->sentence != quantity_.sentence) last = nullptr;
  const auto same = [&] { return Counted{last->counted, last->counted_lemma, rule, false}; };
  if (last != nullptr) {
    const TokenRange other = context_.notes().quantities[last->quantity.index()].tokens;
    if (other.begin > open || (other.begin < open && other.end >= open)) return same();
  }
  const std::uint32_t noun = head_before_bracket(open - 1, first);
  if ((context_.is_noun(noun) || is_name(noun)) && !in_time(context_, noun) && !in_other_quantity(noun)) {
    return phrase({context_.phrase_begin(noun, first), open}, noun, rule);
  }
  return last != nullptr ? std::optional(same()) : std::nullopt;
}

/// "Die Inzidenz gab das Institut mit 35,1 an": what the clause speaks of, not who gives it.
std::optional<Counted> CountedFinder::given_value() const {
  constexpr std::uint32_t kAdverbs = 2;
  if (giver_.empty() || quantity_.tokens.begin <= scope_.begin) return std::nullopt;
  std::uint32_t link = quantity_.tokens.begin - 1;
  for (std::uint32_t i = 0; i < kAdverbs && link > scope_.begin; ++i) {
    const WordClass word_class = context_.token(link).word_class;
    if (word_class == WordClass::Adv || word_class == WordClass::Adj) --link;
  }
  if (link <= scope_.begin || !context_.is(link, FigureWord::GivenWith)) return std::nullopt;
  const auto agent = [&](std::uint32_t at) { return (context_.is_noun(at) || is_name(at)) && is_agent(context_, at); };
  bool acts = false;  // "Die Inzidenz gab das Institut": the object may stand in front
  for (std::uint32_t at = scope_.begin; at < link; ++at) acts = acts || agent(at);
  for (std::uint32_t at = scope_.begin; at < link; ++at) {
    if (!free_noun_ends(at) || agent(at) || (!acts && context_.token(at).text.overlaps(giver_))) continue;
    if (!context_.lemma_is(at, FigureWord::NumberNoun)) {
      return phrase({context_.phrase_begin(at, scope_.begin), at + 1}, at, "de.figure.counted.given.01");
    }
    const auto number = noun_of_number(context_, {at, link}, link);
    if (!number) return std::nullopt;
    return phrase(number->tokens, number->head, "de.figure.counted.number.01");
  }
  return std::nullopt;
}

/// "Für das Programm stehen 11 Millionen Euro bereit", "weniger als 5 Euro für Seife".
std::optional<Counted> CountedFinder::purpose() const {
  constexpr std::uint32_t kReach = 12;
  const RuleId rule = "de.figure.counted.purpose.01";
  constexpr std::size_t kCurrencyCode = 3;
  const bool code = quantity_.unit.size() == kCurrencyCode && quantity_.unit[0] >= 'A' && quantity_.unit[0] <= 'Z';
  const std::uint32_t end = quantity_.tokens.end;
  const bool more = end < scope_.end && context_.is(end, FigureWord::Comparison);  // "150 Euro mehr für Lehrlinge"
  if (!quantity_.measured || !code || more) return std::nullopt;
  for (std::uint32_t i = quantity_.tokens.end; i < std::min(scope_.end, quantity_.tokens.end + kReach); ++i) {
    if (!context_.is(i, FigureWord::Purpose)) continue;
    if (auto noun = noun_soon_behind(i + 1, scope_.end, rule)) return noun;
  }
  for (std::uint32_t i = quantity_.tokens.begin; i-- > scope_.begin && i + kReach > quantity_.tokens.begin;) {
    if (!context_.is(i, FigureWord::Purpose)) continue;
    if (auto noun = noun_soon_behind(i + 1, quantity_.tokens.begin, rule)) return noun;
  }
  return std::nullopt;
}

/// "Der Dax fiel auf 15.000 Punkte": the points of an index, not those of a team.
std::optional<Counted> CountedFinder::on_scale() const {
  constexpr double kIndex = 1000;
  const std::uint32_t end = quantity_.tokens.end, begin = quantity_.tokens.begin;
  if (end == 0 || begin <= scope_.begin || !context_.is(end - 1, FigureWord::ScaleNoun)) return std::nullopt;
  const bool reaches = context_.is(begin - 1, FigureWord::ReachLink) || context_.is(begin - 1, FigureWord::AmountLink);
  const bool index = quantity_.value.value_or(0) >= kIndex || has_change_verb(scope_.begin, scope_.end);
  if (!reaches || !index) return std::nullopt;
  if (auto change = same_change()) return change;
  if (auto noun = reached_noun()) return noun;
  auto subject = free_noun(scope_.begin, begin - 1, false);
  if (subject) subject->rule = "de.figure.counted.scale.01";
  return subject;
}

}  // namespace ql::claims
