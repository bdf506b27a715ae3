// SPDX-License-Identifier: Apache-2.0
// Attributes can put many words between a number and its noun; insertions part a subject from its verb.
// Cost: a bounded number of tokens. Tested by figures_test.cpp.
#include "claims/figures_nouns.h"

#include <algorithm>

#include "lang/stem.h"

namespace ql::claims {

using annotate::Hedge;
using annotate::WordClass;
using lang::FigureWord;

std::optional<NounSpan> noun_behind_attribute(const FigureContext& context, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t kLongest = 14;
  end = std::min(end, begin + kLongest);
  if (begin >= end || context.token(begin).word_class != WordClass::Adp) return std::nullopt;
  for (std::uint32_t at = begin + 2; at < end; ++at) {
    const WordClass word_class = context.token(at).word_class;
    if (context.is_finite(at) || word_class == WordClass::Punct || word_class == WordClass::Cconj) return std::nullopt;
    // The adjective follows the noun or number of the prepositional phrase, else it belongs to that: "in alten Autos".
    const WordClass before = context.token(at - 1).word_class;
    const bool phrase_is_over = before != WordClass::Adp && before != WordClass::Det && before != WordClass::Adj;
    const bool participle = context.token(at).morphology.verb_form == annotate::VerbForm::Participle;
    const bool attribute = context.is_adjective(at) || (participle && !context.token(at).capitalised);
    if (attribute && phrase_is_over && at + 1 < end && context.is_noun(at + 1)) return NounSpan{{at, at + 2}, at + 1};
  }
  return std::nullopt;
}

bool goes_on_behind_insertion(const FigureContext& context, TokenRange sentence, TokenRange scope) {
  return scope.begin > sentence.begin + 2 && scope.begin < scope.end && context.is_finite(scope.begin) &&
         context.written(scope.begin - 1) == ",";
}

std::optional<NounSpan> noun_before_bound(const FigureContext& context, const annotate::Quantity& quantity,
                                          TokenRange scope) {
  const std::uint32_t begin = quantity.tokens.begin;
  // "Strafen bis zu 250 Euro", "Synergien zwischen 40 und 45 Millionen Euro"
  const bool hedged = quantity.hedge == Hedge::AtMost || quantity.hedge == Hedge::Between;
  const bool bound = hedged && quantity.text.begin < quantity.number.begin;
  if (!bound || begin <= scope.begin || !context.is_noun(begin - 1)) return std::nullopt;
  const std::uint32_t first = context.phrase_begin(begin - 1, scope.begin);
  if (first > scope.begin && context.token(first - 1).word_class == WordClass::Det) return std::nullopt;
  return NounSpan{{first, begin}, begin - 1};
}

bool is_measure_noun(const FigureContext& context, std::uint32_t token) {
  if (!context.is_noun(token) && context.token(token).word_class != WordClass::Propn) return false;
  const std::string word = context.lower(token);
  if (context.is_word(word, FigureWord::MeasureNoun)) return true;
  const std::size_t hyphen = word.rfind('-');
  if (hyphen != std::string::npos && context.is_word(word.substr(hyphen + 1), FigureWord::MeasureNoun)) return true;
  constexpr std::size_t kShortest = 4;
  for (std::size_t cut = kShortest; cut + kShortest <= word.size(); ++cut) {
    if (context.is_word(std::string_view(word).substr(cut), FigureWord::MeasureNoun)) return true;
  }
  return false;
}

bool between_governs(const FigureContext& context, std::uint32_t noun, std::uint32_t first_token) {
  constexpr std::uint32_t kReach = 4;
  const std::uint32_t begin = context.phrase_begin(noun, first_token);
  if (begin <= first_token || context.token(begin - 1).word_class != WordClass::Cconj) return false;
  const std::uint32_t first = std::max(first_token, begin - std::min(begin, kReach));
  for (std::uint32_t at = begin; at-- > first;) {
    if (context.language().counted_words.is(context.lower(at), lang::CountedWord::Between)) return true;
  }
  return false;
}

bool names_source(const FigureContext& context, std::uint32_t noun, std::uint32_t end) {
  if (noun + 2 >= end || context.token(noun + 1).word_class != WordClass::Adp) return false;
  return context.token(noun + 1).stts == annotate::Stts::Appo || context.is_finite(noun + 2);
}

bool is_attribute(const FigureContext& context, std::uint32_t noun, std::uint32_t first_token) {
  const std::uint32_t begin = context.phrase_begin(noun, first_token);
  return begin >= first_token + 2 && context.is_genitive_article(begin - 1) && context.is_noun(begin - 2);
}

bool is_agent(const FigureContext& context, std::uint32_t noun) {
  const TextRange range = context.token(noun).text;
  const auto& mentions = context.notes().mentions;
  const auto mention = std::partition_point(mentions.begin(), mentions.end(),
                                            [&](const annotate::Mention& m) { return m.text.end <= range.begin; });
  if (mention != mentions.end() && mention->text.overlaps(range)) {
    return mention->type == annotate::EntityType::Person || mention->type == annotate::EntityType::Organisation;
  }
  // "Kämmerer Lutz Neubert"
  const bool title = mention != mentions.end() && mention->type == annotate::EntityType::Person &&
                     !mention->tokens.empty() && mention->tokens.begin == noun + 1;
  if (title) return true;
  const auto body = context.language().body_nouns.find(context.written(noun));
  return body && (body->speaks || !body->body.empty());
}

bool is_amount_noun(const FigureContext& context, std::uint32_t noun) {
  constexpr std::string_view kAmounts[] = {"cost", "damage", "revenue", "profit",   "loss", "pay",
                                           "fine", "price",  "offer",   "donation", "stake"};
  const lang::Concept* found = context.language().concepts.counted(lang::stem(context.lemma(noun)));
  return found != nullptr && std::find(std::begin(kAmounts), std::end(kAmounts), found->name) != std::end(kAmounts);
}

bool is_paid(const FigureContext& context, const annotate::Quantity& quantity, TokenRange scope) {
  constexpr std::size_t kCurrencyCode = 3;
  const std::string& unit = quantity.unit;
  const bool money = quantity.measured && unit.size() == kCurrencyCode && unit[0] >= 'A' && unit[0] <= 'Z';
  if (!money && unit != "%" && unit != "share") return false;
  bool full_verb = false, moves = false, buys = false;
  for (std::uint32_t i = scope.begin; i < scope.end; ++i) {
    if (context.token(i).word_class != WordClass::Verb) continue;
    full_verb = true;
    moves = moves || context.lemma_is(i, FigureWord::ChangeVerb) || context.lemma_is(i, FigureWord::LevelVerb);
    const lang::Concept* topic = context.language().concepts.topic(lang::stem(context.lemma(i)));
    buys = buys || (topic != nullptr && (topic->name == "buy" || topic->name == "hold" || topic->name == "pay_money"));
  }
  return buys || (money && full_verb && !moves);
}

bool in_time(const FigureContext& context, std::uint32_t token) {
  const TextRange range = context.token(token).text;
  const auto& times = context.notes().times;
  const auto found = std::partition_point(
      times.begin(), times.end(), [&](const annotate::TimeExpression& time) { return time.text.end <= range.begin; });
  return found != times.end() && found->text.overlaps(range) && found->text.end >= range.end;  // no "Sieben-Tage-Wert"
}

std::uint32_t head_of_genitives(const FigureContext& context, std::uint32_t noun, std::uint32_t first_token) {
  while (context.is_noun(noun)) {
    const std::uint32_t begin = context.phrase_begin(noun, first_token);
    const bool genitive =
        begin >= first_token + 2 && context.is_genitive_article(begin - 1) && context.is_noun(begin - 2);
    if (!genitive) break;
    noun = begin - 2;
  }
  return noun;
}

/// "pro 100.000 Einwohner": a number stands right before the noun.
bool is_measured(const FigureContext& context, std::uint32_t noun) {
  return noun > 0 && context.token(noun - 1).word_class == WordClass::Num;
}

std::optional<NounSpan> noun_of_number(const FigureContext& context, TokenRange tokens, std::uint32_t end) {
  constexpr std::uint32_t kReach = 120;  // tokens
  const std::uint32_t first = std::max(tokens.begin, end - std::min(end, kReach));
  for (std::uint32_t at = std::min(end, tokens.end); at-- > first;) {
    const bool how_many = at > tokens.begin && context.is(at, FigureWord::Many) && context.is(at - 1, FigureWord::How);
    if (!how_many && !context.lemma_is(at, FigureWord::NumberNoun) && !context.is(at, FigureWord::NumberNoun)) continue;
    std::uint32_t noun = at + 1;
    if (how_many && noun < tokens.end && context.is_noun(noun)) {
      return NounSpan{{noun, noun + 1}, noun};
    }
    if (noun >= tokens.end ||
        (context.token(noun).word_class != WordClass::Det && context.token(noun).word_class != WordClass::Adp)) {
      continue;
    }
    // "die Zahl der binnen sieben Tagen gemeldeten neuen Fälle"
    constexpr std::uint32_t kNear = 6, kBehindTime = 14;
    std::uint32_t most = at + kNear;
    while (noun < tokens.end && noun < most &&
           (!context.is_noun(noun) || in_time(context, noun) || is_measured(context, noun))) {
      if (in_time(context, noun) || is_measured(context, noun)) most = at + kBehindTime;
      ++noun;
    }
    if (noun >= tokens.end || !context.is_noun(noun)) continue;
    return NounSpan{{context.phrase_begin(noun, at + 2), noun + 1}, noun};
  }
  return std::nullopt;
}

TextRange noun_of_correction(const FigureContext& context, const annotate::Quantity& quantity) {
  const auto& all = context.notes().quantities;
  const auto next = static_cast<std::size_t>(&quantity - all.data()) + 1;
  const std::uint32_t begin = quantity.tokens.begin, end = quantity.tokens.end;
  if (next >= all.size() || all[next].sentence != quantity.sentence || begin == 0) return {};
  constexpr std::uint32_t kNear = 4;
  const bool negated = context.token(begin - 1).word_class == WordClass::Part;
  const bool near = all[next].tokens.begin >= end + 2 && all[next].tokens.begin <= end + kNear;
  const bool joined = near && context.written(end) == "," && context.token(end + 1).word_class == WordClass::Cconj;
  return negated && joined ? all[next].counted : TextRange{};
}

}  // namespace ql::claims
