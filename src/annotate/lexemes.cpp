// SPDX-License-Identifier: Apache-2.0
// The bytes of a report are not looked at here. The tokens are known, and so is the form of each: how a form is cut
// and what the lexicons say of its parts depends on nothing else, so it is worked out once per form and kept with the
// form's other readings (WordInfo). What is left for a report is to string the parts together. That is exact because
// no token ends between two letters or two digits, and because only marks without width lie outside of tokens.
//
// A form that is met first is cut by lang::cut_lexemes(), the same cut by which the phrases of the lexicons are keyed,
// unless it is a plain word, which is one part; each part is looked up once in lang::LexemeLexicon. Four questions that
// no list can answer are settled here too, since they depend on the letters alone: the value of a cardinal in one word,
// and the endings by which a number grows into another word. Tested by lexemes_test.cpp.
#include "annotate/lexemes.h"

#include <array>
#include <string>

#include "annotate/word_info.h"

namespace ql::annotate {
namespace {

using lang::LexemeKind;

void add(Lexeme& lexeme, Trait trait) {
  lexeme.traits = static_cast<std::uint16_t>(lexeme.traits | 1U << static_cast<unsigned>(trait));
}

void set_facts(std::string_view lower, const lang::Language& language, Lexeme& lexeme) {
  const lang::LexemeFacts& facts = language.lexemes.find(lower);
  lexeme.facts = &facts;
  if (facts.starts_hedge) add(lexeme, Trait::StartsHedge);
  const auto note = [&](lang::FigureWord role, Trait trait) {
    if (lang::FigureRoles::holds(facts.starts_roles, role)) add(lexeme, trait);
  };
  note(lang::FigureWord::TollNoun, Trait::TollNoun);
  note(lang::FigureWord::Toll, Trait::Toll);
  note(lang::FigureWord::Person, Trait::Person);
}

double value_of_digits(std::string_view digits) {
  double value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

/// The ending of an adjective of length; before it nothing or a number of the time lexicon.
bool is_span_adjective(std::string_view form, std::string_view lower, const lang::Language& language) {
  const lang::TimeGrammar::Suffix suffix = language.times.span_suffix(form);
  if (suffix.code.empty()) return false;
  const std::string_view head = lower.substr(0, lower.size() - suffix.bytes);
  if (head.empty()) return true;
  const lang::TimeWord* number = language.lexemes.find(head).time;
  return number != nullptr && number->number != 0;
}

void read_word(std::string_view form, std::string_view lower, const lang::Language& language, Lexeme& lexeme) {
  if (is_span_adjective(form, lower, language)) add(lexeme, Trait::SpanAdjective);
  const lang::NumberWords& numbers = language.number_words;
  const bool may_start = numbers.may_be_number(lower);
  if (!may_start && !lexeme.facts->is_number) return;
  if (const auto cardinal = numbers.cardinal(lower)) {
    add(lexeme, Trait::Cardinal);
    lexeme.value = *cardinal;
  }
  if (!may_start) return;
  add(lexeme, Trait::StartsNumber);
  const std::string_view suffix = language.number_traps.grown_suffix(lower);
  std::size_t ending = 0;
  if (!lexeme.has(Trait::Cardinal) && numbers.how_often(lower, &ending)) add(lexeme, Trait::HowOften);
  const bool grown = !suffix.empty() && numbers.cardinal_before(lower, suffix.size());
  if (grown) add(lexeme, Trait::GrownNumber);
}

/// U+00BC to U+00BE and U+2150 to U+215E.
bool is_fraction(std::string_view sign) {
  return sign == "\u00BC" || sign == "\u00BD" || sign == "\u00BE" ||
         (sign.size() == 3 && sign[0] == '\xE2' && sign[1] == '\x85');
}

Lexeme read_lexeme(std::string_view form, std::string_view lower, const lang::Lexeme& cut,
                   const lang::Language& language) {
  Lexeme lexeme;
  lexeme.text = {cut.begin, cut.end};
  lexeme.kind = cut.kind;
  lexeme.space_before = cut.space_before;
  lexeme.capitalised = cut.capitalised;
  const std::string_view part = slice(form, lexeme.text);
  const std::string_view lower_part = slice(lower, lexeme.text);
  set_facts(lower_part, language, lexeme);
  if (cut.kind == LexemeKind::Digits) {
    add(lexeme, Trait::StartsNumber);
    lexeme.value = value_of_digits(part);
    return lexeme;
  }
  if (cut.kind == LexemeKind::Word) {
    read_word(part, lower_part, language, lexeme);
    return lexeme;
  }
  if (part.size() == 1) lexeme.mark = part.front();
  if (is_fraction(part)) add(lexeme, Trait::StartsNumber);
  return lexeme;
}

/// Cuts a form whatever it is made of.
FormLexemes cut_any(std::string_view form, const lang::Language& language) {
  std::string lower(form);
  lang::lower_in_place(lower);
  std::vector<lang::Lexeme> cuts;
  lang::cut_lexemes(form, cuts);
  FormLexemes result;
  result.count = static_cast<std::uint32_t>(cuts.size());
  if (cuts.empty()) return result;
  result.first = read_lexeme(form, lower, cuts.front(), language);
  if (cuts.size() == 1) return result;
  result.others = std::make_unique<Lexeme[]>(cuts.size() - 1);
  for (std::size_t i = 1; i < cuts.size(); ++i) result.others[i - 1] = read_lexeme(form, lower, cuts[i], language);
  return result;
}

constexpr std::size_t kLongestPlain = 40;  // bytes

/// Lowers a form of the letters of ASCII and Latin-1 into `lower`; false if it has others or is too long.
bool lower_plain_word(std::string_view form, std::array<char, kLongestPlain>& lower) {
  if (form.size() > kLongestPlain) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const auto byte = static_cast<unsigned char>(form[i]);
    const unsigned letter = byte | 0x20U;
    if (letter >= 'a' && letter <= 'z') {
      lower[i] = static_cast<char>(letter);
      continue;
    }
    if (byte != 0xC3 || i + 1 == form.size()) return false;
    const auto second = static_cast<unsigned char>(form[i + 1]);
    if (second < 0x80 || second == 0x97 || second == 0xB7) return false;  // no letters: multiplication, division
    lower[i] = form[i];
    lower[i + 1] = static_cast<char>(second <= 0x9E ? second + 0x20 : second);
    ++i;
  }
  return !form.empty();
}

}  // namespace

FormLexemes cut_form(std::string_view form, const lang::Language& language) {
  std::array<char, kLongestPlain> lower;
  if (!lower_plain_word(form, lower)) return cut_any(form, language);
  FormLexemes result;
  result.count = 1;
  Lexeme& word = result.first;
  word.text = {0, static_cast<std::uint32_t>(form.size())};
  word.kind = LexemeKind::Word;
  const char first = form.front();
  word.capitalised = static_cast<unsigned char>(first) < 0x80 ? first <= 'Z' : form[1] != lower[1];
  const std::string_view lowered(lower.data(), form.size());
  set_facts(lowered, language, word);
  read_word(form, lowered, language, word);
  return result;
}

void ReportLexemes::assign(std::span<const Token> tokens, WordSpan words, const lang::Language& language) {
  lexemes_.clear();
  first_of_.clear();
  first_of_.reserve(tokens.size() + 1);
  constexpr std::size_t kAhead = 8;  // words; the forms lie all over the memory
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (i + kAhead < tokens.size()) __builtin_prefetch(&words[i + kAhead].lexemes);
    const WordInfo& word = words[i];
    FormLexemes& form = word.lexemes;
    if (form.count == 0) form = cut_form(word.raw(), language);
    first_of_.push_back(static_cast<std::uint32_t>(lexemes_.size()));
    const std::uint32_t begin = tokens[i].text.begin;
    const auto add = [&](const Lexeme& part) -> Lexeme& {
      Lexeme& lexeme = lexemes_.emplace_back(part);
      lexeme.text.begin += begin;
      lexeme.text.end += begin;
      lexeme.token = i;
      return lexeme;
    };
    if (form.count == 0) continue;  // white space alone
    add(form.first).space_before = tokens[i].space_before;
    for (std::uint32_t part = 1; part < form.count; ++part) add(form.others[part - 1]);
  }
  first_of_.push_back(static_cast<std::uint32_t>(lexemes_.size()));
}

}  // namespace ql::annotate
