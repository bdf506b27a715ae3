// SPDX-License-Identifier: Apache-2.0
// counted = [quote] adjectives noun ["und" adjectives noun]      "nordkoreanische Soldaten und Techniker"
//         | determiner-genitive counted | "von" counted          "der Fahrten"
//         | "davon" | "von ihnen" | "von denen"                  no noun; the claims stage resolves it
// Word classes decide where they are set; else an inflected lower-case word before a capital one is an adjective.
// Cost: linear in the phrase. Tested by quantities_test.cpp.
#include "annotate/quantities_nouns.h"

#include <algorithm>

namespace ql::annotate {

using lang::CountedWord;

namespace {

constexpr std::size_t kMaxAdjectives = 4;

bool inflected(const CountedContext& context, std::string_view word) {
  const std::vector<std::string>& endings = context.words.adjective_endings();
  return word.size() >= 4 && std::any_of(endings.begin(), endings.end(),
                                         [word](const std::string& ending) { return word.ends_with(ending); });
}

bool is_adjective(const CountedContext& context, std::size_t at) {
  const SentenceText& text = context.text;
  if (!text.is_word(at) || text.capitalised(at)) return false;
  const WordClass word_class = context.classes.at(text.at(at));
  const std::string_view word = text.lower(at);
  if (text.is(at, CountedWord::Function)) return false;
  if (word_class == WordClass::X) return inflected(context, word);
  return word_class == WordClass::Adj || (word_class == WordClass::Verb && inflected(context, word) && word.size() > 6);
}

/// Behind the adjective that starts at `at`: "verletzte", "FU-externe"; `at` if there is none.
std::size_t behind_adjective(const CountedContext& context, std::size_t at) {
  const SentenceText& text = context.text;
  if (is_adjective(context, at)) return at + 1;
  const bool hyphen = text.is_word(at) && text.capitalised(at) && text.is_dash(at + 1) && text.glued(at + 1) &&
                      text.glued(at + 2) && text.is_word(at + 2) && !text.capitalised(at + 2);
  const bool noun_behind = text.is_word(at + 3) && text.capitalised(at + 3) && !text.glued(at + 3);
  return hyphen && noun_behind && inflected(context, text.lower(at + 2)) ? at + 3 : at;
}

/// Behind the noun at `head`: "US-Soldaten", "Mitarbeiter:innen", "Beamtinnen und -beamte".
std::size_t noun_end(const CountedContext& context, std::size_t head) {
  const SentenceText& text = context.text;
  std::size_t end = head + 1;
  const bool quoted = text.is_quote(end) && text.glued(end) && text.is_dash(end + 1) && text.glued(end + 1);
  if (quoted && text.is_word(end + 2) && text.glued(end + 2)) ++end;  // vier "Schrei"-Versionen
  while (text.glued(end) && text.glued(end + 1) && text.is_word(end + 1)) {
    const std::string_view sign = text.written(end);
    const bool inner = text.is_dash(end) || sign == ":" || sign == "*" || sign == "/" || sign == "_";
    if (!inner) break;
    end += 2;
  }
  const bool joined = text.is(end, CountedWord::And);
  if (joined && text.is_dash(end + 1) && text.is_word(end + 2) && text.glued(end + 2)) end += 3;
  return end;
}

bool is_demonym(const CountedContext& context, std::size_t at) {
  const SentenceText& text = context.text;
  const bool noun_behind = text.is_word(at + 1) && text.capitalised(at + 1) && !text.glued(at + 1);
  if (!noun_behind || !text.capitalised(at) || !context.words.ends_as_demonym(text.lower(at))) return false;
  switch (context.classes.at(text.at(at + 1))) {  // "starben 30 Kinder Die Stadt ...": no full stop
    case WordClass::Det:
    case WordClass::Pron:
    case WordClass::Adp:
    case WordClass::Sconj:
      return false;
    default:
      return true;
  }
}

/// "nicht ausgestandene Infektionen", "teils schwer verletzte": how many adverbs stand before an adjective with its
/// noun, at most two.
std::size_t adverbs_before_adjective(const CountedContext& context, std::size_t at) {
  constexpr std::size_t kMost = 2;
  const SentenceText& text = context.text;
  for (std::size_t count = 0; count <= kMost; ++count) {
    const std::size_t word = at + count;
    if (count > 0 && is_adjective(context, word) && text.is_word(word + 1) && text.capitalised(word + 1)) return count;
    if (!text.is_word(word) || text.capitalised(word)) return 0;
    const WordClass word_class = context.classes.at(text.at(word));
    if (word_class != WordClass::Adv && word_class != WordClass::Part) return 0;
  }
  return 0;
}

std::size_t skip_quote(const SentenceText& text, std::size_t at) {
  return text.is_quote(at) && (text.glued(at) || text.glued(at + 1)) ? at + 1 : at;
}

}  // namespace

std::size_t read_noun_phrase(const CountedContext& context, std::size_t at, std::size_t* head) {
  const SentenceText& text = context.text;
  std::size_t noun = at + adverbs_before_adjective(context, at);
  for (std::size_t i = 0; i < kMaxAdjectives; ++i) {
    const std::size_t behind = behind_adjective(context, noun);
    if (behind == noun) break;
    noun = behind;
  }
  while (is_demonym(context, noun)) ++noun;
  if (!text.is_word(noun) || !text.capitalised(noun)) return at;
  const WordClass word_class = context.classes.at(text.at(noun));
  if (word_class == WordClass::Det || word_class == WordClass::Pron)
    return at;  // "auf 13,2 Die Inzidenz": no full stop
  // "15 Staats- und Regierungschefs"
  const bool cut_off = text.is_dash(noun + 1) && text.glued(noun + 1) && !text.glued(noun + 2) &&
                       text.is(noun + 2, CountedWord::And) && text.capitalised(noun + 3);
  if (cut_off) {
    *head = noun + 3;
    return noun_end(context, noun + 3);
  }
  *head = noun;
  const std::size_t end = noun_end(context, noun);
  if (!text.is(end, CountedWord::And) && !text.is(end, CountedWord::Or)) return end;
  std::size_t second = end + 1;
  if (is_adjective(context, second)) ++second;
  const bool noun_again =
      text.is_word(second) && text.capitalised(second) && context.classes.at(text.at(second)) != WordClass::Propn;
  return noun_again ? noun_end(context, second) : end;
}

bool has_word_of_toll(SentenceText& text, const lang::FigureRoles& roles) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const lang::LexemeFacts& word = text.facts(i);
    if (word.is(lang::FigureWord::Toll)) return true;
    const bool phrase = text.has(i, Trait::Toll) && i + 1 < text.size();  // "ums Leben"
    if (phrase && roles.is(text.phrase(i, i + 2), lang::FigureWord::Toll)) return true;
  }
  return false;
}

