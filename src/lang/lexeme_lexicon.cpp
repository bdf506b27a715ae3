// SPDX-License-Identifier: Apache-2.0
// Each table hands over its words; a word of several lists gets one record. Phrases are kept by their first word and
// compare by the records of the others, so no text is compared or hashed when a report is read. Records do not move
// once all words are there, hence the phrases come last. Tested by lexeme_lexicon_test.cpp.
#include "lang/lexeme_lexicon.h"

#include <string>

namespace ql::lang {
namespace {

std::string_view first_word(std::string_view phrase) { return phrase.substr(0, phrase.find(' ')); }

}  // namespace

LexemeLexicon::LexemeLexicon(const Tables& tables) {
  add_times(tables.times);
  add_numbers(tables);
  add_figure_roles(tables.roles);
  add_time_phrases(tables.times);
}

const LexemeFacts& LexemeLexicon::nothing_known() {
  static const LexemeFacts nothing;
  return nothing;
}

void LexemeLexicon::add_times(const TimeGrammar& times) {
  for (const auto& [word, forms] : times.words()) {
    LexemeFacts& facts = facts_[word];
    facts.time = forms.any_case ? &*forms.any_case : nullptr;
    facts.time_capitalised = forms.capitalised ? &*forms.capitalised : nullptr;
  }
  for (const TimeGrammar::Phrase& phrase : times.phrases()) {
    for (const std::string& word : phrase.words) facts_[word];
    facts_[phrase.words.back()].ends_time_phrase = true;
  }
}

void LexemeLexicon::add_time_phrases(const TimeGrammar& times) {
  PhraseMap<std::vector<TimePhrase>> by_first;
  for (const TimeGrammar::Phrase& phrase : times.phrases()) {
    TimePhrase compiled;
    compiled.word = &phrase.meaning;
    for (std::size_t i = 1; i < phrase.words.size(); ++i) compiled.rest.push_back(&find(phrase.words[i]));
    by_first[phrase.words.front()].push_back(std::move(compiled));
  }
  phrases_.reserve(by_first.size());
  for (const auto& [word, phrases] : by_first) {
    phrases_.push_back(phrases);
    facts_[word].time_phrases = &phrases_.back();
  }
}

void LexemeLexicon::add_numbers(const Tables& tables) {
  for (const auto& [word, number] : tables.numbers.words()) {
    LexemeFacts& facts = facts_[word];
    facts.number = number;
    facts.is_number = true;
  }
  for (const auto& [word, kinds] : tables.counted.words()) facts_[word].counted = kinds;
  for (const auto& [word, places] : tables.traps.first_words()) facts_[word].starts_traps = places;
  for (const auto& [word, places] : tables.traps.last_words()) facts_[word].ends_traps = places;
  for (const auto& [word, entry] : tables.hedges.last_words_before()) facts_[word].ends_hedge = true;
  for (const auto& [word, entry] : tables.hedges.first_words_behind()) facts_[word].starts_hedge = true;
  for (const auto& [phrase, entry] : tables.hedges.between()) facts_[phrase].between_hedge = true;
  for (const auto& [word, entry] : tables.units.first_words()) facts_[word].starts_unit = true;
  for (const auto& [word, entry] : tables.units.currency_nouns()) facts_[word].is_currency = true;
  for (const auto& [symbol, entry] : tables.units.first_symbols()) {
    std::string lower = symbol;
    lower_in_place(lower);
    facts_[lower].starts_unit = true;
  }
}

void LexemeLexicon::add_figure_roles(const FigureRoles& roles) {
  for (const auto& [phrase, kinds] : roles.words()) {
    const std::string_view first = first_word(phrase);
    if (first.size() == phrase.size()) facts_[phrase].figure_roles = kinds;
    facts_[first].starts_roles |= kinds;
  }
}

}  // namespace ql::lang
