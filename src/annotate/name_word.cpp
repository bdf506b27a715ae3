// SPDX-License-Identifier: Apache-2.0
// Lexicons are asked once per form: most words are no role and no body, so that the answer "nothing" is worth keeping,
// while something is looked up again. Input: a form; output: what the lexicons say. Tested by names_test.cpp.
#include "annotate/name_word.h"

#include "annotate/word_info.h"

namespace ql::annotate {

NameWord& name_word(const WordInfo& word, const lang::Language& language) {
  if (!word.name) {
    word.name = std::make_unique<NameWord>();
    word.name->facts = read_name_word(word.raw(), language.gazetteer);
    word.name->phrase_word = language.noun_phrase_words.find(word.raw());
  }
  return *word.name;
}

lang::PhraseWord phrase_word(const WordInfo& word, const lang::Language& language) {
  return name_word(word, language).phrase_word;
}

std::optional<lang::RoleForm> role_of(const WordInfo& word, const lang::Language& language) {
  NameWord& known = name_word(word, language);
  if (known.role == Asked::Nothing) return std::nullopt;
  const auto role = language.name_lexicon.role(word.raw());
  known.role = role ? Asked::Something : Asked::Nothing;
  return role;
}

bool is_role_only(const WordInfo& word, const lang::Language& language) {
  const auto role = role_of(word, language);
  if (!role || role->plural) return false;
  constexpr std::uint32_t kName = lang::kListedSurname | lang::kMaleName | lang::kFemaleName | lang::kFirstName;
  return role->modifier_bytes > 0 || (language.gazetteer.flags(lang::hash_word(word.raw())) & kName) == 0;
}

std::optional<lang::BodyNoun> body_noun_of(const WordInfo& word, const lang::Language& language) {
  NameWord& known = name_word(word, language);
  if (known.body == Asked::Nothing) return std::nullopt;
  auto noun = language.body_nouns.find(word.raw());
  known.body = noun ? Asked::Something : Asked::Nothing;
  return noun;
}

}  // namespace ql::annotate