CountedPhrase read_counted(const CountedContext& context, std::size_t at, CountedBy by) {
  const SentenceText& text = context.text;
  CountedPhrase counted{at, at, at, at};
  std::size_t start = skip_quote(text, at);
  if (text.is(start, CountedWord::Adverb)) {
    counted.span_end = text.is(start, CountedWord::PartAdverb) ? at : start + 1;
    return counted;
  }
  const bool of = text.is(start, CountedWord::Of);
  if (of && text.is(start + 1, CountedWord::Pronoun) && !text.capitalised(start + 2)) {
    counted.span_end = start + 2;
    return counted;
  }
  const bool all = text.is(start + 1, CountedWord::OfAll);
  if (of && by == CountedBy::Count && !all) return counted;
  const bool partitive = of || text.is(start, CountedWord::Genitive);
  if (partitive && by == CountedBy::Measure) return counted;
  if (by == CountedBy::Share && text.is(start, CountedWord::Difference)) ++start;
  if (partitive) start += of && all ? 2 : 1;
  while (text.is(start, CountedWord::Marker)) ++start;
  const bool attribute = by == CountedBy::Measure && is_adjective(context, start) && text.capitalised(start + 1);
  if (by == CountedBy::Measure && !text.capitalised(start) && !attribute) return counted;
  std::size_t head = 0;
  const std::size_t end = read_noun_phrase(context, start, &head);
  if (end == start) return counted;
  // "35 Prozent ansteckender Spahn sagte": no full stop
  const bool name = by == CountedBy::Share && !partitive && context.classes.at(text.at(head)) == WordClass::Propn;
  if (name) return counted;
  return {start, end, head, end};
}

}  // namespace ql::annotate
