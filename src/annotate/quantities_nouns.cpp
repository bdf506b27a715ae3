// SPDX-License-Identifier: Apache-2.0
// counted = [quote] adjectives noun ["und" adjectives noun]      "nordkoreanische Soldaten und Techniker"
//         | determiner-genitive counted | "von" counted          "der Fahrten"
//         | "davon" | "von ihnen" | "von denen"                  no noun; the claims stage resolves it
// Word classes decide where they are set; else an inflected lower-case word before a capital one is an adjective.
// Cost: linear in the phrase. Tested by quantities_test.cpp.
#include "annotate/quantities_nouns.h"

#include <algorithm>

namespace ql::annotate {
namespace {

constexpr std::size_t kMaxAdjectives = 4;

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::string_view (&words)[Size]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool inflected(std::string_view word) {
  constexpr std::string_view kEndings[] = {"e", "en", "er", "es", "em"};
  return word.size() >= 4 && std::any_of(std::begin(kEndings), std::end(kEndings),
                                         [word](std::string_view ending) { return word.ends_with(ending); });
}

/// Inflected words that are no adjectives: verbs, determiners and prepositions behind a number.
bool is_function_word(std::string_view word) {
  constexpr std::string_view kWords[] = {
      "wurde",    "wurden",  "waren",   "haben",   "hatten",  "hätten",   "seien",   "werden",  "würden",  "sollen",
      "sollten",  "können",  "konnten", "könnten", "müssen",  "mussten",  "müssten", "wollen",  "wollten", "dürfen",
      "durften",  "dürften", "eine",    "einen",   "einer",   "einem",    "eines",   "seine",   "seiner",  "seinen",
      "ihre",     "ihrer",   "ihren",   "diese",   "dieser",  "diesen",   "dieses",  "jene",    "jeder",   "jede",
      "jedem",    "alle",    "aller",   "allen",   "gegen",   "ohne",     "unter",   "über",    "hinter",  "neben",
      "zwischen", "oder",    "aber",    "unsere",  "unserer", "wegen",    "kamen",   "starben", "blieben", "gehen",
      "gingen",   "wäre",    "wären",   "seine",   "deren",   "dessen",   "welche",  "kommen",  "leben",   "fielen",
      "gelten",   "galten",  "bleiben", "stehen",  "standen", "innerhalb"};
  return is_one_of(word, kWords);
}

bool is_adjective(const SentenceText& text, const WordClasses& classes, std::size_t at) {
  if (!text.is_word(at) || text.capitalised(at)) return false;
  const WordClass word_class = classes.at(text.range(at, at + 1).begin);
  const std::string_view word = text.lower(at);
  if (is_function_word(word)) return false;
  if (word_class == WordClass::X) return inflected(word);
  return word_class == WordClass::Adj || (word_class == WordClass::Verb && inflected(word) && word.size() > 6);
}

/// Behind the noun at `head`: "US-Soldaten", "Mitarbeiter:innen", "Beamtinnen und -beamte".
std::size_t noun_end(const SentenceText& text, std::size_t head) {
  std::size_t end = head + 1;
  while (text.glued(end) && text.glued(end + 1) && text.is_word(end + 1)) {
    const std::string_view sign = text.written(end);
    const bool inner = text.is_dash(end) || sign == ":" || sign == "*" || sign == "/" || sign == "_";
    if (!inner) break;
    end += 2;
  }
  if (text.is(end, "und") && text.is_dash(end + 1) && text.is_word(end + 2) && text.glued(end + 2)) end += 3;
  return end;
}

bool is_demonym(const SentenceText& text, std::size_t at) {
  return text.capitalised(at) && text.lower(at).ends_with("er") && text.is_word(at + 1) && text.capitalised(at + 1) &&
         !text.glued(at + 1);
}

std::size_t skip_quote(const SentenceText& text, std::size_t at) {
  return text.is_quote(at) && text.glued(at) ? at + 1 : at;
}

bool is_genitive_determiner(std::string_view word) {
  constexpr std::string_view kWords[] = {"der",    "des",     "aller",  "seiner", "ihrer",
                                         "dieser", "unserer", "meiner", "jener",  "derjenigen"};
  return is_one_of(word, kWords);
}

bool is_plural_pronoun(std::string_view word) {
  constexpr std::string_view kWords[] = {"ihnen", "denen", "uns", "diesen", "euch"};
  return is_one_of(word, kWords);
}

}  // namespace

WordClass WordClasses::at(std::uint32_t position) const {
  const auto begin = notes_.tokens.begin() + tokens_.begin, end = notes_.tokens.begin() + tokens_.end;
  const auto found = std::partition_point(begin, end, [&](const Token& token) { return token.text.end <= position; });
  return found != end && found->text.begin <= position ? found->word_class : WordClass::X;
}

std::size_t read_noun_phrase(const SentenceText& text, const WordClasses& classes, std::size_t at, std::size_t* head) {
  std::size_t noun = at;
  for (std::size_t i = 0; i < kMaxAdjectives && is_adjective(text, classes, noun); ++i) ++noun;
  while (is_demonym(text, noun)) ++noun;
  if (!text.is_word(noun) || !text.capitalised(noun)) return at;
  *head = noun;
  std::size_t end = noun_end(text, noun);
  if (text.is(end, "und") || text.is(end, "oder")) {
    std::size_t second = end + 1;
    if (is_adjective(text, classes, second)) ++second;
    const bool noun_again = text.is_word(second) && text.capitalised(second) &&
                            classes.at(text.range(second, second + 1).begin) != WordClass::Propn;
    if (noun_again) end = noun_end(text, second);
  }
  return end;
}

CountedPhrase read_counted(const SentenceText& text, const WordClasses& classes, std::size_t at,
                           CountedContext context) {
  CountedPhrase counted{at, at, at, at};
  std::size_t start = skip_quote(text, at);
  if (text.is(start, "davon") || text.is(start, "darunter")) {
    counted.span_end = text.is(start, "davon") ? start + 1 : at;
    return counted;
  }
  const bool of = text.is(start, "von") || (text.is(start, "an") && context == CountedContext::Count);
  if (of && is_plural_pronoun(text.lower(start + 1))) {
    counted.span_end = start + 2;
    return counted;
  }
  if (of && context == CountedContext::Count && !text.is(start + 1, "den") && !text.is(start + 1, "allen"))
    return counted;
  const bool partitive = of || is_genitive_determiner(text.lower(start));
  if (partitive && context == CountedContext::Measure) return counted;
  if (context == CountedContext::Share && (text.is(start, "mehr") || text.is(start, "weniger"))) ++start;
  if (partitive) ++start;
  if (text.is(start, "den") || text.is(start, "allen")) start += partitive ? 1 : 0;
  std::size_t head = 0;
  const std::size_t end = read_noun_phrase(text, classes, start, &head);
  if (end == start) return counted;
  return {start, end, head, end};
}

}  // namespace ql::annotate
