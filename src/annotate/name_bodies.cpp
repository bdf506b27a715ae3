// SPDX-License-Identifier: Apache-2.0
// The tagger knows bodies by the words of its training data; an association that nobody has heard of is known by its
// build instead: a noun for a body, what it stands for, an acronym in brackets. Looks at a dozen tokens at most.
// Tested by identity_test.cpp.
#include "annotate/name_bodies.h"

#include <algorithm>

#include "annotate/name_keys.h"

namespace ql::annotate {
namespace {

using lang::PhraseWord;
constexpr std::size_t kLongestName = 9;  ///< Tokens.

bool is_association(const BodyText& view, std::size_t token) {
  if (!view.notes.tokens[token].capitalised) return false;
  const auto noun = view.language.body_nouns.find(view.word(token));
  return noun && noun->proper && (noun->body == "association" || noun->body == "union");
}

bool is_proper_body(const BodyText& view, std::size_t token) {
  if (!view.notes.tokens[token].capitalised) return false;
  const auto noun = view.language.body_nouns.find(view.word(token));
  return noun && noun->proper;
}

/// Words inside the name of a body: nouns, adjectives, articles, prepositions, "und".
bool is_inside(const BodyText& view, std::size_t token) {
  const Token& entry = view.notes.tokens[token];
  switch (entry.word_class) {
    case WordClass::Noun:
    case WordClass::Propn:
    case WordClass::X:
    case WordClass::Adj:
    case WordClass::Det:
    case WordClass::Adp:
    case WordClass::Cconj:
      return true;
    default:
      return entry.capitalised;
  }
}

bool is_indefinite(const BodyText& view, std::size_t token) {
  const PhraseWord kind = view.language.noun_phrase_words.find(view.word(token));
  return kind == PhraseWord::Indefinite || kind == PhraseWord::Possessive || kind == PhraseWord::Quantifier;
}

/// Adjectives and the noun that they belong to; the token behind, or `at` when there is none.
std::size_t behind_noun(const BodyText& view, std::size_t at, std::size_t end) {
  std::size_t i = at;
  while (i < end && view.notes.tokens[i].word_class == WordClass::Adj) ++i;
  if (i >= end || view.notes.tokens[i].word_class != WordClass::Noun || !view.notes.tokens[i].capitalised) return at;
  return i + 1;
}

}  // namespace

bool looks_like_acronym(std::string_view word) {
  constexpr std::size_t kLongest = 8;
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  return word.size() <= kLongest && std::count_if(word.begin(), word.end(), capital) >= 2 &&
         std::all_of(word.begin(), word.end(), letter);
}

std::optional<TokenRange> body_before_bracket(const BodyText& view, std::size_t open) {
  const std::string_view acronym = view.word(open + 1);
  const std::size_t least = open > kLongestName ? open - kLongestName : 0;
  std::optional<std::size_t> spelt, body;
  for (std::size_t i = open; i-- > least && is_inside(view, i);) {
    if (!view.notes.tokens[i].capitalised) continue;
    // One word only if it says what it is: "Anti-Doping-Kommission (ADK)".
    if (i + 1 == open && !view.language.body_nouns.find(view.word(i))) continue;
    const TextRange range = view.notes.tokens[i].text.hull(view.notes.tokens[open - 1].text);
    const bool determiner = view.notes.tokens[i].word_class == WordClass::Det;
    if (!determiner && abbreviates(acronym, slice(view.text, range))) spelt = i;
    if (i + 1 < open && is_proper_body(view, i) && fold_name(view.word(i))[0] == fold_name(acronym)[0]) body = i;
  }
  const std::optional<std::size_t> begin = spelt ? spelt : acronym.size() > 2 ? body : std::nullopt;
  if (!begin) return std::nullopt;
  return TokenRange{static_cast<std::uint32_t>(*begin), static_cast<std::uint32_t>(open)};
}

std::optional<TokenRange> body_with_matter(const BodyText& view, std::size_t noun) {
  if (!is_association(view, noun) || (noun > 0 && is_indefinite(view, noun - 1))) return std::nullopt;
  const std::size_t end = std::min(noun + kLongestName, view.notes.tokens.size());
  if (noun + 2 >= end) return std::nullopt;
  const Token& link = view.notes.tokens[noun + 1];
  const bool genitive = view.language.noun_phrase_words.find(view.word(noun + 1)) == PhraseWord::Definite &&
                        link.word_class == WordClass::Det && view.word(noun + 1) != "die";
  if (!genitive) return std::nullopt;
  std::size_t last = behind_noun(view, noun + 2, end);
  if (last == noun + 2 || is_proper_body(view, last - 1)) return std::nullopt;
  if (last + 1 < end && view.notes.tokens[last].word_class == WordClass::Cconj) {
    const std::size_t more = behind_noun(view, last + 1, end);
    const bool sure = more > last + 1 && view.notes.tokens[more - 1].morphology.grammatical_case != Case::Nom;
    if (sure && more < view.notes.tokens.size() && view.word(more) == "(") last = more;
  }
  return TokenRange{static_cast<std::uint32_t>(noun), static_cast<std::uint32_t>(last)};
}

std::optional<TokenRange> body_with_place(const BodyText& view, std::size_t noun) {
  if (noun + 1 >= view.notes.tokens.size() || !view.notes.tokens[noun].capitalised) return std::nullopt;
  const Token& next = view.notes.tokens[noun + 1];
  if (!next.capitalised || !next.space_before || view.word(noun + 1).size() < 4) return std::nullopt;
  if (next.word_class != WordClass::Propn && next.word_class != WordClass::Noun) return std::nullopt;
  const auto body = view.language.body_nouns.find(view.word(noun));
  if (!body || !body->proper || body->modifier_bytes == 0) return std::nullopt;
  const std::uint64_t hash = lang::hash_word(view.word(noun + 1));
  const bool plain_noun = (view.language.gazetteer.flags(hash) & lang::kCommonNoun) != 0 ||
                          !view.language.forms.find(view.word(noun + 1)).empty();
  if (plain_noun) return std::nullopt;
  return TokenRange{static_cast<std::uint32_t>(noun), static_cast<std::uint32_t>(noun + 2)};
}

}  // namespace ql::annotate
