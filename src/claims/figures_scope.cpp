// SPDX-License-Identifier: Apache-2.0
// Sentence -> parts between commas, semicolons, colons, dashes and brackets -> the part with the number, and as many
// parts behind it as the predicate needs: "dass es 300 Helfer, darunter zehn Taucher, nach Norden schickt".
// Tested by figures_test.cpp.
#include "claims/figures_scope.h"

#include <algorithm>

#include "lang/lexemes.h"

namespace ql::claims {

using annotate::WordClass;

namespace {

constexpr int kMaxPartsBehind = 3;
constexpr std::uint32_t kReach = 150;  // tokens to either side; a text without commas stays linear

/// "Das Produkt (BIP) sank": the bracket that ends before token `end` opens at most this far before it. Returns where
/// it opens, or `end`.
std::uint32_t behind_insertion(const FigureContext& context, std::uint32_t first, std::uint32_t end) {
  constexpr std::uint32_t kLongest = 8;
  if (context.written(end - 1) != ")") return end;
  for (std::uint32_t at = end - 1; at > first + 1 && at + kLongest > end; --at) {
    if (context.written(at - 1) == "(") return at - 1;
  }
  return end;
}

bool cuts(std::string_view word) {
  return word == "," || word == ";" || word == ":" || word == "(" || word == ")" || word == "\u2013" ||
         word == "\u2014" || word == ".";
}

}  // namespace

std::string FigureContext::lower(std::uint32_t index) const {
  std::string word(written(index));
  lang::lower_in_place(word);
  return word;
}

std::string FigureContext::lemma(std::uint32_t index) const {
  if (notes_.lemmas.size() == 0) return lower(index);
  std::string word(notes_.lemmas.view(token(index).lemma));
  lang::lower_in_place(word);
  return word;
}

std::uint64_t FigureContext::kinds(KindCache& cache, std::uint32_t index, bool of_lemma) const {
  KnownKinds& known = cache[index % kKnown];
  if (known.token_plus_one != index + 1) {
    known = {index + 1, language_.figure_roles.kinds_of(of_lemma ? lemma(index) : lower(index))};
  }
  return known.kinds;
}

bool FigureContext::is_noun(std::uint32_t index) const {
  const WordClass word_class = token(index).word_class;
  if (word_class == WordClass::X) return token(index).capitalised;
  if (word_class == WordClass::Noun) return true;
  // "Rund 300 Euro", "Statistisches Bundesamt": a capital that only opens the sentence makes no noun.
  const bool opens = index == 0 || cuts(written(index - 1)) || token(index - 1).word_class == WordClass::Punct;
  return word_class == WordClass::Adj && token(index).capitalised && !opens;
}

bool FigureContext::is_verb(std::uint32_t index) const {
  const WordClass word_class = token(index).word_class;
  return word_class == WordClass::Verb || word_class == WordClass::Aux;
}

std::uint32_t FigureContext::phrase_begin(std::uint32_t noun, std::uint32_t limit) const {
  std::uint32_t begin = noun;
  while (begin > limit && is_adjective(begin - 1)) --begin;
  return begin;
}

std::string FigureContext::words(TokenRange range) const {
  return range.empty() ? std::string() : std::string(slice(report_.text, text_of(range)));
}

TokenRange figure_scope(const FigureContext& context, const annotate::Sentence& sentence, TokenRange tokens) {
  TokenRange scope = tokens;
  bool verb = false;
  const std::uint32_t first = std::max(sentence.tokens.begin, tokens.begin - std::min(tokens.begin, kReach));
  const std::uint32_t last = std::min(sentence.tokens.end, tokens.end + kReach);
  while (scope.begin > first) {
    scope.begin = behind_insertion(context, first, scope.begin);
    if (cuts(context.written(scope.begin - 1))) break;
    --scope.begin;
    verb = verb || context.is_verb(scope.begin);
  }
  for (int parts = 0; parts <= kMaxPartsBehind; ++parts) {
    while (scope.end < last && !cuts(context.written(scope.end))) {
      verb = verb || context.is_verb(scope.end);
      ++scope.end;
    }
    if (verb || scope.end >= last || context.written(scope.end) != ",") break;
    ++scope.end;
  }
  return scope;
}

}  // namespace ql::claims
